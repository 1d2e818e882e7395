import type { Right } from '@/lib/access/policy'
import type { NoticeEvent } from '@/lib/notifications/rules'
import type { PaperKind, Stage } from '@/prisma/generated/enums'

export type Step =
  | 'receive'
  | 'ask_for_more'
  | 'answer'
  | 'refuse'
  | 'withdraw'
  | 'forward'
  | 'take'
  | 'assign'
  | 'give_back'
  | 'pass_on'
  | 'pass_to_department'
  | 'propose'
  | 'recall'
  | 'approve'
  | 'send_back'
  | 'hand_over'

/** The steps that name who is to hold the dossier. */
export type PassOnStep = Extract<Step, 'assign' | 'pass_on' | 'pass_to_department'>

/**
 * Who holds the dossier after a move. `approver`: the leaders, or the agency's own head; `processor`: who last took it; `back`: whoever held it
 * when it began to wait for the applicant; `named`: the officer or the department that the one who moves it has named.
 */
type NextHolder = 'department' | 'actor' | 'approver' | 'processor' | 'desk' | 'applicant' | 'back' | 'named' | 'nobody'

export type Move = {
  /** `back`: where the dossier was when it began to wait for the applicant (`stageBack`). */
  to: Stage | 'back'
  /** Null: no member of staff does it. */
  right: Right | null
  /** Whether the one whose dossier it is may do it as well. */
  applicant: boolean
  /** What must hold beyond the stage: not received yet, or not asked for a supplement since it was taken in hand. */
  only: 'before_receipt' | 'not_asked_yet' | null
  /** Beyond the right: anyone who has it, a member of the holding department, the holding person, or who last took it. */
  by: 'anyone' | 'department' | 'person' | 'processor'
  holder: NextHolder
  /**
   * What the move does to the legal clock: it starts at receipt, stands while the office waits for the applicant, and stops when the result is
   * issued. Before receipt there is none to stop.
   */
  clock: 'start' | 'keep' | 'pause' | 'resume' | 'stop'
  needsReason: boolean
  paper: PaperKind | null
  notice: NoticeEvent | null
  /** Undone work of the holder is the ordinary next thing to do; the rest are ways out. */
  ordinary: boolean
}

const move = (m: Pick<Move, 'to' | 'right' | 'holder'> & Partial<Move>): Move => ({
  applicant: false,
  only: null,
  by: 'anyone',
  clock: 'keep',
  needsReason: false,
  paper: null,
  notice: null,
  ordinary: true,
  ...m,
})

/** Phiếu yêu cầu bổ sung: asked once, in full; the applicant holds the dossier until she has answered. */
const ask = (m: Pick<Move, 'right'> & Partial<Move>): Move =>
  move({
    to: 'awaiting_supplement',
    holder: 'applicant',
    clock: 'pause',
    needsReason: true,
    paper: 'SUPPLEMENT',
    notice: 'supplement_asked',
    ordinary: false,
    ...m,
  })

/** The head of the department says who works on it, also when somebody has taken it already. */
const ASSIGN = move({ to: 'in_hand', right: 'dossier.assign', by: 'department', holder: 'named', ordinary: false })

/** To another department of the commune, whose own people take it there: what came to the wrong one. */
const passToDepartment = (by: 'department' | 'person') =>
  move({ to: 'in_department', right: 'dossier.process', by, holder: 'named', needsReason: true, ordinary: false })

/** Before receipt the applicant takes the dossier back without asking anyone (NĐ 118/2025/NĐ-CP Điều 21). */
const WITHDRAW = move({
  to: 'withdrawn',
  right: null,
  applicant: true,
  only: 'before_receipt',
  holder: 'nobody',
  notice: 'withdrawn',
  ordinary: false,
})

/**
 * THE table of moves (NĐ 118/2025/NĐ-CP Điều 17–22; TT 03/2025/TT-VPCP). A stage without a row does not compile; a step
 * without an entry cannot be taken. The page draws its choices from it and the command asks it again.
 */
export const MOVES: Record<Stage, Partial<Record<Step, Move>>> = {
  submitted: {
    receive: move({ to: 'received', right: 'dossier.receive', holder: 'desk', clock: 'start', paper: 'RECEIPT', notice: 'received' }),
    ask_for_more: ask({ right: 'dossier.receive' }),
    refuse: move({
      to: 'refused',
      right: 'dossier.receive',
      holder: 'nobody',
      needsReason: true,
      paper: 'REFUSAL',
      notice: 'refused',
      ordinary: false,
    }),
    withdraw: WITHDRAW,
  },
  awaiting_supplement: {
    answer: move({
      to: 'back',
      right: 'dossier.receive',
      applicant: true,
      holder: 'back',
      clock: 'resume',
      notice: 'supplement_answered',
    }),
    withdraw: WITHDRAW,
  },
  received: {
    forward: move({ to: 'in_department', right: 'dossier.forward', holder: 'department' }),
  },
  in_department: {
    take: move({ to: 'in_hand', right: 'dossier.process', by: 'department', holder: 'actor' }),
    assign: ASSIGN,
    pass_to_department: passToDepartment('department'),
  },
  in_hand: {
    propose: move({ to: 'awaiting_approval', right: 'dossier.process', by: 'person', holder: 'approver' }),
    ask_for_more: ask({ right: 'dossier.process', by: 'person', only: 'not_asked_yet' }),
    give_back: move({
      to: 'in_department',
      right: 'dossier.process',
      by: 'person',
      holder: 'department',
      needsReason: true,
      ordinary: false,
    }),
    pass_on: move({ to: 'in_hand', right: 'dossier.process', by: 'person', holder: 'named', needsReason: true, ordinary: false }),
    pass_to_department: passToDepartment('person'),
    assign: ASSIGN,
  },
  awaiting_approval: {
    approve: move({ to: 'finished', right: 'dossier.approve', by: 'department', holder: 'desk', clock: 'stop', notice: 'result_ready' }),
    send_back: move({ to: 'in_hand', right: 'dossier.approve', by: 'department', holder: 'processor', needsReason: true, ordinary: false }),
    // Until it is decided, whoever proposed it may still take it back.
    recall: move({ to: 'in_hand', right: 'dossier.process', by: 'processor', holder: 'processor', ordinary: false }),
  },
  finished: {
    hand_over: move({ to: 'returned', right: 'dossier.hand_over', holder: 'nobody', notice: 'handed_over' }),
  },
  returned: {},
  refused: {},
  withdrawn: {},
}
