/**
 * Sổ theo dõi hồ sơ (TT 03/2025/TT-VPCP, Mẫu 07): one book for each field and year, its columns in the order of the form, and what stands in
 * them. Pure.
 */
import type { ReturnMethod, Stage } from '@/prisma/generated/enums'
import { NAME_DELETED } from '../words'

/** The columns of the form, in its order. */
export const COLUMNS = [
  'number',
  'code',
  'procedure',
  'applicant',
  'contact',
  'department',
  'receivedAt',
  'dueAt',
  'returnedAt',
  'returnMethod',
  'signature',
] as const
export type Column = (typeof COLUMNS)[number]

export const HEADS: Record<Column, string> = {
  number: 'STT',
  code: 'Mã hồ sơ',
  procedure: 'Tên thủ tục hành chính',
  applicant: 'Tên tổ chức, cá nhân',
  contact: 'Địa chỉ, số điện thoại',
  department: 'Cơ quan chủ trì giải quyết',
  receivedAt: 'Nhận hồ sơ',
  dueAt: 'Hẹn trả',
  returnedAt: 'Trả kết quả',
  returnMethod: 'Phương thức nhận kết quả',
  signature: 'Ký nhận',
}

/** Numbers of a book that are printed as one file: more would keep the web process from its other work. */
export const PRINTED_AT_ONCE = 500

/** Columns that hold a moment; the others hold words, the first a number. */
export type MomentColumn = 'receivedAt' | 'dueAt' | 'returnedAt'

/** How the book calls the ways in which a result is given. */
const METHODS: Record<ReturnMethod, string> = { COUNTER: 'Trực tiếp', POST: 'Bưu chính', ONLINE: 'Trực tuyến' }

/** What narrows a book: how far its dossiers are. */
export const STANDINGS = ['open', 'waiting', 'returned', 'stopped'] as const
export type BookStanding = (typeof STANDINGS)[number]

export const STANDING_WORDS: Record<BookStanding, string> = {
  open: 'Chưa có kết quả',
  waiting: 'Có kết quả, chưa trả',
  returned: 'Đã trả kết quả',
  stopped: 'Dừng giải quyết',
}

/** A dossier as the book is told of it. */
export type Entry = {
  code: string
  registerNumber: number | null
  stage: Stage
  returnMethod: ReturnMethod
  receivedAt: Date | null
  dueAt: Date | null
  appointmentAt: Date | null
  returnedAt: Date | null
  closedAt: Date | null
  procedureVersion: { name: string }
  department: { name: string }
  applicant: { fullName: string; address: string; phone: string } | null
  handOver: { method: ReturnMethod; receiverName: string | null } | null
}

/** A line of the book; null: nothing stands there yet. */
export type Line = Record<Exclude<Column, 'number' | MomentColumn>, string> &
  Record<MomentColumn, Date | null> & {
    number: number
    /** The later day that a Phiếu xin lỗi promised. It stands beside the due date, by which on time is judged. */
    promisedAt: Date | null
    /** The office stopped it, so no result is given: said where the result's day would stand. */
    stoppedAt: Date | null
  }

/**
 * What the book says of a dossier. A result that went out is named by the way it really went; "Ký nhận" is who was recorded as taking it, and
 * stays free for a hand where nobody was.
 */
export function lineOf(entry: Entry): Line {
  const { applicant, handOver } = entry
  return {
    number: entry.registerNumber ?? 0,
    code: entry.code,
    procedure: entry.procedureVersion.name,
    applicant: applicant?.fullName ?? NAME_DELETED,
    contact: applicant ? [applicant.address, applicant.phone].filter((part) => part !== '').join(', ') : '',
    department: entry.department.name,
    receivedAt: entry.receivedAt,
    dueAt: entry.dueAt ?? entry.appointmentAt,
    promisedAt: entry.dueAt && entry.appointmentAt && entry.appointmentAt > entry.dueAt ? entry.appointmentAt : null,
    returnedAt: entry.returnedAt,
    stoppedAt: entry.stage === 'stopped' ? entry.closedAt : null,
    returnMethod: METHODS[handOver?.method ?? entry.returnMethod],
    signature: handOver?.receiverName ?? '',
  }
}

/** Kind of the number book in which a field's register counts, each year anew (`takeNumber`). */
export const registerKind = (field: string): string => `REGISTER ${field}`

/** Name of a field's volume: numbers begin anew each year (TT 03/2025/TT-VPCP, Mẫu 01 mục 16). `mark`: null where nothing tells the fields apart. */
export const volumeName = ({ year, mark }: { year: number; mark: string | null }): string => `01/${year}${mark === null ? '' : `-${mark}`}`
