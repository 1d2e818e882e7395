import { Logger, parseCrontab, run } from 'graphile-worker'
import { readClock } from '@/lib/platform/clock'
import { closeDb, db } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ANCHOR_CHAINS } from './anchors'
import { workerLine } from './log-line'
import { CRONTAB, TASKS } from './tasks'

/** Seconds between signs of life; the health check calls a worker dead after three are missed. */
const HEARTBEAT_MS = 10_000

const quiet = new Logger(() => (level, message, told) => {
  if (level === 'error' || level === 'warning') log().warn(workerLine(message, told), 'worker')
})

async function beat(): Promise<void> {
  const at = readClock()
  await db().workerHeartbeat.upsert({ where: { name: 'worker' }, create: { name: 'worker', at }, update: { at } })
}

const runner = await run({
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 1_000,
  taskList: TASKS,
  parsedCronItems: parseCrontab(CRONTAB),
  logger: quiet,
})

await beat()
// A job and not a call: of several workers that start together only one does it.
await runner.addJob(ANCHOR_CHAINS, { atStart: true }, { jobKey: ANCHOR_CHAINS, queueName: ANCHOR_CHAINS })
// The database may be away for a moment; the next sign of life tells.
const pulse = setInterval(() => void beat().catch((error: unknown) => log().warn({ err: error }, 'no sign of life')), HEARTBEAT_MS)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    clearInterval(pulse)
    void runner.stop().then(closeDb)
  })

await runner.promise
