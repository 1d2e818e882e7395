import { headers } from 'next/headers'
import type { RefusalCode, Refused } from '@/lib/platform/refusal'
import { plainPage } from '@/lib/text/plain-page'
import { problemOf } from '@/lib/text/problem'
import { sentenceOf } from '@/lib/text/refusals'

const TITLES: Partial<Record<RefusalCode, string>> = { busy: 'Hệ thống đang bận', not_found: 'Không tìm thấy' }

/**
 * A refusal as a page of its own, for route handlers that browsers post forms to; status and waiting time as in the public API. `again`: the
 * address to try anew.
 */
export async function refusalPage(refusal: Refused, again?: string): Promise<Response> {
  const { status, headers: told } = problemOf(refusal)
  const nonce = (await headers()).get('x-nonce') ?? ''
  const response = plainPage(status, {
    title: TITLES[refusal.code] ?? 'Chưa làm được việc này',
    sentence: sentenceOf(refusal),
    nonce,
    again,
  })
  const wait = told.get('retry-after')
  if (wait !== null) response.headers.set('retry-after', wait)
  return response
}
