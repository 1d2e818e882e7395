import type { Writing } from '@/lib/access/gate'
import { auditLine } from '@/lib/access/record'
import type { Prisma } from '@/prisma/generated/client'
import { REMOVE_FILE } from './drafts'

/** Papers that can still be shown: of an erased one only number and day are left. */
export const WITH_FACTS = { facts: { not: {} } } satisfies Prisma.PaperWhereInput

/** Whose data: the account may be missing (filed at the counter) and is never known by its name. */
export type Person = { personalNumber: string; personalNumberHash: string; citizenId: string | null }

/** Files are removed by the worker after the commit, so that a roll-back never leaves a row without its file. */
async function removeFiles({ enqueue }: Writing, rows: readonly { storageKey: string | null }[]): Promise<void> {
  for (const { storageKey } of rows) if (storageKey !== null) await enqueue(REMOVE_FILE, { storageKey })
}

/** Says in the chain what was erased of each dossier. */
function sayErased({ actor, now, chain }: Writing, action: string, dossierIds: readonly string[]): void {
  for (const id of dossierIds) chain(actor.communeId, auditLine(actor, now, { action, outcome: 'done', about: { kind: 'dossier', id } }))
}

/**
 * Erases what the closed dossiers of a person tell of them, in the actor's commune, and says so in the chain for each. Open ones stay as they are:
 * they cannot be decided without knowing whose they are. Answers how many of each.
 */
export async function eraseDossiers(writing: Writing, { personalNumberHash }: Person): Promise<{ erased: number; open: number }> {
  const { db, actor } = writing
  const { communeId } = actor
  const theirs = await db.$queryRaw<{ id: string; closed: boolean }[]>`
    SELECT d.id, d."closedAt" IS NOT NULL AS closed
    FROM dossier d JOIN dossier_applicant a ON a."communeId" = d."communeId" AND a."dossierId" = d.id
    WHERE d."communeId" = ${communeId} AND a."personalNumberHash" = ${personalNumberHash} ORDER BY d.id FOR UPDATE OF d`
  const ids = theirs.filter(({ closed }) => closed).map(({ id }) => id)
  const where = { communeId, dossierId: { in: ids } }
  await removeFiles(writing, await db.document.findMany({ where, select: { storageKey: true } }))
  await db.document.deleteMany({ where })
  await erasePapers(writing, ids)
  await db.dossierApplicant.deleteMany({ where })
  await db.dossierAnswer.deleteMany({ where })
  await db.notification.deleteMany({ where })
  await db.eventNote.deleteMany({ where })
  await db.handOver.updateMany({ where, data: { receiverName: null, trackingNumber: null, note: null } })
  await db.dossierComponent.updateMany({ where, data: { note: null } })
  await db.supplementItem.updateMany({ where, data: { reason: '', answer: null } })
  await db.agencyLeg.updateMany({ where, data: { request: '', answer: null } })
  await db.consultation.updateMany({ where, data: { question: '', answer: null } })
  await db.extension.updateMany({ where, data: { reason: '' } })
  await db.dossier.updateMany({ where: { communeId, id: { in: ids } }, data: { citizenId: null } })
  sayErased(writing, 'dossier.erase', ids)
  return { erased: ids.length, open: theirs.length - ids.length }
}

/** Of a paper stay its number, kind and day: numbers of a book have no gaps. */
async function erasePapers(writing: Writing, dossierIds: readonly string[]): Promise<void> {
  const { db, actor } = writing
  const where = { communeId: actor.communeId, dossierId: { in: [...dossierIds] } }
  await removeFiles(writing, await db.paper.findMany({ where, select: { storageKey: true } }))
  await db.paper.updateMany({ where, data: { facts: {}, storageKey: null, sha256: null, size: null } })
}

/**
 * Takes the person out of closed dossiers that somebody else filed for them. The one who filed keeps their own data; the papers named both.
 * Answers how many.
 */
export async function eraseAsPrincipal(writing: Writing, { personalNumber }: Person): Promise<number> {
  const { db, actor } = writing
  const { communeId } = actor
  const changed = await db.$queryRaw<{ dossierId: string }[]>`
    UPDATE dossier_applicant a SET principal = NULL FROM dossier d
    WHERE a."communeId" = ${communeId} AND d."communeId" = a."communeId" AND d.id = a."dossierId" AND d."closedAt" IS NOT NULL
      AND a.principal ->> 'personalNumber' = ${personalNumber}
    RETURNING a."dossierId"`
  const ids = changed.map(({ dossierId }) => dossierId)
  await erasePapers(writing, ids)
  sayErased(writing, 'dossier.erase_principal', ids)
  return ids.length
}

/** Deletes what the person has begun and not sent, in the actor's commune. Answers how many. */
export async function eraseDrafts(writing: Writing, { citizenId }: Person): Promise<number> {
  if (citizenId === null) return 0
  const { db, actor } = writing
  const where = { communeId: actor.communeId, draft: { citizenId } }
  await removeFiles(writing, await db.document.findMany({ where, select: { storageKey: true } }))
  await db.document.deleteMany({ where })
  return (await db.draft.deleteMany({ where: { communeId: actor.communeId, citizenId } })).count
}

/** Deletes what a clerk of the actor's commune has begun to take in for the person, or for somebody whom they authorised. Answers how many. */
export async function eraseIntakes(writing: Writing, { personalNumber }: Person): Promise<number> {
  const { db, actor } = writing
  const { communeId } = actor
  const theirs = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM intake WHERE "communeId" = ${communeId} AND ${personalNumber} = ANY (ARRAY[regexp_replace(data ->> 'sought', '[^0-9]', '', 'g'),
      regexp_replace(data #>> '{person,personalNumber}', '[^0-9]', '', 'g'), regexp_replace(data #>> '{principal,personalNumber}', '[^0-9]', '', 'g')])
    FOR UPDATE`
  const where = { communeId, intakeId: { in: theirs.map(({ id }) => id) } }
  // Digests of what was typed, at first the number alone: it could be found from one by trying. No press is ever answered from these rows.
  await db.request.deleteMany({ where: { communeId, command: 'intake.save' } })
  await removeFiles(writing, await db.document.findMany({ where, select: { storageKey: true } }))
  await db.document.deleteMany({ where })
  return (await db.intake.deleteMany({ where: { communeId, id: { in: theirs.map(({ id }) => id) } } })).count
}

/** Deletes the account with its sign-ins once no commune needs it: no dossier and no draft names the person any more. Answers whether. */
export async function eraseAccount({ db }: Writing, { citizenId, personalNumberHash }: Person): Promise<boolean> {
  if (citizenId === null) return false
  const needed = (await db.dossierApplicant.count({ where: { personalNumberHash } })) + (await db.draft.count({ where: { citizenId } })) > 0
  if (needed) return false
  await db.loginSession.deleteMany({ where: { citizenId } })
  // Digests of what was typed: a phone number could be found from one by trying.
  await db.request.deleteMany({ where: { actor: `citizen:${citizenId}` } })
  await db.citizen.delete({ where: { id: citizenId }, select: { id: true } })
  return true
}
