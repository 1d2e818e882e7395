// A register of before as a clerk's spreadsheet: two books of one year, numbers without gaps, invented people.
import { stringify } from 'csv-stringify/sync'
import { IMPORT_COLUMNS, IMPORT_HEADS, type ImportColumn } from '@/lib/dossiers/register/import-columns'

export type RegisterRow = Record<ImportColumn, string>

const BOOKS = [
  { procedureCode: '1.004873', procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân' },
  { procedureCode: '1.004222', procedure: 'Đăng ký thường trú' },
] as const

const pad = (value: number): string => String(value).padStart(2, '0')

/** `count` lines of a year: every third without a code, every fifth still open, the others handed over; `first`: the first number of each book. */
export const registerRows = (count: number, { year = 2023, first = 1 }: { year?: number; first?: number } = {}): RegisterRow[] =>
  Array.from({ length: count }, (_, index): RegisterRow => {
    const [month, day] = [1 + (index % 11), 1 + (index % 20)]
    const isOpen = index % 5 === 4
    const book = BOOKS[index % 2] ?? BOOKS[0]
    return {
      number: String(first + Math.floor(index / 2)),
      code: index % 3 === 0 ? '' : `H61.123-${pad(year % 100)}${pad(month)}${pad(day)}-${String(1_000 + index).padStart(4, '0')}`,
      ...book,
      applicant: `Nguyễn Văn Mẫu ${index + 1}`,
      contact: `Số ${index + 1}, ấp Ví Dụ, 0900${String(index).padStart(6, '0')}`,
      department: '',
      receivedAt: index % 2 === 0 ? `${pad(day)}/${pad(month)}/${year}` : `${pad(day)}/${pad(month)}/${year} 08:15`,
      dueAt: `${pad(day + 3)}/${pad(month)}/${year}`,
      returnedAt: isOpen ? '' : `${pad(day + (index % 7 === 0 ? 5 : 2))}/${pad(month)}/${year}`,
      returnMethod: index % 4 === 0 ? 'Bưu chính' : 'Trực tiếp',
      signature: isOpen || index % 4 === 0 ? '' : `Trần Thị Thí Dụ ${index + 1}`,
      channel: index % 2 === 0 ? 'Trực tuyến' : '',
      digitised: index % 2 === 0 ? 'Có' : 'Không',
      fee: index % 10 === 0 ? '8.000' : '',
      finishedAt: '',
    }
  })

/** The rows as a CSV file. */
export const registerCsv = (rows: readonly RegisterRow[]): Buffer =>
  Buffer.from(
    `\ufeff${stringify([IMPORT_COLUMNS.map((column) => IMPORT_HEADS[column]), ...rows.map((row) => IMPORT_COLUMNS.map((column) => row[column]))])}`,
  )

/** Five lines spoiled, each in one column, with its line in the file and the column's head. */
export function spoiled(rows: readonly RegisterRow[]): { rows: RegisterRow[]; faults: { line: number; head: string }[] } {
  const changes: readonly [number, ImportColumn, string][] = [
    [10, 'receivedAt', '31/02/2023'],
    [20, 'procedureCode', '9.999999'],
    [30, 'applicant', ''],
    [40, 'dueAt', '01/01/2000'],
    [50, 'fee', 'tám nghìn'],
  ]
  const copy = rows.map((row) => ({ ...row }))
  for (const [index, column, value] of changes) Object.assign(copy[index] ?? {}, { [column]: value })
  return { rows: copy, faults: changes.map(([index, column]) => ({ line: index + 2, head: IMPORT_HEADS[column] })) }
}
