import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { SESSION_MINUTES } from './rules'

/** The cookie lives as long as the longest session; the row decides when it is over. */
export const COOKIE_SECONDS = SESSION_MINUTES.staff.whole * 60

/** Whether the site is https, so that cookies may be bound to it. */
export const isSecure = (): boolean => env().PUBLIC_URL.startsWith('https:')

/** `__Host-` binds a cookie to this very host and to https. `lax`, since the way back from the identity server is cross-site. */
function ownCookie(name: string) {
  return {
    name: isSecure() ? `__Host-${name}` : name,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isSecure() },
  }
}

/** Holds a sealed token with the id of a session row and nothing else. */
export const sessionCookie = () => ownCookie('phien')

/** Where the person goes after the sign-in under way. */
export const callbackCookie = () => ownCookie('ve-trang')

/**
 * Attributes that take a cookie away. An expiry, because Next's parser loses `Max-Age=0`; all other attributes, because a browser refuses a
 * `__Host-` cookie without them.
 */
export const gone = (cookie: ReturnType<typeof ownCookie>) => ({ ...cookie.options, expires: new Date(0) })

const SessionToken = z.object({ sid: z.uuid() })

/** The id of the session row that a cookie names; null for none and for one that is forged, damaged, run out or of an earlier secret. */
export async function sessionIdOf(token: string | undefined): Promise<string | null> {
  if (!token) return null
  const payload: unknown = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null)
  const known = SessionToken.safeParse(payload)
  return known.success ? known.data.sid : null
}

/** The cookie's content for a session row. */
export const sessionToken = (sessionId: string): Promise<string> =>
  encode({ token: { sid: sessionId }, secret: env().AUTH_SECRET, maxAge: COOKIE_SECONDS })
