import { newId, readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import { timeWords } from '@/lib/text/dates'

/** At most `tries` failed tries in `minutes`, counted in `bucket` (a keyed name without personal data). */
export type Limit = { bucket: string; tries: number; minutes: number }

const MINUTE = 60_000

/**
 * Takes one try from each bucket before the work and commits it at once, so that a hundred parallel guesses cannot all see a
 * count of zero and a refusal's roll-back cannot give the try back. Success refunds it.
 * Refusals: `too_many_tries` with when to come back (`until` on the office's clock, `seconds` from now).
 */
export async function takeTries(limits: readonly Limit[]): Promise<string[]> {
  const taken: string[] = []
  for (const { bucket, tries, minutes } of limits) {
    const now = readClock()
    const id = newId()
    await db().attempt.create({ data: { id, bucket, at: now } })
    const since = new Date(now.getTime() - minutes * MINUTE)
    const recent = await db().attempt.findMany({
      where: { bucket, at: { gt: since } },
      orderBy: { at: 'desc' },
      take: tries + 1,
      select: { at: true },
    })
    if (recent.length > tries) {
      await db().attempt.deleteMany({ where: { id: { in: [id, ...taken] } } })
      // Behind this one the bucket was full before: when the oldest of the counted tries has aged out, one more fits.
      const free = new Date((recent[tries]?.at ?? now).getTime() + minutes * MINUTE)
      throw new Refusal('too_many_tries', {
        tries,
        // The next full minute, since a clock that shows the minute of `free` may still be seconds short of it.
        until: timeWords(new Date(Math.ceil(free.getTime() / MINUTE) * MINUTE)),
        seconds: Math.max(1, Math.ceil((free.getTime() - now.getTime()) / 1_000)),
      })
    }
    taken.push(id)
  }
  return taken
}

/** Gives back the tries of a call that succeeded. */
export async function refundTries(taken: readonly string[]): Promise<void> {
  if (taken.length > 0) await db().attempt.deleteMany({ where: { id: { in: [...taken] } } })
}
