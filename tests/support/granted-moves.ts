// Who may take which step, written out by hand from the procedure of the one-stop shop; none of it is derived from the table.
import type { StaffActor } from '@/lib/access/policy'
import type { Step } from '@/lib/dossiers/move-rules'
import type { Standing } from '@/lib/dossiers/rules'
import { Role, type Stage } from '@/prisma/generated/enums'

export const ROLES = Object.values(Role)

/** Who may take a step, given that the dossier is theirs to move. What is not named here is refused to everybody. */
const DESK = ['clerk', 'centre_director'] as const
const WORKERS = ['specialist', 'department_head'] as const
const HEADS = ['leader', 'department_head'] as const
/** What is possible wherever the office works on a received dossier. */
const AT_WORK = (stage: Stage) =>
  [
    [stage, 'ask_to_withdraw', DESK],
    [stage, 'stop', HEADS],
    [stage, 'extend', HEADS],
  ] as const
export const GRANTED: readonly (readonly [Stage, Step, readonly Role[]])[] = [
  ['submitted', 'receive', DESK],
  ['submitted', 'ask_for_more', DESK],
  ['submitted', 'refuse', DESK],
  ['submitted', 'withdraw', []],
  ['awaiting_supplement', 'answer', DESK],
  ['awaiting_supplement', 'withdraw', []],
  ['awaiting_supplement', 'ask_to_withdraw', DESK],
  ['awaiting_supplement', 'stop', HEADS],
  ['received', 'forward', DESK],
  ...AT_WORK('received'),
  ['in_department', 'take', WORKERS],
  ['in_department', 'assign', ['department_head']],
  ['in_department', 'pass_to_department', WORKERS],
  ['in_department', 'return_to_desk', WORKERS],
  ['in_department', 'recall_forward', DESK],
  ...AT_WORK('in_department'),
  ['in_hand', 'propose', WORKERS],
  ['in_hand', 'ask_for_more', WORKERS],
  ['in_hand', 'ask_again', HEADS],
  ['in_hand', 'ask_for_payment', WORKERS],
  ['in_hand', 'ask_agency', WORKERS],
  ['in_hand', 'give_back', WORKERS],
  ['in_hand', 'pass_on', WORKERS],
  ['in_hand', 'pass_to_department', WORKERS],
  ['in_hand', 'assign', ['department_head']],
  ...AT_WORK('in_hand'),
  ['with_agency', 'agency_answer', WORKERS],
  ...AT_WORK('with_agency'),
  ['awaiting_approval', 'approve', HEADS],
  ['awaiting_approval', 'send_back', HEADS],
  ['awaiting_approval', 'recall', WORKERS],
  ...AT_WORK('awaiting_approval'),
  ['awaiting_issue', 'issue', ['registrar', 'department_head']],
  ['awaiting_issue', 'return_to_signer', ['registrar', 'department_head']],
  ['awaiting_issue', 'extend', HEADS],
  ['awaiting_payment', 'confirm_payment', ['cashier', 'clerk', 'centre_director']],
  ['awaiting_payment', 'recall_payment', WORKERS],
  ['awaiting_payment', 'ask_to_withdraw', DESK],
  ['awaiting_payment', 'stop', HEADS],
  ['withdrawal_asked', 'confirm_withdrawal', DESK],
  ['withdrawal_asked', 'keep_going', DESK],
  ['finished', 'hand_over', DESK],
  ['finished', 'reopen', HEADS],
  ['stopped', 'take_up_again', HEADS],
]

export const staff = (role: Role, more: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  communeId: 1,
  staffId: 'the-one-at-work',
  sessionId: 'a-session',
  fullName: 'Phạm Văn Thí Điểm',
  position: 'Chuyên viên',
  departmentCode: 'VAN_PHONG',
  roles: [role],
  ...more,
})

/** A dossier held by the department and by the person of `staff`, so that only stage and role decide. */
export const theirs = (stage: Stage, step?: Step): Standing => ({
  communeId: 1,
  receivingCommuneId: null,
  stage,
  departmentCode: 'VAN_PHONG',
  holderKind: 'person',
  holderDepartment: 'VAN_PHONG',
  holderStaffId: 'the-one-at-work',
  processorId: 'the-one-at-work',
  receivedAt: stage === 'submitted' || step === 'withdraw' ? null : new Date('2026-11-20T08:00:00+07:00'),
  // More is asked for again only of what was asked for once.
  askedInWorkAt: step === 'ask_again' ? new Date('2026-11-21T08:00:00+07:00') : null,
  extendedAt: null,
  stageBefore: stage === 'withdrawal_asked' || stage === 'stopped' ? 'in_hand' : null,
})
