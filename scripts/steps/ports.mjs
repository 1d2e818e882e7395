// Free and taken ports.
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { Sentence } from '../sentence.mjs'

/** Listens for a moment; resolves with the port, or null when it is taken. Without a host both address families are tried. */
function tryListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null))
    })
  })
}

/** @param {number} count @returns {Promise<number[]>} different ports that are free now */
export async function freePorts(count) {
  const found = new Set()
  while (found.size < count) {
    const port = await tryListen(0)
    if (port !== null) found.add(port)
  }
  return [...found]
}

/** @param {number} port @returns {Promise<boolean>} whether nobody listens there, on either address family */
const isFree = async (port) => (await tryListen(port)) !== null && (await tryListen(port, '127.0.0.1')) !== null

/**
 * Refuses to start on a port that someone else uses.
 *
 * @param {{ port: number, variable: string, what: string }[]} wanted
 * @param {{ patience?: number }} [options] patience: milliseconds to wait for a predecessor that is still ending
 * @throws {Sentence} naming the port and how to take another one
 */
export async function requireFreePorts(wanted, { patience = 0 } = {}) {
  const until = Date.now() + patience
  for (const { port, variable, what } of wanted) {
    while (!(await isFree(port))) {
      if (Date.now() >= until) {
        throw new Sentence(
          `Cổng ${port} (${what}) đang có chương trình khác dùng: hãy tắt chương trình đó, hoặc đặt ${variable} sang cổng khác.`,
        )
      }
      await sleep(200)
    }
  }
}
