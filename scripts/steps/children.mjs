// The long-running processes of a portal: begun together, watched, begun again when one dies, and ended together.
import { spawn } from 'node:child_process'
import { openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { root, tail } from './step.mjs'

const leash = pathToFileURL(path.join(root, 'scripts/steps/die-with-parent.mjs')).href

/** Ends a process and everything that it began. */
function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The whole group is gone already.
  }
}

/** Whether any process of the group still lives. */
function groupLives(child) {
  try {
    process.kill(-child.pid, 0)
    return true
  } catch {
    return false
  }
}

/** A process that lived this long had begun well; what killed it then is no reason to wait with the next one. */
const BEGUN_WELL_MS = 3_000
const PAUSE_MS = { first: 250, last: 30_000 }

/** A set of processes that are begun and ended together. */
export class Children {
  #children = new Map()
  /** Starts in a row that did not even begin well, by name. */
  #badStarts = new Map()
  #ending = false
  #reportEnd
  #log
  /** Resolves with one sentence when a process ends by itself, with an empty one when `end` was called. */
  ended = new Promise((resolve) => (this.#reportEnd = resolve))

  /** The portal has begun: from now on a process that ends by itself is begun again. Before, everything ends with it, for it cannot run at all. */
  lasting = false

  /** Prints what the processes say from now on, each line with its name. */
  show = false

  /** @param {{ logFile?: string }} [options] logFile: takes every line that the processes say */
  constructor({ logFile } = {}) {
    this.#log = logFile ? openSync(logFile, 'w') : null
  }

  /**
   * Begins a Node process. Each has a process group of its own: Ctrl-C would otherwise reach all of them at once, and the database
   * would go before those who still write to it.
   *
   * @param {string} name as people read it
   * @param {string[]} words Node's arguments
   * @param {NodeJS.ProcessEnv} env
   */
  begin(name, words, env) {
    const child = spawn(process.execPath, ['--import', leash, ...words], {
      cwd: root,
      env: { ...env, MOT_CUA_PARENT: String(process.pid) },
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.on('error', () => undefined)
    const recent = []
    for (const stream of [child.stdout, child.stderr]) {
      let rest = ''
      stream.setEncoding('utf8').on('data', (chunk) => {
        const lines = (rest + chunk).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          recent.push(line)
          if (recent.length > 40) recent.shift()
          if (this.#log !== null) writeSync(this.#log, `[${name}] ${line}\n`)
          if (this.show && line.trim() !== '') process.stdout.write(`  [${name}] ${line}\n`)
        }
      })
    }
    this.#children.set(name, child)
    const since = performance.now()
    child.once('exit', (code, signal) => {
      if (this.#ending) return
      const how = `Phần "${name}" đã dừng (${signal ?? `mã ${code}`})`
      if (this.lasting) return this.#beginAgain({ name, words, env }, how, performance.now() - since)
      const said = this.show ? '' : `\n${tail(recent.join('\n'))}`
      this.#reportEnd(`${how}, nên các phần khác cũng dừng theo.${said}`)
    })
  }

  #beginAgain({ name, words, env }, how, lived) {
    const bad = lived < BEGUN_WELL_MS ? (this.#badStarts.get(name) ?? 0) + 1 : 0
    this.#badStarts.set(name, bad)
    const pause = bad === 0 ? 0 : Math.min(PAUSE_MS.last, PAUSE_MS.first * 2 ** bad)
    const line = `${how}, chạy lại${pause === 0 ? '' : ` sau ${Math.ceil(pause / 1000)} giây`}.`
    if (this.#log !== null) writeSync(this.#log, `${line}\n`)
    if (this.show) process.stdout.write(`  ${line}\n`)
    setTimeout(() => {
      if (!this.#ending) this.begin(name, words, env)
    }, pause).unref()
  }

  /** The process that has this name now. */
  pidOf(name) {
    return this.#children.get(name)?.pid
  }

  /** Asks all processes to end, the last begun first, and ends those by force that have not after ten seconds. */
  async end() {
    this.#ending = true
    this.show = false
    this.#reportEnd('')
    const living = [...this.#children.values()].filter((child) => child.pid !== undefined && groupLives(child))
    for (const child of living.reverse()) signalGroup(child, 'SIGTERM')
    const until = Date.now() + 10_000
    while (living.some(groupLives) && Date.now() < until) await sleep(50)
    for (const child of living.filter(groupLives)) signalGroup(child, 'SIGKILL')
  }

  /** Ends everything at once; for someone who presses Ctrl-C a second time. */
  kill() {
    for (const child of this.#children.values()) if (child.pid !== undefined) signalGroup(child, 'SIGKILL')
  }
}
