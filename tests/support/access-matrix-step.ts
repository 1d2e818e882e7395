// What the rows of the doors to a dossier share.
import type { Row, Standing } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'

export const itself = ({ code }: Subject) => ({ code })
export const current = ({ code, version }: Subject) => ({ code, version })

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
export const READ_BY_STAFF = 's | a n n n | Y Y Y Y | Y Y n | Y Y n | n | n n'
export const BY_THE_DESK = 's | a a n n | y y a a | a a n | a a n | n | n n'

export const step = (name: string, at: Standing, answers: string, reason = ''): Row => ({
  door: 'dossier.step',
  when: name,
  at,
  answers,
  input: (subject) => ({ ...current(subject), step: name, reason, outcome: 'GRANTED', resultNumber: `${subject.code}/QĐ` }),
})
