// A running portal: the web process, the worker, and the stand-ins for the services outside.
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Sentence } from '../sentence.mjs'
import { root } from './step.mjs'

const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')

/**
 * V8's flags for the web process. Without a bound V8 lets dead objects lie as long as the machine has memory, and the process grows past a gigabyte
 * under load; with it the process stays small enough for a mini-PC that runs PostgreSQL beside it.
 */
export const WEB_FLAGS = ['--max-old-space-size=512']

/** A TypeScript program of this repository, as Node's arguments. */
const typescript = (file) => ['--import', 'tsx', file]

/** Waits until an address answers at all, whatever it says. */
async function untilAnswers(url, ended) {
  const until = Date.now() + 90_000
  let over = null
  void ended.then((sentence) => (over = sentence))
  while (Date.now() < until) {
    if (over !== null) throw new Sentence(over)
    const answered = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(20_000) }).then(
      (response) => response.status < 500,
      () => false,
    )
    if (answered) return
    await sleep(100)
  }
  throw new Sentence(`Sau 90 giây ${url} vẫn chưa trả lời.`)
}

/**
 * Starts every process of a portal and waits until each answers. From then on whichever dies is begun again.
 *
 * @param {import('./children.mjs').Children} children takes the processes; whoever made it ends them
 * @param {ReturnType<typeof import('./environment.mjs').portalEnvironment> & { dev?: boolean }} options
 * @throws {Sentence} when a process ends before the web answers
 */
export async function startPortal(children, { env, standIns, dev = false }) {
  if (standIns.identity) children.begin('định danh', typescript('scripts/stand-ins/identity.ts'), env)
  if (standIns.mail) children.begin('thư', typescript('scripts/stand-ins/mail.ts'), env)
  const worker = 'lib/jobs/worker.ts'
  children.begin('việc nền', dev ? [tsx, 'watch', '--clear-screen=false', worker] : typescript(worker), env)
  const host = env.HOST ? ['-H', env.HOST] : []
  children.begin('web', [...(dev ? [] : WEB_FLAGS), next, dev ? 'dev' : 'start', '-p', env.PORT, ...host], env)
  if (standIns.identity) await untilAnswers(`${env.VNEID_ISSUER}/.well-known/openid-configuration`, children.ended)
  if (standIns.mail) await untilAnswers(`http://localhost:${env.MAIL_HTTP_PORT}/`, children.ended)
  await untilAnswers(`http://${env.HOST || 'localhost'}:${env.PORT}/api/health/live`, children.ended)
  children.lasting = true
}
