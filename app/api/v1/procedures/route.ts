import { readActor } from '@/lib/identity/session'
import { findProcedures } from '@/lib/procedures/queries'
import { methodProblem } from '@/lib/text/problem'
import { respond } from '../respond'

/** `GET /api/v1/procedures?q=&field=&cursor=`: procedures in force that answer the words, best first, 20 at a time. */
export async function GET(request: Request): Promise<Response> {
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  return respond(
    async () => findProcedures(await readActor(), { q: asked.q, field: asked.field || null, cursor: asked.cursor || null }),
    ({ items, nextCursor }) => ({
      items: items.map(({ code, name, shortName, field, onlineLevel, limit, feeSentence }) => ({
        code,
        name,
        shortName,
        field: field.name,
        fieldCode: field.code,
        onlineLevel,
        timeLimit: limit,
        feeSentence,
      })),
      nextCursor,
    }),
  )
}

export const POST = methodProblem('GET')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
