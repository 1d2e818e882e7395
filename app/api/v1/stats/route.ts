import { readActor } from '@/lib/identity/session'
import { readPublicFigures } from '@/lib/reports/queries'
import { methodProblem } from '@/lib/text/problem'
import { respond } from '../respond'

/**
 * `GET /api/v1/stats?from=YYYY-MM-DD&to=YYYY-MM-DD`: what this site's commune received and resolved in the period (both days included), and its
 * rates, each with what was divided by what; `ratio` is null where there is nothing to divide by. Definitions: `lib/reports/rules.ts`.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return respond(
    async () => readPublicFigures(await readActor(), asked),
    ({ period, figures: { received, resolved, ...rates } }) => ({
      ...period,
      received: received.denominator,
      resolved: resolved.denominator,
      ...rates,
    }),
  )
}

export const POST = methodProblem('GET')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
