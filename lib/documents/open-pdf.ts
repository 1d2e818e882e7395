import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { PDF_PARSER } from './pdf-parser'
import { PAGE_LIMIT } from './rules'

export type OpenedPdf = { outcome: 'opened'; pages: number } | { outcome: 'password' } | { outcome: 'broken' } | { outcome: 'active' }

/** A PDF that keeps the parser busy for longer than this is treated as broken, milliseconds. */
const PATIENCE = 10_000
/** An idle parser is let go after this, milliseconds. */
const IDLE = 60_000

type Reply = { answer: OpenedPdf; tired: boolean }

let worker: Worker | null = null
let idleTimer: NodeJS.Timeout | null = null
let queue: Promise<unknown> = Promise.resolve()

/**
 * Opens a PDF as a reader without a password would: its page count, or that it wants a password, or that it is broken
 * (also: needs more than ten seconds or 320 MB), or that it acts on its own. A file that only forbids printing or copying opens. One file at a
 * time.
 */
export function openPdf(path: string): Promise<OpenedPdf> {
  const turn = queue.then(() => ask(path))
  queue = turn.catch(() => undefined)
  return turn
}

async function ask(path: string): Promise<OpenedPdf> {
  if (idleTimer) clearTimeout(idleTimer)
  const current = worker ?? startWorker()
  worker = current
  const reply = await replyOf(current, path)
  if (reply.tired) await dismiss(current)
  else {
    idleTimer = setTimeout(() => void dismiss(current), IDLE)
    idleTimer.unref()
  }
  return reply.answer
}

function replyOf(current: Worker, path: string): Promise<Reply> {
  return new Promise((resolve) => {
    const settle = (reply: Reply) => {
      clearTimeout(timer)
      current.off('message', settle).off('error', lost).off('exit', lost)
      current.unref()
      resolve(reply)
    }
    const lost = () => settle({ answer: { outcome: 'broken' }, tired: true })
    const timer = setTimeout(lost, PATIENCE)
    current.ref()
    current.once('message', settle)
    current.once('error', lost)
    current.once('exit', lost)
    current.postMessage(path)
  })
}

/**
 * The parser lives in a thread of its own: a hostile file can make it loop or swell (a few kilobytes of compressed object
 * streams unfold to gigabytes, and WebAssembly memory never shrinks), and a thread can be ended while the office goes on working.
 * The memory's growth is capped; what hits the cap traps, and a parser that trapped or grew large is not used again.
 */
function startWorker(): Worker {
  // Taken from the process rather than imported, because bundlers try to follow both to files of their own.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const { createRequire } = process.getBuiltinModule('node:module')
  const started = new Worker(PDF_PARSER, {
    eval: true,
    workerData: { library: createRequire(join(process.cwd(), 'package.json')).resolve('@hyzyla/pdfium'), pageLimit: PAGE_LIMIT },
    env: {},
    stdout: true,
    stderr: true,
  })
  // A thread that dies between two files must neither end the process nor be asked again.
  started.on('error', () => undefined)
  started.once('exit', () => {
    if (worker === started) worker = null
  })
  started.unref()
  return started
}

async function dismiss(current: Worker): Promise<void> {
  if (worker === current) worker = null
  await current.terminate()
}
