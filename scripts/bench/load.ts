// Requests to a process, and what they cost it: user and system time of the process for each completed request.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const TOGETHER = 4
/** Linux counts processor time in hundredths of a second. */
const TICK_MICROSECONDS = 10_000

export type Target = { name: string; port: number; path: string; cookie: string; pid: number }
export type Round = { name: string; cpu: number; p50: number; p95: number; bad: number }

const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })

/** Ends the connections that are kept open. */
export const closeConnections = (): void => agent.destroy()

/** Microseconds of processor time that a process has used so far, all its threads together. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MICROSECONDS
}

export type Answer = { status: number; location: string; text: string }

/** One request; a redirect is not followed. */
export const send = (
  { port, path, cookie }: Pick<Target, 'port' | 'path' | 'cookie'>,
  { method = 'GET', headers = {}, body = Buffer.alloc(0) }: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = method === 'GET' ? {} : { 'content-length': String(body.length) }
    http
      .request({ host: 'localhost', port, path, method, agent, headers: { cookie, ...headers, ...length } }, (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            location: answer.headers.location ?? '',
            text: Buffer.concat(pieces).toString('utf8'),
          }),
        )
        answer.on('error', reject)
      })
      .on('error', reject)
      .end(body)
  })

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The value under which `share` of the values lie. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0

/** Runs `work` for each item, `together` at a time; answers the milliseconds that each took. */
export async function timed<T>(items: readonly T[], together: number, work: (item: T) => Promise<void>): Promise<number[]> {
  const left = items.values()
  const times: number[] = []
  const one = async () => {
    for (const item of left) {
      const since = performance.now()
      await work(item)
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: together }, one))
  return times
}

/** One round of requests. */
export async function round(target: Target, count: number): Promise<Round> {
  let bad = 0
  const before = cpuOf(target.pid)
  const times = await timed(Array.from({ length: count }), TOGETHER, async () => {
    if ((await send(target)).status !== 200) bad += 1
  })
  return { name: target.name, cpu: (cpuOf(target.pid) - before) / count, p50: quantile(times, 0.5), p95: quantile(times, 0.95), bad }
}

/** Rounds of a page and its baselines in turn, there and back: what disturbs the machine for a while disturbs all of them. */
export async function interleaved(targets: readonly Target[], count: number): Promise<Round[]> {
  const rounds: Round[] = []
  for (const target of [...targets, ...targets.toReversed(), ...targets, ...targets.toReversed()]) rounds.push(await round(target, count))
  return rounds
}

/** Waits until a page answers well; answers the milliseconds since `since`. */
export async function untilAnswers(target: Pick<Target, 'port' | 'path' | 'cookie'>, since = performance.now()): Promise<number> {
  while (performance.now() - since < 60_000) {
    if ((await send(target).catch(() => null))?.status === 200) return performance.now() - since
    await sleep(10)
  }
  throw new Error(`${target.path} does not answer`)
}
