// Rows of the steps off the ordinary way of a dossier.
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'
import { BY_THE_DESK, current, itself, step } from '@/tests/support/access-matrix-step'

// Beyond the ordinary way: back to the desk, to the applicant, to another agency, to an end before the decision.
const BY_THE_HOLDER = 's | a a n n | a a a a | a a n | y a n | n | n n'
const BY_THE_HEADS = 's | a a n n | a a a a | y y n | a a n | n | n n'
const BY_THE_APPLICANT_TOO = 's | y y n n | y y a a | a a n | a a n | n | n n'
const itsQuestion = ({ code, questionId }: Subject) => ({ code, id: questionId })
export const PATH_ROWS: Row[] = [
  step('recall_forward', 'in_department', BY_THE_DESK, 'Chuyển nhầm phòng'),
  step('return_to_desk', 'in_department', 's | a a n n | a a a a | a y n | y y n | n | n n', 'Không thuộc phòng này'),
  step('ask_to_withdraw', 'in_hand', BY_THE_APPLICANT_TOO),
  step('keep_going', 'withdrawal_asked', BY_THE_APPLICANT_TOO),
  step('issue', 'awaiting_issue', 's | a a n n | a a y a | a a n | a a n | n | n n'),
  step('return_to_signer', 'awaiting_issue', 's | a a n n | a a y a | a a n | a a n | n | n n', 'Thiếu nơi nhận'),
  step('recall_payment', 'awaiting_payment', BY_THE_HOLDER, 'Yêu cầu nhầm'),
  step('reopen', 'finished', BY_THE_HEADS, 'Sai ngày sinh'),
  {
    door: 'dossier.stop',
    answers: BY_THE_HEADS,
    input: (subject) => ({ ...current(subject), step: 'stop', reason: 'Không đủ điều kiện', refund: true }),
  },
  {
    door: 'dossier.stop',
    when: 'as she asked',
    at: 'withdrawal_asked',
    answers: BY_THE_DESK,
    input: (subject) => ({ ...current(subject), step: 'confirm_withdrawal', refund: true }),
  },
  {
    door: 'dossier.take_up_again',
    at: 'stopped',
    answers: BY_THE_HEADS,
    input: (subject) => ({ ...current(subject), reason: 'Dừng nhầm', papersHere: true }),
  },
  {
    door: 'dossier.extend',
    answers: BY_THE_HEADS,
    input: (subject) => ({ ...current(subject), reason: 'Chờ xác minh', newDay: '2027-01-08' }),
  },
  {
    door: 'dossier.draft_apology',
    answers: BY_THE_HOLDER,
    input: (subject) => ({ ...current(subject), reason: 'Chờ xác minh', newDay: '2027-01-08' }),
  },
  {
    door: 'dossier.draft_apology',
    when: 'by the head, where nobody has taken it',
    at: 'in_department',
    answers: 's | a a n n | a a a a | a y n | a a n | n | n n',
    input: (subject) => ({ ...current(subject), reason: 'Chờ xác minh', newDay: '2027-01-08' }),
  },
  {
    door: 'dossier.ask_agency',
    answers: BY_THE_HOLDER,
    input: (subject) => ({ ...current(subject), to: 'CONG_AN', days: '3', reason: 'Xác minh nơi cư trú' }),
  },
  {
    // Whoever may ask gets as far as the name, which is nobody's here.
    door: 'dossier.ask_opinion',
    x: 'invalid_input',
    answers: 's | a a n n | a a a a | a a n | x a n | n | n n',
    input: ({ code, dossierId }) => ({ code, of: [dossierId], days: '2', question: 'Nơi cư trú đã xác minh chưa?' }),
  },
  {
    door: 'dossier.ask_opinion',
    when: 'by who signs',
    at: 'awaiting_approval',
    x: 'invalid_input',
    answers: 's | a a n n | a a a a | x a n | a a n | n | n n',
    input: ({ code, dossierId }) => ({ code, of: [dossierId], days: '2', question: 'Nơi cư trú đã xác minh chưa?' }),
  },
  { door: 'dossier.find_opinion_givers', answers: 's | a n n n | a a a a | a a n | y a n | n | n n', input: itself },
  { door: 'dossier.read_question', answers: 's | a n n n | Y Y Y Y | Y Y n | Y Y n | n | n n', input: itsQuestion },
  {
    door: 'dossier.give_opinion',
    answers: 's | a n n n | a a a a | a a n | a y n | n | n n',
    input: (subject) => ({ ...itsQuestion(subject), answer: 'Đã xác minh' }),
  },
  { door: 'dossier.take_back_question', answers: 's | a n n n | a a a a | a a n | y a n | n | n n', input: itsQuestion },
  // The worker's own.
  { door: 'dossier.pass_waiting', answers: 's | a a a a | a a a a | a a a | a a a | a | a a', input: () => ({}) },
  { door: 'dossier.find_agencies', answers: 's | a n n n | a a a a | a a n | y a n | n | n n', input: itself },
  {
    door: 'dossier.agency_answer',
    at: 'with_agency',
    answers: BY_THE_HOLDER,
    input: (subject) => ({ ...current(subject), reason: 'Đã xác minh' }),
  },
  {
    door: 'dossier.ask_for_payment',
    answers: BY_THE_HOLDER,
    input: (subject) => ({ ...current(subject), name: 'Lệ phí trước bạ', amount: '150.000', reason: 'Thông báo số 12' }),
  },
]
