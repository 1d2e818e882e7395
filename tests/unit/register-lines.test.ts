import { describe, expect, it } from 'vitest'
import type { ReadCell } from '@/lib/documents/read-sheet'
import { headOf, IMPORT_COLUMNS, IMPORT_HEADS, type ImportColumn } from '@/lib/dossiers/register/import-columns'
import { faultInWords } from '@/lib/dossiers/register/import-faults'
import { readLine } from '@/lib/dossiers/register/import-lines'
import { parseLocalDate } from '@/lib/platform/local-date'

const TODAY = parseLocalDate('2026-11-30')
if (TODAY === null) throw new Error('The day is in the calendar')
const today = TODAY
const AT = new Map(IMPORT_COLUMNS.map((column, index) => [column, index]))

const GOOD: Partial<Record<ImportColumn, ReadCell>> = {
  number: 7,
  procedure: 'Đăng ký khai sinh',
  applicant: 'Nguyễn Thị Minh Họa',
  contact: 'Số 12, ấp Mẫu, xã Tân Hoà, ĐT: 0900.000.123',
  receivedAt: '15/01/2024 08:30',
  dueAt: '17/01/2024',
}
const read = (but: Partial<Record<ImportColumn, ReadCell>> = {}) =>
  readLine({ number: 9, cells: IMPORT_COLUMNS.map((column) => ({ ...GOOD, ...but })[column] ?? null) }, AT, today)
const faults = (but: Partial<Record<ImportColumn, ReadCell>>) => {
  const line = read(but)
  return Array.isArray(line) ? line.map(({ column, code }) => `${column} ${code}`) : []
}

describe('a line of the register', () => {
  it('is read with the phone at the end of the address and the day apart from the hour', () => {
    expect(read()).toMatchObject({
      ...{ line: 9, number: 7, code: null, address: 'Số 12, ấp Mẫu, xã Tân Hoà', phone: '0900000123', channel: 'COUNTER', fee: 0 },
      receivedAt: { day: '2024-01-15', minute: 510 },
      dueAt: { day: '2024-01-17', minute: null },
    })
  })

  it.each<[ReadCell, { day: string; minute: number | null }]>([
    ['1/2/2024', { day: '2024-02-01', minute: null }],
    ['01-02-2024', { day: '2024-02-01', minute: null }],
    ['2024-02-01', { day: '2024-02-01', minute: null }],
    ['08:05 01/02/2024', { day: '2024-02-01', minute: 485 }],
    ['01/02/2024, 8h30', { day: '2024-02-01', minute: 510 }],
    [new Date('2024-02-01T00:00:00Z'), { day: '2024-02-01', minute: null }],
    // A spreadsheet keeps fractions of a day.
    [new Date('2024-02-01T08:29:59.600Z'), { day: '2024-02-01', minute: 510 }],
  ])('reads %s as a day', (written, moment) =>
    expect(read({ receivedAt: written, dueAt: '05/02/2024' })).toMatchObject({ receivedAt: moment }),
  )

  it('needs number, procedure or its code, name and two days', () => {
    expect(faults({ number: null, procedure: null, applicant: null, receivedAt: null, dueAt: null })).toEqual(
      expect.arrayContaining(['number missing', 'procedure missing', 'applicant missing', 'receivedAt missing', 'dueAt missing']),
    )
    expect(read({ procedure: null, procedureCode: '1.001193' })).toMatchObject({ procedureCode: '1.001193' })
  })

  it.each<[Partial<Record<ImportColumn, ReadCell>>, string]>([
    [{ number: '7a' }, 'number not_number'],
    [{ number: 0 }, 'number not_number'],
    [{ code: '123' }, 'code not_code'],
    [{ receivedAt: '31/02/2024' }, 'receivedAt no_such_day'],
    [{ receivedAt: 'hôm qua' }, 'receivedAt not_day'],
    [{ receivedAt: 45_306 }, 'receivedAt not_day'],
    [{ receivedAt: '01/12/2026', dueAt: '02/12/2026' }, 'receivedAt in_future'],
    [{ receivedAt: '15/01/1924' }, 'receivedAt too_early'],
    [{ dueAt: '14/01/2024' }, 'dueAt before_receipt'],
    [{ returnedAt: '14/01/2024' }, 'returnedAt before_receipt'],
    [{ returnedAt: '16/01/2024', finishedAt: '17/01/2024' }, 'returnedAt before_result'],
    [{ returnMethod: 'chim bồ câu' }, 'returnMethod unknown_method'],
    [{ channel: 'fax' }, 'channel unknown_channel'],
    [{ channel: 'constructor' }, 'channel unknown_channel'],
    [{ digitised: 'một nửa' }, 'digitised not_yes_no'],
    [{ fee: 'tám nghìn' }, 'fee not_money'],
    [{ fee: -5 }, 'fee not_money'],
  ])('refuses %j', (but, fault) => expect(faults(but)).toEqual([fault]))

  it('takes a sum as people write it', () => {
    expect(['8.000', '8.000 đồng', 8_000, '8,000đ'].map((fee) => read({ fee }))).toEqual(
      Array(4).fill(expect.objectContaining({ fee: 8_000 })),
    )
  })
})

describe('the head', () => {
  it('is known by the form’s words, older ones, and whatever their case and order', () => {
    const head = headOf(['TT', 'Tên TTHC', null, 'NGÀY NHẬN HỒ SƠ', 'hẹn trả kết quả', 'Ghi chú'])
    expect([...head]).toEqual([
      ['number', 0],
      ['procedure', 1],
      ['receivedAt', 3],
      ['dueAt', 4],
    ])
  })
})

it('every fault is a sentence that names its place', () => {
  expect(faultInWords({ line: 12, column: 'receivedAt', code: 'no_such_day', said: '31/02/2024' })).toEqual({
    ...{ line: '12', column: IMPORT_HEADS.receivedAt },
    sentence: 'Ngày 31/02/2024 không có trong lịch. Kiểm tra lại ngày và tháng.',
  })
})

describe('a due date that an apology has put off', () => {
  it('is read as it was first told, as our own book writes both', () => {
    for (const dueAt of ['17/01/2024, hẹn lại 22/01/2024', '17/01/2024 17:00, hẹn lại 22/01/2024 17:00'])
      expect(read({ dueAt })).toMatchObject({ dueAt: { day: '2024-01-17' } })
  })
})
