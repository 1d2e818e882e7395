// `npm start` and `npm run dev`: from a fresh clone to a running portal. Plain Node: nothing is installed when it begins.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { dataDir, openDatabase } from './database.mjs'
import { isAlive } from './database/processes.mjs'
import { watchServer } from './database/watch.mjs'
import { Sentence } from './sentence.mjs'
import { ensureBuild } from './steps/build.mjs'
import { Children } from './steps/children.mjs'
import { demoAccounts, ensureDemo, migrateDatabase } from './steps/demo.mjs'
import { loadEnvFile, portalEnvironment, portsFromEnvironment } from './steps/environment.mjs'
import { ensureClient, ensurePackages, requireNode } from './steps/install.mjs'
import { startPortal } from './steps/portal.mjs'
import {
  dumpBeforeUpdate,
  hasNoStaff,
  refuseDemoData,
  refuseFaults,
  settingFaults,
  shapeFaults,
  WHERE_TO_SET,
} from './steps/production.mjs'
import { requireFreePorts } from './steps/ports.mjs'
import { endRunning, secondsSince, step } from './steps/step.mjs'

const dev = process.argv.includes('--dev')
/** With real dossiers: nothing of the demonstration, and a dump before an update. */
const production = process.argv.includes('--production')
const withoutDump = process.argv.includes('--without-dump')

/** What has to be undone at the end, the last first. */
const undo = []
const children = new Children()
let interrupted = false

function wantedPorts(ports) {
  return [
    { port: ports.web, variable: 'PORT', what: 'trang web' },
    ...(process.env.VNEID_ISSUER ? [] : [{ port: ports.identity, variable: 'IDENTITY_PORT', what: 'máy chủ định danh mô phỏng' }]),
    ...(process.env.SMTP_URL
      ? []
      : [
          { port: ports.smtp, variable: 'MAIL_SMTP_PORT', what: 'nhận thư' },
          { port: ports.inbox, variable: 'MAIL_HTTP_PORT', what: 'hộp thư chạy thử' },
        ]),
  ]
}

/** Whether a process is this command. A living number alone proves nothing: after a restart of the machine it belongs to a stranger. */
function isStart(pid) {
  if (!isAlive(pid)) return false
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('start.mjs')
}

/**
 * Notes that this installation runs now.
 *
 * @returns {Promise<number>} milliseconds to be patient about ports: after kill -9 the processes of the last run need some to notice
 * @throws {Sentence} when it runs already
 */
async function takeTurn(ports) {
  const file = path.join(dataDir(), 'running.json')
  const other = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  if (other && isStart(other.pid)) {
    throw new Sentence(`Một Cửa đang chạy rồi ở cổng ${other.port} (tiến trình ${other.pid}).`)
  }
  mkdirSync(dataDir(), { recursive: true })
  writeFileSync(file, JSON.stringify({ pid: process.pid, port: ports.web }))
  undo.push(() => rmSync(file, { force: true }))
  return other ? 12_000 : 0
}

function printAddresses({ env, publicUrl, standIns }, embedded) {
  const lines = [`  Trang web              ${publicUrl}`]
  lines.push(`  Cán bộ đăng nhập       ${publicUrl}/dang-nhap/can-bo`)
  if (production) lines.push(`  Nghe ở                 http://${env.HOST}:${env.PORT} (proxy chuyển tới đây)`)
  if (standIns.mail) lines.push(`  Hộp thư chạy thử       http://localhost:${env.MAIL_HTTP_PORT}`)
  if (standIns.identity) lines.push(`  Định danh mô phỏng     ${env.VNEID_ISSUER}`)
  console.log(['', ...lines, ...(embedded ? ['', ...demoAccounts()] : []), '', '  Nhấn Ctrl-C để dừng.', ''].join('\n'))
}

async function start() {
  const since = performance.now()
  requireNode()
  loadEnvFile()
  if (production) {
    if (dev) throw new Sentence('--dev và --production không đi cùng nhau.')
    refuseFaults(settingFaults(process.env), WHERE_TO_SET)
    // Behind a reverse proxy on the same machine; whoever wants another address says so.
    process.env.HOST ||= '127.0.0.1'
  } else refuseFaults(shapeFaults(process.env), WHERE_TO_SET)
  const ports = portsFromEnvironment()
  console.log(`\nMột Cửa${dev ? ' (chế độ phát triển)' : ''}\n`)
  const patience = await takeTurn(ports)
  await requireFreePorts(wantedPorts(ports), { patience })
  await ensurePackages()
  await ensureClient()

  const database = await step(process.env.DATABASE_URL ? 'Kết nối cơ sở dữ liệu' : 'Khởi động cơ sở dữ liệu đi kèm', () => openDatabase())
  undo.push(database.close)
  const portal = portalEnvironment({ databaseUrl: database.url, ports, dev })
  if (production) {
    await refuseDemoData(database.url)
    await dumpBeforeUpdate(database.url, { folder: path.join(dataDir(), 'dumps'), without: withoutDump })
  }
  await step('Cập nhật cấu trúc cơ sở dữ liệu', () => migrateDatabase(portal.env))
  if (!production) await ensureDemo(database, portal.env)
  if (!dev) await ensureBuild(portal.env)

  await requireFreePorts(wantedPorts(ports))
  if (interrupted) return
  undo.push(watchServer(database.revive, (line) => console.log(`  ${line}`)))
  undo.push(() => children.end())
  const standIns = portal.standIns.identity || portal.standIns.mail
  await step(`Chạy trang web, việc nền${standIns ? ' và các máy chủ mô phỏng' : ''}`, () => startPortal(children, { ...portal, dev }))
  children.show = true
  printAddresses(portal, database.embedded && !production)
  if (production && (await hasNoStaff(database.url)))
    console.log('  Chưa có ai đăng nhập được: chạy npm run admin:create để thêm người quản trị đầu tiên.\n')
  console.log(`  Sẵn sàng sau ${secondsSince(since)}.\n`)
}

/** Resolves at the first request to stop. The second one does not wait. */
const asked = new Promise((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (interrupted) children.kill()
      interrupted = true
      endRunning()
      resolve('')
    })
  }
})

// A terminal that is closed takes the output with it; that must not keep the database from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const starting = start()
try {
  const sentence = await Promise.race([asked, starting.then(() => children.ended)])
  if (sentence) throw new Sentence(sentence)
} catch (error) {
  // What Ctrl-C cut off fails, and that is no news.
  if (!interrupted) {
    console.error(`\n${error instanceof Sentence ? error.message : error.stack}\n`)
    process.exitCode = 1
  }
}
if (interrupted) {
  console.log('\n  Đang dừng…')
  await children.end()
  await starting.catch(() => undefined)
}
for (const action of undo.reverse()) await action()
process.exit(process.exitCode ?? 0)
