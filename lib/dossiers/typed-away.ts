/**
 * What was typed on a page of a draft when the login session was over already. Nobody was signed in, so nothing could be kept in the draft;
 * it goes with the browser, hidden, until the same draft's owner has signed in again.
 */
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { z } from 'zod'
import { hide, unhide } from '@/lib/platform/crypto'

/** How long what was typed waits for the signing in, in minutes. A family's phone does not keep it longer. */
export const TYPED_AWAY_MINUTES = 30

/** A browser keeps cookies of 4,096 bytes, name and attributes included. */
const LONGEST = 3_600

const PURPOSE = 'typed away'

const TypedAway = z.object({
  draftId: z.string(),
  part: z.enum(['applicant', 'content', 'return']),
  fields: z.record(z.string(), z.string()),
  /** Milliseconds since 1970. */
  at: z.number(),
})

export type TypedAway = z.output<typeof TypedAway>

/** The boxes of one page of one draft, compressed and hidden; null when they are too long for a cookie. */
export function hideTyped(typed: TypedAway): string | null {
  const token = hide(PURPOSE, brotliCompressSync(Buffer.from(JSON.stringify(typed))))
  return token.length <= LONGEST ? token : null
}

/** What `hideTyped` was given, as long as it lasts at `now`; null for everything else. Whose draft it is, is the caller's to know. */
export function readTyped(token: string | undefined, now: Date): TypedAway | null {
  const bytes = token === undefined ? null : unhide(PURPOSE, token)
  if (bytes === null) return null
  const typed = TypedAway.parse(JSON.parse(brotliDecompressSync(bytes).toString('utf8')))
  const age = now.getTime() - typed.at
  return age >= 0 && age < TYPED_AWAY_MINUTES * 60_000 ? typed : null
}

/** The boxes to fill one page with, or null. What the draft has kept since then is newer, so it wins. */
export function typedFor(
  typed: TypedAway | null,
  draft: { id: string; savedAt: Date },
  part: TypedAway['part'],
): TypedAway['fields'] | null {
  const fits = typed !== null && typed.draftId === draft.id && typed.part === part && typed.at >= draft.savedAt.getTime()
  return fits ? typed.fields : null
}
