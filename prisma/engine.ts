// The migration engine, without a download.
//
// Prisma's command line fetches a native schema engine at every command, which fails on a machine without that network. The same
// engine is published as WebAssembly; it is driven here through the pg adapter and writes the stock table `_prisma_migrations`, so
// that the ordinary tools can take over any time.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaEngine, SchemasContainer } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { administer } from '../scripts/database/client.mjs'

const require = createRequire(import.meta.url)
const here = path.dirname(fileURLToPath(import.meta.url))

/** Where the migrations of this repository stand. */
export const MIGRATIONS = path.join(here, 'migrations')
const SCHEMA = path.join(here, 'schema.prisma')

/** Nothing in our databases is managed by someone else. */
export const FILTERS = { externalTables: [], externalEnums: [] }

/** Types of PostgreSQL's catalogue columns that the adapter refuses: "char" and name; both are read as text. */
const CHAR = 18
const NAME = 19
const TEXT = 25

/** The names of the "char" columns in the answer to the query that is being asked. */
const charColumns = new AsyncLocalStorage<Set<string>>()

/** A pool whose answers announce the catalogue's own types as text. */
function cataloguePool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool(config)
  const ask = pool.query.bind(pool)
  Object.defineProperty(pool, 'query', {
    value: async (...parameters: unknown[]) => {
      const answer: pg.QueryResult | pg.QueryResult[] = await Reflect.apply(ask, pool, parameters)
      for (const field of [answer].flat().flatMap(({ fields }) => fields)) {
        if (field.dataTypeID === CHAR) charColumns.getStore()?.add(field.name)
        if (field.dataTypeID === CHAR || field.dataTypeID === NAME) field.dataTypeID = TEXT
      }
      return answer
    },
  })
  return pool
}

/** The error as the engine understands it; without it a failed migration would be reported as a bug of the adapter. */
function databaseError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  const { code = 'N/A', severity = 'ERROR', message, detail, column, hint } = error
  return new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint })
}

/** An adapter of the engine over one database. */
async function adapterFor(config: pg.PoolConfig, onDispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  const pool = cataloguePool(config)
  const adapter = await new PrismaPg(pool).connect()
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    // The engine wants "char" columns as characters; announced as text, it panics on PostgreSQL 18.
    queryRaw: (query) =>
      charColumns.run(new Set(), async () => {
        const answer = await adapter.queryRaw(query)
        const isChar = (index: number) => charColumns.getStore()?.has(answer.columnNames[index] ?? '') ?? false
        return { ...answer, columnTypes: answer.columnTypes.map((type, index) => (isChar(index) ? ColumnTypeEnum.Character : type)) }
      }),
    executeRaw: (query) => adapter.executeRaw(query),
    // The adapter's own version cuts the script at every semicolon, also inside a function's body. Sent whole, PostgreSQL parses it
    // and runs it in one transaction.
    executeScript: async (script) => {
      await pool.query(script).catch((error: unknown) => {
        throw databaseError(error)
      })
    },
    startTransaction: (level) => adapter.startTransaction(level),
    getConnectionInfo: () => adapter.getConnectionInfo(),
    dispose: async () => {
      await pool.end()
      await onDispose()
    },
  }
}

/** Creates an empty database beside the one at `url`; `drop` removes it, also under open sessions. */
async function createShadow(url: string) {
  const name = `mot_cua_shadow_${randomUUID().replaceAll('-', '')}`
  await administer(url, `create database ${name}`)
  const shadow = Object.assign(new URL(url), { pathname: `/${name}` }).href
  return { url: shadow, drop: () => administer(url, `drop database if exists ${name} with (force)`) }
}

/** Runs `work` on an empty database of the same server, which is gone afterwards. */
export async function withShadow<T>(url: string, work: (shadowUrl: string) => Promise<T>): Promise<T> {
  const shadow = await createShadow(url)
  return work(shadow.url).finally(shadow.drop)
}

/**
 * Connects the engine to `url`. The shadow database, on which it replays the migrations to compare them, is ours: the adapter's own
 * opens the main database when it is given a connection string.
 */
function factoryFor(url: string): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => adapterFor({ connectionString: url }, async () => undefined),
    connectToShadowDb: async () => {
      const shadow = await createShadow(url)
      return adapterFor({ connectionString: shadow.url }, shadow.drop)
    },
  }
}

let loaded: ReturnType<typeof loadEngine> | undefined
let panic = ''

/** Loads the WebAssembly by hand: Node cannot import .wasm files. */
async function loadEngine() {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => (panic = message) } })
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')), 'schema_engine_bg.wasm')
  const imports: Record<string, WebAssembly.ImportValue> = { ...bindings }
  for (const name of Object.keys(imports)) {
    // The engine sets a timer of ten seconds when it waits for its lock and never clears it; a command would wait for it at its end.
    if (name.startsWith('__wbg_setTimeout_')) imports[name] = (work: () => void, delay: number) => setTimeout(work, delay).unref()
  }
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': imports })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return bindings
}

/** The schema as the engine takes it. */
export function schema(file = SCHEMA): SchemasContainer {
  return { files: [{ path: file, content: readFileSync(file, 'utf8') }] }
}

/** The migrations on disk, oldest first. */
export function migrationList(folder = MIGRATIONS): MigrationList {
  const names = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : []
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}

/**
 * Runs `work` with an engine on the database at `url`.
 *
 * @throws what the engine refuses, with the panic's text when it broke
 */
export async function withEngine<T>(url: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadEngine()
  const bindings = await loaded
  const adapters: SqlDriverAdapter[] = []
  const factory = factoryFor(url)
  const kept: SqlMigrationAwareDriverAdapterFactory = {
    ...factory,
    connect: async () => {
      const adapter = await factory.connect()
      adapters.push(adapter)
      return adapter
    },
  }
  const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, bindMigrationAwareSqlAdapterFactory(kept))
  try {
    return await work(engine)
  } catch (error) {
    throw panic ? new Error(panic, { cause: error }) : error
  } finally {
    await Promise.all(adapters.map((adapter) => adapter.dispose()))
  }
}
