import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { addDepartment, closeDepartment } from '@/lib/dossiers/commands/departments'
import { addRegisterFile, importRegister } from '@/lib/dossiers/register/import-commands'
import { faultInWords } from '@/lib/dossiers/register/import-faults'
import { readImport } from '@/lib/dossiers/register/import-queries'
import { checkRegister, importRegister as importJob } from '@/lib/jobs/register'
import { newId, readClock } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import { codeOf, valueOf } from '@/tests/support/filing'
import { openOffice, type Office } from '@/tests/support/office'
import { registerCsv, registerRows } from '@/tests/support/register-file'

// A department closes in the moment in which open dossiers of an old register come to it: one of the two waits for the other.

let office: Office
let admin: StaffActor
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-register-closing-'))
beforeAll(async () => {
  process.env.DATA_DIR = folder
  office = await openOffice()
  admin = await office.staff('quantri.cao')
}, 120_000)
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true, force: true })
})

const NO_HELP = {} as JobHelpers
const OPEN = { returnedAt: '', signature: '', finishedAt: '' }

/** A department of its own and a register whose lines are all still open there, looked through and sent to be taken in. */
async function ready(name: string, year: number): Promise<{ id: string; code: string }> {
  const { code } = valueOf(await addDepartment(admin, newId(), { name, kind: 'DEPARTMENT' }))
  const bytes = registerCsv(registerRows(4, { year }).map((row) => ({ ...row, ...OPEN, department: name, code: '' })))
  const id = newId()
  await (await fileStorage()).put(storageKey(1, id), bytes, newId())
  valueOf(await addRegisterFile(admin, newId(), { id, fileName: 'so.csv', size: bytes.length, sha256: sha256(bytes), isCsv: true }))
  await checkRegister({ communeId: 1, id }, NO_HELP)
  expect(valueOf(await readImport(admin, { id })).status).toBe('READY')
  valueOf(await importRegister(admin, newId(), { id }))
  return { id, code }
}

const key = (code: string) => ({ communeId_code: { communeId: 1, code } })
const openAt = (code: string) => office.db.dossier.count({ where: { communeId: 1, departmentCode: code, closedAt: null } })
/** Until some session of this database waits for a lock that another one has. */
const somebodyWaits = () =>
  expect
    .poll(async () => {
      const [waiting] = await office.db.$queryRaw<{ count: bigint }[]>`
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
      return Number(waiting?.count)
    })
    .toBeGreaterThan(0)

it('the lines wait for a closing that has begun, and are then refused by name', async () => {
  const { id, code } = await ready('Phòng Đang Đóng', 2021)
  let job: Promise<unknown> = Promise.resolve()
  await office.db.$transaction(
    async (closing) => {
      await closing.$queryRaw`SELECT 1 FROM department WHERE "communeId" = 1 AND code = ${code} FOR UPDATE`
      await closing.department.update({ where: key(code), data: { closedAt: readClock() } })
      job = Promise.resolve(importJob({ communeId: 1, id }, NO_HELP))
      await somebodyWaits()
    },
    { timeout: 20_000 },
  )
  await job
  const { status, found } = valueOf(await readImport(admin, { id }))
  expect(status).toBe('FAULTY')
  expect(found.map(faultInWords).map(({ sentence }) => sentence)).toEqual(Array(4).fill(expect.stringContaining('Phòng Đang Đóng')))
  expect(await openAt(code)).toBe(0)
})

it('a closing waits for lines that are being written, and is then refused for them', async () => {
  const { id, code } = await ready('Phòng Sắp Đóng', 2020)
  const { version } = await office.db.department.findUniqueOrThrow({ where: key(code) })
  let job: Promise<unknown> = Promise.resolve()
  let closing: ReturnType<typeof closeDepartment> | undefined
  await office.db.$transaction(
    async (other) => {
      // The import stands still at the number books, with the departments held and nothing written yet.
      await other.$executeRaw`LOCK TABLE number_book IN EXCLUSIVE MODE`
      job = Promise.resolve(importJob({ communeId: 1, id }, NO_HELP))
      await somebodyWaits()
      closing = closeDepartment(admin, newId(), { code, version })
      await new Promise((resolve) => setTimeout(resolve, 300))
    },
    { timeout: 20_000 },
  )
  await job
  expect(closing && codeOf(await closing)).toBe('department_in_use')
  expect(valueOf(await readImport(admin, { id })).status).toBe('DONE')
  expect(await openAt(code)).toBe(4)
})
