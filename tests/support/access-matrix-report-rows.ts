// Rows of the doors to figures: rates and totals are everyone's, the dossiers behind them are not.
import type { Row } from '@/tests/support/access-matrix'

const FOR_ALL = 'y | y y y y | y y y y | y y y | y y y | y | y y'
// visitor | owner elsewhere weak neighbour | clerk director registrar cashier | leader head otherHead | specialist colleague outsider | admin | far
const COUNTED_FOR = 's | a a a a | a y a a | y y y | a a a | a | a y'
const LISTED_FOR = 's | a a a a | a Y a a | Y Y y | a a a | a | a y'

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
]
