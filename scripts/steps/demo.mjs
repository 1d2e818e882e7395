// The demonstration: seeded only into an empty embedded database, never into one that someone named.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir } from '../database.mjs'
import { withClient } from '../database/client.mjs'
import { Sentence } from '../sentence.mjs'
import { root, run, step, tail } from './step.mjs'

const program = 'prisma/seed/index.ts'
const accountsFile = path.join(root, 'prisma/seed/data/demo-accounts.json')

/** Runs the migrations of the database that the environment names. */
export async function migrateDatabase(env) {
  const { code, output } = await run(process.execPath, ['--import', 'tsx', 'prisma/migrate.ts'], { env })
  if (code !== 0) throw new Sentence(`Không cập nhật được cấu trúc cơ sở dữ liệu:\n${tail(output, 15)}`)
}

/** Fills the database that the environment names with the demonstration. */
export async function seedDatabase(env) {
  const { code, output } = await run(process.execPath, ['--import', 'tsx', program], { env })
  if (code !== 0) throw new Sentence(`Không nạp được dữ liệu trình diễn:\n${tail(output, 20)}`)
}

const hasCommune = (databaseUrl) =>
  withClient(databaseUrl, async (client) => (await client.query('select 1 from commune limit 1')).rowCount > 0)

/**
 * Seeds the demonstration when the embedded database is empty. A seeding that was cut off leaves a note; its half is thrown away and
 * seeded anew, for what stands in that database is the demonstration's and nobody's work.
 *
 * @param {Awaited<ReturnType<typeof import('../database.mjs').openDatabase>>} database
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureDemo(database, env) {
  if (!database.embedded || !existsSync(path.join(root, program))) return
  const note = path.join(dataDir(), 'seeding')
  const cutOff = existsSync(note)
  if (!cutOff && (await hasCommune(database.url))) return
  await step('Nạp dữ liệu trình diễn', async () => {
    if (cutOff) {
      await database.recreate()
      await migrateDatabase(env)
    }
    writeFileSync(note, '')
    await seedDatabase(env)
    rmSync(note)
  })
}

/** One demonstration account for each role, as lines to print; empty when the data has none. */
export function demoAccounts() {
  if (!existsSync(accountsFile)) return []
  const { password, accounts, citizens } = JSON.parse(readFileSync(accountsFile, 'utf8'))
  const width = Math.max(...accounts.map(({ label }) => label.length))
  return [
    `  Tài khoản cán bộ (mật khẩu chung: ${password})`,
    ...accounts.map(({ label, userName, note }) => `    ${label.padEnd(width)}  ${userName.padEnd(18)} ${note}`),
    '  Công dân (chọn trong danh sách của máy chủ định danh mô phỏng)',
    ...citizens.map(({ label, fullName, personalNumber }) => `    ${personalNumber}  ${fullName} (${label})`),
  ]
}
