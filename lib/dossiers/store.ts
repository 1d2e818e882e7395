import type { Tx } from '@/lib/platform/db'
import { sha256 } from '@/lib/platform/digest'
import { localDateOf } from '@/lib/platform/local-date'
import { updateRow } from '@/lib/platform/rows'
import { Refusal } from '@/lib/platform/refusal'
import type { Reading, Writing } from '@/lib/access/gate'
import { hasRight, placesOf } from '@/lib/access/policy'
import type { Actor, StaffActor } from '@/lib/access/policy'
import { actorAt } from '@/lib/access/record'
import { loadCalendar } from '@/lib/deadlines/store'
import { WAY } from '@/lib/procedures/way'
import { communeOfCode } from '@/lib/places/store'
import { momentDayMonth } from '@/lib/text/dates'
import { Prisma } from '@/prisma/generated/client'
import { asChanges, type LifeCycle, pausesIn } from './life-cycle'
import { heldByHeadWhereNobodyIs } from './nobody-there'
import type { Standing } from './rules'
import type { Circumstances } from './transition'

/**
 * Whose dossiers an actor may see; everything else is simply not found. Staff see their own commune: all of it where their
 * role needs it, else what lies with their department; and who receives at a counter also sees what it received for another commune. A citizen at
 * identity level 2 sees what carries their personal number, whoever filed it, in every commune.
 */
export function visibleTo(actor: Actor): Prisma.DossierWhereInput {
  switch (actor.kind) {
    case 'staff': {
      const [own = NOTHING, ...others] = placesOf(actor).map(visibleFrom)
      return others.length === 0 ? own : { OR: [own, ...others] }
    }
    case 'citizen':
      return actor.level >= 2 ? { applicant: { personalNumberHash: actor.personalNumberHash } } : NOTHING
    case 'system':
      return { communeId: actor.communeId }
    case 'anonymous':
      return NOTHING
  }
}

/**
 * Whose dossier an actor may open: besides their own, an officer opens what their opinion is asked on, until the dossier is closed. For reading one
 * dossier and for answering; lists and moves go by `visibleTo`.
 */
export function readableBy(actor: Actor): Prisma.DossierWhereInput {
  if (actor.kind !== 'staff') return visibleTo(actor)
  const { communeId } = actor
  const asked = { communeId, takenBackAt: null, askedOf: { in: placesOf(actor).map(({ staffId }) => staffId) } }
  return { OR: [visibleTo(actor), { communeId, closedAt: null, consultations: { some: asked } }] }
}

/** What the officer's counter has received for other communes. */
export const receivedBy = (actor: Actor): Prisma.DossierWhereInput =>
  actor.kind === 'staff' ? { AND: [{ receivingCommuneId: actor.communeId }, visibleTo(actor)] } : NOTHING

/** What is seen from one place of the office. */
function visibleFrom(place: StaffActor): Prisma.DossierWhereInput {
  const { communeId, departmentCode } = place
  if (hasRight(place, 'dossier.read_all'))
    return hasRight(place, 'dossier.receive') ? { OR: [{ communeId }, { receivingCommuneId: communeId }] } : { communeId }
  if (!hasRight(place, 'dossier.read_department')) return NOTHING
  return { communeId, receivedAt: { not: null }, OR: [{ departmentCode }, { holderDepartment: departmentCode }] }
}

const NOTHING: Prisma.DossierWhereInput = { communeId: -1 }

/** The columns that the table of moves asks a dossier for: who may move it, and whose turn it is, depends on all of them. */
export const STANDING = {
  communeId: true,
  receivingCommuneId: true,
  stage: true,
  departmentCode: true,
  holderKind: true,
  holderDepartment: true,
  holderStaffId: true,
  processorId: true,
  receivedAt: true,
  askedInWorkAt: true,
  extendedAt: true,
  stageBefore: true,
} satisfies Record<keyof Standing, true>

const SUBJECT = {
  ...STANDING,
  id: true,
  code: true,
  version: true,
  channel: true,
  returnMethod: true,
  fieldCode: true,
  dueAt: true,
  appointmentAt: true,
  pausedAt: true,
  closedAt: true,
  supplementRequests: true,
  hasResultFile: true,
  nextDueAt: true,
  stepDueAt: true,
  outcome: true,
  withAgency: true,
  submittedAt: true,
  versionId: true,
  department: { select: { kind: true, name: true } },
  commune: {
    select: { supplementDays: true, departments: { where: { kind: { in: ['DESK', 'LEADERSHIP'] } }, select: { code: true, kind: true } } },
  },
  procedureVersion: {
    select: {
      name: true,
      limitValue: true,
      limitUnit: true,
      steps: WAY,
    },
  },
} satisfies Prisma.DossierSelect

