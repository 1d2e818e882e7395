import type { Task } from 'graphile-worker'
import { auditLine } from '@/lib/access/record'
import { appendToChain } from '@/lib/audit/store'
import { fileStorage } from '@/lib/documents/storage'
import { DRAFT_DAYS } from '@/lib/dossiers/draft-rules'
import { RemoveFile } from '@/lib/dossiers/drafts'
import { db } from '@/lib/platform/db'

const DAY_MS = 86_400_000
/** Drafts of one sweep; the rest goes with the next. */
const AT_ONCE = 1_000

/** Takes a file out of the storage after its row is gone; one that a row still names stays, whatever the job says. */
export const removeFile: Task = async (payload) => {
  const { storageKey } = RemoveFile.parse(payload)
  if ((await db().document.count({ where: { storageKey } })) > 0) return
  await (await fileStorage()).remove(storageKey)
}

/**
 * Deletes drafts that nobody has touched for DRAFT_DAYS, with their files: they hold personal data for a purpose that has not come
 * (Luật 91/2025/QH15). Each in its own transaction, so that one being sent at this moment is left alone. Answers how many.
 */
export async function deleteStaleDrafts(now: Date): Promise<number> {
  const before = new Date(now.getTime() - DRAFT_DAYS * DAY_MS)
  const stale = await db().draft.findMany({ where: { updatedAt: { lt: before } }, take: AT_ONCE, select: { communeId: true, id: true } })
  let deleted = 0
  for (const { communeId, id } of stale) {
    const keys = await db().$transaction(async (tx) => {
      const locked = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM draft WHERE "communeId" = ${communeId} AND id = ${id}::uuid AND "updatedAt" < ${before} FOR UPDATE`
      if (locked.length === 0) return null
      const documents = await tx.document.findMany({ where: { communeId, draftId: id }, select: { storageKey: true } })
      await tx.document.deleteMany({ where: { communeId, draftId: id } })
      await tx.draft.delete({ where: { communeId_id: { communeId, id } }, select: { id: true } })
      await appendToChain(tx, communeId, [
        auditLine({ kind: 'system', communeId, name: 'sweep' }, now, 'draft.expire', 'done', { kind: 'draft', id }),
      ])
      return documents.map(({ storageKey }) => storageKey)
    })
    if (keys === null) continue
    deleted += 1
    for (const key of keys) await (await fileStorage()).remove(key)
  }
  return deleted
}
