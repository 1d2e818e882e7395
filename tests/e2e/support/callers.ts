import { request, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * What callers were told. `again`: nobody took the call, so that a proxy or a person asks once more; `dropped`: it was taken and not answered with
 * a single byte, which a proxy asks again only where nothing is changed.
 */
export type Tally = { good: number; again: number; dropped: number; busy: number; faults: string[] }

/** Pages and answers that read the database, asked in turn. */
const PATHS = ['/', '/thu-tuc?q=khai+sinh', '/tra-cuu', '/api/v1/procedures?q=khai+sinh', '/cong-khai']
const AT_ONCE = 6
const PATIENCE_MS = 30_000

type Answer = { status: number; headers: IncomingMessage['headers'] }

/** The answer to one request on a connection of its own, or how there came none. Throws when one began and broke off. */
function answerOf(url: URL): Promise<Answer | 'again' | 'dropped'> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, timeout: PATIENCE_MS }, (answer) => {
      answer.on('error', () => reject(new Error(`${url.pathname} broke off`)))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
      answer.resume()
    })
    asked.on('timeout', () => reject(new Error(`${url.pathname} was not answered within ${PATIENCE_MS} ms`)))
    asked.on('error', (error) => resolve('code' in error && error.code === 'ECONNREFUSED' ? 'again' : 'dropped'))
    asked.end()
  })
}

const isLaterPage = (location: string | undefined): boolean => location?.includes('/dang-ban') ?? false

async function call(url: URL, tally: Tally): Promise<void> {
  const answer = await answerOf(url).catch((error: unknown) => ({ broke: String(error) }))
  if (typeof answer === 'string') {
    tally[answer] += 1
    return wait(50)
  }
  if ('broke' in answer) tally.faults.push(answer.broke)
  else if (isLaterPage(answer.headers.location)) tally.busy += 1
  else if (answer.status === 503 && Number(answer.headers['retry-after']) > 0) tally.busy += 1
  else if (answer.status === 200) tally.good += 1
  else tally.faults.push(`${url.pathname} answered ${answer.status}`)
}

/** People who call one after the other while `work` is done. */
export async function callUntil(base: string, work: () => Promise<void>): Promise<Tally> {
  const tally: Tally = { good: 0, again: 0, dropped: 0, busy: 0, faults: [] }
  let isOver = false
  const callers = Array.from({ length: AT_ONCE }, async (_, place) => {
    for (let turn = place; !isOver; turn += 1) await call(new URL(PATHS[turn % PATHS.length] ?? '/', base), tally)
  })
  try {
    await work()
  } finally {
    isOver = true
  }
  await Promise.all(callers)
  return tally
}
