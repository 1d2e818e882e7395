// `npm run db:new-migration -- name`: writes the migration that the schema asks for. `--empty` writes one to be filled by hand.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase } from '../scripts/database.mjs'
import { difference } from './difference'
import { MIGRATIONS, migrationList } from './engine'

/** The search folds Vietnamese letters and looks inside words, and its indexes need both from the first migration on. */
const EXTENSIONS = '-- Extensions\nCREATE EXTENSION IF NOT EXISTS unaccent;\nCREATE EXTENSION IF NOT EXISTS pg_trgm;\n\n'

const words = process.argv.slice(2)
const empty = words.includes('--empty')
const name = words
  .filter((word) => !word.startsWith('--'))
  .join('_')
  .toLowerCase()
  .replaceAll('-', '_')

/** Writes `sql` as the newest migration and tells where. */
function write(sql: string) {
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(MIGRATIONS, `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n')
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  console.log(path.relative(process.cwd(), path.join(folder, 'migration.sql')))
}

if (!/^[a-z0-9_]{3,60}$/.test(name)) {
  console.error('Cần tên của bản di chuyển: npm run db:new-migration -- them_cot_moi')
  process.exitCode = 1
} else if (empty) {
  write('-- Written by hand.\n')
} else {
  const database = await openDatabase({ cluster: 'test' })
  try {
    const sql = await difference(database)
    if (sql === null) {
      console.error('Lược đồ không có gì mới so với các bản di chuyển (bản viết tay: thêm --empty).')
      process.exitCode = 1
    } else write(migrationList().migrationDirectories.length === 0 ? EXTENSIONS + sql : sql)
  } finally {
    await database.close()
  }
}