/** A dossier as a command sees it: locked until the transaction ends. */
export type LockedDossier = Prisma.DossierGetPayload<{ select: typeof SUBJECT }>

/**
 * A dossier of this code in the officer's own office, or received there for another commune; to be joined with `readableBy` or `visibleTo`. Both
 * halves name the code, so that each has an index.
 */
export const codedAtDesk = ({ communeId }: Actor, code: string): Prisma.DossierWhereInput => ({
  OR: [
    { communeId, code },
    { receivingCommuneId: communeId, code },
  ],
})

/**
 * Locks the dossier row first, then reads it as the actor may see it; null when there is none for them. Staff move what is of their commune; a
 * citizen's dossier is found where its code says, whichever commune's site is open.
 */
export async function lockDossier(reading: Reading, code: string): Promise<LockedDossier | null> {
  const { db, actor } = reading
  const communeId = actor.kind === 'citizen' ? (await communeOfCode(db, code))?.id : actor.communeId
  if (communeId === undefined) return null
  await db.$queryRaw`SELECT 1 FROM dossier WHERE "communeId" = ${communeId} AND code = ${code} FOR UPDATE`
  return readSubject(reading, communeId, code)
}

/** `lockDossier` for what the table of moves lets either desk do: also what this counter has received for another commune. */
export async function lockAtEitherDesk(reading: Reading, code: string): Promise<LockedDossier | null> {
  const { db, actor } = reading
  if (actor.kind !== 'staff') return lockDossier(reading, code)
  const [found] = await db.$queryRaw<{ communeId: number }[]>`
    SELECT "communeId" FROM dossier WHERE code = ${code} AND ("communeId" = ${actor.communeId} OR "receivingCommuneId" = ${actor.communeId})
    ORDER BY "communeId" = ${actor.communeId} DESC LIMIT 1 FOR UPDATE`
  return found ? readSubject(reading, found.communeId, code) : null
}

const readSubject = ({ db, actor }: Reading, communeId: number, code: string): Promise<LockedDossier | null> =>
  db.dossier.findFirst({ where: { AND: [{ communeId, code }, visibleTo(actor)] }, select: SUBJECT })

/** What `transition` needs beyond the table, for this dossier now. */
export async function circumstancesOf({ db, actor, now }: Writing, dossier: LockedDossier): Promise<Circumstances> {
  const { communeId, id: dossierId } = dossier
  const [calendar, leg, events] = await Promise.all([
    loadCalendar(db, communeId),
    (dossier.stage === 'withdrawal_asked' || dossier.stage === 'stopped') && dossier.withAgency !== null
      ? db.agencyLeg.findFirst({ where: { communeId, dossierId, returnedAt: null }, orderBy: { number: 'desc' }, select: { dueAt: true } })
      : null,
    // Only the end of a pause asks for those before it.
    dossier.pausedAt === null && dossier.closedAt === null
      ? []
      : db.dossierEvent.findMany({
          where: { communeId, dossierId },
          orderBy: { seq: 'asc' },
          select: { at: true, changes: true },
        }),
  ])
  const way = dossier.procedureVersion.steps
  const codeOf = (kind: 'DESK' | 'LEADERSHIP') => {
    const found = dossier.commune.departments.find((department) => department.kind === kind)
    if (!found) throw new Error(`Commune ${communeId} has no department of kind ${kind}`)
    return found.code
  }
  return {
    now,
    actor,
    calendar,
    limit: { value: dossier.procedureVersion.limitValue, unit: dossier.procedureVersion.limitUnit },
    approverDepartment: dossier.department.kind === 'AGENCY' ? dossier.departmentCode : codeOf('LEADERSHIP'),
    deskDepartment: codeOf('DESK'),
    issuerDepartment: way.find(({ kind }) => kind === 'ISSUE')?.departmentCode ?? codeOf('LEADERSHIP'),
    way,
    supplementDays: dossier.commune.supplementDays,
    pauses: pausesIn(events),
    ...(leg ? { agencyDueAt: leg.dueAt } : {}),
  }
}

