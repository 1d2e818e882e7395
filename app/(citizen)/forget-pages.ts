import { cookies } from 'next/headers'
import { isSecure } from '@/lib/identity/cookies'

/**
 * After what cannot be done twice (sent, withdrawn, deleted). The cookie says nothing and grants nothing, but a changed one makes browser and
 * router forget the pages that they keep for the back button, so that going back asks the server, which shows what has become of it. For server
 * actions. `what`: the code or id of what is no more as it was.
 */
export async function forgetPages(what: string): Promise<void> {
  const kept = { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: 300 } as const
  ;(await cookies()).set('da-gui', encodeURIComponent(what), kept)
}
