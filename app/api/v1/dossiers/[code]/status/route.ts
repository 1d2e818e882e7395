import { statusJson } from '@/lib/dossiers/status-json'
import { readStatus } from '@/lib/dossiers/look-up-queries'
import { readVisitor } from '@/lib/identity/session'
import { readJsonBody } from '@/lib/platform/json-body'
import { bodyProblem, methodProblem } from '@/lib/text/problem'
import { respond } from '../../../respond'

/** `{"factor": "1234"}` with some air. */
const MAX_BYTES = 2_048

/**
 * `POST /api/v1/dossiers/{code}/status` with `{"factor": "<last four digits of phone or personal number>"}`: how the dossier stands.
 * A POST, so that the factor never stands in an address or a log. A wrong code and a wrong factor are the same 404; after 5 wrong factors for a
 * code or 30 from one address in an hour 429 with Retry-After.
 *
 * It is for other programs: nobody is signed in here whatever cookies come along (`nobody`), nothing is changed and the factor is the only key,
 * so a page of another site could do nothing with a visitor's browser that it could not do from anywhere. Hence no check of Origin; and since
 * only `application/json` is taken and no CORS header given, browsers refuse to send it from other sites at all.
 */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params
  const body = await readJsonBody(request, MAX_BYTES)
  if (!body.ok) return bodyProblem(body.fault)
  return respond(async () => readStatus((await readVisitor()).nobody, { code, factor: factorIn(body.value) }), statusJson)
}

const factorIn = (body: unknown): unknown => (typeof body === 'object' && body !== null && 'factor' in body ? body.factor : undefined)

export const GET = methodProblem('POST')
export const PUT = GET
export const PATCH = GET
export const DELETE = GET
