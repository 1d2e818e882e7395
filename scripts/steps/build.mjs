// The production build: made when a source of it has changed since the last one.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../sentence.mjs'
import { precompress } from './precompress.mjs'
import { root, run, step, tail } from './step.mjs'

/** What a page can be made of. Tests, scripts, seeds and migrations are no part of it. */
export const SOURCES = ['app', 'components', 'lib', 'public', 'prisma/schema.prisma']
export const ROOT_FILES = /^(package-lock\.json|tsconfig\.json|(next|postcss)\.config\.\w+|(proxy|instrumentation)\.ts)$/

const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
const noteOf = (folder) => path.join(folder, '.next', 'sources.sha256')

function* filesOf(folder, place) {
  const full = path.join(folder, place)
  if (!existsSync(full)) return
  const entries = readdirSync(path.dirname(full), { withFileTypes: true })
  if (!entries.find(({ name }) => name === path.basename(full))?.isDirectory()) {
    yield place
    return
  }
  for (const entry of readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = `${place}/${entry.name}`
    if (entry.isDirectory()) yield* filesOf(folder, child)
    else yield child
  }
}

/** A fingerprint of every source of the build: content, not age, so that a fresh clone or a switched branch is told right. */
function sourcesHash(folder) {
  const hash = createHash('sha256')
  const rootFiles = readdirSync(folder).filter((name) => ROOT_FILES.test(name))
  for (const place of [...SOURCES, ...rootFiles.sort()]) {
    for (const file of filesOf(folder, place))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(folder, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

/** Whether the build on disk was made from the sources as they are. */
const isBuilt = (folder) =>
  existsSync(path.join(folder, '.next', 'BUILD_ID')) &&
  existsSync(noteOf(folder)) &&
  readFileSync(noteOf(folder), 'utf8') === sourcesHash(folder)

/**
 * Builds the portal. The note of what was built is removed first and written last: a build that was cut off is made again.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} folder where the sources lie
 * @throws {Sentence} with the compiler's last words
 */
async function build(env, folder) {
  const hash = sourcesHash(folder)
  rmSync(noteOf(folder), { force: true })
  const { code, output } = await run(process.execPath, [next, 'build'], { env: { ...env, NODE_ENV: 'production' }, cwd: folder })
  if (code !== 0) throw new Sentence(`Không dựng được phần mềm:\n${tail(output, 40)}`)
  await precompress(path.join(folder, '.next', 'static'))
  writeFileSync(noteOf(folder), hash)
}

/** Builds the portal of `folder` when its sources have changed. */
export async function ensureBuild(env, folder = root) {
  if (!isBuilt(folder)) await step('Dựng phần mềm', () => build(env, folder))
}
