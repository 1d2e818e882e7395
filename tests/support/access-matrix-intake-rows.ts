// Rows of the doors of the counter. An intake is the clerk's alone who began it; whoever may receive begins their own.
import { newId } from '@/lib/platform/clock'
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'
import { MARITAL_STATUS } from '@/tests/support/filing'

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const WHO_RECEIVES = 's | a a a a | y y a a | a a a | a a a | a | y a'
const THEIR_OWN = 's | n n n n | y n n n | n n n | n n n | n | n n'

const itself = ({ intakeId }: Subject) => ({ intakeId })
const of = (row: Omit<Row, 'at'>): Row => ({ ...row, at: 'intake' })
const sending = { fields: { sought: '086194000012' }, extent: 'part', files: [], refused: {}, remove: null }

export const INTAKE_ROWS: readonly Row[] = [
  of({ door: 'intake.start', answers: WHO_RECEIVES, input: () => ({ procedure: MARITAL_STATUS }) }),
  of({ door: 'intake.find_mine', answers: WHO_RECEIVES.replace('y', 'Y'), input: () => ({}) }),
  // The clerk sees what the person has just told her, number and all.
  of({ door: 'intake.read', answers: THEIR_OWN.replace('y', '#'), input: itself }),
  of({ door: 'intake.find_people', answers: THEIR_OWN, input: itself }),
  of({ door: 'intake.read_upload_room', answers: THEIR_OWN, input: itself }),
  of({ door: 'intake.open_document', answers: THEIR_OWN.replace('y', 'Y'), input: ({ documentId }) => ({ id: documentId }) }),
  of({ door: 'intake.save', answers: THEIR_OWN, input: (subject) => ({ ...itself(subject), ...sending }) }),
  of({
    door: 'intake.save',
    when: 'taking a file away',
    answers: THEIR_OWN,
    input: (subject) => ({ ...itself(subject), ...sending, remove: subject.documentId }),
  }),
  of({ door: 'intake.choose_person', answers: THEIR_OWN, input: (subject) => ({ ...itself(subject), person: subject.knownAs }) }),
  of({ door: 'intake.receive', answers: THEIR_OWN, input: itself }),
  of({
    door: 'intake.ask_for_more',
    answers: THEIR_OWN,
    input: (subject) => ({ ...itself(subject), items: [{ position: 0, reasonCode: '', text: 'Ghi rõ mục đích' }] }),
  }),
  of({ door: 'intake.refuse', answers: THEIR_OWN, input: (subject) => ({ ...itself(subject), reason: 'Thuộc xã khác' }) }),
  of({ door: 'intake.delete', answers: THEIR_OWN, input: itself }),
  of({
    door: 'intake.read',
    when: 'that does not exist',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: () => ({ intakeId: newId() }),
  }),
  of({
    door: 'document.open',
    when: 'of an intake',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: ({ documentId }) => ({ id: documentId }),
  }),
]
