// Rows of the doors to a dossier: who follows it, who reads it, who moves it at each stage.
import { newId } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import type { Row } from '@/tests/support/access-matrix'
import { type Subject, unknownCode } from '@/tests/support/access-matrix-subjects'
import { PATH_ROWS } from '@/tests/support/access-matrix-path-rows'
import { BY_THE_DESK, current, itself, READ_BY_STAFF, step } from '@/tests/support/access-matrix-step'
import { SUPPLEMENT_ROWS } from '@/tests/support/access-matrix-supplement-rows'

const handOver = (subject: Subject) => ({ ...current(subject), method: 'COUNTER', isApplicant: 'yes' })
const receive = (subject: Subject) => ({ ...current(subject), checks: subject.checks, fees: [] })
const attach = (subject: Subject) => {
  const id = newId()
  const file = {
    id,
    fileName: 'ket-qua.pdf',
    mediaType: 'application/pdf',
    size: 9_000,
    pages: 1,
    sha256: sha256(id),
    storageKey: `1/${id}`,
  }
  return { ...current(subject), file }
}
/** A page that was drawn before somebody else's step. */
const older = (subject: Subject): Subject => ({ ...subject, version: subject.version - 1 })

const passing = (step: string, to: string) => (subject: Subject) => ({ ...current(subject), step, to, reason: 'Đúng chuyên môn' })

// Whoever may is let as far as the name, which is nobody's here.
const PASS_ON_ROWS: Row[] = [
  {
    door: 'dossier.pass_on',
    when: 'assign',
    x: 'invalid_input',
    answers: 's | a a n n | a a a a | a x n | a a n | n | n n',
    input: passing('assign', 'ai'),
  },
  {
    door: 'dossier.pass_on',
    when: 'to a colleague',
    x: 'invalid_input',
    answers: 's | a a n n | a a a a | a a n | x a n | n | n n',
    input: passing('pass_on', 'ai'),
  },
  {
    door: 'dossier.pass_on',
    when: 'to another department',
    answers: 's | a a n n | a a a a | a a n | y a n | n | n n',
    input: passing('pass_to_department', 'KINH_TE'),
  },
  ...(['assign', 'pass_on', 'pass_to_department'] as const).map((step): Row => ({
    door: 'dossier.find_receivers',
    when: step,
    answers: step === 'assign' ? 's | a n n n | a a a a | a y n | a a n | n | n n' : 's | a n n n | a a a a | a a n | y a n | n | n n',
    input: ({ code }) => ({ code, step }),
  })),
]