export type Saving = {
  step: string
  set: Partial<LifeCycle>
  /** The version the person saw; a newer one means that somebody was first. */
  version: number
  note?: string | null
  /** Content kept outside the chain; only its hash goes in. */
  content?: string
}

/**
 * Saves the columns a step sets, guarded by the version, with the event that says so; where the dossier would wait for a role that nobody fills, its
 * head holds it. Answers the new version.
 * Refusals: `changed_meanwhile`, with who was first and when; `officer_suspended` for work that would go to somebody suspended.
 */
export async function saveStep(
  writing: Writing,
  dossier: Pick<LockedDossier, 'communeId' | 'id'> & Partial<Pick<LockedDossier, 'departmentCode'>>,
  saving: Saving,
): Promise<number> {
  const { db, actor, now } = writing
  const { communeId, id, departmentCode } = dossier
  const set = await heldByHeadWhereNobodyIs(writing, { communeId, departmentCode, set: saving.set })
  if (set.holderStaffId) await mustBeInOffice(db, communeId, set.holderStaffId)
  const seen = Prisma.sql`"communeId" = ${communeId} AND id = ${id}::uuid AND version = ${saving.version}`
  const saved = await db.$executeRaw(updateRow('dossier', { ...set, version: saving.version + 1 }, seen))
  if (saved === 0) throw await changedMeanwhile(writing, dossier)
  const seq = saving.version + 1
  writing.chain(communeId, {
    kind: 'event',
    note: saving.note ?? null,
    content: {
      dossierId: id,
      seq,
      at: now,
      step: saving.step,
      ...actorAt(actor, communeId),
      changes: asChanges(set),
      contentHash: saving.content === undefined ? null : sha256(`${writing.newId()}\n${saving.content}`),
    },
  })
  return seq
}

/**
 * Refuses to put work into the hands of somebody suspended. The shared lock makes a suspension wait for this step, or this step for the
 * suspension: without it a dossier taken in the same moment would stay with nobody (`suspendOfficer` looks for it only once).
 */
async function mustBeInOffice(db: Tx, communeId: number, staffId: string): Promise<void> {
  const rows = await db.$queryRaw<{ status: string }[]>`
    SELECT status FROM staff WHERE "communeId" = ${communeId} AND id = ${staffId}::uuid FOR SHARE`
  if (rows[0]?.status !== 'ACTIVE') throw new Refusal('officer_suspended')
}

/** Refuses a page older than the dossier: `changed_meanwhile`, with who was first and when. */
export async function mustBeCurrent(
  reading: Reading,
  dossier: Pick<LockedDossier, 'communeId' | 'id' | 'version'>,
  version: number,
): Promise<void> {
  if (dossier.version !== version) throw await changedMeanwhile(reading, dossier)
}

async function changedMeanwhile({ db, actor }: Reading, { communeId, id }: Pick<LockedDossier, 'communeId' | 'id'>): Promise<Refusal> {
  const last = await db.dossierEvent.findFirst({
    where: { communeId, dossierId: id },
    orderBy: { seq: 'desc' },
    select: { at: true, actorKind: true, actorId: true, actorCommuneId: true },
  })
  if (!last) return new Refusal('changed_meanwhile')
  const at = momentDayMonth(last.at)
  // The applicant is told roles, never names.
  if (actor.kind === 'citizen') return new Refusal('changed_meanwhile', { by: last.actorKind === 'staff' ? 'Cán bộ' : 'Ông/Bà', at })
  const staff =
    last.actorKind === 'staff' && last.actorId
      ? await db.staff.findUnique({
          where: { communeId_id: { communeId: last.actorCommuneId ?? communeId, id: last.actorId } },
          select: { fullName: true },
        })
      : null
  return new Refusal('changed_meanwhile', { by: staff?.fullName ?? 'Người nộp', at })
}

/** The next number of a book, gap-free: the row stays locked until the transaction ends. Taken after the dossier, before the chain head. */
export async function takeNumber(db: Tx, communeId: number, { kind, period }: { kind: string; period: string }): Promise<number> {
  const taken = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO number_book ("communeId", kind, period, last) VALUES (${communeId}, ${kind}, ${period}, 1)
    ON CONFLICT ("communeId", kind, period) DO UPDATE SET last = number_book.last + 1
    RETURNING last`
  const first = taken[0]
  if (!first) throw new Error('The number book gave no number')
  return first.last
}

/** The local year of an instant, for books that begin anew each year. */
export const yearOf = (at: Date): number => Number(localDateOf(at).slice(0, 4))
