import type { Actor } from '@/lib/access/policy'
import { addOfficeMinutes, type WorkCalendar } from '@/lib/deadlines/working-time'
import { deadline, type TimeLimit } from '@/lib/deadlines/rules'
import type { LifeCycle } from './life-cycle'
import { ANSWER_MINUTES, CLOSED_STAGES, type Move } from './rules'

/** What a transition needs to know beyond the table. */
export type Circumstances = {
  now: Date
  actor: Actor
  calendar: WorkCalendar
  limit: TimeLimit
  /** Where results of this dossier's department are decided: the leadership, or the agency itself. */
  approverDepartment: string
  deskDepartment: string
}

type Before = Pick<LifeCycle, 'departmentCode' | 'processorId' | 'dueAt' | 'appointmentAt' | 'hasResultFile'>

/**
 * The columns that a move sets: stage, one holder, one due time, and the dates of the clock. Pure: the command, the seed and
 * the tests use the same function.
 */
export function transition(before: Before, move: Move, circumstances: Circumstances): Partial<LifeCycle> {
  const { now } = circumstances
  const dates = move.clock === 'start' ? startClock(circumstances) : {}
  const dueAt = dates.dueAt ?? before.dueAt
  return {
    stage: move.to,
    ...nextHolder(before, move, circumstances),
    ...dates,
    nextDueAt: CLOSED_STAGES.includes(move.to) ? null : move.clock === 'stop' ? before.appointmentAt : dueAt,
    ...(move.clock === 'stop' ? { finishedAt: now } : {}),
    ...(move.to === 'returned' ? { returnedAt: now } : {}),
    ...(CLOSED_STAGES.includes(move.to) ? { closedAt: now } : {}),
  }
}

/** Answer time of a dossier just sent: 8 office hours. */
export const answerDueAt = (submittedAt: Date, calendar: WorkCalendar): Date => addOfficeMinutes(submittedAt, ANSWER_MINUTES, calendar)

function startClock({ now, limit, calendar }: Circumstances): Partial<LifeCycle> {
  const { effectiveReceipt, dueAt } = deadline({ receivedAt: now, limit, pauses: [], calendar })
  return { receivedAt: now, effectiveReceiptAt: effectiveReceipt, firstDueAt: dueAt, dueAt, appointmentAt: dueAt }
}

type Holder = Pick<LifeCycle, 'holderKind' | 'holderDepartment' | 'holderStaffId'> & Partial<Pick<LifeCycle, 'processorId'>>

function nextHolder(before: Before, move: Move, { actor, approverDepartment, deskDepartment }: Circumstances): Holder {
  switch (move.holder) {
    case 'desk':
      return { holderKind: 'desk', holderDepartment: deskDepartment, holderStaffId: null }
    case 'department':
      return { holderKind: 'department', holderDepartment: before.departmentCode, holderStaffId: null }
    case 'approver':
      return { holderKind: 'department', holderDepartment: approverDepartment, holderStaffId: null }
    case 'actor': {
      const staffId = actor.kind === 'staff' ? actor.staffId : null
      return { holderKind: 'person', holderDepartment: before.departmentCode, holderStaffId: staffId, processorId: staffId }
    }
    case 'processor':
      return { holderKind: 'person', holderDepartment: before.departmentCode, holderStaffId: before.processorId }
    case 'nobody':
      return { holderKind: 'nobody', holderDepartment: null, holderStaffId: null }
  }
}
