import type { Role, StaffStatus } from '@/prisma/generated/enums'

const MINUTE_MS = 60_000

export type PersonKind = 'staff' | 'citizen'

/** How long a sign-in lasts, in minutes: without a request, and altogether. A family's phone is shared sooner than an office's computer. */
export const SESSION_MINUTES: Record<PersonKind, { idle: number; whole: number }> = {
  staff: { idle: 30, whole: 12 * 60 },
  citizen: { idle: 30, whole: 4 * 60 },
}

/** A session is seen at most once in so many milliseconds: a page with ten requests writes one row. */
export const SEEN_EVERY_MS = MINUTE_MS

/** The end of a session that begins at `now`, whatever happens in between. */
export const endOfSession = (kind: PersonKind, now: Date): Date => new Date(now.getTime() + SESSION_MINUTES[kind].whole * MINUTE_MS)

/** What the row of a session says of itself, with the account as it is now. */
export type SessionFacts = {
  lastSeenAt: Date
  expiresAt: Date
  endedAt: Date | null
  roles: readonly Role[]
  staff: { status: StaffStatus; roles: readonly Role[] } | null
}

/** `ended` also when the account was suspended or has other roles than at sign-in: the person has to sign in anew. */
export type SessionStanding = 'live' | 'ended' | 'idle' | 'expired'

/** How a session stands at `now`; only a live one is anybody. */
export function standingOf({ lastSeenAt, expiresAt, endedAt, roles, staff }: SessionFacts, now: Date): SessionStanding {
  if (endedAt !== null) return 'ended'
  if (staff && (staff.status !== 'ACTIVE' || !sameRoles(staff.roles, roles))) return 'ended'
  if (now >= expiresAt) return 'expired'
  const { idle } = SESSION_MINUTES[staff ? 'staff' : 'citizen']
  return now.getTime() - lastSeenAt.getTime() >= idle * MINUTE_MS ? 'idle' : 'live'
}

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean => a.toSorted().join() === b.toSorted().join()

/** What a request says about the page that it comes from. */
type Asked = Pick<Headers, 'get'>

/**
 * Whether a write comes from a page of our own. A browser names the origin of every POST; very old ones and some proxies leave it out, and
 * then Fetch Metadata or the referring page must say it. `Origin: null` (a sandbox, a page without a referrer) is nobody of ours. The host that
 * was called counts as ours beside `publicUrl`, because an installation has a host for each commune and no page can forge the Host header.
 */
export function isOwnOrigin(asked: Asked, publicUrl: string): boolean {
  const own = ownOrigins(asked, publicUrl)
  const origin = asked.get('origin')
  if (origin !== null) return own.includes(origin)
  const site = asked.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin'
  const referer = asked.get('referer')
  return referer !== null && URL.canParse(referer) && own.includes(new URL(referer).origin)
}

function ownOrigins(asked: Asked, publicUrl: string): string[] {
  const { origin, protocol } = new URL(publicUrl)
  const host = asked.get('host')
  return host === null ? [origin] : [origin, `${protocol}//${host.toLowerCase()}`]
}

/** Any origin will do for reading a path: what counts is that the path does not leave it. */
const HERE = 'http://here.invalid'

/**
 * A path of our own site with its query, or null for everything else: `//elsewhere` and `/\elsewhere` begin with a slash too, and a browser
 * drops tabs and newlines before it looks.
 */
export function ownPath(path: unknown): string | null {
  if (typeof path !== 'string' || !path.startsWith('/') || path.length > 500 || !URL.canParse(path, HERE)) return null
  const { origin, pathname, search, hash } = new URL(path, HERE)
  return origin === HERE && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null
}

/** The address that leads nowhere; the one that was asked for stands in its query. */
export const NOWHERE = '/khong-tim-thay'

/** The header by which the proxy tells the pages which path was asked for; whatever a caller puts there is overwritten. */
export const ADDRESS_ASKED = 'x-address-asked'

/** The path that somebody wanted, of an address as it came: at `NOWHERE` the one that led there. Null when it is none of our own. */
export const pathAsked = ({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): string | null =>
  ownPath(pathname === NOWHERE ? searchParams.get('dia-chi') : pathname)

/** A path as people typed it, accents and all; what does not decode stays as it is. */
export function readablePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** An address whose path decodes: where it does not, each `%` is a per cent sign that somebody typed. */
export function decodablePath(address: string): string {
  const [path = '', ...query] = address.split('?')
  if (readablePath(path) !== path || !path.includes('%')) return address
  return [path.replaceAll('%', '%25'), ...query].join('?')
}

/** Where to sign in and come back to `path`. */
export const signInAddress = (kind: PersonKind, path: string): string =>
  `${kind === 'staff' ? '/dang-nhap/can-bo' : '/dang-nhap'}?tiep=${encodeURIComponent(path)}`

/**
 * The address of the caller. The connection's own end is true; each reverse proxy of ours adds one entry at the right of X-Forwarded-For, and
 * what stands further left is what the caller claims.
 */
export function clientAddress(forwarded: string | undefined, connection: string, trustedProxies: number): string {
  const hops = [...(forwarded ?? '').split(',').map((hop) => hop.trim()), connection].filter((hop) => hop !== '')
  return hops.at(-1 - trustedProxies) ?? hops[0] ?? connection
}

/** The header by which the web process tells its own code the caller's address; whatever a caller puts there is overwritten. */
export const ADDRESS_HEADER = 'x-client-address'
