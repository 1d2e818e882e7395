import { loadCalendar } from '@/lib/deadlines/store'
import { closingTime, isOpen, type WorkCalendar } from '@/lib/deadlines/working-time'
import type { Tx } from '@/lib/platform/db'
import { insertNewRows, insertRows } from '@/lib/platform/rows'
import { WAY, type WayStep } from '@/lib/procedures/way'
import { Prisma } from '@/prisma/generated/client'
import { endOfDay } from './shelves'
import { apologyFor, draftReason, warningsOf, WARNS } from './watch-rules'

/** Dossiers looked at together; a commune has some hundred open ones, a province on one installation some ten thousand. */
const AT_ONCE = 2_000

const OPEN = {
  id: true,
  stage: true,
  holderKind: true,
  holderDepartment: true,
  holderStaffId: true,
  versionId: true,
  processorId: true,
  departmentCode: true,
  receivedAt: true,
  pausedAt: true,
  finishedAt: true,
  nextDueAt: true,
  dueAt: true,
  stepDueAt: true,
  appointmentAt: true,
  extendedAt: true,
} satisfies Prisma.DossierSelect

type Open = Prisma.DossierGetPayload<{ select: typeof OPEN }>

/**
 * Looks at every open dossier of a commune once: warns, escalates and drafts apologies. What was said of a due time is not said again, for the row
 * that says it is its own key; a run that dies is made good by the next. Outside of office hours nobody is warned. Answers what was new.
 */
export async function watchCommune(db: Tx, communeId: number, now: Date): Promise<{ warned: number; drafted: number }> {
  const calendar = await loadCalendar(db, communeId)
  if (!isOpen(now, calendar)) return { warned: 0, drafted: 0 }
  const ways = await waysOf(db, communeId)
  const found = { warned: 0, drafted: 0 }
  for (let after: string | null = null; ;) {
    const dossiers: Open[] = await db.dossier.findMany({
      where: { communeId, closedAt: null, ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: OPEN,
    })
    const said = dossiers.map((dossier) => ({ dossier, way: ways.get(dossier.versionId) ?? [] }))
    found.warned += await warn(db, communeId, { said, now, calendar })
    found.drafted += await draft(db, communeId, { said, now, calendar })
    after = dossiers.at(-1)?.id ?? null
    if (dossiers.length < AT_ONCE) return found
  }
}

/** The ways of the versions that open dossiers have, each read once. */
async function waysOf(db: Tx, communeId: number): Promise<ReadonlyMap<string, readonly WayStep[]>> {
  const versions = await db.procedureVersion.findMany({
    where: { dossiers: { some: { communeId, closedAt: null } } },
    select: { id: true, steps: WAY },
  })
  return new Map(versions.map(({ id, steps }) => [id, steps]))
}

type Watching = { said: readonly { dossier: Open; way: readonly WayStep[] }[]; now: Date; calendar: WorkCalendar }

/** One row a warning, at once; those that are there already stay as they are. */
async function warn(db: Tx, communeId: number, { said, now, calendar }: Watching): Promise<number> {
  const rows = said.flatMap(({ dossier, way }) =>
    warningsOf({ ...dossier, way }, { now, calendar }).map(({ kind, dueAt }) => ({
      ...{ communeId, dossierId: dossier.id, kind, dueAt, at: now },
      ...receiverOf(dossier, WARNS[kind]),
    })),
  )
  return rows.length === 0 ? 0 : db.$executeRaw(insertNewRows('warning', rows))
}

/** To whom it is said, as the dossier lies at this moment; on whose day it stands is asked of the dossier anew (`warningsFor`). */
function receiverOf(dossier: Open, to: (typeof WARNS)[keyof typeof WARNS]) {
  const { holderStaffId, holderDepartment, processorId, departmentCode } = dossier
  if (to === 'holder') return { staffId: holderStaffId, department: holderDepartment }
  if (to === 'asker') return { staffId: processorId, department: departmentCode }
  return { staffId: null, department: to === 'head' ? holderDepartment : null }
}

/** Writes the letters that are to be signed; of one that has lain until its own day, the proposed day is moved on. */
async function draft(db: Tx, communeId: number, { said, now, calendar }: Watching): Promise<number> {
  const rows = said.flatMap(({ dossier, way }) => {
    const day = apologyFor({ ...dossier, way }, { now, calendar })
    return day === null
      ? []
      : [{ communeId, dossierId: dossier.id, reason: draftReason(dossier.stage), newDueAt: closingTime(day, calendar), draftedAt: now }]
  })
  if (rows.length === 0) return 0
  return db.$executeRaw(Prisma.sql`
    ${insertRows('extension', rows)}
    ON CONFLICT ("communeId", "dossierId") DO UPDATE SET "newDueAt" = EXCLUDED."newDueAt"
    WHERE extension."issuedAt" IS NULL AND extension."newDueAt" < ${endOfDay(now)}`)
}
