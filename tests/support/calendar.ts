import { parseLocalDate, toIsoLocal, type LocalDate } from '@/lib/platform/local-date'
import { deadline, type Deadline, type LimitUnit, type Reason } from '@/lib/deadlines/rules'
import { workCalendar, type CalendarKind } from '@/lib/deadlines/working-time'
import rows from '@/prisma/seed/data/calendar.json'

/** The day that `text` (YYYY-MM-DD) names; a test that names no day is wrong. */
export function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(`not a day: ${text}`)
  return date
}

/** `2026-11-23 08:15`, as the office's clock shows it. */
export function local(text: string): Date {
  const at = new Date(`${text.replace(' ', 'T')}+07:00`)
  if (Number.isNaN(at.getTime())) throw new Error(`not a moment: ${text}`)
  return at
}

const KINDS: Record<string, CalendarKind> = { HOLIDAY: 'HOLIDAY', SWAP_OFF: 'SWAP_OFF', SWAP_WORK: 'SWAP_WORK' }

function kindOf(text: string): CalendarKind {
  const kind = KINDS[text]
  if (!kind) throw new Error(`not a kind of day: ${text}`)
  return kind
}

export const CALENDAR_ROWS = rows.map(({ date, kind, name, provisional = false }) => ({
  date: day(date),
  kind: kindOf(kind),
  name,
  provisional,
}))

/** The calendar that the seed brings, with the default office hours. */
export const SEED_CALENDAR = workCalendar(CALENDAR_ROWS)

/** The office's clock at `at`, as `local` reads it; seconds only when there are any. */
export function clockOf(at: Date): string {
  return toIsoLocal(at)
    .replace('T', ' ')
    .replace(/(:00)?\+07:00$/, '')
}

/** The deadline on the seed's calendar; pauses as [from, to], an open one with null. */
export function askDeadline(
  received: string,
  value: number,
  unit: LimitUnit,
  pauses: readonly (readonly [string, string | null])[] = [],
): Deadline {
  return deadline({
    receivedAt: local(received),
    limit: { value, unit },
    pauses: pauses.map(([from, to]) => ({ from: local(from), to: to === null ? null : local(to) })),
    calendar: SEED_CALENDAR,
  })
}

export function dueOf(...question: Parameters<typeof askDeadline>): string {
  return clockOf(askDeadline(...question).dueAt)
}

/** Each skipped day with its name, in the order of the reasons. */
export function skippedDays(reasons: readonly Reason[]): string[] {
  return reasons.flatMap((reason) =>
    reason.kind === 'skipped' ? [`${reason.date} ${reason.because.why === 'weekend' ? 'weekend' : reason.because.name}`] : [],
  )
}
