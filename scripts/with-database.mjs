// Runs a TypeScript program against the database of this installation, with the portal's own settings: `node scripts/with-database.mjs
// <program> <words…>`. The portal may run meanwhile or not.
import { openDatabase } from './database.mjs'
import { Sentence } from './sentence.mjs'
import { loadEnvFile, portalEnvironment, portsFromEnvironment } from './steps/environment.mjs'
import { ensureClient, ensurePackages, requireNode } from './steps/install.mjs'
import { run } from './steps/step.mjs'

const [program, ...words] = process.argv.slice(2)
let database
try {
  requireNode()
  loadEnvFile()
  await ensurePackages()
  await ensureClient()
  database = await openDatabase()
  const { env } = portalEnvironment({ databaseUrl: database.url, ports: portsFromEnvironment() })
  const { code } = await run(process.execPath, ['--import', 'tsx', program, ...words], { env, show: true })
  process.exitCode = code
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
  process.exitCode = 1
}
await database?.close()
