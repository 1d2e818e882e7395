import type { Writing } from '@/lib/access/gate'
import type { Tx } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import { successorOf } from '@/lib/staff/rules'
import { type LockedOfficer, runningAt } from '@/lib/staff/store'
import { saveStep } from './store'

type Officer = Pick<LockedOfficer, 'communeId' | 'id' | 'departmentCode'>

/** What an officer holds, and what would come back to them: whatever they worked on that waits elsewhere, up to the handing over. */
const workOf = ({ communeId, id }: Officer) => ({ communeId, closedAt: null, OR: [{ holderStaffId: id }, { processorId: id }] })

/** Who would get an officer's work at that moment, and how many open dossiers that are. */
export async function findSuccessor(db: Tx, officer: Officer, now: Date) {
  const { communeId, id, departmentCode } = officer
  const [others, held, expected, standIns] = await Promise.all([
    db.staff.findMany({
      where: { communeId, departmentCode, status: 'ACTIVE', id: { not: id } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, fullName: true, roles: true, departmentCode: true },
    }),
    db.dossier.count({ where: { communeId, closedAt: null, holderStaffId: id } }),
    db.dossier.count({ where: workOf(officer) }),
    db.substitution.findMany({
      where: { communeId, absentId: id, ...runningAt(now) },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { substituteId: true },
    }),
  ])
  const standsIn = standIns.map(({ substituteId }) => substituteId)
  return { successor: successorOf(others, standsIn), held, expected }
}

/**
 * Gives everything that an officer holds, or would get back, to their successor (`successorOf`), each dossier with its own event. Answers how many.
 * Asked a second time after `settle` (which takes the account's row), because a dossier could have come into these hands in between.
 * Refusals: `nobody_takes_over`.
 */
export async function passWorkOn(writing: Writing, officer: Officer, settle: () => Promise<void>): Promise<number> {
  const { successor, expected } = await findSuccessor(writing.db, officer, writing.now)
  if (!successor && expected > 0) throw await nobody(writing.db, officer, expected)
  const first = successor ? await passAll(writing, officer, successor.id) : 0
  await settle()
  if (successor) return first + (await passAll(writing, officer, successor.id))
  const late = await writing.db.dossier.count({ where: workOf(officer) })
  if (late > 0) throw await nobody(writing.db, officer, late)
  return 0
}

async function nobody(db: Tx, { communeId, departmentCode: code }: Officer, count: number): Promise<Refusal> {
  const department = await db.department.findUnique({ where: { communeId_code: { communeId, code } }, select: { name: true } })
  return new Refusal('nobody_takes_over', { count, department: department?.name ?? 'phòng' })
}

async function passAll(writing: Writing, officer: Officer, to: string): Promise<number> {
  const { db } = writing
  const { communeId, id } = officer
  await db.$queryRaw`
    SELECT 1 FROM dossier
    WHERE "communeId" = ${communeId} AND "closedAt" IS NULL AND ("holderStaffId" = ${id}::uuid OR "processorId" = ${id}::uuid)
    ORDER BY id FOR UPDATE`
  const dossiers = await db.dossier.findMany({
    where: workOf(officer),
    orderBy: { id: 'asc' },
    select: { communeId: true, id: true, version: true, holderStaffId: true, processorId: true },
  })
  for (const { version, holderStaffId, processorId, ...dossier } of dossiers) {
    const set = { ...(holderStaffId === id ? { holderStaffId: to } : {}), ...(processorId === id ? { processorId: to } : {}) }
    await saveStep(writing, dossier, { step: 'pass_to_head', set, version })
  }
  return dossiers.length
}
