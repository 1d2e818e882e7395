import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import type { Actor } from '@/lib/access/policy'
import { newId } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import type { Refused } from '@/lib/platform/refusal'
import { homeOf } from '@/lib/staff/rules'
import { signInCitizen, signInStaff } from './commands'
import { callbackCookie, COOKIE_SECONDS, isSecure, sessionCookie } from './cookies'
import { readClaims } from './vneid'
import type { SignInFailure } from './words'

/** Who tries to sign in: the anonymous actor of the site, on which of our origins, the browser, and the session that it had until now. */
export type Visitor = { nobody: Actor; origin: string; userAgent: string; replaces: string | null }

/**
 * One attempt to sign in and what it came to. NextAuth can only carry an error word in an address and swallows what its callbacks throw, so
 * they leave the answer here.
 */
export type SignIn = {
  visitor: Visitor
  /** `home` is the page on which this person begins. */
  opened: { sessionId: string; home: string } | null
  refused: Refused | null
  failure: SignInFailure | null
}

/** An attempt that has come to nothing yet. */
export const newSignIn = (visitor: Visitor): SignIn => ({ visitor, opened: null, refused: null, failure: null })

/** An answer of the identity server that takes longer is none, in milliseconds. */
const IDENTITY_TIMEOUT_MS = 8_000

/** Options for ONE request: the callbacks write into `signIn`. */
export function authOptions(signIn: SignIn): AuthOptions {
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: COOKIE_SECONDS },
    jwt: { maxAge: COOKIE_SECONDS },
    cookies: { sessionToken: sessionCookie(), callbackUrl: callbackCookie() },
    pages: { signIn: '/dang-nhap', error: '/dang-nhap' },
    logger: {
      error: (code, metadata) => noteError(signIn, code, metadata),
      warn: (code) => log().warn({ auth: code }, 'auth'),
      debug: () => undefined,
    },
    providers: [staffProvider(signIn), vneidProvider(signIn.visitor.origin)],
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        URL.canParse(url, baseUrl) && new URL(url, baseUrl).origin === baseUrl ? new URL(url, baseUrl).href : baseUrl,
      signIn: async ({ account, profile }) => {
        if (account?.provider === 'vneid') await admitCitizen(signIn, profile)
        return signIn.opened !== null
      },
      // The whole token: nothing about the person leaves the database.
      jwt: ({ token }) => ({ sid: signIn.opened?.sessionId ?? token.sid }),
    },
  }
}

function staffProvider(signIn: SignIn) {
  return CredentialsProvider({
    id: 'staff',
    name: 'staff',
    credentials: { userName: {}, password: {} },
    authorize: async (typed) => {
      const { nobody, userAgent, replaces } = signIn.visitor
      const password = typed?.password ?? ''
      const result = await signInStaff(nobody, newId(), { userName: typed?.userName ?? '', password: () => password, userAgent, replaces })
      if (!result.ok) {
        signIn.refused = result
        return null
      }
      signIn.opened = { sessionId: result.value.sessionId, home: homeOf(result.value.roles) }
      return { id: result.value.sessionId }
    },
  })
}

/**
 * The way back leads to the host on which the sign-in began: only there are the cookies with state, nonce and verifier. NextAuth knows one address
 * for all sites, so both requests that name the way back name it here.
 */
function vneidProvider(origin: string): OAuthConfig<Record<string, unknown>> {
  const wayBack = `${origin}/api/auth/callback/vneid`
  const { VNEID_CLIENT_ID, VNEID_CLIENT_SECRET, VNEID_ISSUER } = env()
  return {
    id: 'vneid',
    name: 'VNeID',
    type: 'oauth',
    wellKnown: `${VNEID_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: VNEID_CLIENT_ID,
    clientSecret: VNEID_CLIENT_SECRET,
    // A phone in a family or a computer at the counter is shared: always ask who it is.
    authorization: { params: { scope: 'openid profile', prompt: 'login', redirect_uri: wayBack } },
    token: { request: async ({ client, params, checks }) => ({ tokens: await client.callback(wayBack, params, checks) }) },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    client: { id_token_signed_response_alg: 'RS256', token_endpoint_auth_method: 'client_secret_basic' },
    httpOptions: { timeout: IDENTITY_TIMEOUT_MS },
    userinfo: {
      // Servers differ in where they tell name and number; the second address is asked only when the signed token does not say enough.
      request: async ({ client, tokens }) => {
        const signed = claimsIn(tokens.id_token ?? '')
        if (readClaims(signed) || !client.issuer.metadata.userinfo_endpoint) return signed
        const told = await client.userinfo(tokens.access_token ?? '')
        // OpenID Connect Core 5.3.2: another person's answer must not be used.
        if (told.sub !== signed.sub) throw new Error('userinfo of another account')
        return { ...told, ...signed }
      },
    },
    // What is thrown here is swallowed; the claims are judged in `signIn`.
    profile: (claims) => ({ id: String(claims.sub) }),
  }
}

const Signed = z.record(z.string(), z.unknown())

/** The claims of an ID token whose signature, issuer, audience, nonce and times NextAuth has checked. */
const claimsIn = (idToken: string): Record<string, unknown> =>
  Signed.parse(JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')))

async function admitCitizen(signIn: SignIn, profile: unknown): Promise<void> {
  const person = readClaims(profile)
  if (!person) {
    signIn.failure = 'identity_incomplete'
    return
  }
  const { nobody, userAgent, replaces } = signIn.visitor
  const result = await signInCitizen(nobody, newId(), { person, userAgent, replaces })
  if (result.ok) signIn.opened = { sessionId: result.value.sessionId, home: '/ho-so' }
  else signIn.failure = result.code === 'busy' ? 'busy' : 'identity_failed'
}

/** Codes of a connection that did not come about or broke. */
const UNREACHABLE = /\b(?:ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE)\b|timed out|socket hang up/

/** Logs what NextAuth reports, by code and message only: its metadata carries claims and tokens. */
function noteError(signIn: SignIn, code: string, metadata: unknown): void {
  const error = errorIn(metadata)
  const told = `${error?.name ?? ''} ${error?.message ?? ''}`
  if (UNREACHABLE.test(told) || UNREACHABLE.test(String(error && 'code' in error ? error.code : '')))
    signIn.failure = 'identity_unreachable'
  log().warn({ auth: code, told }, 'auth')
}

function errorIn(metadata: unknown): Error | null {
  if (metadata instanceof Error) return metadata
  return typeof metadata === 'object' && metadata !== null && 'error' in metadata && metadata.error instanceof Error ? metadata.error : null
}
