// Packages and the generated client: made when they are missing or outdated.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Sentence } from '../sentence.mjs'
import { generateClient } from '../generate.mjs'
import { root, run, step, tail } from './step.mjs'

const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'))

/** Refuses a Node that is too old, before anything else can fail in a stranger way. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Sentence(`Cần Node.js 20.19 trở lên; máy này đang dùng ${process.versions.node}.`)
  }
}

/**
 * Whether every package of the lock file is installed in its version. npm notes in node_modules what it installed; comparing that note
 * says more than the age of two files, which a fresh clone or a copied folder turns round.
 */
function packagesInstalled() {
  if (!existsSync(path.join(root, 'node_modules', '.package-lock.json'))) return false
  const installed = readJson('node_modules/.package-lock.json').packages
  return Object.entries(readJson('package-lock.json').packages).every(
    ([place, { version, optional }]) => place === '' || installed[place]?.version === version || (optional && !installed[place]),
  )
}

/** npm of the Node that runs us: the one that called this script, else the one on the path. */
function npm(words) {
  const cli = process.env.npm_execpath
  return cli?.endsWith('npm-cli.js') ? run(process.execPath, [cli, ...words]) : run('npm', words)
}

/**
 * Installs exactly what the lock file says, without install scripts.
 *
 * @throws {Sentence} when npm fails
 */
async function installPackages() {
  // `--include`: an operator's NODE_ENV=production would leave out what the build and the tests need.
  const quiet = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  let result = await npm(['ci', ...quiet])
  // A registry that lacks builds for other systems makes npm drop them from the lock and then refuse the lock for the lack.
  if (result.code !== 0 && /EUSAGE|in sync/.test(result.output)) result = await npm(['install', '--no-save', ...quiet])
  if (result.code === 127) throw new Sentence('Không tìm thấy npm: hãy cài Node.js kèm npm.')
  if (result.code !== 0) throw new Sentence(`npm không cài được các gói:\n${tail(result.output, 8)}`)
}

/** Installs the packages when they are missing or not those of the lock file. */
export async function ensurePackages() {
  if (!packagesInstalled()) await step('Cài các gói phần mềm', installPackages)
}

/** Generates the database client when the schema or the generator has changed since. */
export async function ensureClient() {
  const hash = createHash('sha256')
    .update(readFileSync(path.join(root, 'prisma/schema.prisma')))
    .update(readJson('node_modules/prisma/package.json').version)
    .digest('hex')
  const note = path.join(root, 'prisma/generated/schema.sha256')
  if (existsSync(note) && readFileSync(note, 'utf8') === hash) return
  await step('Tạo mã truy cập cơ sở dữ liệu', () => {
    const { ok, output } = generateClient()
    if (!ok) throw new Sentence(`Không tạo được mã từ prisma/schema.prisma:\n${tail(output, 15)}`)
    writeFileSync(note, hash)
  })
}
