import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { administer } from '@/scripts/database/client.mjs'
import { freePorts } from '@/scripts/steps/ports.mjs'
import { selfSigned } from '../../support/certificate'

// A real installation on this machine: an empty database, the settings of .env, the start command, and a proxy with TLS before it.

/** The host that the certificate and the settings name; the browser of these tests looks for it on this machine. */
export const HOST = 'motcua.thi-du.test'

type Env = Record<string, string | undefined>

/** The database of the running test portal: the demonstration. */
export const demonstration = (): string => process.env.DATABASE_URL ?? ''

/** An empty database on the same server, with a name that leftovers are recognised by. */
export async function emptyDatabase(name: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const own = `mot_cua_test_${process.pid}_${name}`
  const drop = () => administer(demonstration(), `drop database if exists ${own} with (force)`)
  await drop()
  await administer(demonstration(), `create database ${own}`)
  return { url: Object.assign(new URL(demonstration()), { pathname: `/${own}` }).href, drop }
}

/** Runs one of the scripts to its end. */
export function runScript(words: readonly string[], env: Env): Promise<{ code: number | null; output: string }> {
  const running = beginScript(words, env)
  return running.ended.then((code) => ({ code, output: running.output() }))
}

/** Begins a script. `says` resolves when its output holds the text and rejects when it ends without. */
export function beginScript(words: readonly string[], env: Env) {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    ended,
    output: () => output,
    says: (text: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => output.includes(text) && resolve()
        child.stdout.on('data', look)
        look()
        void ended.then(() => reject(new Error(`Ended without saying "${text}":\n${output}`)))
      }),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** The settings of a real installation on ports of its own, with the proxy before it. */
export async function anInstallation(databaseUrl: string) {
  const [web = 0, tls = 0] = await freePorts(2)
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-real-'))
  const origin = `https://${HOST}:${tls}`
  const proxy = createServer(selfSigned(HOST), (asked, answer) => {
    const headers = { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress ?? '' }
    const onward = request({ host: '127.0.0.1', port: web, method: asked.method, path: asked.url, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers)
      got.pipe(answer)
    })
    onward.on('error', () => answer.writeHead(502).end())
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => proxy.listen(tls, '127.0.0.1', resolve))
  const env: Env = {
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
    PORT: String(web),
    HOST: '127.0.0.1',
    PUBLIC_URL: origin,
    TRUSTED_PROXIES: '1',
    VNEID_ISSUER: 'https://dinh-danh.thi-du.test',
    VNEID_CLIENT_ID: 'xa-thi-du',
    VNEID_CLIENT_SECRET: 'k7Qz2mVw9XcR',
    SMTP_URL: process.env.SMTP_URL,
    MAIL_FROM: 'Một Cửa <motcua@thi-du.test>',
    PG_DUMP: join(process.cwd(), 'tests/support/pg-dump.sh'),
    // What the test portal was given is not this installation's.
    ...{ AUTH_SECRET: '', PERSONAL_NUMBER_KEY: '', STAND_IN_CONTROL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '' },
  }
  const close = async () => {
    proxy.closeAllConnections()
    await new Promise((resolve) => proxy.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  return { env, origin, folder, close }
}

export const START = ['scripts/start.mjs', '--production'] as const
export const ADMIN = ['scripts/with-database.mjs', 'scripts/admin/create.ts'] as const
