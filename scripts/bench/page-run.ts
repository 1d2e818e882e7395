// `pages`: weights and Lighthouse of every citizen page against the bench's own build. Lighthouse is no part of the product.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { startStandIns, startWeb } from './processes'
import { untilAnswers } from './load'

/** `bench:pages` prints its own table with its own bars. */
export async function measurePages(): Promise<void> {
  const lighthouse = process.env.LIGHTHOUSE ?? 'node_modules/lighthouse/cli/index.js'
  if (!existsSync(lighthouse)) {
    console.log('  Không đo lần mở đầu tiên: chưa có Lighthouse. Chạy "npm install --no-save lighthouse@12.8.2" rồi thử lại.')
    return
  }
  const processes = [startWeb(), ...startStandIns()]
  try {
    const port = Number(process.env.PORT)
    await untilAnswers({ port, path: '/', cookie: '' })
    const env = { ...process.env, BENCH_URL: `http://localhost:${port}` }
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/bench/pages.ts'], { env, stdio: 'inherit' })
  } finally {
    await Promise.all(processes.map((one) => one.end()))
  }
}
