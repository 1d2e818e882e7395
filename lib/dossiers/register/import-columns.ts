/**
 * The columns of a register that is brought in: those of the form, by the heads that it has or had, and five more where the office kept them. Pure.
 */
import { fold } from '@/lib/text/fold'
import { type Column, COLUMNS, HEADS } from './rules'

const MORE = ['procedureCode', 'channel', 'digitised', 'fee', 'finishedAt'] as const
export type ImportColumn = Column | (typeof MORE)[number]

/** All columns in the order of the template. */
export const IMPORT_COLUMNS: readonly ImportColumn[] = [...COLUMNS, ...MORE]

export const IMPORT_HEADS: Record<ImportColumn, string> = {
  ...HEADS,
  procedureCode: 'Mã thủ tục',
  channel: 'Kênh nộp',
  digitised: 'Đã số hóa',
  fee: 'Phí, lệ phí',
  finishedAt: 'Ngày có kết quả',
}

/** Without these nothing can be entered; the others may be missing. */
export const NEEDED: readonly ImportColumn[] = ['number', 'procedure', 'applicant', 'receivedAt', 'dueAt']

/** What else people write above a column. */
const ALSO: Partial<Record<ImportColumn, readonly string[]>> = {
  number: ['Số thứ tự', 'Số TT', 'TT'],
  procedure: ['Tên TTHC', 'Tên thủ tục', 'TTHC'],
  applicant: ['Tên cá nhân, tổ chức', 'Họ và tên', 'Người nộp'],
  contact: ['Địa chỉ, điện thoại', 'Địa chỉ'],
  department: ['Cơ quan chủ trì', 'Cơ quan giải quyết'],
  receivedAt: ['Nhận hồ sơ (ngày)', 'Ngày nhận', 'Ngày nhận hồ sơ', 'Ngày tiếp nhận'],
  dueAt: ['Hẹn trả kết quả', 'Ngày hẹn trả', 'Hẹn trả (ngày)'],
  returnedAt: ['Trả kết quả (ngày)', 'Ngày trả', 'Ngày trả kết quả'],
  returnMethod: ['Phương thức trả kết quả'],
  procedureCode: ['Mã TTHC'],
  digitised: ['Số hóa'],
  fee: ['Phí', 'Lệ phí', 'Phí lệ phí (đồng)'],
}

/** How a column is written, for the page that explains the template. */
export const HOW: Record<ImportColumn, string> = {
  number: 'Bắt buộc. Số trong sổ của lĩnh vực và năm đó, từ 1, không thiếu số.',
  code: 'Dạng H61.123-240115-0001. Để trống thì hệ thống cấp mã theo ngày nhận.',
  procedure: 'Bắt buộc, trừ khi có Mã thủ tục. Đúng tên trong danh mục thủ tục.',
  applicant: 'Bắt buộc.',
  contact: 'Số điện thoại ghi cuối, sau dấu phẩy.',
  department: 'Tên phòng hoặc cơ quan của xã. Để trống thì theo thủ tục.',
  receivedAt: 'Bắt buộc. Dạng 15/01/2024 hoặc 15/01/2024 08:30.',
  dueAt: 'Bắt buộc. Không ghi giờ thì tính cuối giờ làm việc.',
  returnedAt: 'Để trống nếu chưa trả.',
  returnMethod: 'Trực tiếp, Bưu chính hoặc Trực tuyến. Để trống là Trực tiếp.',
  signature: 'Tên người nhận kết quả.',
  procedureCode: 'Dạng 1.001193.',
  channel: 'Trực tiếp, Bưu chính, Trực tuyến hoặc Cổng quốc gia. Để trống là Trực tiếp.',
  digitised: 'Có hoặc Không. Để trống là Không.',
  fee: 'Số tiền đã thu, đồng. Để trống nếu không có.',
  finishedAt: 'Ngày ký kết quả. Để trống thì lấy ngày trả.',
}

const BY_HEAD: ReadonlyMap<string, ImportColumn> = new Map(
  IMPORT_COLUMNS.flatMap((column) => [IMPORT_HEADS[column], ...(ALSO[column] ?? [])].map((head) => [fold(head), column] as const)),
)

/** Which column stands where in a row that is a head; empty for any other row. */
export function headOf(cells: readonly unknown[]): Map<ImportColumn, number> {
  const found = new Map<ImportColumn, number>()
  cells.forEach((cell, index) => {
    const column = typeof cell === 'string' ? BY_HEAD.get(fold(cell)) : undefined
    if (column !== undefined && !found.has(column)) found.set(column, index)
  })
  return found
}

/** More lines than a commune's year has dossiers; one file is taken in as a whole, in one transaction. */
export const MOST_LINES = 20_000
