import type { Actor } from '@/lib/access/policy'
import { calendarOfCount } from '@/lib/deadlines/calendar-plan'
import {
  addOfficeMinutes,
  closingTime,
  isWorkingDay,
  nextWorkingDay,
  officeMinutesBetween,
  type WorkCalendar,
} from '@/lib/deadlines/working-time'
import { deadline, type Pause, type TimeLimit } from '@/lib/deadlines/rules'
import { addDays, localDateOf } from '@/lib/platform/local-date'
import type { WayStep } from '@/lib/procedures/way'
import type { Stage } from '@/prisma/generated/enums'
import type { LifeCycle } from './life-cycle'
import type { Move } from './move-rules'
import { ANSWER_MINUTES, CLOSED_STAGES, PAUSED_STAGES, stageAfter, SUPPLEMENT_DAYS } from './rules'
import { minutesAt, sharesStep } from './way-rules'

/** What a transition needs beyond the table, for this dossier now. */
export type Circumstances = {
  now: Date
  actor: Actor
  calendar: WorkCalendar
  limit: TimeLimit
  /** Where results of this dossier's department are decided: the leadership, or the agency itself. */
  approverDepartment: string
  deskDepartment: string
  /** Where results get number and seal. */
  issuerDepartment: string
  /** The way that the procedure's version lays down; empty: none is. */
  way: readonly WayStep[]
  /** To whom a move gives the dossier where its holder is `named`: an officer of this department, or the department or agency itself. */
  named?: { departmentCode: string; staffId: string | null }
  /** What the proposed result says, where the move proposes one. */
  outcome?: LifeCycle['outcome']
  /** The new appointment, where the move gives one. */
  newAppointmentAt?: Date
  /** After how many calendar days the office looks again at a supplement that nobody has answered; left out: `SUPPLEMENT_DAYS`. */
  supplementDays?: number
  /** The pauses of the clock so far, the one that still runs included. */
  pauses: readonly Pause[]
  /** By when the other agency was to answer, where the dossier goes back to it after a pause. */
  agencyDueAt?: Date
}

type Before = Pick<
  LifeCycle,
  | 'stage'
  | 'departmentCode'
  | 'processorId'
  | 'holderKind'
  | 'holderDepartment'
  | 'holderStaffId'
  | 'receivedAt'
  | 'dueAt'
  | 'appointmentAt'
  | 'pausedAt'
  | 'supplementRequests'
  | 'stageBefore'
  | 'withAgency'
  | 'nextDueAt'
  | 'stepDueAt'
  | 'extendedAt'
  | 'closedAt'
>

/** The same, with the stage that the dossier comes to. */
type Coming = Circumstances & { stage: Stage }

/**
 * The columns that a move sets: stage, one holder, one due time, and the dates of the clock. Pure: the command, the seed and
 * the tests use the same function.
 */
export function transition(before: Before, move: Move, circumstances: Circumstances): Partial<LifeCycle> {
  const { now, outcome } = circumstances
  const stage = stageAfter(move, before, circumstances.way)
  const coming = { ...circumstances, stage }
  const dates = clockDates(before, move, coming)
  return {
    stage,
    ...nextHolder(before, move, coming),
    ...dates,
    nextDueAt: nextDue({ ...before, ...dates }, coming),
    stepDueAt: stepDue(before, { ...coming, dueAt: dates.dueAt ?? before.dueAt }),
    ...(move.paper === 'SUPPLEMENT' ? { supplementRequests: before.supplementRequests + 1 } : {}),
    ...(move.paper === 'SUPPLEMENT' && before.receivedAt !== null ? { askedInWorkAt: now } : {}),
    ...(move.paper === 'APOLOGY' ? { extendedAt: now } : {}),
    ...(outcome === undefined ? {} : { outcome }),
    ...waiting(before, coming),
    ...(stage === 'finished' ? { finishedAt: now } : {}),
    ...(move.clock === 'reopen' ? { finishedAt: null, outcome: null } : {}),
    ...(stage === 'returned' ? { returnedAt: now } : {}),
    ...(CLOSED_STAGES.includes(stage) ? { closedAt: now } : {}),
    ...(move.clock === 'go_on' ? { closedAt: null } : {}),
  }
}
/** By when somebody has to act next: the office, or the applicant while the dossier is hers. */
function nextDue(
  { receivedAt, dueAt, appointmentAt, nextDueAt }: Pick<Before, 'receivedAt' | 'dueAt' | 'appointmentAt' | 'nextDueAt'>,
  { stage, now, calendar, supplementDays = SUPPLEMENT_DAYS }: Coming,
): Date | null {
  if (CLOSED_STAGES.includes(stage)) return null
  if (stage === 'awaiting_supplement' || stage === 'awaiting_payment') return lookAgainAt(now, supplementDays, calendar)
  // The desk answers a wish to withdraw as fast as it answers a new dossier; before receipt the eight hours begin anew.
  if (stage === 'withdrawal_asked' || receivedAt === null) return answerDueAt(now, calendar)
  return (stage === 'finished' ? appointmentAt : dueAt) ?? nextDueAt
}

