import { readdir } from 'node:fs/promises'
import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone } from '@/lib/access/policy'
import { fileStorage } from '@/lib/documents/storage'
import { newId } from '@/lib/platform/clock'
import { ANY_WORKER, WORKER_SILENT_MS } from './heartbeat'

const MIGRATIONS = 'prisma/migrations'

/**
 * Whether the database has every migration of this code and whether the worker lives. Exported because every door is asked by the access matrix.
 * Refusals: `busy` when the database is away.
 */
export const readDatabaseReadiness = query({
  name: 'jobs.read_readiness',
  input: z.object({}),
  allow: anyone,
  run: async ({ db, now }) => {
    const [counted] = await db.$queryRaw<{ applied: bigint }[]>`
      SELECT count(*) AS applied FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
    const pulse = await db.workerHeartbeat.findUnique({ where: { name: ANY_WORKER }, select: { at: true } })
    return {
      migrations: Number(counted?.applied ?? 0) === (await migrationsOfCode()),
      worker: pulse !== null && now.getTime() - pulse.at.getTime() <= WORKER_SILENT_MS,
    }
  },
})

/** Migrations that this code comes with: the folders beside the schema. The web process runs in the folder of the code. */
async function migrationsOfCode(): Promise<number> {
  return (await readdir(MIGRATIONS, { withFileTypes: true })).filter((entry) => entry.isDirectory()).length
}

export type Readiness = { database: boolean; migrations: boolean; storage: boolean; worker: boolean }

/** Whether everything that a request may need answers. Nobody asks on nobody's behalf, since there may be no commune yet. */
export async function readReadiness(): Promise<Readiness> {
  const [database, storage] = await Promise.all([
    readDatabaseReadiness({ kind: 'anonymous', communeId: 0, address: '' }, {}).catch(() => null),
    fileStorage()
      .then((disk) => disk.ready(newId()))
      .catch(() => false),
  ])
  const answered = database?.ok ? database.value : null
  return { database: answered !== null, migrations: answered?.migrations ?? false, storage, worker: answered?.worker ?? false }
}
