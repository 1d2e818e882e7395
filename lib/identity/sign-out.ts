import { cookies } from 'next/headers'
import { z } from 'zod'
import type { Actor } from '@/lib/access/policy'
import { newId } from '@/lib/platform/clock'
import { siteOrigin } from '@/lib/places/site'
import { env } from '@/lib/platform/env'
import type { Result } from '@/lib/platform/refusal'
import { endSession } from './commands'
import { callbackCookie, gone, sessionCookie } from './cookies'

/** The identity server's own sign-out is a courtesy: nobody waits longer for it, in milliseconds. */
const DISCOVERY_TIMEOUT_MS = 2_000

const Discovery = z.object({ end_session_endpoint: z.url() })

/**
 * Signs the actor out here and answers where to go then: for a citizen to the identity server's sign-out, when it offers one, so that the next
 * person at this screen is asked who they are. Refusals: `busy`, and then the session and its cookie stay.
 */
export async function signOut(actor: Actor): Promise<Result<string>> {
  if (actor.kind === 'citizen' || actor.kind === 'staff') {
    const ended = await endSession(actor, newId(), {})
    if (!ended.ok) return ended
  }
  const jar = await cookies()
  for (const cookie of [sessionCookie(), callbackCookie()]) jar.set(cookie.name, '', gone(cookie))
  return { ok: true, value: (actor.kind === 'citizen' && (await endAtIdentityServer(await siteOrigin()))) || '/' }
}

async function endAtIdentityServer(origin: string): Promise<string | null> {
  const { VNEID_CLIENT_ID, VNEID_ISSUER } = env()
  try {
    const answer = await fetch(`${VNEID_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
    })
    const end = new URL(Discovery.parse(await answer.json()).end_session_endpoint)
    // Forms may only lead to the issuer's origin (Content-Security-Policy): another one would leave the person on a dead page.
    if (end.origin !== new URL(VNEID_ISSUER).origin) return null
    end.searchParams.set('client_id', VNEID_CLIENT_ID)
    end.searchParams.set('post_logout_redirect_uri', new URL('/', origin).href)
    return end.href
  } catch {
    return null
  }
}
