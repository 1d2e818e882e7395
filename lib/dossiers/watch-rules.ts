/** What the watchdog says of an open dossier, to whom, and when an apology has to be drafted. Pure. */
import { isWorkingDay, nextWorkingDay, officeMinutesBetween, type WorkCalendar } from '@/lib/deadlines/working-time'
import { addDays, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import type { WayStep } from '@/lib/procedures/way'
import type { HolderKind, Stage } from '@/prisma/generated/enums'
import { ANSWER_MINUTES } from './rules'
import { minutesAt } from './way-rules'

/** `step_soon`: three quarters of the step's time are gone; `due_tomorrow`: the day before the date; the others: the time is over. */
export const WARNINGS = ['step_soon', 'due_tomorrow', 'step_late', 'dossier_late'] as const
export type WarningKind = (typeof WARNINGS)[number]

/** To whom a warning goes: whoever holds the dossier, the head of the department that holds it, or the leaders. */
export const WARNS: Record<WarningKind, 'holder' | 'head' | 'leader'> = {
  step_soon: 'holder',
  due_tomorrow: 'holder',
  step_late: 'head',
  dossier_late: 'leader',
}

/** The share of a step's time after which its holder is warned. */
const SOON = 0.75

/** What is looked at of one open dossier. */
export type Watched = {
  stage: Stage
  holderKind: HolderKind
  pausedAt: Date | null
  finishedAt: Date | null
  nextDueAt: Date | null
  dueAt: Date | null
  stepDueAt: Date | null
  appointmentAt: Date | null
  extendedAt: Date | null
  way: readonly WayStep[]
}

type Watching = { now: Date; calendar: WorkCalendar }

/** Stages at which the desk owes an answer within its eight office hours; no way allots time to that. */
const TO_ANSWER: readonly Stage[] = ['submitted', 'withdrawal_asked']

/** By when the step at hand should be done, and the office minutes that it has; null: nothing says so. */
function stepOf({ stage, nextDueAt, stepDueAt, way }: Pick<Watched, 'stage' | 'nextDueAt' | 'stepDueAt' | 'way'>) {
  const [dueAt, minutes] = TO_ANSWER.includes(stage) ? [nextDueAt, ANSWER_MINUTES] : [stepDueAt, minutesAt(stage, way)]
  return dueAt === null ? null : { dueAt, minutes }
}

/** Whether a warning about this due time still says something: the time may have moved meanwhile, or the dossier to another stage. */
export const isAbout = (dossier: Pick<Watched, 'stage' | 'nextDueAt' | 'stepDueAt' | 'dueAt'>, at: Date): boolean =>
  [dossier.dueAt, stepOf({ ...dossier, way: [] })?.dueAt].some((dueAt) => dueAt?.getTime() === at.getTime())

/**
 * The warnings that are due, each with the due time that it is about. None while the office waits for the applicant, or once there is a result; of a
 * wish to withdraw only that it has to be answered, since the dossier's own clock stands.
 */
export function warningsOf(dossier: Watched, watching: Watching): { kind: WarningKind; dueAt: Date }[] {
  if (!isAtWork(dossier) && dossier.stage !== 'withdrawal_asked') return []
  return WARNINGS.flatMap((kind) => {
    const dueAt = ABOUT[kind](dossier, watching)
    return dueAt === null ? [] : [{ kind, dueAt }]
  })
}

const isAtWork = ({ finishedAt, pausedAt, holderKind }: Watched): boolean =>
  finishedAt === null && pausedAt === null && holderKind !== 'applicant' && holderKind !== 'nobody'

/** The due time that a warning is about, where its moment has come. */
const ABOUT: Record<WarningKind, (dossier: Watched, watching: Watching) => Date | null> = {
  step_soon: (dossier, { now, calendar }) => {
    const step = stepOf(dossier)
    if (step === null || step.minutes === null || now >= step.dueAt) return null
    return officeMinutesBetween(now, step.dueAt, calendar) <= step.minutes * (1 - SOON) ? step.dueAt : null
  },
  due_tomorrow: ({ dueAt, pausedAt }, { now, calendar }) =>
    dueAt !== null && pausedAt === null && now < dueAt && localDateOf(dueAt) <= nextWorkingDay(localDateOf(now), calendar) ? dueAt : null,
  step_late: (dossier, { now }) => {
    const step = stepOf(dossier)
    return step !== null && now >= step.dueAt ? step.dueAt : null
  },
  dossier_late: ({ dueAt, pausedAt }, { now }) => (dueAt !== null && pausedAt === null && now >= dueAt ? dueAt : null),
}

/**
 * The new appointment that a drafted apology proposes, or null where none is needed: from the morning of the working day before the date on, for
 * what has no result yet and was not given a new date before (TT 03/2025/TT-VPCP Mẫu 04: before expiry, at least a day ahead). Proposed are as
 * many working days as the steps that are left take, three at least.
 */
export function apologyFor(dossier: Watched, { now, calendar }: Watching): LocalDate | null {
  const { appointmentAt, extendedAt, stage, way } = dossier
  if (!isAtWork(dossier) || extendedAt !== null || appointmentAt === null) return null
  if (localDateOf(appointmentAt) > nextWorkingDay(localDateOf(now), calendar)) return null
  // What only waits for a signature or a number is done in time.
  if (now < appointmentAt && (stage === 'awaiting_approval' || stage === 'awaiting_issue')) return null
  const left = Math.ceil((minutesAt(stage, way) ?? 0) / (8 * 60))
  let day = localDateOf(appointmentAt > now ? appointmentAt : now)
  for (let days = Math.max(3, left); days > 0; days -= 1) day = nextWorkingDay(day, calendar)
  return isWorkingDay(day, calendar) ? day : nextWorkingDay(addDays(day, 1), calendar)
}
