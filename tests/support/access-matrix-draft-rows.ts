// Rows of the doors to a citizen's own draft. Nobody else sees one, least of all the office; the same person at identity level 1 is told
// what is missing, for the draft is theirs.
import { newId } from '@/lib/platform/clock'
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'
import { MARITAL_STATUS } from '@/tests/support/filing'

//                            owner, elsewhere, weak, neighbour
const CHANGES_THEIR_OWN = 's | y n l n | n n n n | n n n | n n n | n | n n'
const READS_THEIR_OWN = 's | Y n l n | n n n n | n n n | n n n | n | n n'

const itself = ({ draftId }: Subject) => ({ draftId })
const part = (name: string) => (subject: Subject) => ({ ...itself(subject), part: name, then: 'later', fields: {} })

const of = (row: Omit<Row, 'at'>): Row => ({ ...row, at: 'draft' })

export const DRAFT_ROWS: readonly Row[] = [
  // The owner goes on with the draft there is and is told its id; the others begin one of their own.
  of({ door: 'draft.start', answers: 's | Y y l y | a a a a | a a a | a a a | a | a a', input: () => ({ procedure: MARITAL_STATUS }) }),
  of({ door: 'draft.find_mine', answers: 's | Y y l y | a a a a | a a a | a a a | a | a a', input: () => ({ procedure: MARITAL_STATUS }) }),
  of({ door: 'draft.read', answers: READS_THEIR_OWN, input: itself }),
  of({ door: 'draft.read_upload_room', answers: CHANGES_THEIR_OWN, input: itself }),
  of({ door: 'draft.save_part', when: 'who files', answers: CHANGES_THEIR_OWN, input: part('applicant') }),
  of({ door: 'draft.save_part', when: 'the answers', answers: CHANGES_THEIR_OWN, input: part('content') }),
  of({ door: 'draft.save_part', when: 'the way of return', answers: CHANGES_THEIR_OWN, input: part('return') }),
  of({
    door: 'draft.save_papers',
    answers: CHANGES_THEIR_OWN,
    input: (subject) => ({ ...itself(subject), applies: {}, files: [], refused: {}, remove: null }),
  }),
  of({
    door: 'draft.save_papers',
    when: 'taking a file away',
    answers: CHANGES_THEIR_OWN,
    input: (subject) => ({ ...itself(subject), applies: {}, files: [], refused: {}, remove: subject.documentId }),
  }),
  of({ door: 'draft.delete', answers: CHANGES_THEIR_OWN, input: itself }),
  of({ door: 'dossier.file', answers: CHANGES_THEIR_OWN, input: (subject) => ({ ...itself(subject), declared: 'yes' }) }),
  of({
    door: 'document.open_mine',
    when: 'of a draft',
    answers: 's | Y n Y n | n n n n | n n n | n n n | n | n n',
    input: ({ documentId }) => ({ id: documentId }),
  }),
  of({
    door: 'document.open_mine',
    when: 'of a draft, naming its commune',
    // `weak` sees the own draft; on another commune's site a draft does not exist, whatever commune is named.
    answers: 's | Y n Y n | n n n n | n n n | n n n | n | n n',
    input: ({ documentId }) => ({ id: documentId, communeId: 1 }),
  }),
  of({
    door: 'document.open',
    when: 'of a draft',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: ({ documentId }) => ({ id: documentId }),
  }),
  of({ door: 'dossier.find_mine', when: 'with a draft', answers: 's | Y y Y y | a a a a | a a a | a a a | a | a a', input: () => ({}) }),
  // Not theirs and not there are one answer also for a draft that never was anybody's.
  of({
    door: 'draft.read',
    when: 'that does not exist',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: () => ({ draftId: newId() }),
  }),
]