// A command finds a citizen's dossier where its code says, whichever commune's site is open.
const STEP_ROWS: Row[] = [
  { door: 'dossier.receive', at: 'submitted', answers: 's | a a n n | y y a a | a n n | n n n | n | n n', input: receive },
  step('forward', 'received', BY_THE_DESK),
  step('take', 'in_department', 's | a a n n | a a a a | a y n | y y n | n | n n'),
  step('propose', 'in_hand', 's | a a n n | a a a a | a a n | y a n | n | n n'),
  step('approve', 'awaiting_approval', 's | a a n n | a a a a | y a n | a a n | n | n n'),
  step('send_back', 'awaiting_approval', 's | a a n n | a a a a | y a n | a a n | n | n n', 'Thiếu chữ ký ở trang 2'),
  step('give_back', 'in_hand', 's | a a n n | a a a a | a a n | y a n | n | n n', 'Trùng việc của người khác'),
  step('recall', 'awaiting_approval', 's | a a n n | a a a a | a a n | y a n | n | n n'),
  ...PATH_ROWS,
  ...PASS_ON_ROWS,
  {
    door: 'dossier.approve_seen',
    when: 'nobody has opened the document',
    at: 'awaiting_approval',
    x: 'result_not_opened',
    answers: 's | a a n n | a a a a | x a n | a a n | n | n n',
    input: current,
  },
  {
    door: 'dossier.find_approvals',
    at: 'awaiting_approval',
    answers: 's | a a a a | a a a a | Y y y | a a a | a | a y',
    input: () => ({}),
  },
  // The colleague is asked for an opinion.
  { door: 'dossier.read_my_day', answers: 's | a a a a | y y y y | y y y | y Y y | y | y y', input: () => ({}) },
  {
    door: 'dossier.find_assignees',
    answers: 's | a a a a | a a a a | a y y | a a a | a | a a',
    input: () => ({}),
  },
  { door: 'dossier.hand_over', at: 'finished', answers: BY_THE_DESK, input: handOver },
  { door: 'dossier.attach_result', answers: 's | a a n n | a a a a | a a n | y a n | n | n n', input: attach },
  { door: 'dossier.read_result_room', answers: 's | a n n n | a a a a | a a n | y a n | n | n n', input: current },
  // Whoever could have taken the step is told who was first, by name; to everyone else the page's age changes nothing.
  {
    door: 'dossier.step',
    when: 'forward, on an older page',
    at: 'in_department',
    x: 'changed_meanwhile',
    answers: 's | a a n n | x x p p | p p n | p p n | n | n n',
    input: (subject) => ({ ...current(older(subject)), step: 'forward' }),
  },
  {
    door: 'dossier.receive',
    when: 'on an older page',
    at: 'received',
    x: 'changed_meanwhile',
    answers: 's | a a n n | x x p p | p p n | p p n | n | n n',
    input: (subject) => receive(older(subject)),
  },
  {
    door: 'dossier.hand_over',
    when: 'on an older page',
    at: 'returned',
    x: 'changed_meanwhile',
    answers: 's | a a n n | x x p p | p p n | p p n | n | n n',
    input: (subject) => handOver(older(subject)),
  },
  {
    door: 'dossier.attach_result',
    when: 'on an older page',
    at: 'awaiting_approval',
    x: 'changed_meanwhile',
    answers: 's | a a n n | p p p p | p x n | x x n | n | n n',
    input: (subject) => attach(older(subject)),
  },
  {
    door: 'dossier.read_result_room',
    when: 'on an older page',
    at: 'awaiting_approval',
    x: 'changed_meanwhile',
    answers: 's | a n n n | p p p p | p x n | x x n | n | n n',
    input: (subject) => current(older(subject)),
  },
]

const READ_ROWS: Row[] = [
  { door: 'dossier.read', answers: READ_BY_STAFF, input: itself },
  {
    door: 'dossier.read',
    when: 'not received yet',
    at: 'submitted',
    answers: 's | a n n n | Y Y Y Y | Y n n | n n n | n | n n',
    input: itself,
  },
  { door: 'dossier.read', when: 'handed over', at: 'returned', answers: READ_BY_STAFF, input: itself },
  { door: 'dossier.reveal_personal_number', answers: 's | a n n n | # # # # | # # n | # # n | n | n n', input: itself },
  { door: 'dossier.read_mine', answers: 's | Y Y n n | a a a a | a a n | a a n | n | n n', input: itself },
  { door: 'dossier.find_mine', fresh: true, answers: 's | Y Y y y | a a a a | a a a | a a a | a | a a', input: () => ({}) },
  { door: 'dossier.find_queue', answers: 's | a a a a | Y Y Y Y | Y Y y | Y Y y | y | y y', input: () => ({ shelf: 'with_departments' }) },
  { door: 'dossier.count_shelves', answers: 's | a a a a | y y y y | y y y | y y y | y | y y', input: () => ({ shelf: 'mine' }) },
  {
    door: 'dossier.find_place',
    answers: 's | a a a a | y y y y | y y y | y y y | y | y y',
    input: ({ code }) => ({ code, shelf: 'with_departments' }),
    unknown: (subject) => ({ code: unknownCode(subject), shelf: 'with_departments' }),
  },
  {
    door: 'dossier.search',
    answers: 's | a a a a | Y Y Y Y | Y Y y | Y Y y | y | y y',
    input: ({ code }) => ({ q: code }),
    unknown: (subject) => ({ q: unknownCode(subject) }),
  },
]

