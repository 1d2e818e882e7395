/** A row of somebody's spreadsheet as a line of the register, or what is wrong with it by column. Pure: what only the database knows comes later. */
import type { ReadCell, ReadRow } from '@/lib/documents/read-sheet'
import { addDays, instantAt, type LocalDate, localDateOf, parseLocalDate } from '@/lib/platform/local-date'
import { fold } from '@/lib/text/fold'
import type { Channel, ReturnMethod } from '@/prisma/generated/enums'
import { DossierCode } from '../schema'
import type { ImportColumn } from './import-columns'
import type { FaultCode, RegisterFault } from './import-faults'

/** A day of the office, and the minute where one was written. */
export type WrittenMoment = { day: LocalDate; minute: number | null }

/** A line as it was written: procedure and department are still words. */
export type WrittenLine = {
  line: number
  number: number
  code: string | null
  procedure: string | null
  procedureCode: string | null
  fullName: string
  address: string
  phone: string
  department: string | null
  receivedAt: WrittenMoment
  dueAt: WrittenMoment
  finishedAt: WrittenMoment | null
  returnedAt: WrittenMoment | null
  returnMethod: ReturnMethod
  receiver: string | null
  channel: Channel
  digitised: boolean
  /** Đồng. */
  fee: number
}

const FIRST_YEAR = 1990
const [LONGEST_NAME, LONGEST_CONTACT] = [200, 500]

const METHODS: Readonly<Record<string, ReturnMethod>> = {
  'truc tiep': 'COUNTER',
  'tai quay': 'COUNTER',
  'tai quay mot cua': 'COUNTER',
  'tai bo phan mot cua': 'COUNTER',
  'buu chinh': 'POST',
  'qua buu chinh': 'POST',
  'buu dien': 'POST',
  'qua buu dien': 'POST',
  'truc tuyen': 'ONLINE',
  // What our own book says of a dossier that was stopped is no way to get a result.
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  'truc tiep': 'COUNTER',
  'tai quay': 'COUNTER',
  'buu chinh': 'POSTAL',
  'qua buu chinh': 'POSTAL',
  'truc tuyen': 'ONLINE',
  'cong quoc gia': 'NATIONAL_PORTAL',
  'cong dich vu cong quoc gia': 'NATIONAL_PORTAL',
  'qua cong dich vu cong quoc gia': 'NATIONAL_PORTAL',
}

const YES_NO: Readonly<Record<string, boolean>> = { co: true, x: true, '1': true, true: true, khong: false, '0': false, false: false }

