// `npm run bench`: what pages and steps cost on the filled database that DATABASE_URL names (`scripts/bench/fill.ts`), with the build in
// `.next`. CPU is user and system time of the web process for each completed request, page and baseline interleaved A B B A.
// Raw figures go to tests/.out/bench.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { closeDb, db } from '@/lib/platform/db'
import { newId, readClock } from '@/lib/platform/clock'
import { seal } from '@/lib/platform/crypto'
import { env } from '@/lib/platform/env'
import { signInAs } from '@/tests/support/actors'

const PORT = Number(process.env.PORT ?? 3000)
const EACH = Number(process.env.BENCH_REQUESTS ?? 200)
const TOGETHER = 4
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10

type Target = { name: string; port: number; path: string; cookie: string; pid: number }
type Round = { name: string; microseconds: number; p50: number; p95: number; bad: number }

const agent = new http.Agent({ keepAlive: true, maxSockets: TOGETHER })
const raw: Round[] = []

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS * 1_000
}

const ask = ({ port, path, cookie }: Target) =>
  new Promise<number>((resolve, reject) => {
    http
      .get({ host: 'localhost', port, path, agent, headers: { cookie } }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve(answer.statusCode ?? 0))
      })
      .on('error', reject)
  })

/** One round of requests, `TOGETHER` at a time. */
async function round(target: Target, count = EACH): Promise<Round> {
  const times: number[] = []
  let [left, bad] = [count, 0]
  const before = cpuOf(target.pid)
  const one = async () => {
    while (left-- > 0) {
      const since = performance.now()
      if ((await ask(target)) !== 200) bad += 1
      times.push(performance.now() - since)
    }
  }
  await Promise.all(Array.from({ length: TOGETHER }, one))
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { name: target.name, microseconds: (cpuOf(target.pid) - before) / count, p50: at(0.5), p95: at(0.95), bad }
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Page and baseline in turn; answers the medians of both. */
async function compare(target: Target, baseline: Target) {
  const rounds: Round[] = []
  for (const next of [target, baseline, baseline, target]) rounds.push(await round(next))
  raw.push(...rounds)
  const of = (name: string, key: 'microseconds' | 'p50' | 'p95' | 'bad') =>
    median(rounds.filter((one) => one.name === name).map((one) => one[key]))
  const cpu = of(target.name, 'microseconds')
  return {
    page: target.name,
    'CPU µs': Math.round(cpu),
    'of empty page': Number((cpu / of(baseline.name, 'microseconds')).toFixed(2)),
    'p50 ms': Number(of(target.name, 'p50').toFixed(1)),
    'p95 ms': Number(of(target.name, 'p95').toFixed(1)),
    bad: of(target.name, 'bad'),
  }
}

async function untilAnswers(target: Target): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await ask(target).catch(() => 0)) > 0) return
    await sleep(100)
  }
  throw new Error(`${target.path} does not answer`)
}

/** 64 writers, each with dossiers of its own, as the web process would run them. */
async function transitions() {
  const { actor } = await signInAs(db(), { userName: 'vidu.le' })
  const waiting = await db().dossier.findMany({ where: { communeId: 1, stage: 'received' }, select: { code: true, version: true } })
  const [cpu, since] = [process.cpuUsage(), performance.now()]
  const times: number[] = []
  let done = 0
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const from = performance.now()
      const result = await performStep(actor, newId(), { ...next, step: 'forward', reason: '' })
      if (result.ok) done += 1
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: 64 }, work))
  const seconds = (performance.now() - since) / 1_000
  const used = process.cpuUsage(cpu)
  times.sort((a, b) => a - b)
  return {
    done,
    refused: times.length - done,
    'a second': Math.round(done / seconds),
    'CPU µs (application)': Math.round((used.user + used.system) / done),
    'p95 ms': Math.round(times[Math.floor(times.length * 0.95)] ?? 0),
  }
}

const web = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-p', String(PORT)], {
  env: { ...process.env, NODE_ENV: 'production' },
  stdio: 'ignore',
})
const bare = spawn(process.execPath, ['--import', 'tsx', 'scripts/bench/bare.ts'], { env: process.env, stdio: 'ignore' })
try {
  const { code } = await db().dossier.findFirstOrThrow({ where: { communeId: 1, stage: 'in_hand' }, orderBy: { nextDueAt: 'desc' } })
  const clerk = (await signInAs(db(), { userName: 'vidu.le' })).cookie
  const leader = (await signInAs(db(), { userName: 'mau.tran' })).cookie
  const grant = seal('look-up', { code, until: readClock().getTime() + 900_000 })
  const page = (name: string, path: string, cookie = ''): Target => ({ name, port: PORT, path, cookie, pid: web.pid ?? 0 })
  const empty = page('empty page', process.env.BENCH_EMPTY ?? '/api/health/live')
  const targets = [
    page('look-up', `/tra-cuu/${code}`, `tra-cuu=${grant}`),
    page('queue', '/can-bo/hang-doi?ke=mine', clerk),
    page('dossier page', `/can-bo/ho-so/${code}`, clerk),
    page('dashboard', '/lanh-dao', leader),
    page('home page', '/'),
    { name: 'node and pg alone', port: PORT + 1, path: `/${code}`, cookie: '', pid: bare.pid ?? 0 },
  ]
  await untilAnswers(empty)
  for (const target of [empty, ...targets]) {
    await untilAnswers(target)
    await round(target, Math.min(EACH, 100))
  }
  const table = []
  for (const target of targets) {
    const row = await compare(target, empty)
    console.log(JSON.stringify(row))
    table.push(row)
  }
  table.push({
    page: empty.name,
    'CPU µs': Math.round(median(raw.filter((one) => one.name === empty.name).map((one) => one.microseconds))),
  })
  console.table(table)
  const moved = await transitions()
  console.table([moved])
  const verdict = (name: string, holds: boolean, said: string) => console.log(`${holds ? 'đạt      ' : 'CHƯA ĐẠT '} ${name}: ${said}`)
  const lookUp = table.find((row) => row.page === 'look-up')
  const share = lookUp && 'of empty page' in lookUp ? lookUp['of empty page'] : 0
  if (process.env.BENCH_EMPTY) verdict('tra cứu ≤ 1,35 × trang trống', share > 0 && share <= 1.35, `${share}`)
  const perCore = Math.round(1e6 / moved['CPU µs (application)'])
  verdict('bước xử lý ≥ 250/giây mỗi nhân, 64 người ghi', perCore >= 250, `${perCore} (thật: ${moved['a second']}/giây, cả PostgreSQL)`)
  mkdirSync('tests/.out/bench', { recursive: true })
  writeFileSync(
    `tests/.out/bench/${readClock().toISOString().replaceAll(':', '')}.json`,
    JSON.stringify({ url: env().PUBLIC_URL, raw, table, moved }, null, 1),
  )
} finally {
  web.kill()
  bare.kill()
  agent.destroy()
  await closeDb()
}
