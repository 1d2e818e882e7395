// Processes that are there to be killed: begun, killed with -9 together with all they have begun, and begun again.
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { isAlive } from '../database/processes.mjs'
import { root } from './step.mjs'

const leash = pathToFileURL(path.join(root, 'scripts/steps/die-with-parent.mjs')).href

async function untilGone(pids) {
  while (pids.some(isAlive)) await sleep(20)
}

/** One Node process that can be killed and begun again. */
export class Mortal {
  #words
  #env
  #logFile
  #child = null

  constructor({ words, env, logFile }) {
    this.#words = words
    this.#env = env
    this.#logFile = logFile
  }

  begin() {
    const log = openSync(this.#logFile, 'a')
    this.#child = spawn(process.execPath, ['--import', leash, ...this.#words], {
      cwd: root,
      env: { ...this.#env, MOT_CUA_PARENT: String(process.pid) },
      detached: true,
      stdio: ['pipe', log, log],
    })
    this.#child.stdin.on('error', () => undefined)
    closeSync(log)
  }

  /** `kill -9` of the process and its group; resolves when it is gone. */
  async kill() {
    const { pid } = this.#child ?? {}
    if (pid === undefined) return
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // It is gone already.
    }
    await untilGone([pid])
  }
}

/** The processes that a process has begun. */
function childrenOf(parent) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent
      } catch {
        return false
      }
    })
    .map(Number)
}

/** `kill -9` of a PostgreSQL server with all its processes at once, as when the machine loses its power, but for what the disk had not taken. */
export async function killServer(data) {
  const pid = Number.parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '', 10)
  const pids = [pid, ...childrenOf(pid)]
  for (const one of pids) {
    try {
      process.kill(one, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  await untilGone(pids)
}
