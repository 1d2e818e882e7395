// Rows of the doors of a supplement, a refusal and a withdrawal.
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'

const itself = ({ code }: Subject) => ({ code })
const current = ({ code, version }: Subject) => ({ code, version })

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const AT_THE_CHECK = 's | a a n n | y y a a | a n n | n n n | n | n n'
const HERS_OR_THE_DESKS = 's | y y n n | y y a a | a n n | n n n | n | n n'

const ask = (subject: Subject) => ({
  ...current(subject),
  items: [{ position: subject.checks[0]?.position ?? 1, reasonCode: 'unreadable', text: 'Mặt sau bị mờ' }],
})

export const SUPPLEMENT_ROWS: readonly Row[] = [
  { door: 'dossier.ask_for_more', at: 'submitted', answers: AT_THE_CHECK, input: ask },
  { door: 'dossier.ask_for_more', when: 'while it is worked on', answers: 's | a a n n | a a a a | a a n | y a n | n | n n', input: ask },
  {
    door: 'dossier.keep_checks',
    at: 'submitted',
    answers: AT_THE_CHECK,
    input: (subject) => ({ ...current(subject), checks: subject.checks }),
  },
  {
    door: 'dossier.refuse',
    at: 'submitted',
    answers: AT_THE_CHECK,
    input: (subject) => ({ ...current(subject), reason: 'Không thuộc thẩm quyền của xã' }),
  },
  {
    door: 'dossier.withdraw',
    at: 'submitted',
    answers: 's | y y n n | a a a a | a n n | n n n | n | n n',
    input: (subject) => ({ ...current(subject), reason: '' }),
  },
  {
    door: 'dossier.withdraw',
    when: 'once it is received',
    at: 'received',
    answers: 's | p p n n | p p p p | p p n | p p n | n | n n',
    input: (subject) => ({ ...current(subject), reason: '' }),
  },
  {
    door: 'dossier.keep_supplement_answer',
    at: 'awaiting_supplement',
    answers: HERS_OR_THE_DESKS,
    input: ({ code }) => ({ code, answers: { '1': 'Bản chính đã mất' }, files: [], remove: null }),
  },
  {
    door: 'dossier.answer_supplement',
    when: 'with nothing in it',
    at: 'awaiting_supplement',
    x: 'answer_incomplete',
    answers: HERS_OR_THE_DESKS.replaceAll('y', 'x'),
    input: current,
  },
  { door: 'dossier.read_supplement', at: 'awaiting_supplement', answers: HERS_OR_THE_DESKS.replaceAll('y', 'Y'), input: itself },
  { door: 'dossier.read_supplement_room', at: 'awaiting_supplement', answers: HERS_OR_THE_DESKS, input: itself },
  { door: 'dossier.find_unpaid', answers: 's | a a a a | Y Y a Y | a a a | a a a | a | y a', input: () => ({}) },
  {
    door: 'dossier.record_payment',
    when: 'with nothing due',
    at: 'submitted',
    x: 'nothing_due',
    answers: 's | a a n n | x x a x | a n n | n n n | n | n n',
    input: (subject) => ({ ...itself(subject), method: 'CASH', reference: 'Biên lai số 12' }),
  },
  { door: 'dossier.find_refunds', answers: 's | a a a a | a y a y | a a a | a a a | a | a a', input: () => ({}) },
  {
    door: 'dossier.return_fees',
    when: 'with nothing to give back',
    at: 'submitted',
    x: 'nothing_to_return',
    answers: 's | a n n n | a x a x | a n n | n n n | n | n n',
    input: (subject) => ({ ...itself(subject), reference: 'Phiếu chi số 12' }),
  },
  {
    door: 'dossier.find_reasons',
    answers: 's | a a a a | y y y y | y y y | y y y | y | y y',
    input: () => ({ kind: 'REFUSAL' }),
  },
]
