import { fileStorage } from '@/lib/documents/storage'
import { db } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'

const DAY_MS = 86_400_000
/**
 * Uploads that lose their commit are few. More of them mean that the database is an earlier one than the files (a restored backup, a wrong
 * DATABASE_URL), and then nothing may be removed.
 */
const MOST_ORPHANS = 200

/** Removes files older than a day that no row names: their transaction was rolled back or the process was killed in between. Answers how many. */
export async function removeOrphans(now: Date): Promise<number> {
  const storage = await fileStorage()
  const orphans: string[] = []
  for await (const keys of storage.keysBefore(new Date(now.getTime() - DAY_MS))) {
    const where = { storageKey: { in: keys } }
    const [documents, papers, registers] = await Promise.all([
      db().document.findMany({ where, select: { storageKey: true } }),
      db().paper.findMany({ where, select: { storageKey: true } }),
      db().registerImport.findMany({ where, select: { storageKey: true } }),
    ])
    const named = new Set([...documents, ...papers, ...registers].map(({ storageKey }) => storageKey))
    orphans.push(...keys.filter((key) => !named.has(key)))
    if (orphans.length > MOST_ORPHANS) {
      log().error({ orphans: orphans.length }, 'too many files without a row: none removed')
      return 0
    }
  }
  for (const key of orphans) await storage.remove(key)
  return orphans.length
}