/** By when the step it comes to should be done: the office time allotted to it, and never later than the dossier itself is due. */
function stepDue(before: Before, { stage, now, calendar, way, dueAt, agencyDueAt }: Coming & { dueAt: Date | null }): Date | null {
  if (before.stepDueAt && sharesStep(before.stage, stage)) return before.stepDueAt
  const began = before.pausedAt ?? before.closedAt ?? now
  const isBackAtAgency = stage === 'with_agency' && agencyDueAt !== undefined
  // Who was late before the pause stays it; else the agency has what was left to it.
  if (isBackAtAgency && agencyDueAt <= began) return agencyDueAt
  const minutes = isBackAtAgency ? officeMinutesBetween(began, agencyDueAt, calendar) : minutesAt(stage, way)
  if (minutes === null) return null
  const at = addOfficeMinutes(now, minutes, calendar)
  return dueAt !== null && at > dueAt ? dueAt : at
}

/** What is kept of where it came from while it waits for the desk or for another agency, or after the office has stopped it. */
function waiting(before: Before, { stage, named }: Coming): Partial<LifeCycle> {
  if (stage === 'withdrawal_asked' || (stage === 'stopped' && before.stage !== 'withdrawal_asked')) return { stageBefore: before.stage }
  if (stage === 'with_agency' && named) return { withAgency: named.departmentCode }
  return {
    ...(before.stageBefore === null ? {} : { stageBefore: null }),
    ...(before.withAgency === null || stage === 'with_agency' ? {} : { withAgency: null }),
  }
}

function clockDates(before: Before, move: Move, coming: Coming): Partial<LifeCycle> {
  const { now, newAppointmentAt, stage } = coming
  if (move.clock === 'start') return startClock(coming)
  if (newAppointmentAt) return { appointmentAt: newAppointmentAt }
  if (before.receivedAt === null) return {}
  // A pause that runs already goes on; it ends only when nobody waits for the applicant any more.
  if (move.clock === 'pause') return before.pausedAt === null ? { pausedAt: now } : {}
  if (move.clock === 'go_on') return goOn(before.receivedAt, before, coming)
  if (move.clock !== 'resume' || before.pausedAt === null || PAUSED_STAGES.includes(stage)) return {}
  return resumeClock(before.receivedAt, before, coming)
}

/** The time from the stop on stands like any pause; what already stood when it was stopped stands on. */
function goOn(receivedAt: Date, before: Before, coming: Circumstances): Partial<LifeCycle> {
  if (before.pausedAt !== null || before.closedAt === null) return {}
  return resumeClock(receivedAt, before, { ...coming, pauses: [...coming.pauses, { from: before.closedAt, to: null }] })
}

/** The pause that runs ends now; the due time moves by what remained, and the person is told the new one. */
function resumeClock(receivedAt: Date, before: Before, { now, limit, calendar, pauses }: Circumstances): Partial<LifeCycle> {
  const ended = pauses.flatMap(({ from, to }) => ((to ?? now) > from ? [{ from, to: to ?? now }] : []))
  const { dueAt } = deadline({ receivedAt, limit, pauses: ended, calendar: calendarOfCount(calendar, { receivedAt, limit }) })
  // An appointment given with an apology stays where it is, unless the lawful date is now later.
  const appointmentAt = before.extendedAt && before.appointmentAt && before.appointmentAt > dueAt ? before.appointmentAt : dueAt
  return { pausedAt: null, dueAt, appointmentAt }
}

