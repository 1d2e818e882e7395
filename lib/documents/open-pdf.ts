import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { PDF_PARSER } from './pdf-parser'
import { PAGE_LIMIT } from './rules'

export type OpenedPdf = { outcome: 'opened'; pages: number } | { outcome: 'password' } | { outcome: 'broken' } | { outcome: 'active' }

/** A PDF that keeps the parser busy for longer than this is treated as broken, milliseconds. */
const PATIENCE = 10_000
/** How long a parser may take to begin, milliseconds: on a machine that has other work this is no fault of the file. */
const BEGIN_PATIENCE = 60_000
/** An idle parser is let go after this, milliseconds. */
const IDLE = 60_000

type Reply = { answer: OpenedPdf; tired: boolean }
/** `begun`: once it can take files; it rejects when it cannot begin. */
type Parser = { thread: Worker; begun: Promise<void> }

let parser: Parser | null = null
let idleTimer: NodeJS.Timeout | null = null
let queue: Promise<unknown> = Promise.resolve()

/**
 * Opens a PDF as a reader without a password would: its page count, or that it wants a password, or that it is broken
 * (also: needs more than ten seconds or 320 MB), or that it acts on its own. A file that only forbids printing or copying opens. One file at a
 * time. `patience`: for the tests. Throws when no parser can be begun.
 */
export function openPdf(path: string, { patience = PATIENCE } = {}): Promise<OpenedPdf> {
  const turn = queue.then(() => ask(path, patience))
  queue = turn.catch(() => undefined)
  return turn
}

async function ask(path: string, patience: number): Promise<OpenedPdf> {
  if (idleTimer) clearTimeout(idleTimer)
  const current = parser ?? beginParser()
  parser = current
  try {
    await current.begun
  } catch (error) {
    await dismiss(current)
    throw error
  }
  const reply = await replyOf(current, path, patience)
  if (reply.tired) await dismiss(current)
  else {
    idleTimer = setTimeout(() => void dismiss(current), IDLE)
    idleTimer.unref()
  }
  return reply.answer
}

function replyOf({ thread }: Parser, path: string, patience: number): Promise<Reply> {
  return new Promise((resolve) => {
    const settle = (reply: Reply) => {
      clearTimeout(timer)
      thread.off('message', settle).off('error', lost).off('exit', lost)
      thread.unref()
      resolve(reply)
    }
    const lost = () => settle({ answer: { outcome: 'broken' }, tired: true })
    const timer = setTimeout(lost, patience)
    thread.ref()
    thread.once('message', settle)
    thread.once('error', lost)
    thread.once('exit', lost)
    thread.postMessage(path)
  })
}

/**
 * The parser lives in a thread of its own: a hostile file can make it loop or swell (a few kilobytes of compressed object
 * streams unfold to gigabytes, and WebAssembly memory never shrinks), and a thread can be ended while the office goes on working.
 * The memory's growth is capped; what hits the cap traps, and a parser that trapped or grew large is not used again.
 */
function beginParser(): Parser {
  // Taken from the process rather than imported, because bundlers try to follow both to files of their own.
  const { Worker } = process.getBuiltinModule('node:worker_threads')
  const { createRequire } = process.getBuiltinModule('node:module')
  const thread = new Worker(PDF_PARSER, {
    eval: true,
    workerData: { library: createRequire(join(process.cwd(), 'package.json')).resolve('@hyzyla/pdfium'), pageLimit: PAGE_LIMIT },
    env: {},
    stdout: true,
    stderr: true,
  })
  const begun = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The parser of PDF files takes too long to begin')), BEGIN_PATIENCE)
    const settle = () => {
      clearTimeout(timer)
      thread.off('exit', lost)
      resolve()
    }
    const lost = () => {
      clearTimeout(timer)
      reject(new Error('The parser of PDF files cannot begin'))
    }
    thread.once('message', settle)
    thread.once('exit', lost)
  })
  const started = { thread, begun }
  // A thread that dies between two files must neither end the process nor be asked again.
  thread.on('error', () => undefined)
  thread.once('exit', () => {
    if (parser === started) parser = null
  })
  return started
}

async function dismiss(current: Parser): Promise<void> {
  if (parser === current) parser = null
  await current.thread.terminate()
}
