/** One row of somebody's spreadsheet, cell by cell; what is wrong is gathered, so that a fault in one column keeps no other from being told. Pure. */
import type { ReadCell, ReadRow } from '@/lib/documents/read-sheet'
import { addDays, type LocalDate, parseLocalDate } from '@/lib/platform/local-date'
import { fold } from '@/lib/text/fold'
import { DossierCode } from '../schema'
import type { ImportColumn } from './import-columns'
import type { FaultCode, RegisterFault } from './import-faults'

/** A day of the office, and the minute where one was written. */
export type WrittenMoment = { day: LocalDate; minute: number | null }

const FIRST_YEAR = 1990
/** How many days after today a due date is still believed. */
const FARTHEST_DUE = 3_650
export const LONGEST_NAME = 200
/** What our own book adds to a due date that an apology has put off: the date first told is what the line is held to. */
const PROMISED_ANEW = /[\s,;]*hẹn lại .*$/iu

/** The cells of a row by the column's name, and the faults found so far. */
export class Cells {
  readonly faults: RegisterFault[] = []
  readonly #row: ReadRow
  readonly #at: ReadonlyMap<ImportColumn, number>
  readonly #today: LocalDate

  /** `at`: where each column stands in the row. */
  constructor(row: ReadRow, at: ReadonlyMap<ImportColumn, number>, today: LocalDate) {
    this.#row = row
    this.#at = at
    this.#today = today
  }

  #cell(column: ImportColumn): ReadCell {
    return this.#row.cells[this.#at.get(column) ?? -1] ?? null
  }

  fault(column: ImportColumn, code: FaultCode, said = ''): void {
    this.faults.push({ line: this.#row.number, column, code, said: shortened(said) })
  }

  /** The words of a cell; null: it is empty. */
  text(column: ImportColumn, longest: number): string | null {
    const value = this.#cell(column)
    if (value === null) return null
    const words = wordsOf(value)
    if (words.length > longest) this.fault(column, 'too_long', String(longest))
    return words
  }

  needed(column: ImportColumn, longest: number): string {
    const words = this.text(column, longest)
    if (words === null) this.fault(column, 'missing')
    return words ?? ''
  }

  /** One of several words, however they are written; `otherwise` where the cell is empty, `code` where it is none of them. */
  choice<T>(column: ImportColumn, among: Readonly<Record<string, T>>, { otherwise, code }: { otherwise: T; code: FaultCode }): T {
    const words = this.text(column, LONGEST_NAME)
    if (words === null) return otherwise
    const key = fold(words)
    const found = Object.hasOwn(among, key) ? among[key] : undefined
    if (found === undefined) this.fault(column, code, words)
    return found ?? otherwise
  }

  moment(column: ImportColumn): WrittenMoment | null {
    const value = this.#cell(column)
    if (value === null) return null
    const read = readMoment(column === 'dueAt' && typeof value === 'string' ? value.replace(PROMISED_ANEW, '') : value)
    if (!('day' in read)) {
      this.fault(column, read.code, read.said)
      return null
    }
    if (Number(read.day.slice(0, 4)) < FIRST_YEAR) this.fault(column, 'too_early', read.day.slice(0, 4))
    else if (column !== 'dueAt' && read.day > this.#today) this.fault(column, 'in_future')
    else if (column === 'dueAt' && read.day > addDays(this.#today, FARTHEST_DUE)) this.fault(column, 'not_day', wordsOf(value))
    return read
  }

  neededMoment(column: ImportColumn): WrittenMoment | null {
    if (this.#cell(column) === null) this.fault(column, 'missing')
    return this.moment(column)
  }

  /** The number of the line in its book. */
  number(column: ImportColumn): number | null {
    const value = this.#cell(column)
    const number = numberIn(value)
    if (value === null) this.fault(column, 'missing')
    else if (number === null) this.fault(column, 'not_number', wordsOf(value))
    return number
  }

  /** The code of a dossier; null where there is none, or none that is one. */
  code(column: ImportColumn): string | null {
    const words = this.text(column, LONGEST_NAME)
    if (words === null) return null
    const read = DossierCode.safeParse(words)
    if (!read.success) this.fault(column, 'not_code', words)
    return read.success ? read.data : null
  }

  /** Đồng; an empty cell is nothing to pay. */
  money(column: ImportColumn): number {
    const value = this.#cell(column)
    const sum = moneyIn(value)
    if (sum === null) this.fault(column, 'not_money', wordsOf(value))
    return sum ?? 0
  }
}

const wordsOf = (value: ReadCell): string => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''))

/** Enough to be found again in the file. */
const shortened = (said: string): string => (said.length > 160 ? `${said.slice(0, 159)}…` : said)

function numberIn(value: ReadCell): number | null {
  const number = typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 9_999_999 ? number : null
}

/** Đồng; null: it is no sum. */
function moneyIn(value: ReadCell): number | null {
  if (value === null) return 0
  const digits = typeof value === 'string' ? value.replaceAll(/(?:đồng|đ|vnđ|vnd)$/gi, '').replaceAll(/[\s.,]/g, '') : String(value)
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

type ReadMoment = WrittenMoment | { code: FaultCode; said: string }

/** A cell of the kind date holds the wall's own time as if it were UTC; the spreadsheet's fractions of a day are rounded to the minute. */
function readMoment(value: ReadCell): ReadMoment {
  if (value instanceof Date) {
    const minutes = Math.round(value.getTime() / 60_000)
    const day = parseLocalDate(new Date(minutes * 60_000).toISOString().slice(0, 10))
    if (day === null) return { code: 'not_day', said: wordsOf(value) }
    const minute = ((minutes % 1_440) + 1_440) % 1_440
    return { day, minute: minute === 0 ? null : minute }
  }
  const words = wordsOf(value)
  const clock = /(?:^|\s)(\d{1,2})(?::|h| giờ )(\d{2})?(?: phút)?(?:$|\s|,)/.exec(words)
  const rest = (clock ? words.replace(clock[0], ' ') : words).replaceAll(/^[\s,]+|[\s,]+$/g, '')
  const [hour, minute] = [Number(clock?.[1] ?? 0), Number(clock?.[2] ?? 0)]
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(rest)
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(rest)
    ? rest
    : parts && `${parts[3]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`
  if (!iso || hour > 23 || minute > 59) return { code: 'not_day', said: shortened(words) }
  const day = parseLocalDate(iso)
  return day === null ? { code: 'no_such_day', said: rest } : { day, minute: clock ? hour * 60 + minute : null }
}
