import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { firstFault } from '@/lib/audit/rules'
import { readLinks } from '@/lib/audit/store'
import { storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { xlsxOf } from '@/lib/documents/write-xlsx'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { searchDossiers } from '@/lib/dossiers/queue-queries'
import { IMPORT_COLUMNS, IMPORT_HEADS } from '@/lib/dossiers/register/import-columns'
import { addRegisterFile, importRegister } from '@/lib/dossiers/register/import-commands'
import { faultInWords } from '@/lib/dossiers/register/import-faults'
import { readImport } from '@/lib/dossiers/register/import-queries'
import { readRegister } from '@/lib/dossiers/register/queries'
import { checkRegister, deleteStaleRegisters, importRegister as importJob } from '@/lib/jobs/register'
import { newId, readClock } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import { readFigures } from '@/lib/reports/queries'
import { valueOf } from '@/tests/support/filing'
import { aDossierIn, receive, rowOf, take } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { registerCsv, registerRows, type RegisterRow, spoiled } from '@/tests/support/register-file'
import { expectReplays } from '@/tests/support/replayed'

let office: Office
let admin: StaffActor
let clerk: StaffActor
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-register-'))

beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openOffice()
  admin = await office.staff('quantri.cao')
  clerk = await office.staff('vidu.le')
}, 120_000)
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const NO_HELP = {} as JobHelpers

/** Sends a file and has the worker look through it. Answers its id. */
async function send(bytes: Buffer, { isCsv = true }: { isCsv?: boolean } = {}): Promise<string> {
  const id = newId()
  await (await fileStorage()).put(storageKey(1, id), bytes, newId())
  const file = { id, fileName: isCsv ? 'so.csv' : 'so.xlsx', size: bytes.length, sha256: sha256(bytes), isCsv }
  valueOf(await addRegisterFile(admin, newId(), file))
  await checkRegister({ communeId: 1, id }, NO_HELP)
  return id
}
const sendRows = (rows: readonly RegisterRow[]): Promise<string> => send(registerCsv(rows))

const standing = async (id: string) => valueOf(await readImport(admin, { id }))

async function takeIn(id: string): Promise<void> {
  valueOf(await importRegister(admin, newId(), { id }))
  await importJob({ communeId: 1, id }, NO_HELP)
}
const imported = (year: number) =>
  office.db.dossier.findMany({ where: { communeId: 1, registerYear: year }, include: { events: true, handOver: true } })

/** What is said of a file, by line and column. */
const faultsOf = async (id: string) => (await standing(id)).found.map(faultInWords)

describe('a file with faults', () => {
  it('has each of them told by line and column, and nothing of it is entered', async () => {
    const bad = spoiled(registerRows(60))
    const id = await sendRows(bad.rows)
    expect(await standing(id)).toMatchObject({ status: 'FAULTY', lines: 60, faults: 5 })
    expect((await faultsOf(id)).map(({ line, column }) => ({ line: Number(line), head: column }))).toEqual(bad.faults)
    expect((await faultsOf(id))[0]?.sentence).toBe('Ngày 31/02/2023 không có trong lịch. Kiểm tra lại ngày và tháng.')
    expect(await imported(2023)).toEqual([])
    expect(await importRegister(admin, newId(), { id })).toMatchObject({ ok: false, code: 'changed_meanwhile' })
  })

  it('is told what it lacks as a whole', async () => {
    expect(await faultsOf(await send(Buffer.from('Họ tên,Ngày\nAn,01/01/2023\n')))).toEqual([
      { line: 'Cả tệp', column: '', sentence: expect.stringContaining('Còn thiếu: STT, Tên thủ tục hành chính') },
    ])
    expect((await faultsOf(await sendRows([])))[0]?.sentence).toContain('không có hồ sơ nào')
    expect((await faultsOf(await send(Buffer.from('PK nothing'), { isCsv: false })))[0]?.sentence).toContain('Không đọc được tệp')
  })

  it('may leave no number out and give none twice', async () => {
    const rows = registerRows(8)
    const without = rows.filter((_, index) => index !== 2)
    expect(await faultsOf(await sendRows(without))).toEqual([
      { line: '5', column: 'STT', sentence: 'Sổ thiếu số 2 trước số này. Thêm dòng còn thiếu, hoặc đánh lại số.' },
    ])
    const twice = rows.map((row, index) => (index === 4 ? { ...row, number: '2' } : row))
    expect((await faultsOf(await sendRows(twice))).map(({ line, sentence }) => [line, sentence])).toEqual([
      ['6', expect.stringContaining('Số này đã có ở dòng 4')],
      ['8', expect.stringContaining('Sổ thiếu số 3 trước số này')],
    ])
  })

  it('says nothing of a person in a sentence', async () => {
    const id = await sendRows(
      registerRows(4).map((row) => ({ ...row, applicant: `${row.applicant} ${'x'.repeat(300)}`, contact: 'y'.repeat(600) })),
    )
    expect((await office.db.registerFault.findMany({ where: { importId: id } })).map(({ said }) => said)).toEqual(
      Array(4).fill(['200', '500']).flat(),
    )
  })
})

