import { readActor } from '@/lib/identity/session'
import { readProcedure } from '@/lib/procedures/queries'
import { methodProblem } from '@/lib/text/problem'
import { respond } from '../../respond'

/** `GET /api/v1/procedures/{code}`: the version in force today, whole; `?on=YYYY-MM-DD` asks for another day's. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const { code } = await params
  const on = new URL(request.url).searchParams.get('on') ?? undefined
  return respond(
    async () => readProcedure(await readActor(), { code, on }),
    ({ versionId: _versionId, limit, field, departmentCode: _departmentCode, department, fees, components, ...procedure }) => ({
      ...procedure,
      field: field.name,
      fieldCode: field.code,
      timeLimit: limit,
      department: department?.name ?? null,
      components: components.map(({ question: _question, ...component }) => component),
      fees,
    }),
  )
}

export const POST = methodProblem('GET')
export const PUT = POST
export const PATCH = POST
export const DELETE = POST
