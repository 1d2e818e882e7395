import type { Actor } from '@/lib/access/policy'
import { calendarOfCount } from '@/lib/deadlines/calendar-plan'
import { addOfficeMinutes, closingTime, isWorkingDay, nextWorkingDay, type WorkCalendar } from '@/lib/deadlines/working-time'
import { deadline, type Pause, type TimeLimit } from '@/lib/deadlines/rules'
import { addDays, localDateOf } from '@/lib/platform/local-date'
import type { LifeCycle } from './life-cycle'
import type { Move } from './move-rules'
import { ANSWER_MINUTES, CLOSED_STAGES, stageAfter, SUPPLEMENT_DAYS } from './rules'

/** What a transition needs to know beyond the table. */
export type Circumstances = {
  now: Date
  actor: Actor
  calendar: WorkCalendar
  limit: TimeLimit
  /** Where results of this dossier's department are decided: the leadership, or the agency itself. */
  approverDepartment: string
  deskDepartment: string
  /** To whom a move gives the dossier where its holder is `named`: an officer of this department, or the department itself. */
  named?: { departmentCode: string; staffId: string | null }
  /** After how many calendar days the office looks again at a supplement that nobody has answered; left out: `SUPPLEMENT_DAYS`. */
  supplementDays?: number
  /** The pauses of the clock so far, the one that still runs included. */
  pauses: readonly Pause[]
}

type Before = Pick<
  LifeCycle,
  'departmentCode' | 'processorId' | 'receivedAt' | 'dueAt' | 'appointmentAt' | 'pausedAt' | 'supplementRequests' | 'hasResultFile'
>

/**
 * The columns that a move sets: stage, one holder, one due time, and the dates of the clock. Pure: the command, the seed and
 * the tests use the same function.
 */
export function transition(before: Before, move: Move, circumstances: Circumstances): Partial<LifeCycle> {
  const { now } = circumstances
  const stage = stageAfter(move, before)
  const dates = clockDates(before, move, circumstances)
  return {
    stage,
    ...nextHolder(before, move, circumstances),
    ...dates,
    nextDueAt: nextDue(before, move, { ...circumstances, dueAt: dates.dueAt ?? before.dueAt }),
    ...(move.paper === 'SUPPLEMENT' ? { supplementRequests: before.supplementRequests + 1 } : {}),
    ...(move.clock === 'stop' ? { finishedAt: now } : {}),
    ...(stage === 'returned' ? { returnedAt: now } : {}),
    ...(CLOSED_STAGES.includes(stage) ? { closedAt: now } : {}),
  }
}

/** By when somebody has to act next: the office, or the applicant while the dossier is hers. */
function nextDue(
  before: Before,
  move: Move,
  { now, calendar, supplementDays = SUPPLEMENT_DAYS, dueAt }: Circumstances & { dueAt: Date | null },
): Date | null {
  const stage = stageAfter(move, before)
  if (CLOSED_STAGES.includes(stage)) return null
  if (stage === 'awaiting_supplement') return supplementDueAt(now, supplementDays, calendar)
  // A dossier that came back before its receipt is a new one to answer: the eight hours begin anew.
  if (stage === 'submitted') return answerDueAt(now, calendar)
  return move.clock === 'stop' ? before.appointmentAt : dueAt
}

function clockDates(before: Before, move: Move, circumstances: Circumstances): Partial<LifeCycle> {
  if (move.clock === 'start') return startClock(circumstances)
  if (before.receivedAt === null) return {}
  if (move.clock === 'pause') return { pausedAt: circumstances.now, askedInWorkAt: circumstances.now }
  return move.clock === 'resume' && before.pausedAt ? resumeClock(before.receivedAt, circumstances) : {}
}

/** The pause that runs ends now; the due time moves by what remained, and the person is told the new one. */
function resumeClock(receivedAt: Date, { now, limit, calendar, pauses }: Circumstances): Partial<LifeCycle> {
  const ended = pauses.flatMap(({ from, to }) => ((to ?? now) > from ? [{ from, to: to ?? now }] : []))
  const { dueAt } = deadline({ receivedAt, limit, pauses: ended, calendar: calendarOfCount(calendar, { receivedAt, limit }) })
  return { pausedAt: null, dueAt, appointmentAt: dueAt }
}

/** The close of the working day on which the office looks again at what the applicant has not answered. */
function supplementDueAt(now: Date, days: number, calendar: WorkCalendar): Date {
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

function nextHolder(before: Before, move: Move, { actor, approverDepartment, deskDepartment, named }: Circumstances): Holder {
  const atDesk: Holder = { holderKind: 'desk', holderDepartment: deskDepartment, holderStaffId: null }
  const withProcessor: Holder = { holderKind: 'person', holderDepartment: before.departmentCode, holderStaffId: before.processorId }
  switch (move.holder) {
    case 'desk':
      return atDesk
    case 'back':
      return before.receivedAt === null ? atDesk : withProcessor
    case 'applicant':
      return { holderKind: 'applicant', holderDepartment: null, holderStaffId: null }
    case 'department':
      return { ...inQueueOf(before.departmentCode), ...(before.processorId === null ? {} : { processorId: null }) }
    case 'approver':
      return { holderKind: 'department', holderDepartment: approverDepartment, holderStaffId: null }
    case 'actor': {
      const staffId = actor.kind === 'staff' ? actor.staffId : null
      return { holderKind: 'person', holderDepartment: before.departmentCode, holderStaffId: staffId, processorId: staffId }
    }
    case 'processor':
      return withProcessor
    case 'named':
      return heldBy(named)
    case 'nobody':
      return { holderKind: 'nobody', holderDepartment: null, holderStaffId: null }
  }
}

const inQueueOf = (department: string): Holder => ({ holderKind: 'department', holderDepartment: department, holderStaffId: null })

/** Whom the move named: who works on it then is the one it comes back to, and their department answers for it. */
function heldBy(named: Circumstances['named']): Holder {
  if (!named) throw new Error('The move gives the dossier to somebody, and nobody was named')
  const { departmentCode, staffId } = named
  const person: Holder = { holderKind: 'person', holderDepartment: departmentCode, holderStaffId: staffId }
  return { ...(staffId === null ? inQueueOf(departmentCode) : person), departmentCode, processorId: staffId }
}
