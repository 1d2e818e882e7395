import type { Reading, Writing } from '@/lib/access/gate'
import { asStaff, may } from '@/lib/access/policy'
import { findKeeper } from '@/lib/places/store'
import type { Tx } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import type { Prisma } from '@/prisma/generated/client'
import type { InForce } from '../rules'
import { asProcedure, VERSION, withDays } from '../store'
import { Content, type Version } from './content'

const KEPT = {
  code: true,
  field: { select: { name: true } },
  nextDraft: { select: { baseId: true, content: true, updatedAt: true, communeId: true, byStaffId: true } },
  versions: { orderBy: { validFrom: 'desc' }, select: { id: true, validFrom: true, validTo: true } },
} satisfies Prisma.ProcedureSelect

/** A draft of the next version; `content` null: it was written by an older portal and can only be put away. */
export type VersionDraft = { baseId: string; content: Content | null; updatedAt: Date; communeId: number; byStaffId: string }

/** A procedure for whoever keeps it: all its versions, the newest first, the draft of the next one, and whose administrator writes it. */
export type Kept = {
  code: string
  field: string
  newest: InForce & { id: string }
  versions: readonly (InForce & { id: string })[]
  draft: VersionDraft | null
  keeper: { id: number; name: string }
}

/** The procedure of this code for an administrator; null for everyone else, and where there is none. */
export async function findKept({ db, actor }: Reading, code: string): Promise<Kept | null> {
  if (may(actor, 'procedure.manage') !== true) return null
  const row = await db.procedure.findUnique({ where: { code }, select: KEPT })
  const versions = row?.versions.map(withDays) ?? []
  const [newest] = versions
  if (!row || !newest) return null
  const read = row.nextDraft && Content.safeParse(row.nextDraft.content)
  const draft = row.nextDraft && { ...row.nextDraft, content: read?.success ? read.data : null }
  return { code, field: row.field.name, newest, versions, draft, keeper: await findKeeper(db) }
}

/** The same with the procedure locked until the transaction ends, so that its administrators write one after the other. Filing goes on. */
export async function lockKept(reading: Reading, code: string): Promise<Kept | null> {
  if (may(reading.actor, 'procedure.manage') !== true) return null
  await reading.db.$queryRaw`SELECT 1 FROM procedure WHERE code = ${code} FOR NO KEY UPDATE`
  return findKept(reading, code)
}

/** The content of the draft. Refusals: `changed_meanwhile` where it was published or put away meanwhile; `draft_unreadable`. */
export function contentOfDraft({ draft }: Kept): Content {
  if (!draft) throw new Refusal('changed_meanwhile')
  if (!draft.content) throw new Refusal('draft_unreadable')
  return draft.content
}

const WRITTEN = {
  ...VERSION,
  fees: { ...VERSION.fees, select: { ...VERSION.fees.select, source: true, unverified: true } },
} satisfies Prisma.ProcedureVersionSelect

/** A version whole, with what the office notes of its fees. */
export async function loadWritten(db: Tx, id: string): Promise<Version> {
  const row = await db.procedureVersion.findUniqueOrThrow({ where: { id }, select: WRITTEN })
  return { ...asProcedure(row), fees: row.fees.map(withDays) }
}

/** Keeps a draft as it is now, begun or gone on with. */
export async function keepContent(
  { db, actor, now }: Pick<Writing, 'db' | 'actor' | 'now'>,
  { code, baseId }: { code: string; baseId: string },
  content: Content,
): Promise<void> {
  const { communeId, staffId: byStaffId } = asStaff(actor)
  const saved = { content, updatedAt: now, communeId, byStaffId }
  await db.procedureDraft.upsert({
    where: { procedureCode: code },
    create: { procedureCode: code, baseId, createdAt: now, ...saved },
    update: saved,
    select: { procedureCode: true },
  })
}
