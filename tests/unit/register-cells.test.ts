import { describe, expect, it } from 'vitest'
import { cellText, csvCells, sheetCells } from '@/lib/dossiers/register/cells'
import { COLUMNS, type Entry, lineOf } from '@/lib/dossiers/register/rules'

const entry: Entry = {
  code: 'H61.123-261130-0014',
  registerNumber: 21,
  stage: 'in_hand',
  returnMethod: 'COUNTER',
  receivedAt: new Date('2026-11-30T08:00:00+07:00'),
  dueAt: new Date('2026-12-03T17:00:00+07:00'),
  appointmentAt: new Date('2026-12-03T17:00:00+07:00'),
  returnedAt: null,
  closedAt: null,
  procedureVersion: { name: 'Xác nhận tình trạng hôn nhân' },
  department: { name: 'Văn phòng' },
  applicant: { fullName: 'Nguyễn Thị Minh Họa', address: 'ấp Mẫu', phone: '0900000123' },
  handOver: null,
}
const at = (column: (typeof COLUMNS)[number]) => COLUMNS.indexOf(column)

describe('what the book says of a due date', () => {
  it('is that date alone, a moment in a spreadsheet', () => {
    const line = lineOf(entry)
    expect(cellText(line, 'dueAt')).toBe('03/12/2026')
    expect(sheetCells(line)[at('dueAt')]).toEqual(entry.dueAt)
    expect(csvCells(line)[at('dueAt')]).toBe('03/12/2026 17:00')
  })

  it('keeps it when an apology promises a later day, and says that day after it', () => {
    const line = lineOf({ ...entry, appointmentAt: new Date('2026-12-08T17:00:00+07:00') })
    expect(line.dueAt).toEqual(entry.dueAt)
    expect(cellText(line, 'dueAt')).toBe('03/12/2026, hẹn lại 08/12/2026')
    for (const cells of [sheetCells(line), csvCells(line)]) expect(cells[at('dueAt')]).toBe('03/12/2026 17:00, hẹn lại 08/12/2026 17:00')
  })
})

describe('what the book says of a dossier that was stopped', () => {
  const line = lineOf({ ...entry, stage: 'stopped', closedAt: new Date('2026-12-01T09:30:00+07:00') })

  it('stands with its day where the result’s day would, and not as a way in which a result is given', () => {
    expect(cellText(line, 'returnedAt')).toBe('Dừng giải quyết 01/12/2026')
    expect(cellText(line, 'returnMethod')).toBe('Trực tiếp')
    for (const cells of [sheetCells(line), csvCells(line)]) expect(cells[at('returnedAt')]).toBe('Dừng giải quyết 01/12/2026 09:30')
  })
})
