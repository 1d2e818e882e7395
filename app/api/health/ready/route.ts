import { readReadiness } from '@/lib/jobs/queries'

export const dynamic = 'force-dynamic'

/** Seconds until a load balancer or a monitor need ask again. */
const RETRY_SECONDS = '5'

/** Whether this process can serve people: 200, or 503 with what is missing. */
export async function GET(): Promise<Response> {
  const readiness = await readReadiness()
  const ready = Object.values(readiness).every(Boolean)
  const headers = { 'cache-control': 'no-store', ...(ready ? {} : { 'retry-after': RETRY_SECONDS }) }
  return Response.json(readiness, { status: ready ? 200 : 503, headers })
}
