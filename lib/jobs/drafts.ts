import type { Task } from 'graphile-worker'
import { auditLine } from '@/lib/access/record'
import { appendToChain } from '@/lib/audit/store'
import { fileStorage } from '@/lib/documents/storage'
import { INTAKE_DAYS } from '@/lib/counter/intake-rules'
import { DRAFT_DAYS } from '@/lib/dossiers/draft-rules'
import { RemoveFile } from '@/lib/dossiers/drafts'
import { db } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'

const DAY_MS = 86_400_000
/** Drafts of one sweep; the rest goes with the next. */
const AT_ONCE = 1_000

/** Takes a file out of the storage after its row is gone; one that a row still names stays, whatever the job says. */
export const removeFile: Task = async (payload) => {
  const { storageKey } = RemoveFile.parse(payload)
  if ((await db().document.count({ where: { storageKey } })) > 0) return
  await (await fileStorage()).remove(storageKey)
}

/** What is begun and not sent, by the table that it lies in, with the days after which nobody will come back to it. */
const BEGUN = {
  draft: { days: DRAFT_DAYS, column: 'draftId', action: 'draft.expire' },
  intake: { days: INTAKE_DAYS, column: 'intakeId', action: 'intake.expire' },
} as const

/**
 * Deletes drafts and intakes of the counter that nobody has touched for their days, with their files: they hold personal data for a purpose that
 * has not come (Luật 91/2025/QH15). Each in its own transaction, so that one being sent at this moment is left alone. Answers how many.
 */
export async function deleteStaleDrafts(now: Date): Promise<number> {
  let deleted = 0
  for (const kind of ['draft', 'intake'] as const) deleted += await deleteStale(kind, now)
  return deleted
}

async function deleteStale(kind: keyof typeof BEGUN, now: Date): Promise<number> {
  const { days, column, action } = BEGUN[kind]
  const table = Prisma.raw(kind)
  const before = new Date(now.getTime() - days * DAY_MS)
  const stale = await db().$queryRaw<{ communeId: number; id: string }[]>`
    SELECT "communeId", id FROM ${table} WHERE "updatedAt" < ${before} LIMIT ${AT_ONCE}`
  let deleted = 0
  for (const { communeId, id } of stale) {
    const keys = await db().$transaction(async (tx) => {
      const locked = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM ${table} WHERE "communeId" = ${communeId} AND id = ${id}::uuid AND "updatedAt" < ${before} FOR UPDATE`
      if (locked.length === 0) return null
      const where = { communeId, [column]: id }
      const documents = await tx.document.findMany({ where, select: { storageKey: true } })
      await tx.document.deleteMany({ where })
      await tx.$executeRaw`DELETE FROM ${table} WHERE "communeId" = ${communeId} AND id = ${id}::uuid`
      const sweep = { kind: 'system', communeId, name: 'sweep' } as const
      await appendToChain(tx, communeId, { links: [auditLine(sweep, now, { action, outcome: 'done', about: { kind, id } })] })
      return documents.map(({ storageKey }) => storageKey)
    })
    if (keys === null) continue
    deleted += 1
    for (const key of keys) await (await fileStorage()).remove(key)
  }
  return deleted
}
