// `npm run bench`: measures the portal against its bars from nothing: a PostgreSQL of its own, 100,000 dossiers, a build of its own, every figure
// with its baseline in the same run. `npm run bench -- lookup queue` measures parts. What was filled is kept under DATA_DIR for the next run.
//   --dossiers=100000   --minutes=10 (memory)   --requests=200 (a round)   --fresh (fill anew)
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeSite } from './bench/site.mjs'
import { dataDir } from './database.mjs'
import { openCluster } from './database/cluster.mjs'
import { preparePlace } from './database/place.mjs'
import { Sentence } from './sentence.mjs'
import { portalEnvironment } from './steps/environment.mjs'
import { ensureClient, ensurePackages, requireNode } from './steps/install.mjs'
import { freePorts } from './steps/ports.mjs'
import { endRunning, root, run, step, tail } from './steps/step.mjs'

const PARTS = 'lookup queue dossier dashboard home transitions submission registers watchdog cold-start memory pages'.split(' ')
const TEMPLATE = 'mot_cua_filled'

const words = process.argv.slice(2)
const parts = words.filter((word) => !word.startsWith('--'))
const option = (name, fallback) => {
  const value = Number(words.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? fallback)
  if (!Number.isInteger(value) || value < 1) throw new Sentence(`--${name} phải là số nguyên từ 1.`)
  return value
}

const folder = path.join(dataDir(), 'bench')
const note = path.join(folder, 'filled.json')
const undo = []

function* filesUnder(place) {
  for (const entry of readdirSync(path.join(root, place), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name === 'generated') continue
    if (entry.isDirectory()) yield* filesUnder(`${place}/${entry.name}`)
    else yield `${place}/${entry.name}`
  }
}

/** What the filling is made from. Another schema or seed fills anew. */
function fillingHash() {
  const hash = createHash('sha256')
  for (const file of [...filesUnder('prisma'), 'scripts/bench/fill.ts']) hash.update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

async function administer(url, ...statements) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let last
    for (const statement of statements) last = await client.query(statement)
    return last.rows
  } finally {
    await client.end()
  }
}

/** The filled database that every part starts from; answers what is in it. */
async function ensureFilled(adminUrl, env, dossiers) {
  const [known] = await administer(adminUrl, `SELECT 1 FROM pg_database WHERE datname = '${TEMPLATE}'`)
  const kept = known && existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : null
  const hash = fillingHash()
  if (kept && kept.hash === hash && kept.wanted === dossiers && !words.includes('--fresh')) return kept
  rmSync(note, { force: true })
  rmSync(path.join(folder, 'files'), { recursive: true, force: true })
  return step(`Nạp ${dossiers.toLocaleString('vi-VN')} hồ sơ (giữ lại cho lần sau)`, async () => {
    await administer(adminUrl, `DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`, `CREATE DATABASE ${TEMPLATE}`)
    const { code, output } = await run(process.execPath, ['--import', 'tsx', 'scripts/bench/fill.ts', String(dossiers)], { env })
    if (code !== 0) throw new Sentence(`Không nạp được dữ liệu đo:\n${tail(output, 20)}`)
    // Hint bits and the visibility map are the filling's, not the first measurement's.
    await administer(env.DATABASE_URL, 'VACUUM (FREEZE, ANALYZE)')
    const filled = { wanted: dossiers, hash, at: new Date().toISOString(), ...JSON.parse(tail(output, 1)) }
    writeFileSync(note, `${JSON.stringify(filled, null, 1)}\n`)
    return filled
  })
}

async function main() {
  requireNode()
  const unknown = parts.filter((part) => !PARTS.includes(part))
  if (unknown.length > 0) throw new Sentence(`Không có phần đo "${unknown.join('", "')}". Các phần: ${PARTS.join(', ')}.`)
  const [dossiers, minutes, requests] = [option('dossiers', 100_000), option('minutes', 10), option('requests', 200)]
  await ensurePackages()
  await ensureClient()
  for (const name of ['DATABASE_URL', 'PUBLIC_URL', 'VNEID_ISSUER', 'SMTP_URL', 'HOST', 'NODE_OPTIONS']) delete process.env[name]
  mkdirSync(folder, { recursive: true })
  const server = await step('Khởi động PostgreSQL', () => openCluster(preparePlace({ dataDir: dataDir(), cluster: 'bench' })))
  undo.push(server.close)
  const urlOf = (name) => `postgresql://${server.user}:${server.password}@127.0.0.1:${server.port}/${name}`
  // The same ports each time: the identity server's address stands in the citizens' rows.
  const [web, bare] = await freePorts(2)
  const ports = { web, identity: 4190, smtp: 4191, inbox: 4192 }
  const { env } = portalEnvironment({ databaseUrl: urlOf(TEMPLATE), ports, folder })
  const filled = await ensureFilled(urlOf('postgres'), { ...env, LOG_LEVEL: 'silent' }, dossiers)
  const site = await makeSite(env)
  // What people send in the measurements goes with them.
  const sent = path.join(folder, 'run')
  rmSync(sent, { recursive: true, force: true })
  mkdirSync(sent)
  undo.push(() => rmSync(sent, { recursive: true, force: true }))
  const told = {
    DATA_DIR: sent,
    DATABASE_URL: urlOf('mot_cua_bench'),
    LOG_LEVEL: 'error',
    BENCH_ADMIN_URL: urlOf('postgres'),
    BENCH_TEMPLATE: TEMPLATE,
    BENCH_SITE: site,
    BENCH_BARE_PORT: String(bare),
    BENCH_MINUTES: String(minutes),
    BENCH_REQUESTS: String(requests),
    BENCH_PARTS: (parts.length > 0 ? parts : PARTS).join(' '),
    BENCH_FILLED: JSON.stringify(filled),
  }
  const { code } = await run(process.execPath, ['--import', 'tsx', 'scripts/bench/run.ts'], { env: { ...env, ...told }, show: true })
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
