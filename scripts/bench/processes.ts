// The processes that are measured. Each ends with the bench, also after kill -9: it watches the other end of its standard input.
import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { WEB_FLAGS } from '@/scripts/steps/portal.mjs'

const leash = pathToFileURL(resolve('scripts/steps/die-with-parent.mjs')).href
const recorder = pathToFileURL(resolve('scripts/bench/record-statements.mjs')).href
const next = resolve('node_modules/next/dist/bin/next')

export type Started = { pid: number; end: () => Promise<void> }

function begin(words: string[], { cwd, env = {} }: { cwd?: string; env?: Readonly<Record<string, string>> } = {}): Started {
  const child: ChildProcess = spawn(process.execPath, ['--import', leash, ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...env, MOT_CUA_PARENT: String(process.pid) },
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  child.stdin?.on('error', () => undefined)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  return { pid: child.pid ?? 0, end: () => (child.kill('SIGTERM'), ended) }
}

/** The web process of the bench's own build. `statements`: the file that takes what it sends to PostgreSQL. `profile`: a folder for V8's profile. */
export const startWeb = ({ statements, profile }: { statements?: string; profile?: string } = {}): Started =>
  begin(
    [
      ...(statements === undefined ? [] : ['--import', recorder]),
      ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
      ...WEB_FLAGS,
      next,
      'start',
      '-p',
      process.env.PORT ?? '3000',
    ],
    { cwd: process.env.BENCH_SITE ?? '.', env: statements === undefined ? {} : { BENCH_STATEMENTS: statements } },
  )

/** Node and pg alone, answering with the same SQL. */
export const startBare = (): Started => begin(['--import', 'tsx', 'scripts/bench/bare.ts'])

/** The identity server and the mail server that the demonstration signs in and writes with. */
export const startStandIns = (): Started[] => ['identity', 'mail'].map((name) => begin(['--import', 'tsx', `scripts/stand-ins/${name}.ts`]))
