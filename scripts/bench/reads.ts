// What pages cost: CPU of the web process for each request beside the empty page of the same build and beside node and pg with the same SQL.
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/lib/platform/db'
import { readClock } from '@/lib/platform/clock'
import { seal } from '@/lib/platform/crypto'
import { signInAs } from '@/tests/support/actors'
import { interleaved, median, round, send, type Target, untilAnswers } from './load'
import { startBare, startWeb } from './processes'
import { find, keep, number } from './report'
import { recorded, type Sent } from './statements'

export const READS = {
  lookup: 'trang tra cứu',
  queue: 'hàng đợi',
  dossier: 'trang hồ sơ (cán bộ)',
  dashboard: 'bảng theo dõi',
  home: 'trang chủ',
} as const
export type Read = keyof typeof READS
export const isRead = (part: string): part is Read => part in READS

const STATEMENTS = 8
const LOOK_UP_SHARE = 1.35
const FRAME = 'khung trống'
const port = Number(process.env.PORT)
const barePort = Number(process.env.BENCH_BARE_PORT)

export type Page = { path: string; cookie: string }

/** The pages that are measured: each as a person who may open it. */
export async function pagesOf(): Promise<Record<Read, Page>> {
  const { code } = await db().dossier.findFirstOrThrow({ where: { communeId: 1, stage: 'in_hand' }, orderBy: { nextDueAt: 'desc' } })
  const clerk = (await signInAs(db(), { userName: 'vidu.le' })).cookie
  const leader = (await signInAs(db(), { userName: 'mau.tran' })).cookie
  const grant = seal('look-up', { code, until: readClock().getTime() + 900_000 })
  return {
    lookup: { path: `/tra-cuu/${code}`, cookie: `tra-cuu=${grant}` },
    queue: { path: '/can-bo/hang-doi?ke=mine', cookie: clerk },
    dossier: { path: `/can-bo/ho-so/${code}`, cookie: clerk },
    dashboard: { path: '/lanh-dao', cookie: leader },
    home: { path: '/', cookie: '' },
  }
}

/** What each page sends to PostgreSQL at its second opening. */
async function statementsOf(pages: Record<Read, Page>, parts: readonly Read[]): Promise<Map<Read, Sent[]>> {
  const file = `${process.env.DATA_DIR}/statements.jsonl`
  const web = startWeb({ statements: file })
  try {
    const sent = new Map<Read, Sent[]>()
    for (const part of parts) {
      await untilAnswers({ port, ...pages[part] })
      sent.set(part, await recorded(file, () => send({ port, ...pages[part] })))
    }
    return sent
  } finally {
    await web.end()
  }
}

export async function measureReads(parts: readonly Read[], requests: number): Promise<void> {
  const pages = await pagesOf()
  const statements = await statementsOf(pages, parts)
  const [web, bare] = [startWeb(process.env.BENCH_PROFILE ? { profile: process.env.BENCH_PROFILE } : {}), startBare()]
  try {
    const page = (name: string, { path, cookie }: Page): Target => ({ name, port, path, cookie, pid: web.pid })
    const empty = page('trang trống', { path: '/trang-trong', cookie: '' })
    const frame = page(FRAME, { path: '/khung-trong', cookie: '' })
    for (const target of [empty, frame]) {
      await untilAnswers(target)
      await round(target, requests)
    }
    for (const part of parts) {
      const alone: Target = { name: 'node và pg', port: barePort, path: `/${part}`, cookie: '', pid: bare.pid }
      const sent = statements.get(part) ?? []
      await tell(alone, sent)
      const target = page(READS[part], pages[part])
      const asked = part === 'lookup' ? [target, empty, alone, frame] : [target, empty, alone]
      for (const one of [target, alone]) await round(one, requests)
      const rounds = await interleaved(asked, requests)
      keep(part, { rounds, statements: sent })
      say(part, rounds, sent)
    }
  } finally {
    await Promise.all([web.end(), bare.end()])
  }
}

/** Tells the bare server what to send for a name, as soon as it listens. */
async function tell({ port: to, path, cookie }: Target, sent: readonly Sent[]): Promise<void> {
  const body = Buffer.from(JSON.stringify(sent))
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await send({ port: to, path, cookie }, { method: 'POST', body }).catch(() => null)
    if (answer?.status === 200) return
    if (answer) throw new Error(`The statements of ${path} cannot be sent again: ${answer.text}`)
    await sleep(100)
  }
  throw new Error('The bare server does not listen')
}

function say(part: Read, rounds: Awaited<ReturnType<typeof interleaved>>, sent: readonly Sent[]): void {
  const of = (name: string, key: 'cpu' | 'p50' | 'p95') => median(rounds.filter((one) => one.name === name).map((one) => one[key]))
  const name = READS[part]
  const [cpu, empty, alone] = [of(name, 'cpu'), of('trang trống', 'cpu'), of('node và pg', 'cpu')]
  const share = cpu / empty
  const also = `${number(cpu)} µs CPU mỗi yêu cầu; trang trống ${number(empty)}, node và pg ${number(alone)}; p50 ${number(of(name, 'p50'), 1)} ms, p95 ${number(of(name, 'p95'), 1)} ms`
  find(`${name}: CPU so với trang trống`, share, { unit: 'lần', digits: 2, also, ...(part === 'lookup' ? { atMost: LOOK_UP_SHARE } : {}) })
  const frame = of(FRAME, 'cpu')
  if (part === 'lookup')
    find('khung trang công dân, không nội dung', frame / empty, { unit: 'lần', digits: 2, also: `${number(frame)} µs CPU mỗi yêu cầu` })
  find(`${name}: câu lệnh SQL`, sent.length, { unit: '', atMost: STATEMENTS })
  const bad = rounds.reduce((sum, one) => sum + one.bad, 0)
  find(`${name}: trả lời khác 200`, bad, { unit: '', atMost: 0 })
}
