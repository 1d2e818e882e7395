import { cookies } from 'next/headers'
import { env } from '@/lib/platform/env'
import { asResult, type Result } from '@/lib/platform/refusal'
import { callbackToNextAuth, postToNextAuth } from './ask-next-auth'
import { authOptions, newSignIn } from './auth-options'
import { callbackCookie } from './cookies'
import { ownPath } from './rules'
import { readVisitor } from './session'
import type { SignInFailure } from './words'

/** Where the person wanted to go; null when nothing or nothing of ours was kept. */
async function keptPath(): Promise<string | null> {
  const kept = (await cookies()).get(callbackCookie().name)?.value
  if (!kept || !URL.canParse(kept)) return null
  const { origin, pathname, search } = new URL(kept)
  return origin === new URL(env().PUBLIC_URL).origin ? ownPath(`${pathname}${search}`) : null
}

/**
 * Begins a citizen's sign-in: state, nonce and PKCE go into cookies of this browser. Answers the identity server's address; null when the
 * server does not answer. `path` is where the person comes back to.
 */
export async function beginCitizenSignIn(path: string): Promise<URL | null> {
  const callbackUrl = new URL(path, env().PUBLIC_URL).href
  const location = await postToNextAuth(['signin', 'vneid'], { callbackUrl }, authOptions(newSignIn(await readVisitor())))
  // Anywhere but the identity server means that NextAuth could not reach it.
  return location?.origin === new URL(env().VNEID_ISSUER).origin ? location : null
}

/**
 * Finishes a citizen's sign-in with what the identity server sent along. Either the session is open and its cookie on the answer, or the
 * failure is told and nobody is signed in; `path` is where the person wanted to go.
 */
export async function finishCitizenSignIn(
  query: URLSearchParams,
): Promise<{ ok: true; path: string } | { ok: false; failure: SignInFailure; path: string | null }> {
  const path = await keptPath()
  if (query.get('error') === 'access_denied') return { ok: false, failure: 'cancelled', path }
  // NextAuth's cookie; without it the visit began more than 15 minutes ago or elsewhere.
  const begun = (await cookies()).getAll().some(({ name }) => name.endsWith('next-auth.state'))
  const signIn = newSignIn(await readVisitor())
  await callbackToNextAuth('vneid', query, authOptions(signIn))
  if (signIn.opened) return { ok: true, path: path ?? signIn.opened.home }
  return { ok: false, failure: signIn.failure ?? (begun ? 'identity_failed' : 'sign_in_expired'), path }
}

/** Signs a member of staff in and puts the session's cookie on the answer. Refusals: those of `signInStaff`. */
export async function openStaffSession(userName: string, password: string): Promise<Result<{ home: string }>> {
  const visitor = await asResult(readVisitor)
  if (!visitor.ok) return visitor
  const signIn = newSignIn(visitor.value)
  await postToNextAuth(['callback', 'staff'], { userName, password, callbackUrl: env().PUBLIC_URL }, authOptions(signIn))
  if (signIn.opened) return { ok: true, value: { home: signIn.opened.home } }
  // NextAuth swallows what the command throws: a bug must not read as a wrong password.
  if (!signIn.refused) throw new Error('The sign-in came to nothing')
  return signIn.refused
}
