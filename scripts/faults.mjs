// `npm run faults`: kills the portal (web and work in the background) ten times and PostgreSQL five times with -9 while people send dossiers and
// officers move them, then judges by what these people had been told: nothing lost, nothing doubled. The build that runs is the product's, so
// is what begins a killed process again; the server and its database are made for this run, with full durability, and go with it.
// `npm run faults -- 2 1` kills two and one times. POSTGRES_BIN: the programs of another PostgreSQL than the one that comes with the portal.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataDir } from './database.mjs'
import { openCluster } from './database/cluster.mjs'
import { preparePlace } from './database/place.mjs'
import { Sentence } from './sentence.mjs'
import { ensureBuild } from './steps/build.mjs'
import { Children } from './steps/children.mjs'
import { migrateDatabase, seedDatabase } from './steps/demo.mjs'
import { portalEnvironment } from './steps/environment.mjs'
import { ensureClient, ensurePackages, requireNode } from './steps/install.mjs'
import { killGroups, killServer } from './steps/kill.mjs'
import { startPortal } from './steps/portal.mjs'
import { freePorts, isFree } from './steps/ports.mjs'
import { endRunning, root, run, step } from './steps/step.mjs'

const [appKills = 10, databaseKills = 5] = process.argv.slice(2).map(Number)
/** Acknowledgements between two faults, the shortest and the longest wait for them. */
const ACKNOWLEDGED = 12
const BETWEEN_MS = { least: 3_500, most: 60_000 }
const RECOVERY_MS = 120_000

/** Raw logs of this run: what people were told, what the processes said, what PostgreSQL said between two kills. */
const out = path.join(root, 'tests', '.out', 'faults', new Date().toISOString().slice(0, 19).replaceAll(':', '-'))
const tsx = (file, ...words) => ['--import', 'tsx', file, ...words]
const seconds = (ms) => (ms / 1000).toFixed(1).replace('.', ',')
const undo = []

