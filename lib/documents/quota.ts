import type { Actor } from '@/lib/access/policy'
import { actorKey } from '@/lib/access/record'
import type { Tx } from '@/lib/platform/db'
import { columnOfLocalDate, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { DAY_LIMITS } from './rules'
import { sizeInWords } from './words'

// What an account sent today, over all communes of the installation: they share its disk. What was taken away again counts too, since a loop of
// sending and removing would otherwise wear the disk out without end.

const limitOf = (actor: Actor): number => (actor.kind === 'staff' ? DAY_LIMITS.staff : DAY_LIMITS.citizen)
const dayOf = (now: Date): Date => columnOfLocalDate(localDateOf(now))

/** What an account may still send on the day of `now`, of how much, in bytes. */
export async function dayRoom(db: Tx, actor: Actor, now: Date): Promise<{ room: number; limit: number }> {
  const limit = limitOf(actor)
  const row = await db.uploadDay.findUnique({
    where: { account_day: { account: actorKey(actor), day: dayOf(now) } },
    select: { bytes: true },
  })
  return { room: Math.max(0, limit - Number(row?.bytes ?? 0)), limit }
}

/**
 * Counts what the office keeps of a sending against the day of its account; to be called in the transaction that names the files. The row is
 * locked by the statement itself, so that sendings at the same time cannot all see the same room. Refusals: `day_full`.
 */
export async function countAgainstDay(
  { db, actor, now }: { db: Tx; actor: Actor; now: Date },
  files: readonly { size: number }[],
): Promise<void> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  if (bytes === 0) return
  const limit = limitOf(actor)
  const fits = await db.$executeRaw`
    INSERT INTO upload_day AS d (account, day, bytes) SELECT ${actorKey(actor)}, ${dayOf(now)}::date, ${bytes}::bigint WHERE ${bytes}::bigint <= ${limit}::bigint
    ON CONFLICT (account, day) DO UPDATE SET bytes = d.bytes + EXCLUDED.bytes WHERE d.bytes + EXCLUDED.bytes <= ${limit}::bigint`
  if (fits === 0) throw new Refusal('day_full', { limit: sizeInWords(limit) })
}
