// Rows of the sheets that are printed from a dossier's events: for the staff who may read it, since they name its officers.
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'
import { itself, READ_BY_STAFF } from '@/tests/support/access-matrix-step'

/** The event by which the desk has handed the subject to its department. */
export const FORWARDED = 3

/** The day of the filing, on which it was forwarded too: a code tells it. */
const filedOn = ({ code }: Subject): string => (/-(\d\d)(\d\d)(\d\d)-/.exec(code) ?? []).slice(1).join('-').replace(/^/, '20')

// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
export const SHEET_ROWS: readonly Row[] = [
  { door: 'dossier.print_control', answers: READ_BY_STAFF, input: itself },
  { door: 'dossier.print_process', answers: READ_BY_STAFF, input: itself },
  { door: 'dossier.print_hand_over', answers: READ_BY_STAFF, input: ({ code }) => ({ code, seq: FORWARDED }) },
  {
    door: 'dossier.find_hand_overs',
    answers: 's | a a a a | y y y y | y y y | y y y | y | y y',
    input: (subject) => ({ day: filedOn(subject) }),
  },
  {
    // Of a day everyone gets what they may see of it, and where that is nothing there is no sheet.
    door: 'dossier.print_hand_overs',
    answers: 's | a a a a | Y Y Y Y | Y Y n | Y Y n | n | n n',
    input: (subject) => ({ day: filedOn(subject), from: 'department.TTPVHCC', to: 'department.VAN_PHONG' }),
  },
]
