// The measurements of `npm run bench`; `scripts/bench.mjs` prepares everything and says what is asked in BENCH_….
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { closeDb } from '@/lib/platform/db'
import { asFilled, asRemembered, dropOwn, remember } from './databases'
import { measureColdStart, measureMemory } from './lasting'
import { closeConnections } from './load'
import { printFindings } from './report'
import { isRead, measureReads } from './reads'
import { measurePages } from './page-run'
import { measureRegisters } from './registers'
import { measureSubmission } from './submission'
import { measureTransitions } from './transitions'
import { measureWatchdog } from './watchdog'

const parts = (process.env.BENCH_PARTS ?? '').split(' ')
const requests = Number(process.env.BENCH_REQUESTS)
const minutes = Number(process.env.BENCH_MINUTES)
const about: Record<string, unknown> = {
  filled: JSON.parse(process.env.BENCH_FILLED ?? '{}'),
  commit: spawnSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).stdout.trim(),
  node: process.version,
  processors: cpus().map(({ model }) => model),
  requests,
  parts,
}
console.log(`  Dữ liệu: ${JSON.stringify(about.filled)}`)

async function measured(what: string, work: () => Promise<void>): Promise<void> {
  const since = performance.now()
  await work()
  await closeDb()
  console.log(`  ✓ ${what} (${Math.round((performance.now() - since) / 1_000)} giây)`)
}

try {
  await asFilled()
  if (parts.includes('transitions')) await measured('bước xử lý', measureTransitions)
  const reads = parts.filter(isRead)
  if (reads.length > 0) await measured('các trang', () => measureReads(reads, requests))
  if (parts.includes('submission')) {
    await remember()
    await measured('nộp hồ sơ', measureSubmission)
    await asRemembered()
  }
  if (parts.includes('registers')) {
    await remember()
    await measured('sổ theo dõi', measureRegisters)
    await asRemembered()
  }
  if (parts.includes('watchdog')) {
    await remember()
    await measured('nhắc việc', measureWatchdog)
    await asRemembered()
  }
  if (parts.includes('cold-start')) await measured('khởi động nguội', measureColdStart)
  if (parts.includes('memory')) await measured('bộ nhớ', () => measureMemory(minutes))
  if (parts.includes('pages')) await measured('lần mở đầu tiên', measurePages)
  printFindings(about)
} finally {
  closeConnections()
  await closeDb()
  await dropOwn()
}
