import { unstable_rethrow } from 'next/navigation'
import { log } from '@/lib/platform/log'
import { Refusal, refused, type Result } from '@/lib/platform/refusal'
import { problemOf, unexpectedProblem } from '@/lib/text/problem'

/** Answers of the public API change with the data; a cache in between would show yesterday's. */
const FRESH = { 'Cache-Control': 'no-store' }

/** The JSON answer of a route of the public API: the value in the shape that `body` gives it, else problem details (RFC 9457). */
export async function respond<T>(ask: () => Promise<Result<T>>, body: (value: T) => unknown): Promise<Response> {
  try {
    const result = await ask()
    return result.ok ? Response.json(body(result.value), { headers: FRESH }) : problemOf(result)
  } catch (error) {
    unstable_rethrow(error)
    // Whose site it is and who asks is found out before any door of ours, and a full database refuses there too.
    if (error instanceof Refusal) return problemOf(refused(error.code, error.detail, error.fields))
    log().error({ err: error }, 'unexpected answer of the public API')
    return unexpectedProblem()
  }
}
