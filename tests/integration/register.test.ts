import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readSheet from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { inspectSheet, readRows } from '@/lib/documents/read-sheet'
import { csvOf } from '@/lib/documents/write-csv'
import { xlsxOf } from '@/lib/documents/write-xlsx'
import { COLUMNS, HEADS, type Line } from '@/lib/dossiers/register/rules'
import { cellTexts, csvCells, SHEET_WIDTHS, sheetCells } from '@/lib/dossiers/register/cells'
import { findRegisters, openRegister, readRegister, readRegisterPiece } from '@/lib/dossiers/register/queries'
import { renderRegister } from '@/lib/papers/render'
import { localDateOf } from '@/lib/platform/local-date'
import { valueOf } from '@/tests/support/filing'
import { aDossierIn, handOver, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { textOf } from '@/tests/support/pdf'

let office: Office
let clerk: StaffActor
let codes: string[]
const FORMULA = '=HYPERLINK("http://x.example")'

/** Three received, of which one is finished and one handed over, and one that was only sent. */
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
  const waiting = await aDossierIn(office, { sent: 70, build: (builder, at) => builder.step('receive', at(69)) })
  const finished = await aDossierIn(office, { sent: 60, build: (builder, at) => builder.upTo('approve', () => at(50)) })
  const handed = await aDossierIn(office, {
    sent: 50,
    person: {
      fullName: FORMULA,
      personalNumber: '086088777009',
      birthDate: '1988-02-03',
      phone: '0900777009',
      email: null,
      address: 'Số 5 & 6, ấp <Mẫu>',
    },
    build: (builder, at) => builder.upTo('approve', () => at(40)),
  })
  valueOf(await handOver(office, clerk, handed, { isApplicant: 'no', receiverName: 'Trần Thị Thí Dụ' }))
  await aDossierIn(office, { sent: 30 })
  codes = [waiting, finished, handed]
}, 120_000)
afterAll(() => office.close())

const book = async () => {
  const { registerYear, fieldCode } = await rowOf(office, codes[0] ?? '')
  return { field: fieldCode, year: registerYear ?? 0 }
}
const lines = async (more: Readonly<Record<string, unknown>> = {}): Promise<readonly Line[]> =>
  valueOf(await readRegister(clerk, { ...(await book()), ...more })).lines

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}
async function* inPieces<T>(rows: readonly T[], size: number): AsyncGenerator<T[]> {
  for (let start = 0; start < rows.length; start += size) yield await Promise.resolve(rows.slice(start, start + size))
}

describe('a register', () => {
  it('is found by the field and the year in which a number was taken, with its last number', async () => {
    const { fields } = valueOf(await findRegisters(clerk, {}))
    const { field, year } = await book()
    expect(fields).toEqual([{ code: field, name: 'Hộ tịch', years: [{ year, last: 3, volume: `01/${year}-HT` }] }])
  })

  it('has what was received, by number, and nothing that was only sent', async () => {
    expect((await lines()).map(({ number, code }) => [number, code])).toEqual(codes.map((code, index) => [index + 1, code]))
  })

  it('says of a result who took it, and how it really went', async () => {
    const [waiting, , handed] = await lines()
    expect(waiting).toMatchObject({ returnedAt: null, returnMethod: 'Trực tiếp', signature: '' })
    expect(handed).toMatchObject({ applicant: FORMULA, contact: 'Số 5 & 6, ấp <Mẫu>, 0900777009', signature: 'Trần Thị Thí Dụ' })
    expect(handed?.returnedAt).not.toBeNull()
  })

  it('can be narrowed to a month and to how far its dossiers are', async () => {
    const month = Number(localDateOf((await lines())[0]?.receivedAt ?? new Date(0)).slice(5, 7))
    expect(await lines({ month: ((month + 1) % 12) + 1 })).toEqual([])
    expect((await lines({ standing: 'open' })).map(({ code }) => code)).toEqual([codes[0]])
    expect((await lines({ standing: 'waiting' })).map(({ code }) => code)).toEqual([codes[1]])
    expect((await lines({ standing: 'returned' })).map(({ code }) => code)).toEqual([codes[2]])
    expect(await lines({ standing: 'stopped' })).toEqual([])
  })

  it('goes on after a number', async () => {
    expect((await lines({ after: 1 })).map(({ number }) => number)).toEqual([2, 3])
    const piece = valueOf(await readRegisterPiece(clerk, { ...(await book()), after: 1, until: 2 }))
    expect(piece.map(({ number }) => number)).toEqual([2])
  })

  it('is another commune’s own: nothing of it is told elsewhere', async () => {
    const far = await office.staff('songsinh.ta')
    expect(valueOf(await readRegister(far, await book())).lines).toEqual([])
  })

  it('is logged when it is taken out', async () => {
    const asked = { ...(await book()), format: 'xlsx' }
    valueOf(await openRegister(clerk, asked))
    const line = await office.db.auditLine.findFirstOrThrow({ where: { action: 'register.open' }, orderBy: { chainSeq: 'desc' } })
    expect(line).toMatchObject({
      actorId: clerk.staffId,
      subjectKind: 'register',
      subjectId: `${asked.field} ${asked.year}`,
      outcome: 'read',
    })
  })
})

