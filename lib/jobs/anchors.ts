import { writeAnchor } from '@/lib/audit/anchors'
import { db } from '@/lib/platform/db'
import { localDateOf } from '@/lib/platform/local-date'

/** Name of the job that notes the heads of all chains, and of the queue that lets only one of it run at a time. */
export const ANCHOR_CHAINS = 'anchor_chains'

/**
 * Notes the head of every commune's chain outside of the database. `unlessNoted`: only where the day has no anchor yet, for the worker's start; the
 * first of a day covers the evening that a worker which was down has missed. Answers how many were written.
 */
export async function anchorChains(now: Date, { unlessNoted }: { unlessNoted: boolean }): Promise<number> {
  const communes = await db().commune.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  let written = 0
  for (const { id } of communes) written += Number(await writeAnchor(db(), id, { day: localDateOf(now), unlessNoted }))
  return written
}
