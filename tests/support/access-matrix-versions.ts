// Two procedures as the pages of versions need them in a running portal: one whose next version is being written, one whose next is published
// and has not begun. Everything of it goes with `remove`.
import { newId } from '@/lib/platform/clock'
import { withdrawVersion } from '@/lib/procedures/versions/publish'
import type { PrismaClient } from '@/prisma/generated/client'
import { valueOf } from '@/tests/support/filing'
import { administrator, published, readyDraft } from '@/tests/support/versions'

export const WRITTEN = '1.012818'
export const COMING = '1.012817'

export async function addVersions(db: PrismaClient): Promise<{ remove: () => Promise<void> }> {
  const admin = await administrator(db)
  await readyDraft(admin, WRITTEN)
  const versionId = await published(admin, COMING)
  return {
    remove: async () => {
      const ours = { procedureCode: { in: [WRITTEN, COMING] } }
      await db.procedureDraft.deleteMany({ where: ours })
      valueOf(await withdrawVersion(admin, newId(), { code: COMING, versionId }))
      await db.procedureDraft.deleteMany({ where: ours })
      await db.procedureChange.deleteMany({ where: ours })
    },
  }
}
