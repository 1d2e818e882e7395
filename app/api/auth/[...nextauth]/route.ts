import type { NextRequest } from 'next/server'
import { finishCitizenSignIn } from '@/lib/identity/sign-in'
import { readActor } from '@/lib/identity/session'
import { asResult } from '@/lib/platform/refusal'
import { refusalPage } from '@/app/refusal-page'
import { seeOther } from '@/app/see-other'
import { failedSignIn } from '@/app/(auth)/dang-nhap/addresses'

type Context = { params: Promise<{ nextauth: string[] }> }

/**
 * Only the way back from the identity server. Everything else NextAuth could answer here (its own pages, the session, a log that anyone may
 * write to) stays closed.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  if ((await params).nextauth.join('/') !== 'callback/vneid') return new Response(null, { status: 404 })
  const finished = await asResult(() => finishCitizenSignIn(request.nextUrl.searchParams))
  if (!finished.ok) return refusalPage(finished, '/dang-nhap')
  const signedIn = finished.value
  if (signedIn.ok) return seeOther(signedIn.path)
  // Loading this address again, or coming back to it, is no failure for someone who is signed in.
  const reloaded = signedIn.failure === 'sign_in_expired' && (await readActor()).kind === 'citizen'
  return seeOther(reloaded ? (signedIn.path ?? '/ho-so') : failedSignIn(signedIn.failure, signedIn.path))
}
