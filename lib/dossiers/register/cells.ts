import { localDateOf } from '@/lib/platform/local-date'
import type { SheetCell } from '@/lib/documents/write-xlsx'
import { dateWords, timeWords } from '@/lib/text/dates'
import { type Column, COLUMNS, type Line } from './rules'

/** A cell of the book in words: days as `dd/mm/yyyy`, as the form has them. */
export function cellText(line: Line, column: Column): string {
  const value = line[column]
  if (value === null) return ''
  return value instanceof Date ? dateWords(localDateOf(value)) : String(value)
}

/** A line of the book in words, in the order of the form. */
export const cellTexts = (line: Line): string[] => COLUMNS.map((column) => cellText(line, column))

/** The same for a spreadsheet, where a number is a number and a moment a moment. */
export const sheetCells = (line: Line): SheetCell[] => COLUMNS.map((column) => line[column])

/** The same for plain text, moments with their hour. */
export const csvCells = (line: Line): string[] =>
  COLUMNS.map((column) => {
    const value = line[column]
    if (value === null) return ''
    return value instanceof Date ? `${dateWords(localDateOf(value))} ${timeWords(value)}` : String(value)
  })

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
