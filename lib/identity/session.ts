import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor, CitizenActor, StaffActor } from '@/lib/access/policy'
import { busyAddress, siteAsked, siteOrigin } from '@/lib/places/site'
import { env } from '@/lib/platform/env'
import { asResult, Refusal } from '@/lib/platform/refusal'
import type { Result } from '@/lib/platform/refusal'
import { sessionCookie, sessionIdOf } from './cookies'
import { readSession } from './queries'
import { ADDRESS_HEADER, isOwnOrigin, signInAddress } from './rules'
import type { SessionStanding } from './rules'

/** Who asks, and how the session that the browser named stands (null: it named none). One read for a request, however many ask. */
const readVisit = cache(async (): Promise<{ nobody: Actor; actor: Actor; standing: SessionStanding | null }> => {
  const [site, asked, jar] = await Promise.all([siteAsked(), headers(), cookies()])
  const nobody = { kind: 'anonymous', communeId: site.id, address: asked.get(ADDRESS_HEADER) ?? '' } as const
  const sessionId = await sessionIdOf(jar.get(sessionCookie().name)?.value)
  if (sessionId === null) return { nobody, actor: nobody, standing: null }
  const session = await readSession(nobody, { sessionId })
  if (!session.ok) throw new Refusal(session.code)
  return { nobody, actor: session.value.actor ?? nobody, standing: session.value.standing }
})

/**
 * Who asks, for pages: citizen, staff, or the anonymous actor of the site's commune. Nobody is no error. Made from the session's
 * row at every request, so a session that was ended, ran out, or whose account was suspended or changed roles is nobody at once.
 * Shows "not found" for a host that no commune has, and the busy page when the database is busy.
 */
export async function requireActor(): Promise<Actor> {
  const visit = await asResult(readVisit)
  return visit.ok ? visit.value.actor : redirect(await busyAddress())
}

/** The same for GET handlers, which answer a refusal in their own way. Throws `Refusal('busy')`. */
export const readActor = async (): Promise<Actor> => (await readVisit()).actor

/** The same as an answer. */
export const actorForRead = (): Promise<Result<Actor>> => asResult(readActor)

/**
 * Who asks to change something, for `actorForWrite`. Every write begins with it, because a server action takes a POST without an Origin and a
 * route handler checks nothing. Throws `Refusal('wrong_origin')`; nearly always `proxy.ts` has then already answered, in words.
 */
async function requireActorForWrite(): Promise<Actor> {
  if (!isOwnOrigin(await headers(), env().PUBLIC_URL)) throw new Refusal('wrong_origin')
  return readActor()
}

/**
 * The same as an answer, so that a form keeps what was typed: `const asked = await actorForWrite(); if (!asked.ok) return refusedForm(fields,
 * asked)`.
 */
export const actorForWrite = (): Promise<Result<Actor>> => asResult(requireActorForWrite)

/** The signed-in citizen, for pages; anyone else is sent to sign in and comes back to `path`. It shows the way, the gate protects. */
export async function requireCitizen(path: string): Promise<CitizenActor> {
  const actor = await requireActor()
  return actor.kind === 'citizen' ? actor : redirect(signInAddress('citizen', path))
}

/** The signed-in member of staff, for pages; anyone else is sent to sign in and comes back to `path`. It shows the way, the gate protects. */
export async function requireStaff(path: string): Promise<StaffActor> {
  const actor = await requireActor()
  return actor.kind === 'staff' ? actor : redirect(signInAddress('staff', path))
}

/** Why this browser's session is no more, when it ran out by itself: for the sign-in pages. */
export async function readSessionOver(): Promise<'idle' | 'expired' | null> {
  const visit = await asResult(readVisit)
  if (!visit.ok) return redirect(await busyAddress())
  const { standing } = visit.value
  return standing === 'idle' || standing === 'expired' ? standing : null
}

/**
 * What a sign-in starts from: nobody yet, on which of our origins, with this browser's name and the session that the new one takes the place of.
 * Throws `Refusal('busy')`.
 */
export async function readVisitor() {
  const [{ nobody, actor }, origin, asked] = await Promise.all([readVisit(), siteOrigin(), headers()])
  return { nobody, origin, userAgent: asked.get('user-agent') ?? '', replaces: 'sessionId' in actor ? actor.sessionId : null }
}