/** The close of the working day on which the office looks again at what the applicant has not answered or paid. */
function lookAgainAt(now: Date, days: number, calendar: WorkCalendar): Date {
  const day = addDays(localDateOf(now), days)
  return closingTime(isWorkingDay(day, calendar) ? day : nextWorkingDay(day, calendar), calendar)
}

/** Answer time of a dossier just sent: 8 office hours. */
export const answerDueAt = (submittedAt: Date, calendar: WorkCalendar): Date => addOfficeMinutes(submittedAt, ANSWER_MINUTES, calendar)

function startClock({ now, limit, calendar }: Circumstances): Partial<LifeCycle> {
  const { effectiveReceipt, dueAt } = deadline({ receivedAt: now, limit, pauses: [], calendar })
  return { receivedAt: now, effectiveReceiptAt: effectiveReceipt, firstDueAt: dueAt, dueAt, appointmentAt: dueAt }
}

type Holder = Pick<LifeCycle, 'holderKind' | 'holderDepartment' | 'holderStaffId'> &
  Partial<Pick<LifeCycle, 'processorId' | 'departmentCode'>>

function nextHolder(before: Before, move: Move, coming: Coming): Holder {
  switch (move.holder) {
    case 'stage':
      return HOLDER_AT[coming.stage](before, coming)
    case 'same':
      return { holderKind: before.holderKind, holderDepartment: before.holderDepartment, holderStaffId: before.holderStaffId }
    case 'actor': {
      const { actor } = coming
      const staffId = actor.kind === 'staff' ? actor.staffId : null
      return { ...heldByPerson(before.departmentCode, staffId), processorId: staffId }
    }
    case 'named':
      return heldByNamed(coming)
  }
}

const heldByPerson = (department: string, staffId: string | null): Holder => ({
  holderKind: 'person',
  holderDepartment: department,
  holderStaffId: staffId,
})
const inQueueOf = (department: string): Holder => ({ holderKind: 'department', holderDepartment: department, holderStaffId: null })

/** Who holds a dossier that comes to a stage; nobody has to be named there. A new stage does not compile until that is decided. */
const HOLDER_AT: Record<Stage, (before: Before, circumstances: Circumstances) => Holder> = {
  submitted: atDesk,
  received: (before, circumstances) => ({ ...atDesk(before, circumstances), ...freed(before) }),
  in_department: (before) => ({ ...inQueueOf(before.departmentCode), ...freed(before) }),
  in_hand: ({ departmentCode, processorId }) => heldByPerson(departmentCode, processorId),
  with_agency: ({ withAgency, departmentCode }) => ({ ...inQueueOf(withAgency ?? departmentCode), holderKind: 'agency' }),
  awaiting_approval: (_before, { approverDepartment }) => inQueueOf(approverDepartment),
  awaiting_issue: (_before, { issuerDepartment }) => inQueueOf(issuerDepartment),
  awaiting_supplement: byApplicant,
  awaiting_payment: byApplicant,
  withdrawal_asked: atDesk,
  finished: atDesk,
  returned: byNobody,
  refused: byNobody,
  withdrawn: byNobody,
  stopped: byNobody,
}

function atDesk(_before: Before, { deskDepartment }: Circumstances): Holder {
  return { holderKind: 'desk', holderDepartment: deskDepartment, holderStaffId: null }
}
function byApplicant(): Holder {
  return { holderKind: 'applicant', holderDepartment: null, holderStaffId: null }
}
function byNobody(): Holder {
  return { holderKind: 'nobody', holderDepartment: null, holderStaffId: null }
}

/** Whoever had taken it is no longer the one it comes back to. */
const freed = ({ processorId }: Before): Partial<Holder> => (processorId === null ? {} : { processorId: null })

/** Whom the move named: who works on it then is the one it comes back to, and their department answers for it; another agency only helps. */
function heldByNamed({ stage, named }: Coming): Holder {
  if (!named) throw new Error('The move gives the dossier to somebody, and nobody was named')
  const { departmentCode, staffId } = named
  if (stage === 'with_agency') return { ...inQueueOf(departmentCode), holderKind: 'agency' }
  return { ...(staffId === null ? inQueueOf(departmentCode) : heldByPerson(departmentCode, staffId)), departmentCode, processorId: staffId }
}
