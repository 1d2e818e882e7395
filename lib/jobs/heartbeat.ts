import { readClock } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'

/** Between two signs of life. */
export const HEARTBEAT_MS = 10_000
/** Three signs of life missed: the worker is dead. */
export const WORKER_SILENT_MS = 3 * HEARTBEAT_MS

const DAY_MS = 86_400_000

/** The sign of life of the work in the background as a whole, whichever process does it; the health check asks for this one. */
export const ANY_WORKER = 'worker'

/** Writes a sign of life of this process, under the name by which it holds its jobs. */
export async function beat(poolId: string): Promise<void> {
  const [names, at] = [[ANY_WORKER, poolId], readClock()]
  await db().$executeRaw`
    INSERT INTO worker_heartbeat (name, at) SELECT name, ${at} FROM unnest(${names}::text[]) AS name
    ON CONFLICT (name) DO UPDATE SET at = excluded.at`
}

/**
 * Takes the jobs of the dead from them. graphile-worker leaves what a killed process held to it for four hours, and a mail would come that late.
 * Answers how many dead were found. Who was only slow does its job beside the next one; every task bears that.
 */
export async function freeJobsOfDead(): Promise<number> {
  const silentSince = new Date(readClock().getTime() - WORKER_SILENT_MS)
  const dead = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT held.locked_by AS id
    FROM (SELECT locked_by, locked_at FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL
          UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues WHERE locked_by IS NOT NULL) held
    LEFT JOIN worker_heartbeat beat ON beat.name = held.locked_by
    WHERE coalesce(beat.at, held.locked_at) < ${silentSince} LIMIT 100`
  const ids = dead.map(({ id }) => id)
  if (ids.length > 0) await db().$executeRaw`SELECT graphile_worker.force_unlock_workers(${ids}::text[])`
  await db().workerHeartbeat.deleteMany({ where: { name: { not: ANY_WORKER }, at: { lt: new Date(silentSince.getTime() - DAY_MS) } } })
  return ids.length
}
