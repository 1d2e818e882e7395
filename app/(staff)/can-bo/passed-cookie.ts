import { cookies } from 'next/headers'
import { z } from 'zod'
import { isSecure } from '@/lib/identity/cookies'
import { seal, unseal } from '@/lib/platform/crypto'
import { QUEUE } from './addresses'

const NAME = 'da-chuyen'
const SECONDS = 30
const Kept = z.object({ code: z.string(), to: z.string() })

/**
 * Keeps for the next page which dossier went to which department: whoever passed it on does not see it any more, so that no page of its own can say
 * so. Sealed, so that nobody can put words into ours.
 */
export async function keepPassed(passed: z.infer<typeof Kept>): Promise<void> {
  const jar = await cookies()
  jar.set(NAME, seal(NAME, passed), { path: QUEUE, maxAge: SECONDS, httpOnly: true, sameSite: 'lax', secure: isSecure() })
}

/** What has just been passed on; null when nothing was. */
export async function readPassed(): Promise<z.infer<typeof Kept> | null> {
  const token = (await cookies()).get(NAME)?.value
  const kept = Kept.safeParse(token === undefined ? null : unseal(NAME, token))
  return kept.success ? kept.data : null
}
