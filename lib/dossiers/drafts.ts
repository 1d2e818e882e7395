import { z } from 'zod'
import type { Reading, Writing } from '@/lib/access/gate'
import type { Actor } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import { asForm, asProcedure, FORM, type Form, loadVersion, type Procedure, VERSION } from '@/lib/procedures/store'
import type { Prisma } from '@/prisma/generated/client'
import type { DraftFacts } from './draft-rules'
import { DraftData } from './draft-schema'

/** Name of the worker's job that takes one file out of the storage, once the row that pointed at it is gone. */
export const REMOVE_FILE = 'remove_file'
export const RemoveFile = z.object({ storageKey: z.string() })

const DRAFT = {
  communeId: true,
  id: true,
  citizenId: true,
  procedureCode: true,
  versionId: true,
  formId: true,
  data: true,
  updatedAt: true,
  documents: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true, fileName: true, mediaType: true, size: true, pages: true, sha256: true, storageKey: true },
  },
} satisfies Prisma.DraftSelect

type DraftRow = Prisma.DraftGetPayload<{ select: typeof DRAFT }>

/** A citizen's own draft with its files, what was typed already parsed. */
export type Draft = Omit<DraftRow, 'data'> & { data: DraftData }
export type DraftFile = Draft['documents'][number]

/** A draft is its citizen's alone: no member of staff sees it, and in another commune's site it does not exist. */
const ownedBy = (actor: Actor): Prisma.DraftWhereInput =>
  actor.kind === 'citizen' ? { communeId: actor.communeId, citizenId: actor.citizenId } : { communeId: -1 }

/** The draft of a row, or null when what was kept does not fit the boxes of today: an update has changed them, or a hand has. */
export function asDraft(row: DraftRow): Draft | null {
  const kept = DraftData.safeParse(row.data)
  return kept.success ? { ...row, data: kept.data } : null
}

/**
 * The actor's own draft; null when it is not theirs or was deleted. Refusals: `already_filed` with the code, when it has become a dossier:
 * whoever comes back by the browser's history or from a second window is shown what was filed; `draft_unreadable` with the procedure and the id.
 */
export async function findDraft(reading: Reading, id: string): Promise<Draft | null> {
  const row = await findRow(reading, id)
  return row && readable(row)
}

function readable(row: DraftRow): Draft {
  const draft = asDraft(row)
  if (!draft) throw new Refusal('draft_unreadable', { procedure: row.procedureCode, draft: row.id })
  return draft
}

async function findRow({ db, actor }: Reading, id: string): Promise<DraftRow | null> {
  const row = await db.draft.findFirst({ where: { AND: [{ id }, ownedBy(actor)] }, select: DRAFT })
  if (row) return row
  if (actor.kind !== 'citizen') return null
  const { communeId, citizenId } = actor
  const filed = await db.dossier.findFirst({ where: { communeId, draftId: id, citizenId }, select: { code: true, procedureCode: true } })
  if (filed) throw new Refusal('already_filed', { code: filed.code, procedure: filed.procedureCode })
  return null
}

/** `findDraft` with its row locked until the transaction ends, so that two sendings of one draft come one after the other. */
export async function lockDraft(reading: Reading, id: string): Promise<Draft | null> {
  const row = await lockDraftRow(reading, id)
  return row && readable(row)
}

/** `lockDraft` for what has to be possible with a draft that cannot be read. */
export async function lockDraftRow(reading: Reading, id: string): Promise<DraftRow | null> {
  await reading.db.$queryRaw`SELECT 1 FROM draft WHERE "communeId" = ${reading.actor.communeId} AND id = ${id}::uuid FOR UPDATE`
  return findRow(reading, id)
}

/** Saves what was typed. The draft is locked by `lockDraft`; there is one citizen and so no version. */
export async function keepDraft({ db, now }: Writing, { communeId, id }: Draft, data: DraftData): Promise<void> {
  await db.draft.update({ where: { communeId_id: { communeId, id } }, data: { data, updatedAt: now }, select: { id: true } })
}

