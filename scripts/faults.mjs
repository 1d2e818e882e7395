// `npm run faults`: kills the portal (web and worker) ten times and PostgreSQL five times with -9 while people send dossiers and officers move
// them, then judges by what these people had been told: nothing lost, nothing doubled. On a server and a database of its own, with full
// durability. `npm run faults -- 2 1` kills two and one times.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
import { killServer, Mortal } from './steps/mortals.mjs'
import { freePorts, isFree } from './steps/ports.mjs'
import { root, run, step } from './steps/step.mjs'

const [appKills = 10, databaseKills = 5] = process.argv.slice(2).map(Number)
/** Acknowledgements between two faults, and the longest wait for them. */
const ACKNOWLEDGED = 12
const PATIENCE_MS = 60_000
const RECOVERY_MS = 120_000

const out = path.join(root, 'tests', '.out')
const tsx = (file, ...words) => ['--import', 'tsx', file, ...words]
const undo = []

/** Opens the server, again after a kill: at the same port, for the portal knows no other. */
async function openServer(place, port) {
  while (port !== undefined && !(await isFree(port))) await sleep(50)
  const server = await openCluster(place)
  if (port !== undefined && server.port !== port) throw new Sentence(`PostgreSQL đã sang cổng khác: ${server.port}.`)
  return server
}

async function administer(server, statement) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: urlOf(server, 'postgres') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

const urlOf = ({ user, password, port }, name) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`

/** What the journal says by now. */
function toldBy(journal) {
  const entries = readFileSync(journal, 'utf8').split('\n').filter(Boolean)
  const count = (state) => entries.filter((line) => line.includes(`"state":"${state}"`)).length
  return { acknowledged: count('acknowledged'), waiting: count('asked') - count('acknowledged') - count('refused') }
}

/** Waits until the portal answers a page that reads the database. Answers the seconds since `since`. */
async function untilBack(url, since) {
  for (;;) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
      ({ status }) => status === 200,
      () => false,
    )
    if (answered) return (performance.now() - since) / 1000
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

async function main() {
  requireNode()
  await ensurePackages()
  await ensureClient()
  delete process.env.DATABASE_URL
  mkdirSync(out, { recursive: true })
  await ensureBuild({ ...process.env, NEXT_TELEMETRY_DISABLED: '1' })

  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-faults-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const place = preparePlace({ dataDir: dataDir(), cluster: 'faults' })
  let server = await openServer(place)
  undo.push(() => server.close())
  const name = `mot_cua_faults_${process.pid}`
  await administer(server, `create database ${name}`)
  undo.push(() => administer(server, `drop database if exists ${name} with (force)`))

  const [web, identity, smtp, inbox] = await freePorts(4)
  const { env, publicUrl } = portalEnvironment({ databaseUrl: urlOf(server, name), ports: { web, identity, smtp, inbox }, folder })
  env.LOG_LEVEL = 'info'
  const journal = path.join(folder, 'journal.jsonl')
  writeFileSync(journal, '')
  await step('Chuẩn bị cơ sở dữ liệu', async () => {
    await migrateDatabase(env)
    await seedDatabase(env)
    const prepared = await run(process.execPath, tsx('tests/faults/prepare.ts', '2000'), { env })
    if (prepared.code !== 0) throw new Sentence(prepared.output)
  })

  const outside = new Children()
  undo.push(() => outside.end())
  outside.begin('thư', tsx('scripts/stand-ins/mail.ts'), env)
  const logFile = path.join(out, 'faults.log')
  writeFileSync(logFile, '')
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const portal = [
    new Mortal({ words: [next, 'start', '-p', env.PORT], env, logFile }),
    new Mortal({ words: tsx('lib/jobs/worker.ts'), env, logFile }),
  ]
  const begin = () => portal.forEach((part) => part.begin())
  const kill = () => Promise.all(portal.map((part) => part.kill()))
  undo.push(kill)
  await step('Chạy cổng', async () => {
    begin()
    await untilBack(publicUrl, performance.now())
  })

  const load = spawn(process.execPath, tsx('tests/faults/load.ts', journal), { cwd: root, env, stdio: ['pipe', 'inherit', 'inherit'] })
  undo.push(() => load.kill('SIGKILL'))
  const loadEnded = new Promise((resolve) => load.once('exit', resolve))

  console.log(`\n  lần  cái bị kill -9        đã xác nhận  đang chờ  chạy lại sau (giây)`)
  const faults = plan()
  for (const [index, fault] of faults.entries()) {
    const { acknowledged: before } = toldBy(journal)
    for (const until = Date.now() + PATIENCE_MS; toldBy(journal).acknowledged < before + ACKNOWLEDGED && Date.now() < until;)
      await sleep(50)
    // Nobody dies at a tidy moment.
    await sleep(Math.random() * 700)
    const { acknowledged, waiting } = toldBy(journal)
    if (acknowledged < before + ACKNOWLEDGED) throw new Sentence(`Người dùng không được việc gì trong ${PATIENCE_MS / 1000} giây.`)
    const since = performance.now()
    if (fault === 'app') {
      await kill()
      begin()
    } else {
      await killServer(place.data)
      server = await openServer(place, server.port)
    }
    const seconds = await untilBack(publicUrl, since)
    const row = [String(index + 1).padStart(5), (fault === 'app' ? 'cổng và việc nền' : 'PostgreSQL').padEnd(20)]
    console.log(
      `${row.join('  ')}  ${String(acknowledged).padStart(11)}  ${String(waiting).padStart(8)}  ${seconds.toFixed(1).replace('.', ',').padStart(19)}`,
    )
  }
  load.stdin.end()
  await loadEnded
  // Mails and papers of the last moments.
  await sleep(5_000)
  const { code } = await run(process.execPath, tsx('tests/faults/report.ts', journal), { env, show: true })
  return code
}

let code = 1
const stop = async () => {
  for (const action of undo.splice(0).reverse()) await Promise.resolve(action()).catch((error) => console.error(error))
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop().then(() => process.exit(130)))
try {
  code = await main()
} catch (error) {
  console.error(error instanceof Sentence ? error.message : error)
}
await stop()
process.exit(code)
