// Brings a database to the state of prisma/migrations: `npm run db:migrate`, and the first act of every start.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { openDatabase } from '../scripts/database.mjs'
import { FILTERS, migrationList, withEngine } from './engine'

/** Any fixed number; whoever holds this lock of the database migrates. */
const LOCK = 4_061_972

/**
 * Applies the migrations that the database does not have yet, and the job queue's own.
 *
 * The queue's tables come along because commands write jobs in SQL inside their own transaction, also before the first worker runs.
 * Processes that start together wait for each other at an advisory lock; the later one finds nothing to do.
 *
 * @returns the names of the migrations applied by this call, oldest first
 * @throws when a migration fails (the database stays at the one before) or an earlier failure was not resolved
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const holder = new pg.Client({ connectionString: databaseUrl, application_name: 'mot-cua-migrate' })
  await holder.connect()
  try {
    await holder.query('select pg_advisory_lock($1)', [LOCK])
    const { appliedMigrationNames } = await withEngine(databaseUrl, (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(), filters: FILTERS }),
    )
    await runMigrations({ connectionString: databaseUrl })
    return appliedMigrationNames
  } finally {
    // Closing the session gives the lock back, also after a failure.
    await holder.end()
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const database = await openDatabase()
  try {
    const applied = await migrate(database.url)
    console.log(applied.length > 0 ? `Đã áp dụng: ${applied.join(', ')}` : 'Cơ sở dữ liệu đã ở bản mới nhất.')
  } catch (error) {
    // The operator reads which migration failed and what the database said; the engine's own stack would push it out of sight.
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  } finally {
    await database.close()
  }
}
