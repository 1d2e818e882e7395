import { refusalPage } from '@/app/refusal-page'
import { ownPath } from '@/lib/identity/rules'
import { refused } from '@/lib/platform/refusal'

/**
 * What a page shows while the database has no time: a sentence and the way back, with status 503, which a page of React cannot set. It asks
 * the database nothing. `?tiep=`: the page that was asked for.
 */
export function GET(request: Request): Promise<Response> {
  return refusalPage(refused('busy'), ownPath(new URL(request.url).searchParams.get('tiep')) ?? '/')
}

/** A form whose page could not be drawn again: the browser posts it here anew (307). Nothing is taken. */
export const POST = GET
