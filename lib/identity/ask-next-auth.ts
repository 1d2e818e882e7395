import NextAuth from 'next-auth'
import type { AuthOptions } from 'next-auth'
import { cookies } from 'next/headers'
import { NextRequest, NextResponse } from 'next/server'
import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { callbackCookie } from './cookies'

type Asking = { method: 'GET' | 'POST'; form?: Record<string, string>; query?: URLSearchParams }

/**
 * Runs NextAuth's own handler in this process and puts its cookies on the answer under way. Only inside a route handler or a
 * server action: NextAuth reads the cookies of the request through `next/headers`, and sees there what was just set.
 */
async function ask(path: string[], init: Asking, options: AuthOptions) {
  const address = new URL(`/api/auth/${path.join('/')}`, env().PUBLIC_URL)
  address.search = String(init.query ?? '')
  const request = new NextRequest(address, { method: init.method, ...(init.form && { body: new URLSearchParams(init.form) }) })
  const answer: unknown = await NextAuth(options)(request, { params: Promise.resolve({ nextauth: path }) })
  if (!(answer instanceof Response)) throw new Error('NextAuth gave no response')
  const jar = await cookies()
  for (const cookie of new NextResponse(null, { headers: answer.headers }).cookies.getAll()) {
    // Next's parser drops empty values and zeros, so a cookie that NextAuth deletes (`x=; Max-Age=0`) would live on, empty.
    jar.set(cookie.value ? cookie : { ...cookie, value: '', expires: new Date(0) })
  }
  const location = answer.headers.get('location')
  return { answer, location: location === null ? null : new URL(location, env().PUBLIC_URL) }
}

const Csrf = z.object({ csrfToken: z.string().min(1) })

/**
 * A POST to NextAuth as its own pages would send it: csrf first, then the action with the token. `callbackUrl` is an absolute address.
 * Resolves with the address that NextAuth redirects to, or null.
 */
export async function postToNextAuth(
  path: string[],
  form: Record<string, string> & { callbackUrl: string },
  options: AuthOptions,
): Promise<URL | null> {
  // NextAuth answers 500 to everything as long as a cookie of that name holds no address: overwrite whatever lies there.
  const { name, options: attributes } = callbackCookie()
  ;(await cookies()).set(name, form.callbackUrl, attributes)
  const { answer } = await ask(['csrf'], { method: 'GET' }, options)
  const { csrfToken } = Csrf.parse(await answer.json())
  return (await ask(path, { method: 'POST', form: { ...form, csrfToken } }, options)).location
}

/** The identity server's answer, handed to NextAuth: state, nonce, PKCE, signature, issuer and audience are checked there. */
export async function callbackToNextAuth(provider: string, query: URLSearchParams, options: AuthOptions): Promise<URL | null> {
  return (await ask(['callback', provider], { method: 'GET', query }, options)).location
}
