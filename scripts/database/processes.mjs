// What several starts at once need to know about each other: who is alive, who holds the lock, who uses the server.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Sentence } from '../sentence.mjs'

/**
 * Whether a process runs. A zombie does not: in a container without an init process nobody collects it, and `kill -0` still finds it.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return process.platform !== 'linux'
  }
}

/** Whether the process is a PostgreSQL server; on systems without /proc a living process is believed to be one. */
export function isPostgres(pid) {
  if (!isAlive(pid)) return false
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return process.platform !== 'linux'
  }
}

function readPid(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10)
  } catch {
    return 0
  }
}

/**
 * Runs `work` while no other process does, waiting up to two minutes (a first start copies and initialises). A lock whose holder was
 * killed is taken over.
 *
 * @template T
 * @param {string} file the lock
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {Sentence} when another start holds the lock too long
 */
export async function withLock(file, work) {
  const until = Date.now() + 120_000
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = readPid(file)
    // Between its creation and its first byte the file is empty; only a readable, dead holder is overruled.
    if (holder > 0 && !isAlive(holder)) rmSync(file, { force: true })
    else if (Date.now() > until) {
      throw new Sentence(`Một lần khởi động khác (tiến trình ${holder}) vẫn đang giữ cơ sở dữ liệu: hãy chờ nó xong, hoặc xóa tệp ${file}.`)
    }
    await sleep(100)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** Writes down that this process uses the server. */
export function joinUsers(folder) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, String(process.pid)), '')
}

/**
 * Strikes this process from the list.
 *
 * @returns {number} how many living users remain; users that were killed are struck as well
 */
export function leaveUsers(folder) {
  mkdirSync(folder, { recursive: true })
  let remaining = 0
  for (const name of readdirSync(folder)) {
    const pid = Number.parseInt(name, 10)
    if (pid !== process.pid && isAlive(pid)) remaining += 1
    else rmSync(path.join(folder, name), { force: true })
  }
  return remaining
}
