import type { Right } from '@/lib/access/policy'
import type { NoticeEvent } from '@/lib/notifications/rules'
import type { PaperKind, Stage } from '@/prisma/generated/enums'

export type Step =
  | 'receive'
  | 'ask_for_more'
  | 'answer'
  | 'refuse'
  | 'withdraw'
  | 'ask_to_withdraw'
  | 'keep_going'
  | 'confirm_withdrawal'
  | 'stop'
  | 'take_up_again'
  | 'forward'
  | 'recall_forward'
  | 'return_to_desk'
  | 'take'
  | 'assign'
  | 'give_back'
  | 'pass_on'
  | 'pass_to_department'
  | 'ask_again'
  | 'ask_for_payment'
  | 'confirm_payment'
  | 'recall_payment'
  | 'ask_agency'
  | 'agency_answer'
  | 'propose'
  | 'recall'
  | 'approve'
  | 'send_back'
  | 'issue'
  | 'return_to_signer'
  | 'reopen'
  | 'extend'
  | 'hand_over'

/** The steps that name who is to hold the dossier. */
export type PassOnStep = Extract<Step, 'assign' | 'pass_on' | 'pass_to_department'>

/**
 * Who holds the dossier after a move. `stage`: whoever holds one of the stage that it comes to (`holderAt` in transition.ts); `actor`: the one who
 * moves it; `named`: the officer, the department or the agency that the one who moves it has named; `same`: nobody else.
 */
type NextHolder = 'stage' | 'actor' | 'named' | 'same'

/** What must hold beyond the stage. */
export type Condition = 'before_receipt' | 'after_receipt' | 'not_asked_yet' | 'asked_once' | 'not_extended_yet' | 'stopped_by_office'

/**
 * At whose desk a move is made where a dossier was taken in for another commune (NĐ 118/2025/NĐ-CP Điều 14). `either`: what the person comes to a
 * counter for, at the one that received as well; never there alone, so that nothing waits for a counter that is shut. `competent`: the rest.
 */
export type Desk = 'competent' | 'either'

export type Move = {
  /** `back`: where the dossier was when it began to wait (`stageBack`); `signed`: to the registrar, or finished where the way has no such step. */
  to: Stage | 'back' | 'same' | 'signed'
  /** Null: no member of staff does it. */
  right: Right | null
  /** Whether the one whose dossier it is may do it as well. */
  applicant: boolean
  /** What must hold beyond the stage (`ONLY` in rules.ts). */
  only: Condition | null
  /**
   * Beyond the right: anyone who has it, a member of the holding department, the holding person, who last took it, the agency that has it, or who is
   * answerable for it: the leaders, and the department whose work the dossier is, not one that is only asked for its part.
   */
  by: 'anyone' | 'department' | 'person' | 'processor' | 'agency' | 'answerable'
  desk: Desk
  holder: NextHolder
  /**
   * What the move does to the legal clock: it starts at receipt, stands while the office waits for the applicant, and stops when the result is
   * issued; `reopen`: it runs again as if it had not been stopped; `go_on`: from where it stood when the dossier was stopped. Before receipt there is
   * none to stop.
   */
  clock: 'start' | 'keep' | 'pause' | 'resume' | 'stop' | 'reopen' | 'go_on'
  needsReason: boolean
  paper: PaperKind | null
  notice: NoticeEvent | null
  /** Undone work of the holder is the ordinary next thing to do; the rest are ways out. */
  ordinary: boolean
}

const move = (m: Pick<Move, 'to' | 'right'> & Partial<Move>): Move => ({
  applicant: false,
  only: null,
  by: 'anyone',
  desk: 'competent',
  holder: 'stage',
  clock: 'keep',
  needsReason: false,
  paper: null,
  notice: null,
  ordinary: true,
  ...m,
})

/** A way out of the ordinary, with its reason. */
const wayOut = (m: Pick<Move, 'to' | 'right'> & Partial<Move>): Move => move({ needsReason: true, ordinary: false, ...m })

