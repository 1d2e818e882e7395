// A step of the procedure by 64 writers at once, as the web process runs it, beside the same statements from node and pg alone.
import pg from 'pg'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { closeDb, db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { signInAs } from '@/tests/support/actors'
import { asFilled } from './databases'
import { quantile, timed } from './load'
import { find, keep, number } from './report'
import type { Sent } from './statements'
import { watchStatements } from './watch-statements'

const WRITERS = 64
const PER_CORE = 250
const STATEMENTS = 16
/** To the department and back to the desk. */
const THERE_AND_BACK = ['forward', 'recall_forward'] as const

/** Statements by the connection that sent them, from BEGIN to COMMIT. */
let taken: Map<pg.Client, Sent[]> | null = null
const transactions: Sent[][] = []

watchStatements((client, statement) => {
  if (!taken) return
  const sent = /^\s*BEGIN/i.test(statement.text) ? [] : (taken.get(client) ?? [])
  sent.push(statement)
  taken.set(client, sent)
  if (!/^\s*(COMMIT|ROLLBACK)/i.test(statement.text)) return
  transactions.push(sent)
  taken.delete(client)
})

type Measured = { done: number; refused: number; seconds: number; cpu: number; p95: number }

/** How often each dossier goes to its department and back to the desk: what runs only a few times is not what it costs an office at work. */
const ROUNDS = 5
const REASON = 'Đo tốc độ xử lý'

/** Every dossier that waits at the desk goes on to its department and back, as one officer after the other asks for it. */
async function moveAll(): Promise<Measured> {
  const { actor } = await signInAs(db(), { userName: 'vidu.le' })
  const waiting = await db().dossier.findMany({
    where: { communeId: 1, stage: 'received' },
    select: { code: true, version: true },
    orderBy: { code: 'asc' },
  })
  let done = 0
  const move = async (dossier: { code: string; version: number }, step: (typeof THERE_AND_BACK)[number]) => {
    const moved = await performStep(actor, newId(), { ...dossier, step, reason: REASON })
    if (!moved.ok) return
    dossier.version = moved.value.version
    done += 1
  }
  // The first ones pay for what the process compiles once.
  for (const dossier of waiting.splice(0, 40)) for (const step of THERE_AND_BACK) await move(dossier, step)
  done = 0
  const times: number[] = []
  const [cpu, since] = [process.cpuUsage(), performance.now()]
  for (let round = 0; round < ROUNDS; round += 1)
    for (const step of THERE_AND_BACK) times.push(...(await timed(waiting, WRITERS, (dossier) => move(dossier, step))))
  return { done, refused: times.length - done, ...spent(cpu, since, done), p95: quantile(times, 0.95) }
}

function spent(before: NodeJS.CpuUsage, since: number, done: number): { seconds: number; cpu: number } {
  const { user, system } = process.cpuUsage(before)
  return { seconds: (performance.now() - since) / 1_000, cpu: (user + system) / done }
}

/** The recorded transactions once more, word for word. */
async function replayAll(): Promise<Measured> {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, max: env().DATABASE_POOL, options: '-c jit=off' })
  let done = 0
  const [cpu, since] = [process.cpuUsage(), performance.now()]
  const times = await timed(transactions, WRITERS, async (statements) => {
    const client = await pool.connect()
    for (const { text, values } of statements) await client.query(text, values)
    client.release()
    done += 1
  })
  const measured = { done, refused: 0, ...spent(cpu, since, done), p95: quantile(times, 0.95) }
  await pool.end()
  return measured
}

/** Leaves the database as it was filled. */
export async function measureTransitions(): Promise<void> {
  const afresh = async <T>(work: () => Promise<T>): Promise<T> => {
    await closeDb()
    await asFilled()
    const value = await work()
    await closeDb()
    return value
  }
  taken = new Map()
  await afresh(moveAll)
  taken = null
  const alone = await afresh(replayAll)
  const moved = await afresh(moveAll)
  await asFilled()
  const longest = Math.max(...transactions.map((sent) => sent.length))
  keep('transitions', { alone, moved, statements: transactions[50] })
  const perCore = 1e6 / moved.cpu
  const also = [
    `${number(moved.cpu)} µs CPU ứng dụng mỗi bước; node và pg ${number(alone.cpu)}`,
    `thật ${number(moved.done / moved.seconds)}/giây, node và pg ${number(alone.done / alone.seconds)}/giây, cả PostgreSQL`,
    `${number(moved.done)} bước, p95 ${number(moved.p95)} ms`,
  ].join('; ')
  find('bước xử lý, 64 người ghi, mỗi nhân', perCore, { unit: '/giây', atLeast: PER_CORE, also })
  find('bước xử lý: câu lệnh SQL, cả BEGIN và COMMIT', longest, { unit: '', atMost: STATEMENTS })
  find('bước xử lý: bị từ chối', moved.refused, { unit: '', atMost: 0 })
}