describe('a register that was taken in', () => {
  const rows = registerRows(60)
  let id: string

  beforeAll(async () => {
    id = await sendRows(rows)
    expect(await standing(id)).toMatchObject({ status: 'READY', lines: 60, added: 60, faults: 0 })
    await takeIn(id)
  }, 60_000)

  it('is done, its file gone, and the chain says by whom', async () => {
    expect(await standing(id)).toMatchObject({ status: 'DONE', added: 60, progress: 60 })
    expect(await (await fileStorage()).has(storageKey(1, id))).toBe(false)
    const lines = await office.db.auditLine.findMany({ where: { subjectId: id }, orderBy: { chainSeq: 'asc' } })
    expect(lines.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['register.add_file', admin.staffId],
      ['register.import', admin.staffId],
      ['register.take_in', 'register'],
    ])
    const head = await office.db.chainHead.findUniqueOrThrow({ where: { communeId: 1 } })
    expect(firstFault(1, await readLinks(office.db, 1, { after: 0n, limit: 100_000 }), { head })).toBeNull()
  })

  it('is ordinary dossiers: each replays to its row, and the numbers have no gap', async () => {
    const dossiers = await imported(2023)
    expect(dossiers).toHaveLength(60)
    for (const { events, ...row } of dossiers) {
      expectReplays({ events, ...row })
      expect(row.version).toBe(1)
    }
    for (const field of ['ho-tich', 'cu-tru'])
      expect(
        dossiers
          .filter(({ fieldCode }) => fieldCode === field)
          .map(({ registerNumber }) => registerNumber)
          .toSorted((a, b) => Number(a) - Number(b)),
      ).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect(new Set(dossiers.map(({ code }) => code)).size).toBe(60)
  })

  it('stands in the book as it was written', async () => {
    const { lines } = valueOf(await readRegister(clerk, { field: 'ho-tich', year: 2023 }))
    expect(lines[1]).toMatchObject({
      number: 2,
      code: rows[2]?.code,
      applicant: 'Nguyễn Văn Mẫu 3',
      contact: 'Số 3, ấp Ví Dụ, 0900000002',
      returnMethod: 'Trực tiếp',
      signature: 'Trần Thị Thí Dụ 3',
    })
    expect(lines[0]).toMatchObject({ returnMethod: 'Bưu chính', signature: '', code: expect.stringMatching(/^H61\.123-230101-\d{4}$/) })
  })

  it('is due when the register says so, and the page says where that comes from', async () => {
    const row = (await imported(2023)).find(({ code }) => code === rows[2]?.code)
    const { due } = valueOf(await readDossier(clerk, { code: row?.code ?? '' }))
    expect(due?.deadline.dueAt).toEqual(row?.dueAt)
    expect(due?.written).toEqual([
      { when: '03/03/2023', text: 'Tiếp nhận, theo sổ theo dõi cũ', isOff: false },
      { when: '06/03/2023', text: 'Hẹn trả, như ghi trong sổ', isOff: false },
    ])
  })

  it('counts in the figures of its year', async () => {
    const leader = await office.staff('mau.tran')
    const { figures } = valueOf(await readFigures(leader, { from: '2023-01-01', to: '2023-12-31' }))
    expect(figures.received.denominator).toBe(60)
    expect(figures.resolved.denominator).toBe(48)
    expect(figures.online.numerator).toBe(30)
  })

  it('goes on where a dossier was still open, and is found by its name', async () => {
    const open = (await imported(2023)).find(({ stage }) => stage === 'in_department')
    expect(open).toMatchObject({ holderKind: 'department', closedAt: null })
    const specialist = await office.staff(open?.departmentCode === 'VAN_PHONG' ? 'thidiem.pham' : 'gialap.nguyen')
    const person =
      specialist.departmentCode === open?.departmentCode ? specialist : { ...specialist, departmentCode: open?.departmentCode ?? '' }
    expect(await take(office, person, open?.code ?? '', 'take')).toMatchObject({ ok: true })
    const { rows: found } = valueOf(await searchDossiers(clerk, { q: 'nguyen van mau' }))
    expect(found).toHaveLength(20)
    expect(found.every(({ applicant }) => applicant.startsWith('Nguyễn Văn Mẫu'))).toBe(true)
  })

  it('is not doubled when the same file is sent again, nor by a job that runs twice', async () => {
    const again = await sendRows(rows)
    expect(await standing(again)).toMatchObject({ status: 'READY', lines: 60, added: 0 })
    expect(await importRegister(admin, newId(), { id: again })).toMatchObject({ ok: false, code: 'changed_meanwhile' })
    await importJob({ communeId: 1, id }, NO_HELP)
    expect(await imported(2023)).toHaveLength(60)
  })

  it('can be continued: only the new lines are entered', async () => {
    const more = await sendRows([
      ...rows,
      ...registerRows(20, { first: 31 }).map((row, index) => ({ ...row, code: '', applicant: `Lê Thị Mới ${index}` })),
    ])
    expect(await standing(more)).toMatchObject({ status: 'READY', lines: 80, added: 20 })
    await takeIn(more)
    expect(await imported(2023)).toHaveLength(80)
  })

  it('lets no other dossier have its number or its code', async () => {
    const other = rows
      .slice(0, 4)
      .map((row, index) => (index < 2 ? { ...row, applicant: 'Người khác' } : { ...row, number: String(50 + index) }))
    const told = await faultsOf(await sendRows(other))
    const ofNumbers = told.filter(({ column }) => column === 'STT').map(({ sentence }) => sentence.startsWith('Sổ thiếu'))
    // Two have a number that another dossier has; the other two leave numbers out.
    expect(ofNumbers).toEqual([false, false, true, true])
    expect(told.some(({ column, sentence }) => column === 'Mã hồ sơ' && sentence.includes('thuộc hồ sơ khác, số 2 năm 2023'))).toBe(true)
  })
})

