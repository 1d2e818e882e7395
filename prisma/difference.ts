// What the schema says and the migrations do not.
import pg from 'pg'
import type { OpenDatabase } from '../scripts/database.mjs'
import { FILTERS, migrationList, schema, withEngine, withShadow } from './engine'

/** One statement of the engine's script with the heading above it. */
const INDEX_BLOCK = /^-- (DropIndex|CreateIndex)\n(?:DROP INDEX|CREATE (?:UNIQUE )?INDEX) "([^"]+)"/

/** How PostgreSQL itself writes an index down, or null when there is none of that name. */
async function definition(client: pg.Client, name: string): Promise<string | null> {
  const { rows } = await client.query<{ indexdef: string }>('select indexdef from pg_indexes where schemaname = $1 and indexname = $2', [
    'public',
    name,
  ])
  return rows[0]?.indexdef ?? null
}

/**
 * Leaves out the indexes that are dropped only to be created alike. The engine compares the condition of a partial index as text, and
 * PostgreSQL stores `stage IN ('a', 'b')` as `stage = ANY (ARRAY[…])`; so PostgreSQL is asked whether the new one differs from the old.
 */
async function withoutEqualIndexes(database: OpenDatabase, sql: string): Promise<string> {
  const blocks = sql.trim().split(/\n\n(?=-- )/)
  const namesOf = (kind: string) => blocks.flatMap((block) => (INDEX_BLOCK.exec(block)?.[1] === kind ? [INDEX_BLOCK.exec(block)?.[2]] : []))
  const created = new Set(namesOf('CreateIndex'))
  const suspects = namesOf('DropIndex').filter((name) => name !== undefined && created.has(name))
  if (suspects.length === 0) return sql

  const equal = new Set<string | undefined>()
  await withShadow(database.url, async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      for (const { migrationFile } of migrationList().migrationDirectories) await client.query(migrationFile.content.value)
      for (const name of suspects) {
        if (name === undefined) continue
        const before = await definition(client, name)
        await client.query('begin')
        try {
          for (const block of blocks) if (INDEX_BLOCK.exec(block)?.[2] === name) await client.query(block)
          if (before !== null && before === (await definition(client, name))) equal.add(name)
        } catch {
          // An index over a column that the same script adds: a real difference.
        }
        await client.query('rollback')
      }
    } finally {
      await client.end()
    }
  })
  return blocks.filter((block) => !equal.has(INDEX_BLOCK.exec(block)?.[2])).join('\n\n')
}

/**
 * Compares the schema with the migrations, replayed on a shadow database.
 *
 * What Prisma's schema cannot say (checks, triggers, functions, extensions, expression indexes) does not count as a difference.
 *
 * @returns the SQL that would bring the migrations to the schema, or null when they agree
 */
export async function difference(database: OpenDatabase): Promise<string | null> {
  const { stdout, exitCode } = await withEngine(database.url, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...migrationList() },
      to: { tag: 'schemaDatamodel', ...schema() },
      script: true,
      exitCode: true,
      filters: FILTERS,
    }),
  )
  if (exitCode !== 2 || !stdout) return null
  const sql = await withoutEqualIndexes(database, stdout)
  return sql.trim() === '' ? null : `${sql.trim()}\n`
}
