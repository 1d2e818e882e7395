import { refused } from '@/lib/platform/refusal'
import { problemOf } from '@/lib/text/problem'

/** An address under `/api` that leads nowhere, in the API's own way; otherwise Next would answer with a page. */
export const GET = (): Response => problemOf(refused('not_found'))
export const POST = GET
export const PUT = GET
export const PATCH = GET
export const DELETE = GET
