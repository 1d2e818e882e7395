import type { Reading, Writing } from '@/lib/access/gate'
import type { Actor } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import { findNeighbours, type Neighbour } from '@/lib/places/store'
import { CENTRE } from '@/lib/dossiers/letterhead'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { isInForce } from '@/lib/procedures/rules'
import { asForm, asProcedure, FORM, type Form, type Procedure, VERSION } from '@/lib/procedures/store'
import type { Prisma } from '@/prisma/generated/client'
import { type CompleteIntake, type IntakeFacts, intakeFaults, type Outcome, readIntakeData } from './intake-rules'
import { IntakeData } from './schema'

const INTAKE = {
  communeId: true,
  id: true,
  procedureCode: true,
  data: true,
  updatedAt: true,
  documents: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true, fileName: true, mediaType: true, size: true, pages: true, sha256: true, storageKey: true },
  },
  procedureVersion: { select: VERSION },
  form: { select: FORM },
  commune: { select: { ...CENTRE, id: true } },
} satisfies Prisma.IntakeSelect

type IntakeRow = Prisma.IntakeGetPayload<{ select: typeof INTAKE }>

/** A clerk's own intake with its files and what it is judged by. */
export type Intake = Omit<IntakeRow, 'data' | 'procedureVersion' | 'form'> & {
  data: IntakeData
  procedure: Procedure
  form: Form
  /** The commune that decides; null: none that this counter receives for, whatever was sent. */
  decides: Deciding | null
}

/** `department` null: it is the counter's own commune, of whose departments nothing has to be said. */
type Deciding = Pick<Neighbour, 'id' | 'name'> & { department: Neighbour['department'] | null }

/** An intake is the clerk's alone who began it: it holds what a person said at the counter, before anything was filed. */
export const ownIntake = (actor: Actor): Prisma.IntakeWhereInput =>
  actor.kind === 'staff' ? { communeId: actor.communeId, staffId: actor.staffId } : { communeId: -1 }

/**
 * The actor's own intake; null when it is not theirs or was deleted. Refusals: `already_filed` with the code, when it has become a dossier:
 * whoever comes back by the browser's history or presses a second time is shown what was received; `draft_unreadable` when what was kept does
 * not fit the boxes of today.
 */
export async function findIntake(reading: Reading, id: string): Promise<Intake | null> {
  const row = await findRow(reading, id)
  return row && readable(reading, row)
}

async function readable({ db }: Reading, { data, procedureVersion, form, ...intake }: IntakeRow): Promise<Intake> {
  const kept = IntakeData.safeParse(data)
  if (!kept.success) throw new Refusal('draft_unreadable')
  const procedure = asProcedure(procedureVersion)
  const decides = await decidingOf(db, { ...intake, procedure }, kept.data)
  return { ...intake, data: kept.data, procedure, form: asForm(form), decides }
}

/** The commune that an intake says decides: the counter's own, or a neighbour; null for any other, as for one that there is not. */
export async function decidingOf(
  db: Tx,
  { commune, procedure }: Pick<Intake, 'commune' | 'procedure'>,
  { forCommuneId: only }: IntakeData,
): Promise<Deciding | null> {
  if (only === null) return { ...commune, department: null }
  const [found] = await findNeighbours(db, commune.id, { department: procedure.departmentCode, only })
  return found ?? null
}

async function findRow({ db, actor }: Reading, id: string): Promise<IntakeRow | null> {
  const row = await db.intake.findFirst({ where: { AND: [{ id }, ownIntake(actor)] }, select: INTAKE })
  if (row) return row
  if (actor.kind !== 'staff') return null
  const { communeId, staffId } = actor
  const filed = await db.dossier.findFirst({
    where: {
      OR: [
        { communeId, draftId: id },
        { receivingCommuneId: communeId, draftId: id },
      ],
      events: { some: { seq: 1, actorId: staffId } },
    },
    select: { code: true },
  })
  if (filed) throw new Refusal('already_filed', { code: filed.code })
  return null
}

/** `findIntake` with its row locked until the transaction ends, so that two sendings of one intake come one after the other. */
export async function lockIntake(reading: Reading, id: string): Promise<Intake | null> {
  const row = await lockIntakeRow(reading, id)
  return row && readable(reading, row)
}

/** `lockIntake` for what has to be possible with an intake that cannot be read. */
export async function lockIntakeRow(reading: Reading, id: string): Promise<IntakeRow | null> {
  await reading.db.$queryRaw`SELECT 1 FROM intake WHERE "communeId" = ${reading.actor.communeId} AND id = ${id}::uuid FOR UPDATE`
  return findRow(reading, id)
}

/** Saves what was typed, under the lock of `lockIntake`. */
export async function keepIntake({ db, now }: Writing, { communeId, id }: Intake, data: IntakeData): Promise<void> {
  await db.intake.update({ where: { communeId_id: { communeId, id } }, data: { data, updatedAt: now }, select: { id: true } })
}

/** The intake as the rules judge it, with other data in place of its own when something was just typed. */
export const factsOf = ({ form, procedure, documents, data, decides }: Intake, typed: IntakeData = data): IntakeFacts => ({
  data: typed,
  isKnownCommune: decides !== null,
  form: form.definition,
  components: procedure.components,
  files: documents,
})

/** Deletes the row, whose files have gone before. */
export async function deleteIntakeRow(db: Tx, { communeId, id }: Pick<Intake, 'communeId' | 'id'>): Promise<void> {
  await db.intake.delete({ where: { communeId_id: { communeId, id } }, select: { id: true } })
}

/**
 * What the intake says, for this outcome. `asked`: the positions that a slip asks for. Refusals: `draft_incomplete` with a sentence for each box;
 * `changed_meanwhile` when the procedure has a new version.
 */
export function readFor(
  { now }: Pick<Writing, 'now'>,
  intake: Intake,
  wanted: { outcome: Outcome; asked?: readonly number[] },
): CompleteIntake {
  const facts = factsOf(intake)
  if (!isInForce(intake.procedure, localDateOf(now))) throw new Refusal('changed_meanwhile')
  const complete = readIntakeData(facts, wanted)
  if (complete) return complete
  throw new Refusal(
    'draft_incomplete',
    {},
    Object.fromEntries(intakeFaults(facts, wanted.outcome).map(({ field, sentence }) => [field, sentence])),
  )
}
