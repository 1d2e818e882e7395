import { describe, expect, it } from 'vitest'
import { compareWithBooks, readRegisterFile } from '@/lib/dossiers/register/import-check'
import { IMPORT_COLUMNS, IMPORT_HEADS } from '@/lib/dossiers/register/import-columns'
import { faultInWords } from '@/lib/dossiers/register/import-faults'
import { registerRows, type RegisterRow } from '@/tests/support/register-file'
import { day } from '../support/calendar'

const version = (procedureCode: string, field: string) => ({
  ...{ id: procedureCode, procedureCode, name: procedureCode, shortName: procedureCode, field },
  ...{ departmentCode: 'TP', from: day('2020-01-01') },
})
const office = { departments: [{ code: 'TP', name: 'Tư pháp' }], versions: [version('1.004873', 'ho-tich'), version('1.004222', 'cu-tru')] }

/** What is said of a file beside empty books, by line. */
function told(rows: readonly RegisterRow[]): [string, string][] {
  const cells = [IMPORT_COLUMNS.map((column) => IMPORT_HEADS[column]), ...rows.map((row) => IMPORT_COLUMNS.map((column) => row[column]))]
  const read = readRegisterFile(
    cells.map((row, index) => ({ number: index + 1, cells: row.map((cell) => cell || null) })),
    office,
    day('2026-11-30'),
  )
  const inOrder = compareWithBooks(read, []).faults.toSorted((one, other) => one.line - other.line)
  return inOrder.map(faultInWords).map(({ line, sentence }) => [line, sentence])
}

describe('the numbers of a register that comes in', () => {
  it('are told where they stand twice and where one is left out, whatever else is wrong', () => {
    const rows = registerRows(12)
    // Number 2 twice, of which the first has a wrong fee, and 3 left out; besides, a line whose book cannot be told.
    Object.assign(rows[2] ?? {}, { fee: 'tám nghìn' })
    Object.assign(rows[4] ?? {}, { number: '2' })
    Object.assign(rows[9] ?? {}, { receivedAt: '31/02/2023' })
    expect(told(rows)).toEqual([
      ['4', expect.any(String)],
      ['6', expect.stringContaining('Số này đã có ở dòng 4')],
      ['8', expect.stringContaining('Sổ thiếu số 3 trước số này')],
      ['11', expect.stringContaining('31/02/2023')],
    ])
  })

  it('are not said to be missing where a line that cannot be placed has them', () => {
    const rows = registerRows(6)
    Object.assign(rows[2] ?? {}, { receivedAt: '31/02/2023' })
    Object.assign(rows[3] ?? {}, { number: 'hai' })
    expect(told(rows).map(([line]) => line)).toEqual(['4', '5'])
  })
})
