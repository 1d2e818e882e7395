import { cookies } from 'next/headers'
import { isSecure } from '@/lib/identity/cookies'
import { LOOK_UP_MINUTES } from '@/lib/dossiers/look-up-queries'
import { LOOK_UP } from './addresses'

const name = () => (isSecure() ? '__Secure-tra-cuu' : 'tra-cuu')

/** Keeps the key to the dossier that was just opened: sealed, out of reach of scripts, and sent to no page but those of the look-up. */
export async function keepGrant(grant: string): Promise<void> {
  const options = { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: LOOK_UP, maxAge: LOOK_UP_MINUTES * 60 } as const
  ;(await cookies()).set(name(), grant, options)
}

/** The key that this browser still has, or null; whether it is good for a dossier is the gate's matter. */
export const keptGrant = async (): Promise<string | null> => (await cookies()).get(name())?.value ?? null
