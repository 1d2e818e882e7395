// The production build: made when a source of it has changed since the last one.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../sentence.mjs'
import { precompress } from './precompress.mjs'
import { root, run, step, tail } from './step.mjs'

/** What a page can be made of. Tests, scripts, seeds and migrations are no part of it. */
const SOURCES = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma']
const ROOT_FILES = /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(proxy|instrumentation)\.ts)$/

const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
const note = path.join(root, '.next', 'sources.sha256')

function* filesOf(place) {
  const full = path.join(root, place)
  if (!existsSync(full)) return
  const entries = readdirSync(path.dirname(full), { withFileTypes: true })
  if (!entries.find(({ name }) => name === path.basename(full))?.isDirectory()) {
    yield place
    return
  }
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = `${place}/${entry.name}`
    if (entry.isDirectory()) yield* filesOf(child)
    else yield child
  }
}

/** A fingerprint of every source of the build: content, not age, so that a fresh clone or a switched branch is told right. */
function sourcesHash() {
  const hash = createHash('sha256')
  const rootFiles = readdirSync(root).filter((name) => ROOT_FILES.test(name))
  for (const place of [...SOURCES, ...rootFiles.sort()]) {
    for (const file of filesOf(place))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/** Whether the build on disk was made from the sources as they are. */
const isBuilt = () => existsSync(path.join(root, '.next', 'BUILD_ID')) && existsSync(note) && readFileSync(note, 'utf8') === sourcesHash()

/**
 * Builds the portal. The note of what was built is removed first and written last: a build that was cut off is made again.
 *
 * @param {NodeJS.ProcessEnv} env
 * @throws {Sentence} with the compiler's last words
 */
async function build(env) {
  const hash = sourcesHash()
  rmSync(note, { force: true })
  const { code, output } = await run(process.execPath, [next, 'build'], { env: { ...env, NODE_ENV: 'production' } })
  if (code !== 0) throw new Sentence(`Không dựng được phần mềm:\n${tail(output, 40)}`)
  await precompress(path.join(root, '.next', 'static'))
  writeFileSync(note, hash)
}

/** Builds the portal when its sources have changed. */
export async function ensureBuild(env) {
  if (!isBuilt()) await step('Dựng phần mềm', () => build(env))
}
