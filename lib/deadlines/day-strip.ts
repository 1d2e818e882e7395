/** The days from receipt to due time as cells of the day strip (decoration: the list of reasons says the same). Pure. */
import { addDays, daysBetween, type LocalDate, localDateOf, weekdayOf } from '@/lib/platform/local-date'
import { dayMonth, shortWeekday, timeWords } from '@/lib/text/dates'
import type { Deadline } from './rules'
import { isWorkingDay, type WorkCalendar } from './working-time'

/** `after`: a day of the rows that lies outside of the count, before it or after it. */
export type DayKind = 'receipt' | 'counted' | 'off' | 'pause' | 'end' | 'after'

export interface DayCell {
  /** First day of the cell; a run of pause days is one cell of `span` columns, up to `until`. */
  date: LocalDate
  until: LocalDate
  span: number
  /** `T6`, or `T4 – T6` of a run. */
  weekday: string
  /** `20`, or `25 – 27` of a run. */
  day: string
  kind: DayKind
  caption: string
  isToday: boolean
}

export interface DayStrip {
  /** Up to 7 days in one row, up to 31 in rows of a week; beyond that no cells, the list alone has to say it. */
  layout: 'row' | 'weeks' | 'list'
  cells: readonly DayCell[]
}

const WEEK = 7
const LONGEST = 31

/** Days on which the clock stood: after the day a pause began, up to the day it ended (so that the counted days still add up). */
function pausedDays({ reasons }: Deadline, today: LocalDate): (date: LocalDate) => boolean {
  const runs = reasons.flatMap((reason) => {
    if (reason.kind === 'paused') return [{ from: localDateOf(reason.from), to: localDateOf(reason.to) }]
    if (reason.kind === 'frozen') return [{ from: localDateOf(reason.since), to: today }]
    return []
  })
  return (date) => runs.some(({ from, to }) => from < date && date <= to)
}

/** The due day; of a stopped clock today, since nobody knows more. */
function lastDay(deadline: Deadline, today: LocalDate): LocalDate {
  if (!deadline.frozen) return localDateOf(deadline.dueAt)
  const since = localDateOf(deadline.frozen.since)
  return since > today ? since : today
}

/** The strip's density for this deadline, also the density of its reasons in words. */
export function stripLayout(deadline: Deadline, now: Date): DayStrip['layout'] {
  const days = daysBetween(localDateOf(deadline.effectiveReceipt), lastDay(deadline, localDateOf(now))) + 1
  return days <= WEEK ? 'row' : days <= LONGEST ? 'weeks' : 'list'
}

/** Gives each counted day its caption, in order. */
function counter(deadline: Deadline): (date: LocalDate) => string {
  const { unit, value } = deadline.limit
  if (unit === 'HOUR' || unit === 'SAME_DAY') {
    const hours = new Map(
      deadline.reasons.flatMap((reason) => (reason.kind === 'office_time' ? [[reason.date, reason.minutes] as const] : [])),
    )
    return (date) => {
      const minutes = Math.round(hours.get(date) ?? 0)
      return minutes % 60 === 0 ? (minutes > 0 ? `${minutes / 60} giờ` : '') : `${Math.floor(minutes / 60)}g${minutes % 60}`
    }
  }
  let number = 0
  return () => (++number <= value ? `ngày ${number}` : '')
}

function withRuns(cells: readonly DayCell[]): DayCell[] {
  const merged: DayCell[] = []
  for (const [index, cell] of cells.entries()) {
    const before = merged.at(-1)
    if (cell.kind !== 'pause' || before?.kind !== 'pause' || index % WEEK === 0) {
      merged.push(cell)
      continue
    }
    merged[merged.length - 1] = {
      ...before,
      until: cell.date,
      span: before.span + 1,
      weekday: `${shortWeekday(before.date)} – ${shortWeekday(cell.date)}`,
      day: `${before.date.slice(0, 7) === cell.date.slice(0, 7) ? before.date.slice(8) : dayMonth(before.date)} – ${dayMonth(cell.date)}`,
      caption: 'tạm dừng',
      isToday: before.isToday || cell.isToday,
    }
  }
  return merged
}

/** The strip of `deadline` as it looks at `now`. `receiptCaption` is "nộp" where a citizen plans to file. */
export function dayStrip(
  deadline: Deadline,
  { now, calendar, receiptCaption = 'nhận' }: { now: Date; calendar: WorkCalendar; receiptCaption?: string },
): DayStrip {
  const layout = stripLayout(deadline, now)
  if (layout === 'list') return { layout, cells: [] }

  const today = localDateOf(now)
  const first = localDateOf(deadline.effectiveReceipt)
  const last = lastDay(deadline, today)
  const due = deadline.frozen ? null : localDateOf(deadline.dueAt)
  const isPaused = pausedDays(deadline, today)
  const captionOf = counter(deadline)
  // Calendar days count also when the office is closed, up to the n-th itself; what is closed after it is skipped.
  const skipped = new Set(deadline.reasons.flatMap((reason) => (reason.kind === 'skipped' ? [reason.date] : [])))
  const closedEnds = new Set(deadline.reasons.flatMap((reason) => (reason.kind === 'rolled' ? [reason.from] : [])))
  for (const end of closedEnds) skipped.delete(end)
  const isCounted = (date: LocalDate) => (deadline.limit.unit === 'DAY' ? !skipped.has(date) : isWorkingDay(date, calendar))

  const kindOf = (date: LocalDate): { kind: DayKind; caption: string } => {
    if (date === due) return { kind: 'end', caption: timeWords(deadline.dueAt) }
    if (date === first) return { kind: 'receipt', caption: receiptCaption }
    if (date < first || date > last) return isWorkingDay(date, calendar) ? { kind: 'after', caption: '' } : { kind: 'off', caption: 'nghỉ' }
    if (isPaused(date)) return { kind: 'pause', caption: 'chờ' }
    if (!isCounted(date)) return { kind: 'off', caption: 'nghỉ' }
    return { kind: 'counted', caption: closedEnds.has(date) ? [captionOf(date), 'nghỉ'].filter(Boolean).join(', ') : captionOf(date) }
  }

  // Rows of a week begin on Monday, so that the weekends stand under one another.
  const from = layout === 'weeks' ? addDays(first, -((weekdayOf(first) + 6) % WEEK)) : first
  const columns = Math.ceil((daysBetween(from, last) + 1) / WEEK) * WEEK
  const cells = Array.from({ length: columns }, (_, index): DayCell => {
    const date = addDays(from, index)
    return { date, until: date, span: 1, weekday: shortWeekday(date), day: date.slice(8), ...kindOf(date), isToday: date === today }
  })
  return { layout, cells: withRuns(cells) }
}