/** Phiếu yêu cầu bổ sung: asked once, in full; the applicant holds the dossier until she has answered. */
const ask = (m: Pick<Move, 'right'> & Partial<Move>): Move =>
  wayOut({ to: 'awaiting_supplement', clock: 'pause', paper: 'SUPPLEMENT', notice: 'supplement_asked', ...m })

/** The head of the department says who works on it, also when somebody has taken it already. */
const ASSIGN = move({ to: 'in_hand', right: 'dossier.assign', by: 'department', holder: 'named', ordinary: false })

/** To another department of the commune, whose own people take it there: what came to the wrong one. */
const passToDepartment = (by: 'department' | 'person') => wayOut({ to: 'in_department', right: 'dossier.process', by, holder: 'named' })

/** Before receipt the applicant takes the dossier back without asking anyone (NĐ 118/2025/NĐ-CP Điều 21). */
const WITHDRAW = move({ to: 'withdrawn', right: null, applicant: true, only: 'before_receipt', notice: 'withdrawn', ordinary: false })

/** After receipt and before a decision she asks to stop, herself or at the counter, and the desk answers (NĐ 118/2025/NĐ-CP Điều 21). */
const ASK_TO_WITHDRAW = move({
  to: 'withdrawal_asked',
  right: 'dossier.receive',
  applicant: true,
  desk: 'either',
  only: 'after_receipt',
  clock: 'pause',
  notice: 'withdrawal_asked',
  ordinary: false,
})

/** The office stops: what was asked for never came, or the conditions are not met. Thông báo dừng giải quyết hồ sơ says why. */
const STOP = wayOut({ to: 'stopped', right: 'dossier.stop', by: 'answerable', only: 'after_receipt', paper: 'STOP', notice: 'stopped' })

/** Phiếu xin lỗi và đề nghị gia hạn: once, before the date is missed; only what the person was told moves, never the due date. */
const EXTEND = wayOut({
  to: 'same',
  right: 'dossier.extend',
  by: 'answerable',
  only: 'not_extended_yet',
  holder: 'same',
  paper: 'APOLOGY',
  notice: 'extended',
})

/** What is possible while the office works on a received dossier, wherever it lies. */
const AT_WORK = { ask_to_withdraw: ASK_TO_WITHDRAW, stop: STOP, extend: EXTEND } as const

/**
 * THE table of moves (NĐ 118/2025/NĐ-CP Điều 17–22; TT 03/2025/TT-VPCP). A stage without a row does not compile; a step
 * without an entry cannot be taken. The page draws its choices from it and the command asks it again.
 */
