// The registers: 10,000 receipts at once leave no gap in a book, and a register of before with 10,000 lines is taken in whole.
import type { JobHelpers } from 'graphile-worker'
import type { Actor } from '@/lib/access/policy'
import { storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import { addRegisterFile, importRegister } from '@/lib/dossiers/register/import-commands'
import { readImport } from '@/lib/dossiers/register/import-queries'
import { checkRegister, importRegister as takeIn } from '@/lib/jobs/register'
import { newId, readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { db } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/digest'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { insertDossiers } from '@/prisma/seed/builders/insert'
import { aPerson } from '@/prisma/seed/builders/person'
import { loadWorld, procedureOf } from '@/prisma/seed/builders/world'
import { signInAs } from '@/tests/support/actors'
import { registerCsv, registerRows } from '@/tests/support/register-file'
import { raiseBooks } from './books'
import { timed } from './load'
import { find, keep, number } from './report'

const RECEIPTS = 10_000
const TOGETHER = 64
const LINES = 10_000
const COMMUNE = 1
/** Cấp Giấy xác nhận tình trạng hôn nhân, of the field that is asked for most. */
const PROCEDURE = '1.004873'

/** Dossiers just sent, with no file to look at. Answers their codes. */
async function sendMany(count: number): Promise<string[]> {
  const world = await loadWorld(db(), COMMUNE)
  const procedure = procedureOf(world, PROCEDURE)
  const submittedAt = new Date(readClock().getTime() - 60_000)
  const own = dice(71)
  const built = Array.from({ length: count }, (_, index) =>
    aDossier(world, { procedure, person: aPerson(own, 500_000 + index), channel: 'ONLINE', submittedAt, componentFile: false }).built(),
  )
  const sample = { size: 1, sha256: '', pages: 1, put: () => Promise.resolve() }
  return insertDossiers(db(), built, { communeId: COMMUNE, dice: own, hashPersonalNumber, sample })
}

async function measureReceipts(): Promise<void> {
  const { actor } = await signInAs(db(), { userName: 'vidu.le' })
  await raiseBooks()
  const codes = await sendMany(RECEIPTS)
  const components = await db().procedureComponent.findMany({
    where: { version: { procedureCode: PROCEDURE, validTo: null } },
    select: { position: true, requirement: true },
  })
  const checks = components.map(({ position, requirement }) => ({
    position,
    check: requirement === 'ALWAYS' ? 'ACCEPTED' : requirement === 'PRESENTED' ? 'PENDING' : 'NOT_NEEDED',
  }))
  const answers = new Map<string, number>()
  const since = performance.now()
  await timed(codes, TOGETHER, async (code) => {
    const result = await receiveDossier(actor, newId(), { code, version: 1, checks, fees: [] })
    const said = result.ok ? 'ok' : result.code
    answers.set(said, (answers.get(said) ?? 0) + 1)
  })
  const seconds = (performance.now() - since) / 1_000
  const [book] = await db().$queryRaw<{ wrong: number; received: number }[]>`
    SELECT (max("registerNumber") - min("registerNumber") + 1 - count(DISTINCT "registerNumber"))::int AS wrong,
      count("registerNumber")::int AS received
    FROM dossier WHERE "communeId" = ${COMMUNE} AND code = ANY(${codes})`
  keep('registers', { answers: Object.fromEntries(answers), seconds, book })
  find(`${number(RECEIPTS)} lượt tiếp nhận song song: đã vào sổ`, book?.received ?? 0, {
    unit: 'hồ sơ',
    atLeast: RECEIPTS,
    also: `${TOGETHER} người cùng lúc, ${number(seconds, 1)} giây, ${number(RECEIPTS / seconds)} mỗi giây`,
  })
  find(`${number(RECEIPTS)} lượt tiếp nhận song song: số sổ thiếu`, book?.wrong ?? NaN, { unit: 'số', atMost: 0 })
}

/** Sends a file and has it looked through as the worker does it. Answers its id. */
async function send(actor: Actor, bytes: Buffer): Promise<string> {
  const id = newId()
  await (await fileStorage()).put(storageKey(COMMUNE, id), bytes, newId())
  const added = await addRegisterFile(actor, newId(), { id, fileName: 'so.csv', size: bytes.length, sha256: sha256(bytes), isCsv: true })
  if (!added.ok) throw new Error(`The file is not taken: ${added.code}`)
  await checkRegister({ communeId: COMMUNE, id }, NO_HELP)
  return id
}

const NO_HELP = {} as JobHelpers

async function measureImport(): Promise<void> {
  const { actor } = await signInAs(db(), { userName: 'quantri.cao' })
  const bytes = registerCsv(registerRows(LINES, { year: 2010 }))
  const since = performance.now()
  const id = await send(actor, bytes)
  const checked = (performance.now() - since) / 1_000
  const pressed = await importRegister(actor, newId(), { id })
  if (!pressed.ok) throw new Error(`The register is not taken in: ${pressed.code}`)
  await takeIn({ communeId: COMMUNE, id }, NO_HELP)
  const seconds = (performance.now() - since) / 1_000
  const again = await readImport(actor, { id: await send(actor, bytes) })
  const rows = await db().dossier.count({ where: { communeId: COMMUNE, registerYear: 2010 } })
  keep('registers', { checked, seconds, rows, again })
  find(`nhập sổ ${number(LINES)} dòng`, seconds, {
    unit: 'giây',
    digits: 1,
    atMost: 60,
    also: `kiểm tra ${number(checked, 1)} giây; ${number(rows)} hồ sơ vào sổ`,
  })
  find(`nhập sổ ${number(LINES)} dòng lần nữa: dòng mới`, again.ok ? again.value.added : NaN, { unit: 'dòng', atMost: 0 })
}

export async function measureRegisters(): Promise<void> {
  await measureReceipts()
  await measureImport()
}