describe('a register on paper', () => {
  it('has the heads of the form in their order and every line of the book', async () => {
    const { commune, field, volume, day } = valueOf(await openRegister(clerk, { ...(await book()), format: 'pdf' }))
    const shown = await lines()
    const pdf = await renderRegister({
      letterhead: { parentAgency: commune.parentAgency, unit: commune.centreName, place: commune.placeName },
      commune: commune.name,
      ...{ field, volume, day, year: 2026, part: 'Nhận trong tháng 11', heads: COLUMNS.map((column) => HEADS[column]) },
      lines: shown.map(cellTexts),
    })
    const text = textOf(pdf)
    expect(text).toContain('SỔ THEO DÕI HỒ SƠ')
    expect(text).toContain(`Lĩnh vực: Hộ tịch · Năm 2026 · Quyển số ${volume}`)
    expect(text).toContain(`Số: ${volume}/STD`)
    expect(text).toContain('Nhận trong tháng 11')
    for (const code of codes) expect(text).toContain(code)
    const heads = ['STT', 'Mã hồ sơ', 'Tên thủ tục hành chính', 'Địa chỉ, số điện thoại', 'Hẹn trả', 'Ký nhận'].map((head) =>
      text.indexOf(head),
    )
    expect(heads).toEqual(heads.toSorted((one, other) => one - other))
    expect(heads).not.toContain(-1)
  })
})

describe('a register as a file', () => {
  it('is a spreadsheet in which numbers are numbers, moments moments and a formula text', async () => {
    const shown = await lines()
    const plan = { name: 'Hộ tịch', columns: COLUMNS.map((column) => ({ head: HEADS[column], width: SHEET_WIDTHS[column] })) }
    const bytes = await bytesOf(xlsxOf(plan, inPieces(shown.map(sheetCells), 2)))
    const [sheet] = await readSheet(bytes)
    const [head, first, , third] = sheet?.data ?? []
    expect(sheet?.sheet).toBe('Hộ tịch')
    expect(head).toEqual(COLUMNS.map((column) => HEADS[column]))
    expect(first?.slice(0, 2)).toEqual([1, codes[0]])
    expect(third?.slice(3, 5)).toEqual([FORMULA, 'Số 5 & 6, ấp <Mẫu>, 0900777009'])
    const wall = (shown[0]?.receivedAt?.getTime() ?? 0) + 7 * 3_600_000
    expect(Math.round(Number(first?.[6]) / 60_000)).toBe(Math.floor(wall / 60_000))
  })

  it('is a whole archive to the door by which spreadsheets come in, which inflates every part and compares its sum', async () => {
    const plan = { name: 'Sổ', columns: [{ head: 'STT', width: 7 }] }
    const numbers = Array.from({ length: 3_000 }, (_, index) => [index])
    const bytes = await bytesOf(xlsxOf(plan, inPieces(numbers, 500)))
    const folder = mkdtempSync(join(tmpdir(), 'mot-cua-sheet-'))
    const inspected = async (name: string, content: Buffer) => {
      writeFileSync(join(folder, name), content)
      return inspectSheet(join(folder, name))
    }
    expect(await inspected('whole.xlsx', bytes)).toEqual({ ok: true, kind: 'xlsx' })
    expect(await inspected('cut.xlsx', bytes.subarray(0, -30))).toMatchObject({ ok: false })
    expect(await readRows(bytes, 'xlsx')).toHaveLength(3_001)
    rmSync(folder, { recursive: true })
  })

  it('is text in which a formula does nothing', async () => {
    const shown = await lines()
    const text = (
      await bytesOf(
        csvOf(
          COLUMNS.map((column) => HEADS[column]),
          inPieces(shown.map(csvCells), 2),
        ),
      )
    ).toString('utf8')
    expect(text.startsWith('\ufeffSTT,Mã hồ sơ,')).toBe(true)
    expect(text).toContain(`"'=HYPERLINK(""http://x.example"")"`)
    expect(text.trim().split('\r\n')).toHaveLength(4)
  })
})
