// Rows of the doors to figures and registers: rates and totals are everyone's, the dossiers behind them are not.
import type { Row } from '@/tests/support/access-matrix'
import type { Subject } from '@/tests/support/access-matrix-subjects'

const FOR_ALL = 'y | y y y y | y y y y | y y y | y y y | y | y y'
// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const COUNTED_FOR = 's | a a a a | a y a a | y y y | a a a | a | a y'
const LISTED_FOR = 's | a a a a | a Y a a | Y Y y | a a a | a | a y'

/** Who keeps the books reads them; those of another commune are theirs alone. */
const BOOKS_FOR = 's | a a a a | y y y a | y a a | a a a | a | y y'
const LINES_FOR = 's | a a a a | Y Y Y a | Y a a | a a a | a | y y'
const bookOf = ({ day }: Subject) => ({ field: 'ho-tich', year: day.slice(0, 4) })

export const REPORT_ROWS: readonly Row[] = [
  { door: 'report.read_public_figures', answers: FOR_ALL, input: ({ day }) => ({ from: day, to: day }) },
  { door: 'report.read_public_record', answers: FOR_ALL, input: () => ({}) },
  { door: 'report.read_figures', answers: COUNTED_FOR, input: ({ day }) => ({ from: day, to: day }) },
  { door: 'report.read_today', answers: LISTED_FOR, input: () => ({}) },
  { door: 'report.find_today', answers: LISTED_FOR, input: () => ({ list: 'overdue' }) },
  {
    door: 'report.find_counted',
    answers: LISTED_FOR,
    input: ({ day }) => ({ figure: 'received', part: 'denominator', from: day, to: day }),
  },
  { door: 'register.find', answers: BOOKS_FOR, input: () => ({}) },
  { door: 'register.read', answers: LINES_FOR, input: bookOf },
  { door: 'register.open', answers: BOOKS_FOR, input: (subject) => ({ ...bookOf(subject), format: 'pdf' }) },
  { door: 'register.read_piece', answers: LINES_FOR, input: bookOf },
]
