import { localDateOf } from '@/lib/platform/local-date'
import type { SheetCell } from '@/lib/documents/write-xlsx'
import { dateWords, timeWords } from '@/lib/text/dates'
import { type Column, COLUMNS, type Line, STANDING_WORDS } from './rules'

/** A cell of the book in words: days as `dd/mm/yyyy`, as the form has them. */
export const cellText = (line: Line, column: Column): string => worded(line, column, (at) => dateWords(localDateOf(at)))

/** A cell in words; the columns of days say beside the day what else there is to say of it. */
function worded(line: Line, column: Column, momentOf: (at: Date) => string): string {
  const { promisedAt, stoppedAt } = line
  const value = line[column]
  if (column === 'dueAt' && value instanceof Date && promisedAt) return `${momentOf(value)}, hẹn lại ${momentOf(promisedAt)}`
  if (column === 'returnedAt' && stoppedAt) return `${STANDING_WORDS.stopped} ${momentOf(stoppedAt)}`
  if (value === null) return ''
  return value instanceof Date ? momentOf(value) : String(value)
}

/** A moment with its hour. */
const momentCell = (at: Date): string => `${dateWords(localDateOf(at))} ${timeWords(at)}`

/** Whether a column of days says more in this line than a day. */
const saysMore = ({ promisedAt, stoppedAt }: Line, column: Column): boolean =>
  (column === 'dueAt' && promisedAt !== null) || (column === 'returnedAt' && stoppedAt !== null)

/** A line of the book in words, in the order of the form. */
export const cellTexts = (line: Line): string[] => COLUMNS.map((column) => cellText(line, column))

/** The same for a spreadsheet, where a number is a number and a moment a moment, unless there is more to say of it. */
export const sheetCells = (line: Line): SheetCell[] =>
  COLUMNS.map((column) => (saysMore(line, column) ? worded(line, column, momentCell) : line[column]))

/** The same for plain text, moments with their hour. */
export const csvCells = (line: Line): string[] => COLUMNS.map((column) => worded(line, column, momentCell))

/** Widths of a spreadsheet's columns, in letters. */
export const SHEET_WIDTHS: Record<Column, number> = {
  number: 7,
  code: 24,
  procedure: 44,
  applicant: 28,
  contact: 44,
  department: 28,
  receivedAt: 18,
  dueAt: 18,
  returnedAt: 18,
  returnMethod: 20,
  signature: 28,
}
