import { makeWorkerUtils } from 'graphile-worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ANY_WORKER, beat, freeJobsOfDead, WORKER_SILENT_MS } from '@/lib/jobs/heartbeat'
import { readClock } from '@/lib/platform/clock'
import { closeDb } from '@/lib/platform/db'
import { databaseUrl } from '@/tests/support/database'
import { database } from '@/tests/support/database'
import {} from '@/tests/support/filing'

const db = database()
const ago = (ms: number) => new Date(readClock().getTime() - ms)

beforeAll(async () => {
  const utils = await makeWorkerUtils({ connectionString: databaseUrl })
  await utils.migrate()
  for (const name of ['of-killed', 'of-living', 'of-newcomer'])
    await utils.addJob('send_notification', {}, { jobKey: name, queueName: name })
  await utils.release()
})
afterAll(async () => {
  await closeDb()
  await db.$disconnect()
})

/** As graphile-worker does it when it takes a job of a queue. */
async function hold(key: string, holder: string, at: Date): Promise<void> {
  await db.$executeRaw`UPDATE graphile_worker._private_jobs SET locked_by = ${holder}, locked_at = ${at} WHERE key = ${key}`
  await db.$executeRaw`UPDATE graphile_worker._private_job_queues SET locked_by = ${holder}, locked_at = ${at} WHERE queue_name = ${key}`
}

const holders = async (): Promise<Record<string, (string | null)[]>> => {
  const rows = await db.$queryRaw<{ key: string; holders: (string | null)[] }[]>`
    SELECT jobs.key, ARRAY[jobs.locked_by, queues.locked_by] AS holders FROM graphile_worker._private_jobs jobs
    JOIN graphile_worker._private_job_queues queues ON queues.id = jobs.job_queue_id`
  return Object.fromEntries(rows.map(({ key, holders: found }) => [key, found]))
}

it('takes the jobs of a worker that was killed from it after half a minute, and leaves those of the living alone', async () => {
  await hold('of-killed', 'pool-killed', ago(WORKER_SILENT_MS + 2_000))
  await hold('of-living', 'pool-living', ago(3_600_000))
  // It holds a job before its first sign of life.
  await hold('of-newcomer', 'pool-newcomer', ago(1_000))
  await db.workerHeartbeat.create({ data: { name: 'pool-killed', at: ago(WORKER_SILENT_MS + 1_000) } })
  await beat('pool-living')
  expect(await freeJobsOfDead()).toBe(1)
  expect(await holders()).toEqual({
    'of-killed': [null, null],
    'of-living': ['pool-living', 'pool-living'],
    'of-newcomer': ['pool-newcomer', 'pool-newcomer'],
  })
  expect(await freeJobsOfDead()).toBe(0)
})

it('forgets the names of yesterday and never the sign of life that the health check asks for', async () => {
  const names = async () => (await db.workerHeartbeat.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)
  await db.workerHeartbeat.create({ data: { name: 'pool-of-yesterday', at: ago(2 * 86_400_000) } })
  await db.workerHeartbeat.update({ where: { name: ANY_WORKER }, data: { at: ago(2 * 86_400_000) } })
  await freeJobsOfDead()
  expect(await names()).toEqual(['pool-killed', 'pool-living', ANY_WORKER])
})
