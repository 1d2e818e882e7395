import { EventEmitter } from 'node:events'
import { Logger, parseCrontab, run, type WorkerEvents } from 'graphile-worker'
import { closeDb } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import { ANCHOR_CHAINS } from './anchors'
import { beat, freeJobsOfDead, HEARTBEAT_MS } from './heartbeat'
import { workerLine } from './log-line'
import { CRONTAB, TASKS } from './tasks'

const quiet = new Logger(() => (level, message, told) => {
  if (level === 'error' || level === 'warning') log().warn(workerLine(message, told), 'worker')
})

// graphile-worker lets go of a job without a word when the database is away just then, and would never come back to it. A process that ends
// is begun again, and what it held is taken from it.
process.on('unhandledRejection', (error) => {
  log().error({ err: error }, 'the worker ends')
  process.exit(1)
})

/** The name by which this process holds its jobs. */
let poolId = ''
const events: WorkerEvents = new EventEmitter()
events.on('pool:create', ({ workerPool }) => (poolId = workerPool.id))

const runner = await run({
  events,
  connectionString: env().DATABASE_URL,
  concurrency: 2,
  noHandleSignals: true,
  pollInterval: 1_000,
  taskList: TASKS,
  parsedCronItems: parseCrontab(CRONTAB),
  logger: quiet,
})

async function live(): Promise<void> {
  await beat(poolId)
  const dead = await freeJobsOfDead()
  if (dead > 0) log().warn({ dead }, 'took the jobs of workers that died')
}

await live()
// A job and not a call: of several workers that start together only one does it.
await runner.addJob(ANCHOR_CHAINS, { atStart: true }, { jobKey: ANCHOR_CHAINS, queueName: ANCHOR_CHAINS })
// The database may be away for a moment; the next sign of life tells.
const pulse = setInterval(() => void live().catch((error: unknown) => log().warn({ err: error }, 'no sign of life')), HEARTBEAT_MS)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    clearInterval(pulse)
    void runner.stop().then(closeDb)
  })

await runner.promise
