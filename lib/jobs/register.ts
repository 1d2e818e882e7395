import type { Task } from 'graphile-worker'
import { z } from 'zod'
import { auditLine } from '@/lib/access/record'
import { appendToChain } from '@/lib/audit/store'
import { loadCalendar } from '@/lib/deadlines/store'
import { readRows } from '@/lib/documents/read-sheet'
import { fileStorage } from '@/lib/documents/storage'
import { readRegisterFile } from '@/lib/dossiers/register/import-check'
import type { RegisterFault } from '@/lib/dossiers/register/import-faults'
import { holdDepartments, loadOffice } from '@/lib/dossiers/register/import-known'
import type { ImportTerms } from '@/lib/dossiers/register/import-rows'
import { compareRead, writeRegister } from '@/lib/dossiers/register/import-write'
import { newId, readClock } from '@/lib/platform/clock'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { db, type Tx } from '@/lib/platform/db'
import { localDateOf } from '@/lib/platform/local-date'
import { insertRows } from '@/lib/platform/rows'

const OfCommune = z.object({ communeId: z.number().int(), id: z.uuid() })
type OfCommune = z.output<typeof OfCommune>

const DAY_MS = 86_400_000
/** What was sent and not taken in goes after these days: it holds the names of a whole year for a purpose that has not come. */
const FILES_KEPT_MS = 2 * DAY_MS
const FAULTS_AT_ONCE = 2_000
/** Ten thousand lines take some ten seconds; a slow disk may take its time. */
const WHOLE_REGISTER = { maxWait: 10_000, timeout: 300_000 } as const

/** The file's rows as they are written; null: it is not (or no longer) in this state, or its file is gone. */
async function readFile({ communeId, id }: OfCommune, status: 'CHECKING' | 'IMPORTING') {
  const row = await db().registerImport.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { status: true, storageKey: true, isCsv: true, importedBy: true },
  })
  if (row?.status !== status || row.storageKey === null) return null
  const rows = await readRows(Buffer.from(await (await fileStorage()).readBytes(row.storageKey)), row.isCsv ? 'csv' : 'xlsx')
  return { storageKey: row.storageKey, importedBy: row.importedBy, rows }
}

/** The rows as the office reads them today. */
const readAgainst = async (tx: Tx, communeId: number, rows: Awaited<ReturnType<typeof readRows>>) =>
  readRegisterFile(rows, await loadOffice(tx, communeId), localDateOf(readClock()))

/** Looks through a file: says every fault by line and column, or that it is ready, and how much of it is new. Enters nothing. */
export const checkRegister: Task = async (payload) => {
  const of = OfCommune.parse(payload)
  const file = await readFile(of, 'CHECKING')
  if (!file) return
  const read = await readAgainst(db(), of.communeId, file.rows)
  const { fresh, faults } = await compareRead(db(), of.communeId, read)
  await db().$transaction((tx) => keepOutcome(tx, of, { lines: read.total, added: fresh.length, faults }), WHOLE_REGISTER)
}

type Outcome = { lines: number; added: number; faults: readonly RegisterFault[] }

async function keepOutcome(tx: Tx, { communeId, id }: OfCommune, { lines, added, faults }: Outcome): Promise<void> {
  await tx.registerFault.deleteMany({ where: { communeId, importId: id } })
  const inOrder = faults.toSorted((one, other) => one.line - other.line)
  const rows = inOrder.map((fault, index) => ({ communeId, importId: id, number: index + 1, ...fault }))
  for (let start = 0; start < rows.length; start += FAULTS_AT_ONCE)
    await tx.$executeRaw(insertRows('register_fault', rows.slice(start, start + FAULTS_AT_ONCE)))
  const status = faults.length > 0 ? 'FAULTY' : 'READY'
  await tx.registerImport.update({
    where: { communeId_id: { communeId, id } },
    data: { status, lines, added, faults: faults.length, progress: 0 },
    select: { id: true },
  })
}

/**
 * Takes a file in, in one transaction: all of it, or nothing and the faults that have come since. A worker that dies leaves nothing half done, and
 * the next one begins anew; one that runs twice finds that it is done. The file goes afterwards.
 */
export const importRegister: Task = async (payload) => {
  const of = OfCommune.parse(payload)
  const file = await readFile(of, 'IMPORTING')
  if (!file?.importedBy) return
  const { communeId, id } = of
  const { rows, storageKey } = file
  const terms = await termsOf(communeId, file.importedBy)
  // Outside of the transaction, or nobody would see it before the end.
  const told = async (progress: number) => void (await db().registerImport.updateMany({ where: { communeId, id }, data: { progress } }))
  const isDone = await db().$transaction(async (tx) => {
    await holdDepartments(tx, communeId)
    const read = await readAgainst(tx, communeId, rows)
    const written = await writeRegister(tx, { read, terms }, told)
    if ('faults' in written) {
      await keepOutcome(tx, of, { lines: read.total, added: 0, faults: written.faults })
      return false
    }
    await finish(tx, of, { added: written.added, now: terms.now })
    return true
  }, WHOLE_REGISTER)
  if (isDone) await (await fileStorage()).remove(storageKey)
}

async function termsOf(communeId: number, by: string): Promise<ImportTerms> {
  const commune = await db().commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { agencyCode: true, departments: { where: { kind: 'DESK' }, take: 1, select: { code: true } } },
  })
  return {
    ...{ communeId, by, newId, now: readClock(), noNumberHash: hashPersonalNumber('') },
    agencyCode: commune.agencyCode,
    deskDepartment: commune.departments[0]?.code ?? '',
    calendar: await loadCalendar(db(), communeId),
  }
}

/** Says that it is done, in the chain too. Another run of the same job finds no row to change, and all that it wrote is rolled back. */
async function finish(tx: Tx, { communeId, id }: OfCommune, { added, now }: { added: number; now: Date }): Promise<void> {
  const { count } = await tx.registerImport.updateMany({
    where: { communeId, id, status: 'IMPORTING' },
    data: { status: 'DONE', doneAt: now, added, progress: added, storageKey: null },
  })
  if (count === 0) throw new Error('The register was taken in by another run')
  const worker = { kind: 'system', communeId, name: 'register' } as const
  const about = { kind: 'register_import', id, detail: { added } }
  await appendToChain(tx, communeId, { links: [auditLine(worker, now, { action: 'register.take_in', outcome: 'done', about })] })
}

/** Deletes files that were sent and not taken in for two days, with their faults. Answers how many. */
export async function deleteStaleRegisters(now: Date): Promise<number> {
  const stale = await db().registerImport.findMany({
    where: { createdAt: { lt: new Date(now.getTime() - FILES_KEPT_MS) }, status: { in: ['FAULTY', 'READY'] } },
    take: 1_000,
    select: { communeId: true, id: true, storageKey: true },
  })
  for (const { communeId, id, storageKey } of stale) {
    await db().$transaction(async (tx) => {
      await tx.registerFault.deleteMany({ where: { communeId, importId: id } })
      await tx.registerImport.deleteMany({ where: { communeId, id, status: { in: ['FAULTY', 'READY'] } } })
    })
    if (storageKey !== null) await (await fileStorage()).remove(storageKey)
  }
  return stale.length
}
