import { calendarOfCount } from '@/lib/deadlines/calendar-plan'
import { deadline, type Deadline } from '@/lib/deadlines/rules'
import { dayStrip, type DayStrip } from '@/lib/deadlines/day-strip'
import type { ReasonLine } from '@/lib/deadlines/explanation'
import { answerStanding, dueStanding, finishedStanding, type DueStanding } from '@/lib/deadlines/standing'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { localDateOf } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import type { LimitUnit, Stage } from '@/prisma/generated/enums'
import { pausesIn } from './life-cycle'
import type { Step } from './move-rules'
import { moveOf, nextStep, stageAfter } from './rules'

/** What a due date is counted from. */
export type Dates = {
  stage: Stage
  submittedAt: Date
  receivedAt: Date | null
  nextDueAt: Date | null
  dueAt: Date | null
  finishedAt: Date | null
  procedureVersion: { limitValue: number; limitUnit: LimitUnit }
}

/** `written`: the reasons of a date that nobody counted, because a register of before tells it; null where it was counted. */
export type ExplainedDue = { deadline: Deadline; strip: DayStrip; standing: DueStanding; written: readonly ReasonLine[] | null }

/**
 * The due date with its count, or null before the dossier is received: there is nothing to count from yet. `events` in their order: the pauses
 * of the clock are read from them.
 */
export function explainDue(
  dossier: Dates & { events: readonly { at: Date; changes: unknown }[] },
  calendar: WorkCalendar,
  now: Date,
): ExplainedDue | null {
  if (!dossier.receivedAt || !dossier.dueAt) return null
  const { limitValue: value, limitUnit: unit } = dossier.procedureVersion
  const { receivedAt } = dossier
  const calendarThen = calendarOfCount(calendar, { receivedAt, limit: { value, unit } })
  const pauses = pausesIn(dossier.events)
  const counted = deadline({ receivedAt, limit: { value, unit }, pauses, calendar: calendarThen })
  const standing = standingOf(dossier, calendar, now) ?? { kind: 'today' }
  if (pauses.length === 0 && dossier.events.some(isTakenIn)) {
    const { dueAt } = dossier
    const asWritten = { ...counted, dueAt, firstDueAt: dueAt, reasons: [] }
    return { deadline: asWritten, strip: { layout: 'list', cells: [] }, standing, written: writtenReasons(receivedAt, dueAt) }
  }
  return { deadline: counted, strip: dayStrip(counted, { now, calendar: calendarThen }), standing, written: null }
}

/** The event by which a dossier came from a register of before: it alone sets code and receipt together. */
const isTakenIn = ({ changes }: { changes: unknown }): boolean =>
  typeof changes === 'object' && changes !== null && 'code' in changes && 'receivedAt' in changes && changes.receivedAt !== null

const writtenReasons = (receivedAt: Date, dueAt: Date): ReasonLine[] => [
  { when: dateWords(localDateOf(receivedAt)), text: 'Tiếp nhận, theo sổ theo dõi cũ', isOff: false },
  { when: dateWords(localDateOf(dueAt)), text: 'Hẹn trả, như ghi trong sổ', isOff: false },
]

/** The appointment that would come out if the dossier were received at `now`. */
export function explainIfReceived(
  { limitValue: value, limitUnit: unit }: Dates['procedureVersion'],
  calendar: WorkCalendar,
  now: Date,
): Pick<ExplainedDue, 'deadline' | 'strip'> {
  const counted = deadline({ receivedAt: now, limit: { value, unit }, pauses: [], calendar })
  return { deadline: counted, strip: dayStrip(counted, { now, calendar }) }
}

/** How the dossier stands towards the time by which somebody must act; null when nobody has to. */
export function standingOf(
  dossier: Pick<Dates, 'stage' | 'nextDueAt' | 'dueAt' | 'finishedAt'>,
  calendar: WorkCalendar,
  now: Date,
): DueStanding | null {
  if (dossier.finishedAt && dossier.dueAt) return finishedStanding({ finishedAt: dossier.finishedAt, dueAt: dossier.dueAt, now })
  if (dossier.stage === 'awaiting_supplement' || dossier.stage === 'awaiting_payment')
    return { kind: 'waiting', for: dossier.nextDueAt !== null && now > dossier.nextDueAt ? 'applicant_lapsed' : 'applicant' }
  if ((dossier.stage === 'submitted' || dossier.stage === 'withdrawal_asked') && dossier.nextDueAt)
    return answerStanding(now, dossier.nextDueAt, calendar)
  return dossier.nextDueAt ? dueStanding(now, dossier.nextDueAt, calendar) : null
}

type Promised = { dueAt: Date | null; appointmentAt: Date | null; finishedAt: Date | null }

/** Whether an apology has given another day than the one it is judged by, which that does not move. */
export const isMoved = ({ dueAt, appointmentAt }: Omit<Promised, 'finishedAt'>): boolean =>
  dueAt !== null && appointmentAt !== null && appointmentAt > dueAt

/** Whether the day of an apology has passed as well, without a result. */
export const isPromiseBroken = (dossier: Promised, now: Date): boolean =>
  isMoved(dossier) && dossier.finishedAt === null && dossier.appointmentAt !== null && now > dossier.appointmentAt

/** The stages that an undisturbed dossier still has before it, in order: what the timeline draws hollow. */
export function stagesAhead({ stage, receivedAt }: Pick<Dates, 'stage' | 'receivedAt'>): Stage[] {
  // What waits for its applicant goes on from where it was, as does what somebody else has for a while.
  const ahead: Stage[] = []
  for (let at: Stage = stage, step: Step | null = nextStep(at); step; step = nextStep(at)) {
    const move = moveOf(at, step)
    const next = move && stageAfter(move, { stage: at, stageBefore: null, receivedAt })
    if (!next || ahead.includes(next)) break
    ahead.push(next)
    at = next
  }
  return ahead
}