describe('a register of this year', () => {
  it('is followed by the next receipt, without a gap and without a code given twice', async () => {
    const today = new Date(readClock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
    const [year, month, day] = today.split('-')
    const rows = registerRows(6).map((row, index): RegisterRow => ({
      ...row,
      code: index === 1 ? `H61.123-${(year ?? '').slice(2)}${month}${day}-0003` : '',
      receivedAt: `${day}/${month}/${year}`,
      dueAt: `${day}/${month}/${year}`,
      returnedAt: '',
      signature: '',
    }))
    const id = await sendRows(rows)
    expect(await faultsOf(id)).toEqual([])
    await takeIn(id)
    const code = await aDossierIn(office, { sent: 0 })
    valueOf(await receive(office, clerk, code))
    expect((await rowOf(office, code)).registerNumber).toBe(4)
    expect(Number(code.split('-').at(-1))).toBeGreaterThan(3)
  })

  it('is refused whole where a receipt has come between', async () => {
    const rows = registerRows(2).map((row): RegisterRow => ({ ...row, number: '1', code: '' }))
    const at2022 = rows.map((row) => ({ ...row, receivedAt: '05/01/2022', dueAt: '07/01/2022', returnedAt: '06/01/2022' }))
    const first = await sendRows(at2022)
    const second = await sendRows(at2022.map((row) => ({ ...row, applicant: 'Người khác' })))
    expect([(await standing(first)).status, (await standing(second)).status]).toEqual(['READY', 'READY'])
    await takeIn(first)
    await takeIn(second)
    expect(await standing(second)).toMatchObject({ status: 'FAULTY', faults: 2 })
    expect(await imported(2022)).toHaveLength(2)
  })
})

describe('a spreadsheet', () => {
  it('is read as XLSX too, with numbers and dates as cells, below a letterhead', async () => {
    const columns = IMPORT_COLUMNS.map((column) => ({ head: column === 'number' ? 'ỦY BAN NHÂN DÂN' : '', width: 12 }))
    async function* pieces() {
      yield await Promise.resolve([
        IMPORT_COLUMNS.map((column) => IMPORT_HEADS[column]),
        IMPORT_COLUMNS.map((column) => {
          if (column === 'number') return 1
          if (column === 'fee') return 8000
          if (column === 'receivedAt') return new Date('2021-03-01T08:30:00+07:00')
          if (column === 'dueAt' || column === 'returnedAt') return new Date('2021-03-03T00:00:00+07:00')
          return { procedureCode: '1.004873', applicant: 'Công ty Ví Dụ', contact: 'Ấp Mẫu, ĐT: 0900 123 456' }[String(column)] ?? null
        }),
      ])
    }
    const parts: Uint8Array[] = []
    for await (const part of xlsxOf({ name: 'Sổ', columns }, pieces())) parts.push(part)
    const id = await send(Buffer.concat(parts), { isCsv: false })
    expect(await faultsOf(id)).toEqual([])
    await takeIn(id)
    const [dossier] = await imported(2021)
    expect(dossier?.receivedAt?.toISOString()).toBe('2021-03-01T01:30:00.000Z')
    expect(dossier?.dueAt?.toISOString()).toBe('2021-03-03T10:00:00.000Z')
    const applicant = await office.db.dossierApplicant.findFirstOrThrow({ where: { dossierId: dossier?.id ?? '' } })
    expect(applicant).toMatchObject({ address: 'Ấp Mẫu', phone: '0900123456' })
    expect(await office.db.payment.findFirst({ where: { dossierId: dossier?.id ?? '' } })).toMatchObject({
      amount: 8_000,
      method: 'CASH',
      status: 'PAID',
    })
  })
})

it('a file that nobody takes in goes after two days, with its faults', async () => {
  const id = await sendRows(spoiled(registerRows(60)).rows)
  expect(await deleteStaleRegisters(new Date(readClock().getTime() + 3 * 86_400_000))).toBeGreaterThan(0)
  expect(await readImport(admin, { id })).toMatchObject({ ok: false, code: 'not_found' })
  expect(await office.db.registerFault.count({ where: { importId: id } })).toBe(0)
  expect(await (await fileStorage()).has(storageKey(1, id))).toBe(false)
})
