import { newId, readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'

/** At most `tries` failed tries in `minutes`, counted in `bucket` (a keyed name without personal data). */
export type Limit = { bucket: string; tries: number; minutes: number }

/** Office clocks: +07:00 the year round. */
const LOCAL = { timeZone: 'Asia/Ho_Chi_Minh', hour: '2-digit', minute: '2-digit', hour12: false } as const

/**
 * Takes one try from each bucket before the work and commits it at once, so that a hundred parallel guesses cannot all see a
 * count of zero and a refusal's roll-back cannot give the try back. Success refunds it.
 * Refusals: `too_many_tries` with when to come back.
 */
export async function takeTries(limits: readonly Limit[]): Promise<string[]> {
  const taken: string[] = []
  for (const { bucket, tries, minutes } of limits) {
    const now = readClock()
    const id = newId()
    await db().attempt.create({ data: { id, bucket, at: now } })
    const since = new Date(now.getTime() - minutes * 60_000)
    const recent = await db().attempt.findMany({
      where: { bucket, at: { gt: since } },
      orderBy: { at: 'desc' },
      take: tries + 1,
      select: { at: true },
    })
    if (recent.length > tries) {
      await db().attempt.deleteMany({ where: { id: { in: [id, ...taken] } } })
      const oldest = recent[tries - 1]?.at ?? now
      throw new Refusal('too_many_tries', {
        tries,
        until: new Date(oldest.getTime() + minutes * 60_000).toLocaleTimeString('vi-VN', LOCAL),
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
