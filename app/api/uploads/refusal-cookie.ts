import { cookies } from 'next/headers'
import { z } from 'zod'
import { isSecure } from '@/lib/identity/cookies'
import { seal, unseal } from '@/lib/platform/crypto'

const NAME = 'tep-khong-nhan'
/** Whose pages show the sentence: the staff's, the citizen's or the administrator's. */
type CookiePath = '/can-bo' | '/ho-so' | '/quan-tri'

const SECONDS = 60
const Kept = z.object({ code: z.string(), sentence: z.string() })

/**
 * The sentence about a file that was not taken, for the one page that comes after the redirect. It is sealed, so that nobody can put words into
 * our page, and not in the address, because it names a file and addresses are logged.
 */
export const refusalCookie = (code: string, sentence: string, path: CookiePath = '/can-bo'): string =>
  `${NAME}=${seal(NAME, { code, sentence })}; Path=${path}; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`

/** Takes the sentence away, once a file has been taken. */
export const noRefusalCookie = (path: CookiePath = '/can-bo'): string => `${NAME}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Lax`

/** Why the last file for this dossier was not taken; null when nothing is wrong. For the page that the file was sent from. */
export async function readUploadRefusal(code: string): Promise<string | null> {
  const token = (await cookies()).get(NAME)?.value
  const kept = Kept.safeParse(token === undefined ? null : unseal(NAME, token))
  return kept.success && kept.data.code === code ? kept.data.sentence : null
}