const ACCOUNT = {
  fullName: true,
  birthDate: true,
  personalNumber: true,
  personalNumberHash: true,
  phone: true,
  email: true,
  provinceCode: true,
  wardCode: true,
  addressDetail: true,
} satisfies Prisma.CitizenSelect

export type Account = Prisma.CitizenGetPayload<{ select: typeof ACCOUNT }>

/** Whether the account has what the identity does not carry and a filing needs. */
export const hasContact = ({ phone, wardCode, addressDetail }: Pick<Account, 'phone' | 'wardCode' | 'addressDetail'>): boolean =>
  Boolean(phone && wardCode && addressDetail)

/** What a draft is judged by: its own version of the procedure, its own form, and the account behind it. */
export type DraftSetting = { procedure: Procedure; form: Form; account: Account; facts: DraftFacts }

const SETTING = {
  procedureVersion: { select: VERSION },
  form: { select: FORM },
  citizen: { select: ACCOUNT },
} satisfies Prisma.DraftSelect

/** Loads what the draft is judged by. Refusals: `not_found` when it was deleted or sent since it was found, which only a locked one cannot be. */
export async function loadSetting(db: Tx, draft: Draft): Promise<DraftSetting> {
  const { communeId, id } = draft
  const row = await db.draft.findUnique({ where: { communeId_id: { communeId, id } }, select: SETTING })
  if (!row) throw new Refusal('not_found')
  const [procedure, form, account] = [asProcedure(row.procedureVersion), asForm(row.form), row.citizen]
  return { procedure, form, account, facts: factsOf(draft, draft.data, { procedure, form, account }) }
}

/** The draft as the rules judge it, with other data in place of its own when something was just typed. */
export const factsOf = (draft: Draft, data: DraftData, { procedure, form, account }: Omit<DraftSetting, 'facts'>): DraftFacts => ({
  data,
  hasContact: hasContact(account),
  form: form.definition,
  components: procedure.components,
  files: draft.documents,
})

/**
 * Deletes documents of a draft, or a result document that is replaced. The files themselves go after the commit, so that a roll-back never
 * leaves a row without its file.
 */
export async function removeDocuments(
  { db, enqueue }: Writing,
  communeId: number,
  documents: readonly Pick<DraftFile, 'id' | 'storageKey'>[],
): Promise<void> {
  if (documents.length === 0) return
  await db.document.deleteMany({ where: { communeId, id: { in: documents.map(({ id }) => id) } } })
  for (const { storageKey } of documents) await enqueue(REMOVE_FILE, { storageKey })
}

/**
 * Moves a draft to the version and form now in force, after the law has changed: answers stay with their keys, yes/no and files with the
 * component of the same key. What the new version does not ask for is let go.
 */
export async function carryOver(writing: Writing, draft: Draft, { procedure, form }: { procedure: Procedure; form: Form }): Promise<void> {
  const { db, now } = writing
  const { communeId, id } = draft
  const before = await loadVersion(db, draft.versionId)
  const placeNow = new Map(
    before.components.flatMap(({ key, position }) => {
      const same = procedure.components.find((component) => component.key === key)
      return same ? [[position, same.position] as const] : []
    }),
  )
  const applies = Object.fromEntries(
    Object.entries(draft.data.applies).flatMap(([position, answer]) => {
      const place = placeNow.get(Number(position))
      return place === undefined ? [] : [[String(place), answer]]
    }),
  )
  const homeless = draft.documents.filter(({ position }) => position === null || !placeNow.has(position))
  await removeDocuments(writing, communeId, homeless)
  for (const document of draft.documents) {
    const place = document.position === null ? undefined : placeNow.get(document.position)
    if (place === undefined || place === document.position) continue
    await db.document.update({ where: { communeId_id: { communeId, id: document.id } }, data: { position: place }, select: { id: true } })
  }
  await db.draft.update({
    where: { communeId_id: { communeId, id } },
    data: { versionId: procedure.versionId, formId: form.id, data: { ...draft.data, applies, refusedFiles: {} }, updatedAt: now },
    select: { id: true },
  })
}
