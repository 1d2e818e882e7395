// How soon a started process serves its first page, and what it holds of the memory after minutes of work.
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { median, quantile, send, untilAnswers } from './load'
import { startWeb } from './processes'
import { type Page, pagesOf, type Read, READS } from './reads'
import { find, keep, number } from './report'

const port = Number(process.env.PORT)
const COLD_STARTS = 5
const COLD_START_MS = 1_200
const MEMORY_MB = 450
const EVERY_MS = 5_000
/** Requests a second: a quarter of the bar's mixed load, so that a machine with other work still holds the pace. */
const PACE: Record<Read, number> = { lookup: 25, queue: 5, dossier: 5, dashboard: 1, home: 5 }

/** From the start of the process to the whole home page, which reads the database; five times. */
export async function measureColdStart(): Promise<void> {
  const times: number[] = []
  for (let turn = 0; turn < COLD_STARTS; turn += 1) {
    const since = performance.now()
    const web = startWeb()
    times.push(await untilAnswers({ port, path: '/', cookie: '' }, since))
    await web.end()
  }
  keep('cold-start', times)
  const also = `trung vị của ${COLD_STARTS}; ${times.map((time) => number(time / 1_000, 2)).join(', ')}`
  find('khởi động nguội đến trang đầu tiên', median(times) / 1_000, { unit: 'giây', digits: 2, atMost: COLD_START_MS / 1_000, also })
}

const residentMb = (pid: number): number => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1_024
}

/** Answers that one asker waits for at most: a machine that cannot hold the pace is asked as fast as it answers. */
const WAITING = 8

/** Asks at a pace until `until`. */
async function keepAsking(page: Page, perSecond: number, until: number): Promise<{ times: number[]; bad: number }> {
  const times: number[] = []
  let bad = 0
  const asked = new Set<Promise<void>>()
  for (let next = performance.now(); next < until; next = Math.max(performance.now(), next + 1_000 / perSecond)) {
    await sleep(Math.max(0, next - performance.now()))
    if (asked.size >= WAITING) await Promise.race(asked)
    const since = performance.now()
    const one = send({ port, ...page })
      .then(({ status }) => {
        times.push(performance.now() - since)
        if (status !== 200) bad += 1
      })
      .catch(() => void (bad += 1))
      .finally(() => asked.delete(one))
    asked.add(one)
  }
  await Promise.all(asked)
  return { times, bad }
}

export async function measureMemory(minutes: number): Promise<void> {
  const web = startWeb()
  try {
    await untilAnswers({ port, path: '/', cookie: '' })
    const samples: number[] = []
    const until = performance.now() + minutes * 60_000
    const watch = async () => {
      for (; performance.now() < until; await sleep(EVERY_MS)) samples.push(residentMb(web.pid))
    }
    const load = async (read: Read) => {
      const found = { times: [] as number[], bad: 0 }
      // A look-up stays open for fifteen minutes: its key is made anew before.
      while (performance.now() < until) {
        const page = (await pagesOf())[read]
        const { times, bad } = await keepAsking(page, PACE[read], Math.min(until, performance.now() + 10 * 60_000))
        found.times.push(...times)
        found.bad += bad
      }
      return { read, ...found }
    }
    const [, ...loads] = await Promise.all([watch(), ...(Object.keys(PACE) as Read[]).map(load)])
    const perMinute = Array.from({ length: minutes }, (_, minute) => {
      const share = samples.slice((minute * 60_000) / EVERY_MS, ((minute + 1) * 60_000) / EVERY_MS)
      return Math.max(0, ...share)
    })
    keep('memory', {
      samples,
      loads: loads.map(({ read, times, bad }) => ({ read, asked: times.length, bad, p95: quantile(times, 0.95) })),
    })
    const half = samples.slice(Math.floor(samples.length / 2))
    const also = `${minutes} phút, đỉnh từng phút: ${perMinute.map((mb) => number(mb)).join(', ')} MB`
    find('bộ nhớ tiến trình web, nửa sau', Math.max(...half), { unit: 'MB', atMost: MEMORY_MB, also })
    const bars: Partial<Record<Read, number>> = { lookup: 30, queue: 60, dashboard: 100 }
    for (const { read, times, bad } of loads) {
      const bar = bars[read]
      const told = `${number(times.length)} yêu cầu, ${number(times.length / (minutes * 60), 1)} trên ${PACE[read]}/giây, lỗi ${bad}`
      find(`tải hỗn hợp, ${READS[read]}: p95`, quantile(times, 0.95), {
        unit: 'ms',
        also: told,
        ...(bar === undefined ? {} : { atMost: bar }),
      })
    }
  } finally {
    await web.end()
  }
}
