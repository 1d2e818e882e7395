import { newId, readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import { timeWords } from '@/lib/text/dates'
import { isBusy } from './busy'
import { Prisma } from '@/prisma/generated/client'

/** At most `tries` failed tries in `minutes`, counted in `bucket` (a keyed name without personal data). */
export type Limit = { bucket: string; tries: number; minutes: number }

const MINUTE = 60_000

/**
 * Takes one try from each bucket before the work and commits it at once, so that a hundred parallel guesses cannot all see a
 * count of zero and a refusal's roll-back cannot give the try back. Success gives it back.
 * Refusals: `too_many_tries` with when to come back (`until` on the office's clock, `seconds` from now).
 */
export async function takeTries(limits: readonly Limit[]): Promise<string[]> {
  if (limits.length === 0) return []
  await giveBackTries([...owed])
  const now = readClock()
  const taken = limits.map(() => newId())
  // In a statement of its own: one that counted as well would not see those which run at the same time.
  await db().attempt.createMany({ data: limits.map(({ bucket }, index) => ({ id: taken[index] ?? newId(), bucket, at: now })) })
  const free = await firstFree(limits, now).catch(async (error: unknown) => {
    await giveBackTries(taken)
    throw error
  })
  if (free === null) return taken
  await giveBackTries(taken)
  throw new Refusal('too_many_tries', {
    tries: free.tries,
    // The next full minute, since a clock that shows the minute of `free` may still be seconds short of it.
    until: timeWords(new Date(Math.ceil(free.at.getTime() / MINUTE) * MINUTE)),
    seconds: Math.max(1, Math.ceil((free.at.getTime() - now.getTime()) / 1_000)),
  })
}

/** Of the first bucket that is too full, when it has room again; null when none is. */
async function firstFree(limits: readonly Limit[], now: Date): Promise<{ tries: number; at: Date } | null> {
  // Behind this one a full bucket was full before: when the oldest of the counted tries has aged out, one more fits.
  const oldest = limits.map(
    ({ bucket, tries, minutes }, place) => Prisma.sql`
      SELECT ${place}::int AS place, (
        SELECT at FROM attempt WHERE bucket = ${bucket} AND at > ${new Date(now.getTime() - minutes * MINUTE)}
        ORDER BY at DESC OFFSET ${tries} LIMIT 1) AS at`,
  )
  const rows = await db().$queryRaw<{ place: number; at: Date | null }[]>`${Prisma.join(oldest, ' UNION ALL ')} ORDER BY place`
  for (const { place, at } of rows) {
    const limit = limits[place]
    if (at && limit) return { tries: limit.tries, at: new Date(at.getTime() + limit.minutes * MINUTE) }
  }
  return null
}

/** Tries that were to be given back while the database was away; lost with the process, and then they age out like any other. */
const owed = new Set<string>()

/** Gives back the tries of a call that succeeded or was never judged: at once, or, while the database is busy, before the next are taken. */
export async function giveBackTries(taken: readonly string[]): Promise<void> {
  if (taken.length === 0) return
  try {
    await db().attempt.deleteMany({ where: { id: { in: [...taken] } } })
    for (const id of taken) owed.delete(id)
  } catch (error) {
    if (!isBusy(error)) throw error
    for (const id of taken) owed.add(id)
  }
}
