// `kill -9`, as a machine that loses its power does it: at once, and nobody may finish a sentence.
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '../database/processes.mjs'

async function kill(targets, pids) {
  for (const target of targets) {
    try {
      process.kill(target, 'SIGKILL')
    } catch {
      // It is gone already.
    }
  }
  while (pids.some(isAlive)) await sleep(5)
}

/** Kills processes, each with its whole group. */
export const killGroups = (pids) =>
  kill(
    pids.map((pid) => -pid),
    pids,
  )

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

/** Kills a PostgreSQL server with all its processes. */
export async function killServer(data) {
  const pid = Number.parseInt(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '', 10)
  const pids = [pid, ...childrenOf(pid)]
  await kill(pids, pids)
}