/** Reads one row. Answers the line, or all its faults; a fault in one column keeps no other from being told. */
export function readLine(row: ReadRow, at: ReadonlyMap<ImportColumn, number>, today: LocalDate): WrittenLine | RegisterFault[] {
  const faults: RegisterFault[] = []
  const fault = (column: ImportColumn, code: FaultCode, said = '') =>
    void faults.push({ line: row.number, column, code, said: shortened(said) })
  const cell = (column: ImportColumn): ReadCell => row.cells[at.get(column) ?? -1] ?? null
  const text = (column: ImportColumn, longest: number): string | null => {
    const value = cell(column)
    if (value === null) return null
    const words = wordsOf(value)
    if (words.length > longest) fault(column, 'too_long', String(longest))
    return words
  }
  const needed = (column: ImportColumn, longest: number): string => {
    const words = text(column, longest)
    if (words === null) fault(column, 'missing')
    return words ?? ''
  }
  const choice = <T>(
    column: ImportColumn,
    among: Readonly<Record<string, T>>,
    { otherwise, code }: { otherwise: T; code: FaultCode },
  ): T => {
    const words = text(column, LONGEST_NAME)
    if (words === null) return otherwise
    const key = fold(words)
    const found = Object.hasOwn(among, key) ? among[key] : undefined
    if (found === undefined) fault(column, code, words)
    return found ?? otherwise
  }
  const moment = (column: ImportColumn): WrittenMoment | null => {
    const value = cell(column)
    if (value === null) return null
    const read = readMoment(value)
    if (!('day' in read)) {
      fault(column, read.code, read.said)
      return null
    }
    if (Number(read.day.slice(0, 4)) < FIRST_YEAR) fault(column, 'too_early', read.day.slice(0, 4))
    else if (column !== 'dueAt' && read.day > today) fault(column, 'in_future')
    else if (column === 'dueAt' && read.day > addDays(today, 3_650)) fault(column, 'not_day', wordsOf(value))
    return read
  }

  const number = numberIn(cell('number'))
  if (cell('number') === null) fault('number', 'missing')
  else if (number === null) fault('number', 'not_number', wordsOf(cell('number')))
  const code = codeIn(text('code', LONGEST_NAME))
  if (code === undefined) fault('code', 'not_code', wordsOf(cell('code')))
  const procedureCode = text('procedureCode', 40)
  const procedure = procedureCode === null ? needed('procedure', LONGEST_CONTACT) : text('procedure', LONGEST_CONTACT)
  const fullName = needed('applicant', LONGEST_NAME)
  const contact = text('contact', LONGEST_CONTACT) ?? ''
  const department = text('department', LONGEST_NAME)
  const [receivedAt, dueAt, finished, returnedAt] = [moment('receivedAt'), moment('dueAt'), moment('finishedAt'), moment('returnedAt')]
  if (cell('receivedAt') === null) fault('receivedAt', 'missing')
  if (cell('dueAt') === null) fault('dueAt', 'missing')
  const finishedAt = finished ?? returnedAt
  if (isBefore(dueAt, receivedAt)) fault('dueAt', 'before_receipt')
  if (isBefore(finished, receivedAt)) fault('finishedAt', 'before_receipt')
  if (isBefore(returnedAt, receivedAt)) fault('returnedAt', 'before_receipt')
  else if (isBefore(returnedAt, finished)) fault('returnedAt', 'before_result')
  const returnMethod = choice<ReturnMethod>('returnMethod', METHODS, { otherwise: 'COUNTER', code: 'unknown_method' })
  const channel = choice<Channel>('channel', CHANNELS, { otherwise: 'COUNTER', code: 'unknown_channel' })
  const digitised = choice<boolean>('digitised', YES_NO, { otherwise: false, code: 'not_yes_no' })
  const receiver = text('signature', LONGEST_NAME)
  const fee = moneyIn(cell('fee'))
  if (fee === null) fault('fee', 'not_money', wordsOf(cell('fee')))
  if (faults.length > 0 || number === null || !receivedAt || !dueAt) return faults
  return {
    ...{ line: row.number, number, code: code ?? null, procedure, procedureCode, fullName, ...contactIn(contact), department },
    ...{ receivedAt, dueAt, finishedAt, returnedAt, returnMethod, receiver, channel, digitised, fee: fee ?? 0 },
  }
}

const wordsOf = (value: ReadCell): string => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? ''))

/** Enough to be found again in the file. */
const shortened = (said: string): string => (said.length > 160 ? `${said.slice(0, 159)}…` : said)

function numberIn(value: ReadCell): number | null {
  const number = typeof value === 'string' && /^\d{1,7}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 1 && number <= 9_999_999 ? number : null
}

/** Null: none is written; undefined: it is none. */
function codeIn(words: string | null): string | null | undefined {
  if (words === null) return null
  const read = DossierCode.safeParse(words)
  return read.success ? read.data : undefined
}

/** Đồng; null: it is no sum. */
function moneyIn(value: ReadCell): number | null {
  if (value === null) return 0
  const digits = typeof value === 'string' ? value.replaceAll(/(?:đồng|đ|vnđ|vnd)$/gi, '').replaceAll(/[\s.,]/g, '') : String(value)
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

/** The telephone number stands at the end, as the form's head says. */
function contactIn(contact: string): { address: string; phone: string } {
  const found = /(?:^|[\s,;:(])((?:\+?84|0)[\d\s.]{8,13})\)?$/.exec(contact)
  if (!found) return { address: contact, phone: '' }
  const phone = (found[1] ?? '').replaceAll(/\D/g, '').replace(/^84/, '0')
  return { address: contact.slice(0, found.index).replace(/[\s,;:(-]+(?:ĐT|SĐT|điện thoại)?[\s,;:(-]*$/iu, ''), phone }
}

const isBefore = (one: WrittenMoment | null, other: WrittenMoment | null): boolean => {
  if (!one || !other) return false
  if (one.day !== other.day) return one.day < other.day
  return one.minute !== null && other.minute !== null && one.minute < other.minute
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

/** A written moment as an instant; where no hour was written, at `minute` of that day. */
export const instantOf = ({ day, minute }: WrittenMoment, otherwise: number): Date => instantAt(day, minute ?? otherwise)

/** The book that a line belongs into begins anew each year. */
export const yearOfLine = ({ receivedAt }: Pick<WrittenLine, 'receivedAt'>): number => Number(receivedAt.day.slice(0, 4))

/** The day of an instant, for comparing with what is written. */
export const dayOf = (at: Date | null): LocalDate | null => at && localDateOf(at)
