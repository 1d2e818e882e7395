import { deadlineJson } from '@/lib/deadlines/json'
import { explainDeadline } from '@/lib/deadlines/queries'
import { readActor } from '@/lib/identity/session'
import { methodProblem } from '@/lib/text/problem'
import { respond } from '../respond'

/**
 * `GET /api/v1/deadlines?receivedAt=&value=&unit=&pauses=`: when a dossier received then would be due by the calendar of this site's commune,
 * with every step of the count (`lib/deadlines/schema.ts` says what is asked, `json.ts` what is answered).
 */
export async function GET(request: Request): Promise<Response> {
  const question = Object.fromEntries(new URL(request.url).searchParams)
  return respond(async () => explainDeadline(await readActor(), question), deadlineJson)
}

export const POST = methodProblem('GET')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