export const MOVES: Record<Stage, Partial<Record<Step, Move>>> = {
  submitted: {
    receive: move({ to: 'received', right: 'dossier.receive', desk: 'either', clock: 'start', paper: 'RECEIPT', notice: 'received' }),
    ask_for_more: ask({ right: 'dossier.receive', desk: 'either' }),
    refuse: wayOut({ to: 'refused', right: 'dossier.receive', desk: 'either', paper: 'REFUSAL', notice: 'refused' }),
    withdraw: WITHDRAW,
  },
  awaiting_supplement: {
    answer: move({ to: 'back', right: 'dossier.receive', desk: 'either', applicant: true, clock: 'resume', notice: 'supplement_answered' }),
    withdraw: WITHDRAW,
    ask_to_withdraw: ASK_TO_WITHDRAW,
    stop: STOP,
  },
  received: {
    forward: move({ to: 'in_department', right: 'dossier.forward' }),
    ...AT_WORK,
  },
  in_department: {
    take: move({ to: 'in_hand', right: 'dossier.process', by: 'department', holder: 'actor' }),
    assign: ASSIGN,
    pass_to_department: passToDepartment('department'),
    return_to_desk: wayOut({ to: 'received', right: 'dossier.process', by: 'department' }),
    recall_forward: wayOut({ to: 'received', right: 'dossier.forward' }),
    ...AT_WORK,
  },
  in_hand: {
    propose: move({ to: 'awaiting_approval', right: 'dossier.process', by: 'person' }),
    ask_for_more: ask({ right: 'dossier.process', by: 'person', only: 'not_asked_yet' }),
    // The law allows one request; a second one is the leader's to answer for, and the dossier counts as late (index 2.1).
    ask_again: ask({ right: 'dossier.ask_again', by: 'answerable', only: 'asked_once' }),
    ask_for_payment: wayOut({ to: 'awaiting_payment', right: 'dossier.process', by: 'person', clock: 'pause', notice: 'payment_asked' }),
    ask_agency: wayOut({ to: 'with_agency', right: 'dossier.process', by: 'person', holder: 'named' }),
    give_back: wayOut({ to: 'in_department', right: 'dossier.process', by: 'person' }),
    pass_on: wayOut({ to: 'in_hand', right: 'dossier.process', by: 'person', holder: 'named' }),
    pass_to_department: passToDepartment('person'),
    assign: ASSIGN,
    ...AT_WORK,
  },
  with_agency: {
    // The agency's own officer answers, or whoever works on the dossier records what came back on paper.
    agency_answer: move({ to: 'in_hand', right: 'dossier.process', by: 'agency', needsReason: true }),
    ...AT_WORK,
  },
  awaiting_approval: {
    approve: move({ to: 'signed', right: 'dossier.approve', by: 'department', clock: 'stop', notice: 'result_ready' }),
    send_back: wayOut({ to: 'in_hand', right: 'dossier.approve', by: 'department' }),
    // Until it is decided, whoever proposed it may still take it back.
    recall: move({ to: 'in_hand', right: 'dossier.process', by: 'processor', ordinary: false }),
    ...AT_WORK,
  },
  awaiting_issue: {
    issue: move({ to: 'finished', right: 'dossier.issue', clock: 'stop', notice: 'result_ready' }),
    return_to_signer: wayOut({ to: 'awaiting_approval', right: 'dossier.issue' }),
    extend: EXTEND,
  },
  awaiting_payment: {
    // The cashier's record of the payment does it; by hand only what was paid elsewhere, with its proof.
    confirm_payment: move({ to: 'back', right: 'payment.record', desk: 'either', clock: 'resume', notice: 'payment_confirmed' }),
    // Asked by mistake: while nothing is paid, whoever asked takes the request back.
    recall_payment: wayOut({ to: 'back', right: 'dossier.process', by: 'processor', clock: 'resume', notice: 'payment_recalled' }),
    ask_to_withdraw: ASK_TO_WITHDRAW,
    stop: STOP,
  },
  withdrawal_asked: {
    confirm_withdrawal: move({ to: 'stopped', right: 'dossier.receive', paper: 'STOP', notice: 'stopped' }),
    // She thinks better of it, or the desk has spoken with her: it goes on where it was.
    keep_going: move({
      to: 'back',
      right: 'dossier.receive',
      desk: 'either',
      applicant: true,
      clock: 'resume',
      notice: 'withdrawal_dropped',
      ordinary: false,
    }),
  },
  finished: {
    hand_over: move({ to: 'returned', right: 'dossier.hand_over', desk: 'either', notice: 'handed_over' }),
    // A signed result that is wrong is taken back before anybody has it in hand.
    reopen: wayOut({ to: 'in_hand', right: 'dossier.approve', by: 'answerable', clock: 'reopen', notice: 'reopened' }),
  },
  returned: {},
  refused: {},
  withdrawn: {},
  stopped: {
    // What the office has stopped it may take up again where it stood; what was stopped at the applicant's wish is hers, and a new dossier.
    take_up_again: wayOut({
      ...{ to: 'back', right: 'dossier.stop', by: 'answerable', only: 'stopped_by_office' },
      ...{ clock: 'go_on', notice: 'taken_up_again' },
    }),
  },
}
