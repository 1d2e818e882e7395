import { NextResponse } from 'next/server'
import type { NextRequest } from 'next/server'
import { contentSecurityPolicy, securityHeaders } from '@/lib/identity/headers'
import { ADDRESS_ASKED, isOwnOrigin, pathAsked } from '@/lib/identity/rules'
import { PATH_HEADER } from '@/lib/places/site'
import { newSecret } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { formFault, type FormFault, mayBeAction } from '@/lib/platform/form-fault'
import { plainPage } from '@/lib/text/plain-page'
import { sentenceOf } from '@/lib/text/refusals'

/** What people send is never opened as a page of this site, whatever it contains. */
const FILE_POLICY = "default-src 'none'; sandbox"

/** What Next takes of a server action's body. */
const FORM_BYTES = 1_048_576

/**
 * Headers for every page, and words for a form that another site sent or that nobody can read. Nothing here protects: commands check who asks, and
 * every write checks its origin itself (`actorForWrite`).
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const nonce = newSecret(16)
  const { PUBLIC_URL, VNEID_ISSUER, NODE_ENV } = env()
  const page = { nonce, identityServer: new URL(VNEID_ISSUER).origin, development: NODE_ENV === 'development' }
  const policy = request.nextUrl.pathname.startsWith('/api/files/') ? FILE_POLICY : contentSecurityPolicy(page)
  const fault = await faultOf(request, PUBLIC_URL)
  const response = fault ? plainPage(fault.status, { ...fault, nonce }) : goOn(request, nonce, policy)
  response.headers.set('Content-Security-Policy', policy)
  for (const [name, value] of securityHeaders(PUBLIC_URL)) response.headers.set(name, value)
  return response
}

function goOn(request: NextRequest, nonce: string, policy: string): Response {
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set(ADDRESS_ASKED, pathAsked(request.nextUrl) ?? '')
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search)
  // Next takes the nonce for its own scripts from here.
  headers.set('Content-Security-Policy', policy)
  return NextResponse.next({ request: { headers } })
}

type Fault = { status: number; title: string; sentence: string }

const FOREIGN: Fault = { status: 403, title: 'Yêu cầu không đến từ trang này', sentence: sentenceOf({ code: 'wrong_origin', detail: {} }) }

const UNREADABLE: Record<FormFault, Fault> = {
  malformed: {
    status: 400,
    title: 'Không đọc được nội dung gửi lên',
    sentence: 'Nội dung gửi lên bị hỏng trên đường truyền nên chưa được nhận. Quay lại trang trước rồi gửi lại.',
  },
  too_large: {
    status: 413,
    title: 'Nội dung gửi lên quá dài',
    sentence: 'Nội dung gửi lên quá dài nên chưa được nhận. Quay lại trang trước, viết gọn lại rồi gửi.',
  },
}

/** Why a form goes no further; null for everything else. Next would answer a form that nobody can read with the page for bugs. */
async function faultOf(request: NextRequest, publicUrl: string): Promise<Fault | null> {
  if (isForProgram(request)) return null
  if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && !(isOwnOrigin(request.headers, publicUrl) && isOwnHost(request)))
    return FOREIGN
  if (request.method !== 'POST') return null
  const fault = await formFault(request, FORM_BYTES)
  return fault && UNREADABLE[fault]
}

/** For an action Next compares the two exactly, and shows the page for bugs where they differ. */
function isOwnHost(request: NextRequest): boolean {
  const [origin, host] = [request.headers.get('origin'), request.headers.get('host')]
  return !mayBeAction(request) || origin === null || (URL.canParse(origin) && new URL(origin).host === host)
}

/**
 * Other programs call /api/ without an origin; what changes something there checks for itself. But what looks like the form of an action Next takes
 * for one there too, where no handler stands.
 */
const isForProgram = (request: NextRequest): boolean => request.nextUrl.pathname.startsWith('/api/') && !mayBeAction(request)

export const config = {
  // Not for what is the same for everyone, and not for uploads: behind a proxy file Next cuts bodies at 10 MB without a word. Dots stay in,
  // because a dossier's code has them.
  matcher: ['/((?!_next/static/|_next/image|api/uploads/?$).*)'],
}
