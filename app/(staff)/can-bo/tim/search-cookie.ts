import { cookies } from 'next/headers'
import { z } from 'zod'
import { isSecure } from '@/lib/identity/cookies'
import { seal, unseal } from '@/lib/platform/crypto'
import { SEARCH } from '../addresses'

const NAME = 'tim-ho-so'
/** Long enough to open one dossier after the other and come back. */
const SECONDS = 15 * 60
const Kept = z.string().max(120)

/**
 * Keeps what was searched for, for the page of results and nothing else: names and telephone numbers do not belong into addresses, which
 * browsers and proxies write down. A session cookie of the browser's own, bound to the path of the search.
 */
export const searchCookie = (words: string): string =>
  `${NAME}=${seal(NAME, words)}; Path=${SEARCH}; Max-Age=${SECONDS}; HttpOnly; SameSite=Strict${isSecure() ? '; Secure' : ''}`

/** What was searched for last; empty when nothing was, or too long ago. */
export async function readSearch(): Promise<string> {
  const token = (await cookies()).get(NAME)?.value
  const kept = Kept.safeParse(token === undefined ? null : unseal(NAME, token))
  return kept.success ? kept.data : ''
}
