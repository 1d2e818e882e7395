import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto'
import { z } from 'zod'
import { CLIENT_ID } from '@/scripts/stand-ins/identity-server'

/** The portal of a test that signs people in by hand; nothing has to listen there. */
export const PORTAL = 'http://localhost:3999'
export const SECRET = 'a secret that only this test knows'
const CALLBACK = `${PORTAL}/api/auth/callback/vneid`

/** A browser of fetch and cookies, as far as a sign-in needs one: it minds the path of a cookie and follows redirects itself. */
export class Browser {
  constructor(readonly portal = PORTAL) {}

  readonly #cookies = new Map<string, { path: string; pair: string }>()

  get(url: URL): Promise<Response> {
    return this.#send(url, { method: 'GET' })
  }

  post(url: URL, form: Record<string, string>): Promise<Response> {
    return this.#send(url, { method: 'POST', body: new URLSearchParams(form) })
  }

  /** Follows redirects within the identity server; resolves with the page it ends on or the portal's address it is sent to. */
  async follow(url: URL, answer?: Response): Promise<URL> {
    const here = answer ?? (await this.get(url))
    const location = here.headers.get('location')
    if (location === null) return url
    const next = new URL(location, url)
    return next.origin === this.portal ? next : this.follow(next)
  }

  async #send(url: URL, init: RequestInit): Promise<Response> {
    const sent = [...this.#cookies.values()].filter((cookie) => url.pathname.startsWith(cookie.path)).map((cookie) => cookie.pair)
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: sent.join('; ') } })
    for (const line of answer.headers.getSetCookie()) this.#take(line)
    return answer
  }

  #take(line: string): void {
    const pair = line.split(';')[0] ?? ''
    const cookiePath = /path=([^;]+)/i.exec(line)?.[1] ?? '/'
    const key = `${pair.split('=')[0]}@${cookiePath}`
    if (line.includes('01 Jan 1970')) this.#cookies.delete(key)
    else this.#cookies.set(key, { path: cookiePath, pair })
  }
}

interface Visit {
  browser: Browser
  address: URL
  state: string
  nonce: string
  verifier: string
}

/** What the portal does before it sends a person away: state, nonce and PKCE challenge in the authorization address. */
export function makeVisit(issuer: string): Visit {
  const [state = '', nonce = '', verifier = ''] = [16, 16, 32].map((bytes) => randomBytes(bytes).toString('base64url'))
  const address = new URL('/auth', issuer)
  address.search = String(
    new URLSearchParams({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }),
  )
  return { browser: new Browser(), address, state, nonce, verifier }
}

/** Goes to the identity server as the portal would send a person, and reads the page there. */
export async function begin(issuer: string): Promise<Visit & { login: URL; page: string }> {
  const visit = makeVisit(issuer)
  const login = await visit.browser.follow(visit.address)
  return { ...visit, login, page: await (await visit.browser.get(login)).text() }
}

/** Sends the form of the sign-in page; resolves with the portal's address one is sent back to. */
export async function signIn({ browser, login }: { browser: Browser; login: URL }, form: Record<string, string>): Promise<URL> {
  return browser.follow(login, await browser.post(login, form))
}

/** Asks for tokens in exchange for the code in the address `back`. */
export function exchange({ address, verifier }: Visit, back: URL, secret = SECRET): Promise<Response> {
  return fetch(new URL('/token', address), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${encodeURIComponent(secret)}`).toString('base64')}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: CALLBACK,
      code_verifier: verifier,
    }),
  })
}

/** The tokens for the code; throws when the server gives none. */
export async function redeem(visit: Visit, back: URL): Promise<{ id_token: string; access_token: string }> {
  const answer = await exchange(visit, back)
  return z.object({ id_token: z.string(), access_token: z.string() }).parse(await answer.json())
}

const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) })

/** The keys that the server publishes. */
export async function keysOf(issuer: string): Promise<z.infer<typeof Keys>> {
  return Keys.parse(await (await fetch(`${issuer}/jwks`)).json())
}

/** Reads an ID token and checks its signature against the published key that it names. */
export async function read(issuer: string, idToken: string): Promise<{ signatureHolds: boolean; claims: Record<string, unknown> }> {
  const [head = '', body = '', signature = ''] = idToken.split('.')
  const json = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  const { kid } = z.object({ kid: z.string(), alg: z.literal('RS256') }).parse(json(head))
  const key = (await keysOf(issuer)).keys.find((published) => published.kid === kid)
  if (!key) throw new Error(`The server publishes no key ${kid}`)
  const publicKey = createPublicKey({ key, format: 'jwk' })
  const signatureHolds = verify('RSA-SHA256', Buffer.from(`${head}.${body}`), publicKey, Buffer.from(signature, 'base64url'))
  return { signatureHolds, claims: z.record(z.string(), z.unknown()).parse(json(body)) }
}
