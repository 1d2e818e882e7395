// One line for each step of a command, with the time that it took.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the whole repository. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/** "12,3 giây" since a moment of `performance.now()`. */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1).replace('.', ',')} giây`

/**
 * Shows a step while it works, then how long it took.
 *
 * @template T
 * @param {string} title what is being done, in Vietnamese
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const since = performance.now()
  if (process.stdout.isTTY) process.stdout.write(`  … ${title}`)
  const show = (mark) => process.stdout.write(`${process.stdout.isTTY ? '\r\u001b[2K' : ''}  ${mark} ${title} (${secondsSince(since)})\n`)
  try {
    const result = await work()
    show('✓')
    return result
  } catch (error) {
    show('✗')
    throw error
  }
}

/** Processes of `run` that still work, so that an interrupted command can end them. */
const working = new Set()

let interrupted = false

/** Ends whatever `run` has started and lets nothing more begin; for an interrupted command. */
export function endRunning() {
  interrupted = true
  for (const child of working) child.kill('SIGTERM')
}

/**
 * Runs a program to its end, without a shell.
 *
 * @param {string} program
 * @param {string[]} words
 * @param {{ env?: NodeJS.ProcessEnv, show?: boolean, cwd?: string }} [options] show: print its output as it comes
 * @returns {Promise<{ code: number, output: string }>} 127 when the program does not exist
 */
export function run(program, words, { env = process.env, show = false, cwd = root } = {}) {
  if (interrupted) return Promise.resolve({ code: 130, output: '' })
  return new Promise((resolve) => {
    const child = spawn(program, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    working.add(child)
    let output = ''
    const take = (stream) => (chunk) => {
      output += chunk
      if (show) stream.write(chunk)
    }
    child.stdout.setEncoding('utf8').on('data', take(process.stdout))
    child.stderr.setEncoding('utf8').on('data', take(process.stderr))
    const end = (code, more = '') => {
      working.delete(child)
      resolve({ code, output: output + more })
    }
    child.once('error', (error) => end(127, error.message))
    child.once('close', (code) => end(code ?? 1))
  })
}

/** The last lines of a program's output: enough to see what went wrong. */
export const tail = (output, lines = 30) => output.trimEnd().split('\n').slice(-lines).join('\n')