const DOCUMENT_ROWS: Row[] = [
  { door: 'document.open', answers: READ_BY_STAFF, input: ({ documentId }) => ({ id: documentId }) },
  { door: 'document.open', when: 'a result not approved yet', answers: READ_BY_STAFF, input: ({ resultId }) => ({ id: resultId }) },
  {
    door: 'document.open_mine',
    answers: 's | Y n n n | n n n n | n n n | n n n | n | n n',
    input: ({ documentId }) => ({ id: documentId }),
  },
  {
    door: 'document.open_mine',
    when: 'naming the commune',
    answers: 's | Y Y n n | n n n n | n n n | n n n | n | n n',
    input: ({ documentId }) => ({ id: documentId, communeId: 1 }),
  },
  {
    door: 'document.open_mine',
    when: 'a result not approved yet',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: ({ resultId }) => ({ id: resultId, communeId: 1 }),
  },
  {
    door: 'document.open_mine',
    when: 'a result not handed over yet',
    at: 'finished',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: ({ resultId }) => ({ id: resultId, communeId: 1 }),
  },
  {
    door: 'document.open_mine',
    when: 'a result handed over',
    at: 'returned',
    answers: 's | Y Y n n | n n n n | n n n | n n n | n | n n',
    input: ({ resultId }) => ({ id: resultId, communeId: 1 }),
  },
]

const PAPER_ROWS: Row[] = [
  // The receipt names its applicant whole, as the form of TT 03/2025/TT-VPCP has it.
  { door: 'paper.open', answers: 's | # n n n | # # # # | # # n | # # n | n | n n', input: ({ paperId }) => ({ id: paperId }) },
  {
    door: 'paper.open',
    when: 'naming the commune',
    answers: 's | # # n n | # # # # | # # n | # # n | n | n n',
    input: ({ paperId }) => ({ id: paperId, communeId: 1 }),
  },
]

const LOOK_UP_ROWS: Row[] = [
  // Code and factor are the key, whoever holds them; the answer repeats the code that was typed.
  {
    door: 'dossier.open_look_up',
    answers: 'Y | Y Y Y Y | Y Y Y Y | Y Y Y | Y Y Y | Y | Y Y',
    input: ({ code, factor }) => ({ code, factor }),
  },
  {
    door: 'dossier.read_status',
    answers: 'Y | Y Y Y Y | Y Y Y Y | Y Y Y | Y Y Y | Y | Y Y',
    input: ({ code, factor }) => ({ code, factor }),
  },
  ...['dossier.open_look_up', 'dossier.read_status'].map((door): Row => ({
    door,
    when: 'with a wrong factor',
    fresh: true,
    x: 'factor_wrong',
    answers: 'x | x x x x | x x x x | x x x | x x x | x | x x',
    input: ({ code }) => ({ code, factor: '9999' }),
    unknown: (subject) => ({ code: unknownCode(subject), factor: subject.factor }),
    known: [],
  })),
  {
    door: 'dossier.read_looked_up',
    when: 'with its grant',
    answers: 'Y | Y Y Y Y | Y Y Y Y | Y Y Y | Y Y Y | Y | Y Y',
    input: async ({ code, grant }) => ({ code, grant: await grant() }),
  },
  {
    door: 'dossier.read_looked_up',
    when: 'with a grant that is not ours',
    answers: 's | n n n n | n n n n | n n n | n n n | n | n n',
    input: async ({ code, grant }) => ({
      code,
      grant: (await grant()).replace(/\.(.)/, (_dot, first: string) => (first === 'A' ? '.B' : '.A')),
    }),
    known: [],
  },
]

export const DOSSIER_ROWS: readonly Row[] = [
  ...STEP_ROWS,
  ...SUPPLEMENT_ROWS,
  ...READ_ROWS,
  ...DOCUMENT_ROWS,
  ...PAPER_ROWS,
  ...LOOK_UP_ROWS,
]
