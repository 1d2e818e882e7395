// A whole office for one run that breaks things: a PostgreSQL server with full durability, the demonstration in it, and the portal as `npm start`
// runs it. Everything goes with it at the end.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { dataDir } from '../database.mjs'
import { administer } from '../database/client.mjs'
import { openCluster } from '../database/cluster.mjs'
import { preparePlace } from '../database/place.mjs'
import { watchServer } from '../database/watch.mjs'
import { Sentence } from '../sentence.mjs'
import { Children } from '../steps/children.mjs'
import { migrateDatabase, seedDatabase } from '../steps/demo.mjs'
import { portalEnvironment } from '../steps/environment.mjs'
import { killGroups, killServer } from '../steps/kill.mjs'
import { startPortal } from '../steps/portal.mjs'
import { freePorts } from '../steps/ports.mjs'
import { run, step } from '../steps/step.mjs'

/** A TypeScript program of this repository, as Node's arguments. */
export const program = (file, ...words) => ['--import', 'tsx', file, ...words]

/** The processes of the portal itself; the stand-ins play the world outside, which nobody kills. */
const OF_THE_PORTAL = ['web', 'việc nền']

/** A server for this run alone. POSTGRES_BIN: the programs of another PostgreSQL than the one that comes with the portal. */
function ownPlace() {
  const place = preparePlace({ dataDir: dataDir(), cluster: `faults-${process.pid}` })
  const { POSTGRES_BIN: bin } = process.env
  return bin ? { ...place, initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') } : place
}

const urlOf = ({ user, password, port }, name) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`

/**
 * Opens the office.
 *
 * @param {{ out: string, drafts: number }} options out: a folder for what the processes say; drafts: complete but for their file, each with a
 *   citizen of its own who is signed in
 * @returns {Promise<import('./office.d.mts').Office>}
 * @throws {Sentence} when it cannot be opened
 */
export async function openOffice({ out, drafts }) {
  mkdirSync(out, { recursive: true })
  const undo = []
  const close = async () => {
    for (const action of undo.splice(0).reverse()) await Promise.resolve(action()).catch((error) => console.error(error))
  }
  try {
    return { ...(await begin({ out, drafts, undo })), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** What an operator, or the portal of other tests, has set is not meant. */
const NOT_MEANT = ['DATABASE_URL', 'DATA_DIR', 'PUBLIC_URL', 'VNEID_ISSUER', 'SMTP_URL', 'HOST']

/** Does something at once without them. */
function withoutSettings(work) {
  const kept = NOT_MEANT.map((name) => [name, process.env[name]])
  for (const name of NOT_MEANT) delete process.env[name]
  try {
    return work()
  } finally {
    for (const [name, value] of kept) if (value !== undefined) process.env[name] = value
  }
}

async function begin({ out, drafts, undo }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-faults-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const place = withoutSettings(ownPlace)
  undo.push(() => rmSync(place.home, { recursive: true, force: true }))
  const server = await step('Khởi động PostgreSQL', () => openCluster(place))
  const serverLog = path.join(place.home, 'server.log')
  undo.push(async () => {
    await server.close()
    if (existsSync(serverLog)) copyFileSync(serverLog, path.join(out, 'postgres.log'))
  })
  await administer(urlOf(server, 'postgres'), 'create database mot_cua')

  const [web, identity, smtp, inbox] = await freePorts(4)
  const ports = { web, identity, smtp, inbox }
  const portal = withoutSettings(() => portalEnvironment({ databaseUrl: urlOf(server, 'mot_cua'), ports, folder }))
  Object.assign(portal.env, { LOG_LEVEL: 'info', MAIL_KEEP: '100000' })
  const ask = async (file, ...words) => {
    const { code, output } = await run(process.execPath, program(file, ...words), { env: portal.env })
    if (code !== 0) throw new Sentence(output)
    return output
  }
  await step('Chuẩn bị cơ sở dữ liệu', async () => {
    await migrateDatabase(portal.env)
    await seedDatabase(portal.env)
    await ask('tests/faults/prepare.ts', String(drafts))
  })

  const children = new Children({ logFile: path.join(out, 'portal.log') })
  undo.push(() => children.end())
  await step('Chạy cổng', () => startPortal(children, portal))

  let endWatch = () => Promise.resolve()
  const watch = () => {
    endWatch = watchServer(server.revive, (line) => console.log(`       ${line}`))
  }
  undo.push(() => endWatch())
  return {
    env: portal.env,
    publicUrl: portal.publicUrl,
    ask,
    pidOf: (name) => children.pidOf(name),
    killPortal: () => killGroups(OF_THE_PORTAL.map((name) => children.pidOf(name))),
    killDatabase: () => killServer(place.data),
    stopDatabase: () => server.stop(),
    startDatabase: () => server.revive(),
    watchDatabase: watch,
    end: () => children.end(),
  }
}

/** Waits until the portal answers a page that reads the database. Answers the milliseconds since `since`. */
export async function untilBack(url, { since, patience }) {
  for (;;) {
    const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) })
      .then(async (answer) => (await answer.text()) !== '' && answer.status === 200)
      .catch(() => false)
    if (answered) return performance.now() - since
    if (performance.now() - since > patience) throw new Sentence(`Sau ${patience / 1000} giây cổng vẫn chưa trả lời.`)
    await sleep(50)
  }
}
