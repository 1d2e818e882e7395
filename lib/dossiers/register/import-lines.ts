/** A row of somebody's spreadsheet as a line of the register, or what is wrong with it by column. Pure: what only the database knows comes later. */
import type { ReadRow } from '@/lib/documents/read-sheet'
import { instantAt, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import type { Channel, ReturnMethod } from '@/prisma/generated/enums'
import { Cells, LONGEST_NAME, type WrittenMoment } from './import-cells'
import type { ImportColumn } from './import-columns'
import type { RegisterFault } from './import-faults'

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

const LONGEST_CONTACT = 500

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

/** Reads one row. Answers the line, or all its faults. */
export function readLine(row: ReadRow, at: ReadonlyMap<ImportColumn, number>, today: LocalDate): WrittenLine | RegisterFault[] {
  const cells = new Cells(row, at, today)
  const number = cells.number('number')
  const code = cells.code('code')
  const procedureCode = cells.text('procedureCode', 40)
  const procedure = procedureCode === null ? cells.needed('procedure', LONGEST_CONTACT) : cells.text('procedure', LONGEST_CONTACT)
  const fullName = cells.needed('applicant', LONGEST_NAME)
  const contact = contactIn(cells.text('contact', LONGEST_CONTACT) ?? '')
  const department = cells.text('department', LONGEST_NAME)
  const { receivedAt, dueAt, ...end } = momentsIn(cells)
  const returnMethod = cells.choice<ReturnMethod>('returnMethod', METHODS, { otherwise: 'COUNTER', code: 'unknown_method' })
  const channel = cells.choice<Channel>('channel', CHANNELS, { otherwise: 'COUNTER', code: 'unknown_channel' })
  const digitised = cells.choice<boolean>('digitised', YES_NO, { otherwise: false, code: 'not_yes_no' })
  const receiver = cells.text('signature', LONGEST_NAME)
  const fee = cells.money('fee')
  if (cells.faults.length > 0 || number === null || !receivedAt || !dueAt) return cells.faults
  return {
    ...{ line: row.number, number, code, procedure, procedureCode, fullName, ...contact, department },
    ...{ receivedAt, dueAt, ...end, returnMethod, receiver, channel, digitised, fee },
  }
}

/** What says where a line stands in the books. */
export type WrittenPlace = Pick<WrittenLine, 'line' | 'code' | 'procedure' | 'procedureCode'> & {
  number: number | null
  fullName: string | null
  receivedAt: WrittenMoment | null
}

/** The place of a line with faults, as far as it can be read: its number is used up whatever else is wrong with it. */
export function readPlace(row: ReadRow, at: ReadonlyMap<ImportColumn, number>, today: LocalDate): WrittenPlace {
  const cells = new Cells(row, at, today)
  const receivedAt = cells.moment('receivedAt')
  return {
    receivedAt: cells.faults.length > 0 ? null : receivedAt,
    ...{ line: row.number, number: cells.number('number'), code: cells.code('code') },
    ...{ procedureCode: cells.text('procedureCode', 40), procedure: cells.text('procedure', LONGEST_CONTACT) },
    fullName: cells.text('applicant', LONGEST_NAME),
  }
}

/** The days of a line, which have to follow each other. Without a day of the result it is the day it was handed over. */
function momentsIn(cells: Cells) {
  const [receivedAt, dueAt] = [cells.neededMoment('receivedAt'), cells.neededMoment('dueAt')]
  const [finished, returnedAt] = [cells.moment('finishedAt'), cells.moment('returnedAt')]
  if (isBefore(dueAt, receivedAt)) cells.fault('dueAt', 'before_receipt')
  if (isBefore(finished, receivedAt)) cells.fault('finishedAt', 'before_receipt')
  if (isBefore(returnedAt, receivedAt)) cells.fault('returnedAt', 'before_receipt')
  else if (isBefore(returnedAt, finished)) cells.fault('returnedAt', 'before_result')
  return { receivedAt, dueAt, finishedAt: finished ?? returnedAt, returnedAt }
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

/** A written moment as an instant; where no hour was written, at `minute` of that day. */
export const instantOf = ({ day, minute }: WrittenMoment, otherwise: number): Date => instantAt(day, minute ?? otherwise)

/** The book that a line belongs into begins anew each year. */
export const yearOfLine = ({ receivedAt }: Pick<WrittenLine, 'receivedAt'>): number => Number(receivedAt.day.slice(0, 4))

/** The day of an instant, for comparing with what is written. */
export const dayOf = (at: Date | null): LocalDate | null => at && localDateOf(at)