/** A server for this run alone. */
function ownPlace() {
  const place = preparePlace({ dataDir: dataDir(), cluster: `faults-${process.pid}` })
  const { POSTGRES_BIN: bin } = process.env
  return bin ? { ...place, initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') } : place
}

/** Opens the server, again after a kill: at the same port, for the portal knows no other. */
async function openServer(place, port) {
  while (port !== undefined && !(await isFree(port))) await sleep(20)
  const server = await openCluster(place)
  undo.push(() => server.close())
  if (port !== undefined && server.port !== port) throw new Sentence(`PostgreSQL đã sang cổng khác: ${server.port}.`)
  return server
}

const urlOf = ({ user, password, port }, name) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`

async function makeDatabase(server, name) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  await client.query(`create database ${name}`).finally(() => client.end())
}

/** What the journal says by now. */
function toldBy(journal) {
  const entries = readFileSync(journal, 'utf8').split('\n').filter(Boolean)
  const count = (state) => entries.filter((line) => line.includes(`"state":"${state}"`)).length
  return { acknowledged: count('acknowledged'), waiting: count('asked') - count('acknowledged') - count('refused') }
}

/** Waits until the portal answers a page that reads the database. Answers the milliseconds since `since`. */
async function untilBack(url, since) {
  for (;;) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (answered) return performance.now() - since
    if (performance.now() - since > RECOVERY_MS) throw new Sentence(`Sau ${RECOVERY_MS / 1000} giây cổng vẫn chưa trả lời.`)
    await sleep(50)
  }
}

/** The faults in turn, those of the database spread among those of the portal. */
function plan() {
  const faults = Array.from({ length: appKills }, () => 'app')
  for (let n = 0; n < databaseKills; n += 1) faults.splice(Math.round(((n + 1) * faults.length) / (databaseKills + 1)), 0, 'database')
  return faults
}

/** Waits until people have got on with their work since the last fault. */
async function untilAtWork(journal) {
  const { acknowledged: before } = toldBy(journal)
  const since = performance.now()
  const lasts = () => performance.now() - since
  while (lasts() < BETWEEN_MS.least || toldBy(journal).acknowledged < before + ACKNOWLEDGED) {
    if (lasts() > BETWEEN_MS.most) throw new Sentence(`Người dùng không được việc gì trong ${BETWEEN_MS.most / 1000} giây.`)
    await sleep(50)
  }
  // Nobody dies at a tidy moment.
  await sleep(Math.random() * 700)
}

async function main() {
  requireNode()
  await ensurePackages()
  await ensureClient()
  for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'VNEID_ISSUER', 'SMTP_URL', 'HOST']) delete process.env[name]
  mkdirSync(out, { recursive: true })
  await ensureBuild({ ...process.env, NEXT_TELEMETRY_DISABLED: '1' })

  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-faults-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const place = ownPlace()
  undo.push(() => rmSync(place.home, { recursive: true, force: true }))
  let server = await step('Khởi động PostgreSQL', () => openServer(place))
  await makeDatabase(server, 'mot_cua')

  const [web, identity, smtp, inbox] = await freePorts(4)
  const portal = portalEnvironment({ databaseUrl: urlOf(server, 'mot_cua'), ports: { web, identity, smtp, inbox }, folder })
  const { env, publicUrl } = portal
  env.LOG_LEVEL = 'info'
  const journal = path.join(out, 'journal.jsonl')
  writeFileSync(journal, '')
  await step('Chuẩn bị cơ sở dữ liệu', async () => {
    await migrateDatabase(env)
    await seedDatabase(env)
    const prepared = await run(process.execPath, tsx('tests/faults/prepare.ts', '3000'), { env })
    if (prepared.code !== 0) throw new Sentence(prepared.output)
  })

  const children = new Children({ logFile: path.join(out, 'portal.log') })
  undo.push(() => children.end())
  await step('Chạy cổng', async () => {
    await startPortal(children, portal)
    await untilBack(publicUrl, performance.now())
  })

  const said = openSync(path.join(out, 'load.log'), 'w')
  const load = spawn(process.execPath, tsx('tests/faults/load.ts', journal, path.join(out, 'answers.jsonl')), {
    ...{ cwd: root, env, stdio: ['pipe', said, said] },
  })
  undo.push(() => load.kill('SIGKILL'))
  const loadEnded = new Promise((resolve) => load.once('exit', resolve))

  console.log(`\n  lần  cái bị kill -9        đã xác nhận  đang chờ  chạy lại sau (giây)`)
  for (const [index, fault] of plan().entries()) {
    await untilAtWork(journal)
    const { acknowledged, waiting } = toldBy(journal)
    const since = performance.now()
    if (fault === 'app') await killGroups(['web', 'việc nền'].map((name) => children.pidOf(name)))
    else {
      await killServer(place.data)
      const log = path.join(place.home, 'server.log')
      if (existsSync(log)) copyFileSync(log, path.join(out, `postgres-${index + 1}.log`))
      server = await openServer(place, server.port)
    }
    const back = await untilBack(publicUrl, since)
    const row = [String(index + 1).padStart(5), (fault === 'app' ? 'cổng và việc nền' : 'PostgreSQL').padEnd(20)]
    console.log(`${row.join('  ')}  ${String(acknowledged).padStart(11)}  ${String(waiting).padStart(8)}  ${seconds(back).padStart(19)}`)
  }
  await untilAtWork(journal)
  load.stdin.end()
  await loadEnded
  const { code, output } = await run(process.execPath, tsx('tests/faults/report.ts', journal, path.join(out, 'answers.jsonl')), { env })
  const killed = existsSync(path.join(out, 'portal.log')) ? readFileSync(path.join(out, 'portal.log'), 'utf8') : ''
  const more = [...killed.matchAll(/^Phần "(.+)" đã dừng \((.+)\), chạy lại/gm)].filter(([, , how]) => how !== 'SIGKILL')
  console.log(
    `\nTiến trình tự dừng rồi được chạy lại (không do kill): ${more.map(([, name, how]) => `${name} ${how}`).join(', ') || 'không'}`,
  )
  console.log(`Nhật ký thô: ${path.relative(root, out)}`)
  writeFileSync(path.join(out, 'report.txt'), output)
  console.log(output.trimEnd())
  return code
}

let code = 1
const stop = async () => {
  for (const action of undo.splice(0).reverse()) await Promise.resolve(action()).catch((error) => console.error(error))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    endRunning()
    void stop().then(() => process.exit(130))
  })
try {
  code = await main()
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
}
await stop()
process.exit(code)
