/** What the watchdog says of an open dossier, to whom, and when an apology has to be drafted. Pure. */
import { isWorkingDay, nextWorkingDay, officeMinutesBetween, type WorkCalendar } from '@/lib/deadlines/working-time'
import { addDays, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import type { WayStep } from '@/lib/procedures/way'
import type { HolderKind, Stage } from '@/prisma/generated/enums'
import { ANSWER_MINUTES } from './rules'
import { minutesAfter, minutesAt } from './way-rules'

/**
 * `step_soon`: three quarters of the step's time are gone; `due_tomorrow`: the day before the date; `applicant_late`: the applicant has not answered by
 * the time at which the office looks again; the others: the time is over.
 */
export const WARNINGS = ['step_soon', 'due_tomorrow', 'step_late', 'dossier_late', 'applicant_late'] as const
export type WarningKind = (typeof WARNINGS)[number]

/**
 * To whom a warning goes: whoever holds the dossier, the head of the department that holds it, the leaders, or whoever has to do something where the
 * applicant does not answer. What is late is said to who holds it as well (`warningsFor`).
 */
export const WARNS: Record<WarningKind, 'holder' | 'head' | 'leader' | 'asker'> = {
  step_soon: 'holder',
  due_tomorrow: 'holder',
  step_late: 'head',
  dossier_late: 'leader',
  applicant_late: 'asker',
}

/** The share of a step's time after which its holder is warned. */
const SOON = 0.75

/** What is looked at of one open dossier. */
export type Watched = {
  stage: Stage
  holderKind: HolderKind
  receivedAt: Date | null
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

type Dated = Pick<Watched, 'dueAt' | 'appointmentAt' | 'extendedAt'>

/** The dates of a dossier that somebody counts on: the due date, and the later one that a Phiếu xin lỗi has promised. */
const datesOf = ({ dueAt, appointmentAt, extendedAt }: Dated): Date[] =>
  [dueAt, extendedAt === null ? null : appointmentAt].filter((date) => date !== null)

/** Whether this is the date that a Phiếu xin lỗi has promised. */
const isPromised = ({ appointmentAt, extendedAt }: Dated, at: Date): boolean =>
  extendedAt !== null && appointmentAt?.getTime() === at.getTime()

type Standing = Dated & Pick<Watched, 'stage' | 'holderKind' | 'nextDueAt' | 'stepDueAt'>

/** By when the applicant was to answer; null: the office does not wait for her. */
const answerOf = ({ holderKind, nextDueAt }: Pick<Watched, 'holderKind' | 'nextDueAt'>): Date | null =>
  holderKind === 'applicant' ? nextDueAt : null

/** What a warning has become when the time that it was to come before is over. */
const ONCE_OVER: Partial<Record<WarningKind, WarningKind>> = { step_soon: 'step_late', due_tomorrow: 'dossier_late' }

/**
 * What the warnings of a dossier say at this moment: nothing about a time that has moved meanwhile, each time once, what is over as over, and of a
 * step nothing any more when the date itself is missed. `isPromised`: about the date that a Phiếu xin lỗi has promised.
 */
export function saidNow(dossier: Standing, warnings: readonly { kind: string; dueAt: Date }[], now: Date) {
  const times = new Set([...datesOf(dossier), answerOf(dossier), stepOf({ ...dossier, way: [] })?.dueAt].map((dueAt) => dueAt?.getTime()))
  const said = warnings.flatMap(({ kind: name, dueAt }) => {
    const kind = WARNINGS.find((one) => one === name)
    if (!kind || !times.has(dueAt.getTime())) return []
    return [{ kind: (now >= dueAt && ONCE_OVER[kind]) || kind, dueAt, isPromised: isPromised(dossier, dueAt) }]
  })
  const isMissed = said.some(({ kind }) => kind === 'dossier_late')
  return said.filter(
    ({ kind, dueAt }, index) =>
      !(isMissed && kind === 'step_late') &&
      said.findIndex((one) => one.kind === kind && one.dueAt.getTime() === dueAt.getTime()) === index,
  )
}

/**
 * The warnings that are due, each with the due time that it is about. None once there is a result, and while the office waits for the applicant only
 * that she has not answered; of a wish to withdraw only that it has to be answered, since the dossier's own clock stands.
 */
export function warningsOf(dossier: Watched, watching: Watching): { kind: WarningKind; dueAt: Date }[] {
  const answer = dossier.finishedAt === null ? answerOf(dossier) : null
  if (answer !== null) return watching.now >= answer ? [{ kind: 'applicant_late', dueAt: answer }] : []
  if (!isAtWork(dossier) && dossier.stage !== 'withdrawal_asked') return []
  return WARNINGS.flatMap((kind) => ABOUT[kind](dossier, watching).map((dueAt) => ({ kind, dueAt })))
}

const isAtWork = ({ finishedAt, pausedAt, holderKind }: Watched): boolean =>
  finishedAt === null && pausedAt === null && holderKind !== 'applicant' && holderKind !== 'nobody'

/** The due times that a warning is about, where its moment has come and the office is at work. */
const ABOUT: Record<WarningKind, (dossier: Watched, watching: Watching) => Date[]> = {
  step_soon: (dossier, { now, calendar }) => {
    const step = stepOf(dossier)
    if (step === null || step.minutes === null || now >= step.dueAt) return []
    return officeMinutesBetween(now, step.dueAt, calendar) <= step.minutes * (1 - SOON) ? [step.dueAt] : []
  },
  due_tomorrow: (dossier, { now, calendar }) =>
    runningDates(dossier).filter((date) => now < date && localDateOf(date) <= nextWorkingDay(localDateOf(now), calendar)),
  step_late: (dossier, { now }) => {
    const step = stepOf(dossier)
    return step !== null && now >= step.dueAt ? [step.dueAt] : []
  },
  dossier_late: (dossier, { now }) => runningDates(dossier).filter((date) => now >= date),
  applicant_late: () => [],
}

/** The dates whose clock does not stand. */
const runningDates = (dossier: Watched): Date[] => (dossier.pausedAt === null ? datesOf(dossier) : [])

/** Why it comes late, as far as the stage tells, until somebody says it better: the draft must not pretend to know. */
const REASONS: Partial<Record<Stage, string>> = {
  received: 'Hồ sơ chưa được chuyển kịp đến nơi giải quyết.',
  in_department: 'Hồ sơ chưa được phân công kịp để giải quyết.',
  with_agency: 'Hồ sơ đang chờ cơ quan phối hợp trả lời.',
  awaiting_approval: 'Kết quả đã soạn, đang chờ ký duyệt.',
  awaiting_issue: 'Kết quả đã ký, đang chờ cấp số và đóng dấu.',
}
export const draftReason = (stage: Stage): string => REASONS[stage] ?? 'Hồ sơ cần thêm thời gian để xem xét, thẩm định.'

type Drafted = { newDueAt: Date; issuedAt: Date | null }

/** Whether a drafted letter can still be signed as it is: not sent yet, and with a day to come after what the person was told. */
export const isToSign = (
  draft: Drafted,
  { appointmentAt, extendedAt }: Pick<Watched, 'appointmentAt' | 'extendedAt'>,
  now: Date,
): boolean =>
  draft.issuedAt === null && extendedAt === null && draft.newDueAt > now && (appointmentAt === null || draft.newDueAt > appointmentAt)

/** A dossier that has less than this share of the office time that the way allots to the steps still to come cannot make its date. */
const TOO_LITTLE = 0.5

/** Whether the time that is left is too short for what comes after the step at hand. */
function isHopeless({ appointmentAt, stage, way }: Watched, { now, calendar }: Watching): boolean {
  const needed = minutesAfter(stage, way)
  return appointmentAt !== null && needed > 0 && officeMinutesBetween(now, appointmentAt, calendar) < needed * TOO_LITTLE
}

/**
 * The new appointment that a drafted apology proposes, or null where none is needed: as soon as the date cannot be made, and from the morning of the
 * working day before it on, for what has no result yet and was not given a new date before (TT 03/2025/TT-VPCP Mẫu 04: before expiry, at least a
 * day ahead); what came in on the same day was promised in knowledge of it. Proposed are as many working days as the steps that are left take, three
 * at least.
 */
export function apologyFor(dossier: Watched, { now, calendar }: Watching): LocalDate | null {
  const { receivedAt, appointmentAt, extendedAt, stage, way } = dossier
  if (!isAtWork(dossier) || extendedAt !== null || appointmentAt === null || receivedAt === null) return null
  const today = localDateOf(now)
  const isNear = localDateOf(receivedAt) < today && localDateOf(appointmentAt) <= nextWorkingDay(today, calendar)
  if (!isNear && now < appointmentAt && !isHopeless(dossier, { now, calendar })) return null
  // What only waits for a signature or a number is done in time.
  if (now < appointmentAt && (stage === 'awaiting_approval' || stage === 'awaiting_issue')) return null
  const left = Math.ceil(((minutesAt(stage, way) ?? 0) + minutesAfter(stage, way)) / (8 * 60))
  let day = localDateOf(appointmentAt > now ? appointmentAt : now)
  for (let days = Math.max(3, left); days > 0; days -= 1) day = nextWorkingDay(day, calendar)
  return isWorkingDay(day, calendar) ? day : nextWorkingDay(addDays(day, 1), calendar)
}
