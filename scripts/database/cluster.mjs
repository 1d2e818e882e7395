// One embedded PostgreSQL: initialised once, started by whoever comes first, stopped by whoever leaves last.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { totalmem, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Sentence } from '../sentence.mjs'
import { isAlive, isPostgres, joinUsers, leaveUsers, withLock } from './processes.mjs'

const SUPERUSER = 'mot_cua'

/** Times that this process opened each cluster; it leaves the list of users with the last. */
const openings = new Map()

/** @param {number} [wanted] @returns {Promise<number>} the wanted port when it is free, else one the system picks */
async function freePort(wanted = 0) {
  const bind = (port) =>
    new Promise((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(0))
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
    })
  return (wanted && (await bind(wanted))) || bind(0)
}

/** Environment of the server's own processes: its messages stay English, so that they can be recognised. */
const serverEnvironment = () => ({ PATH: process.env.PATH ?? '', LC_MESSAGES: 'C', TZ: 'UTC' })

/** A locale of the system that knows letters beyond ASCII: trigrams and lower() of a plain "C" drop every Vietnamese letter. */
function characterLocale() {
  const known = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? ''
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => known.split(/\r?\n/).includes(name)) ?? 'C'
}

/** Makes an empty cluster with Vietnamese ICU collation, UTF-8 and a password of its own. */
function initialise(place) {
  const password = randomBytes(18).toString('base64url')
  const folder = mkdtempSync(path.join(tmpdir(), 'mot-cua-'))
  const file = path.join(folder, 'password')
  writeFileSync(file, `${password}\n`, { mode: 0o600 })
  if (place.account) for (const target of [folder, file]) chownSync(target, place.account.uid, place.account.gid)
  const locale = characterLocale()
  try {
    const run = spawnSync(
      place.initdb,
      [
        `--pgdata=${place.data}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${file}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=vi-VN',
        `--locale=${locale}`,
        '--lc-messages=C',
        '--no-sync',
      ],
      { ...place.account, cwd: '/', env: serverEnvironment(), encoding: 'utf8' },
    )
    if (run.status !== 0) {
      const last = `${run.stderr ?? ''}${run.error?.message ?? ''}`.trim().split('\n').at(-1)
      throw new Sentence(`Không tạo được cơ sở dữ liệu trong ${place.data}: ${last}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return { password, port: 0 }
}

/**
 * Settings of the server. `max_wal_size` bounds the recovery after a power cut (2.6 s at 1 GB, 32 s at 8 GB); throw-away clusters do
 * not wait for the disk at all.
 */
function settings(port, disposable) {
  const eighth = Math.floor(totalmem() / 1024 / 1024 / 8)
  const values = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: `${Math.min(512, Math.max(64, disposable ? Math.min(eighth, 128) : eighth))}MB`,
    max_wal_size: '1GB',
    timezone: 'UTC',
    jit: 'off',
    ...(disposable ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const pidFile = (place) => path.join(place.data, 'postmaster.pid')

/** The living server of this cluster as its pid file tells it, or null. The 8th line says "ready" once it takes connections. */
function running(place) {
  if (!existsSync(pidFile(place))) return null
  const lines = readFileSync(pidFile(place), 'utf8').split('\n')
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!isPostgres(pid)) return null
  return { pid, port: Number.parseInt(lines[3] ?? '', 10), ready: (lines[7] ?? '').trim() === 'ready' }
}

/** Starts the server and waits until it takes connections. A crash is recovered first, so the wait is long. */
async function launch(place, { port, disposable, again = false }) {
  // After kill -9 the pid file stays; when its number now belongs to a stranger, PostgreSQL itself would refuse to start.
  if (!running(place)) rmSync(pidFile(place), { force: true })
  const logFile = path.join(place.home, 'server.log')
  // What a server said before it died is what somebody will look for.
  const log = openSync(logFile, again ? 'a' : 'w')
  const { size: before } = fstatSync(log)
  const said = () => readFileSync(logFile).subarray(before).toString('utf8').trim()
  // `detached`: Ctrl-C reaches the whole group of the terminal, and the database has to outlive those who still write to it.
  const child = spawn(place.postgres, ['-D', place.data, ...settings(port, disposable)], {
    ...place.account,
    cwd: '/',
    env: serverEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  let ended = false
  child.once('error', () => (ended = true))
  child.once('exit', () => (ended = true))
  child.unref()
  for (const until = Date.now() + 180_000; Date.now() < until; await sleep(50)) {
    if (ended) return { ok: false, message: said() }
    const server = running(place)
    if (server?.ready && server.port === port) return { ok: true, message: '' }
  }
  child.kill('SIGQUIT')
  return { ok: false, message: said() }
}

/**
 * Starts on the remembered port if it is still free; orphans of a killed server need some seconds to die, so it is tried again. `again`: those who
 * use the server know no other port.
 */
async function launchPatiently(place, { port: remembered, disposable, again = false }) {
  for (let attempt = 1; ; attempt += 1) {
    const port = again ? remembered : await freePort(remembered)
    const result = await launch(place, { port, disposable, again })
    if (result.ok) return port
    const passing = /still in use|already exists|could not bind|Address already in use/.test(result.message)
    if (!passing || attempt === 20) {
      const reason = result.message.split('\n').findLast((line) => /FATAL|ERROR|error/.test(line)) ?? result.message.split('\n').at(-1)
      throw new Sentence(`Cơ sở dữ liệu không khởi động được (${reason}); nhật ký: ${path.join(place.home, 'server.log')}`)
    }
    await sleep(500)
  }
}

/**
 * Opens the cluster at `place`: initialises it when it is new, starts it when it does not run, joins it when another process has
 * started it. It stops when its last living user closes it.
 *
 * @param {ReturnType<typeof import('./place.mjs').preparePlace>} place
 * @param {{ disposable?: boolean }} [options] disposable: speed instead of durability, for tests
 * @returns {Promise<{ user: string, password: string, port: number, revive: () => Promise<boolean>, stop: () => Promise<void>,
 *   close: () => Promise<void> }>} `revive`: starts the server again, at its port, when it has died, and answers whether it had; `stop`: ends it for
 *   everybody; `close`: leaves it
 * @throws {Sentence} when it cannot be initialised or started
 */
export async function openCluster(place, { disposable = false } = {}) {
  const lock = path.join(place.home, 'lock')
  const users = path.join(place.home, 'users')
  const stateFile = path.join(place.home, 'server.json')
  const keep = (state) => {
    writeFileSync(stateFile, JSON.stringify(state), { mode: 0o600 })
    chmodSync(stateFile, 0o600)
  }
  const state = await withLock(lock, async () => {
    if (!existsSync(stateFile)) {
      // The state file is written last. Without it an initialisation was cut off, or someone removed it: only a person can tell.
      if (readdirSync(place.data).length > 0)
        throw new Sentence(`Thư mục ${place.data} dở dang (thiếu ${stateFile}): hãy xóa thư mục đó rồi chạy lại.`)
      keep(initialise(place))
    }
    const known = JSON.parse(readFileSync(stateFile, 'utf8'))
    const server = running(place)
    if (server?.ready) known.port = server.port
    else known.port = await launchPatiently(place, { port: known.port, disposable })
    keep(known)
    joinUsers(users)
    openings.set(place.home, (openings.get(place.home) ?? 0) + 1)
    return known
  })
  return {
    ...{ user: SUPERUSER, password: state.password, port: state.port },
    revive: () => reviveCluster(place, lock, { port: state.port, disposable }),
    stop: () => stop(place),
    close: () => closeCluster(place, lock, users),
  }
}

async function reviveCluster(place, lock, { port, disposable }) {
  if (running(place)) return false
  return withLock(lock, async () => {
    // Another user of the server was quicker.
    if (running(place)) return false
    await launchPatiently(place, { port, disposable, again: true })
    return true
  })
}

/** Leaves the cluster; the last user stops it. */
async function closeCluster(place, lock, users) {
  const left = (openings.get(place.home) ?? 1) - 1
  openings.set(place.home, left)
  if (left > 0) return
  await withLock(lock, async () => {
    if (leaveUsers(users) > 0) return
    await stop(place)
  })
}

/** The fast way: open sessions are ended, everything committed is on disk. */
async function stop(place) {
  const server = running(place)
  if (!server) return
  process.kill(server.pid, 'SIGINT')
  for (const until = Date.now() + 60_000; isAlive(server.pid) && Date.now() < until;) await sleep(50)
}
