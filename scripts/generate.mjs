// Generates the Prisma client into prisma/generated without any download.
//
// Prisma's command line looks for its schema engine at every command and downloads it when it is absent, although generating
// never runs it. Any existing executable in PRISMA_SCHEMA_ENGINE_BINARY satisfies the look-up; Node itself is at hand.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const cli = path.join(root, 'node_modules', 'prisma', 'build', 'index.js')

/**
 * Generates the client of `prisma/schema.prisma`.
 *
 * @returns {{ ok: boolean, output: string }} what the generator printed, for the person who broke the schema
 */
export function generateClient() {
  if (!existsSync(cli)) return { ok: false, output: 'Chưa cài gói: hãy chạy "npm ci --ignore-scripts" trước.' }
  const run = spawnSync(process.execPath, [cli, 'generate', '--schema', 'prisma/schema.prisma', '--no-hints'], {
    cwd: root,
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
    encoding: 'utf8',
  })
  return { ok: run.status === 0, output: `${run.stdout ?? ''}${run.stderr ?? ''}`.trim() }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const result = generateClient()
  console.log(result.output)
  process.exitCode = result.ok ? 0 : 1
}
