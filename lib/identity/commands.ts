import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { networkOf } from '@/lib/access/network'
import { anyone, signedInOnly } from '@/lib/access/policy'
import { keepAccount } from '@/lib/people/store'
import { countedName } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { Refusal } from '@/lib/platform/refusal'
import type { RefusalCode } from '@/lib/platform/refusal'
import { passwordFits } from '@/lib/staff/password'
import { UserName } from '@/lib/staff/schema'
import { findForSignIn } from '@/lib/staff/store'
import { Password } from './schema'
import { endOneSession, openSession } from './store'
import { VneidPerson } from './vneid'

/** Ten tries an account in 15 minutes: enough for a forgotten key, too few to guess. */
const TRIES = { tries: 10, minutes: 15 } as const

/** One network is a whole office behind one address, but not a hundred accounts tried through with one password. */
const NETWORK_TRIES = { tries: 50, minutes: 15 } as const

/** What the browser says it is, for the list of one's own sessions; cut, since anyone may write anything there. */
const UserAgent = z.string().transform((text) => text.slice(0, 300))

/** The session that this browser had until now. */
const Replaces = z.uuid().nullable()

/**
 * Signs a member of staff of the site's commune in; answers the session and the roles.
 * Refusals: `credentials_wrong`, the same and after the same work for an unknown name and a wrong password; `account_suspended` only to someone
 * who knows the password; `too_many_tries`.
 */
export const signInStaff = command({
  name: 'identity.sign_in_staff',
  input: z.object({ userName: UserName, password: Password, userAgent: UserAgent, replaces: Replaces }),
  limits: (actor, { userName }) => [
    { bucket: countedName('staff sign-in', `${actor.communeId} ${userName}`), ...TRIES },
    ...(actor.kind === 'anonymous' ? [{ bucket: countedName('staff sign-in from', networkOf(actor.address)), ...NETWORK_TRIES }] : []),
  ],
  allow: anyone,
  run: async ({ db, actor: { communeId }, now, newId }, { userName, password, userAgent, replaces }) => {
    const account = await findForSignIn(db, communeId, userName)
    const fits = await passwordFits(account?.passwordHash ?? null, password())
    if (!account || !fits) throw refusedSignIn('credentials_wrong', account?.id)
    if (account.status !== 'ACTIVE') throw refusedSignIn('account_suspended', account.id)
    const { id: staffId, roles } = account
    const sessionId = newId()
    await openSession(db, { kind: 'staff', communeId, staffId, roles }, { id: sessionId, now, userAgent, replaces })
    return { sessionId, staffId, roles }
  },
  about: (_input, _subject, { staffId }) => ({ kind: 'staff', id: staffId }),
})

/** A line in the log for each refused sign-in, alike for known and unknown names; the audit chain would let a stranger fill it. */
function refusedSignIn(code: RefusalCode, staffId: string | undefined): Refusal {
  log().warn({ staffId: staffId ?? null, code }, 'sign-in refused')
  return new Refusal(code)
}

/** Signs in the person whom the identity server vouched for just now: account made or refreshed, session opened. */
export const signInCitizen = command({
  name: 'identity.sign_in_citizen',
  input: z.object({ person: VneidPerson, userAgent: UserAgent, replaces: Replaces }),
  allow: anyone,
  run: async ({ db, now, newId }, { person, userAgent, replaces }) => {
    const citizenId = await keepAccount(db, { ...person, issuer: env().VNEID_ISSUER }, { id: newId(), now })
    const sessionId = newId()
    await openSession(db, { kind: 'citizen', citizenId }, { id: sessionId, now, userAgent, replaces })
    return { sessionId, citizenId }
  },
  about: (_input, _subject, { citizenId }) => ({ kind: 'citizen', id: citizenId }),
})

/** Ends the actor's own session: the cookie is worth nothing from the next request on, wherever a copy of it lies. */
export const endSession = command({
  name: 'identity.end_session',
  input: z.object({}),
  allow: signedInOnly,
  run: async ({ db, actor, now }) => {
    if (!('sessionId' in actor)) throw new Error('The gate lets only those in here who are signed in')
    const { sessionId } = actor
    await endOneSession(db, sessionId, now)
    return { sessionId }
  },
  about: (_input, _subject, { sessionId }) => ({ kind: 'session', id: sessionId }),
})
