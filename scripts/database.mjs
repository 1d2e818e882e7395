// The database of the commands: the one that DATABASE_URL names, else the embedded PostgreSQL under DATA_DIR.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { administer, withClient } from './database/client.mjs'
import { openCluster } from './database/cluster.mjs'
import { preparePlace } from './database/place.mjs'
import { Sentence } from './sentence.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** The folder of everything this installation keeps: `DATA_DIR`, by default `.data` beside the code. */
export const dataDir = () => path.resolve(root, process.env.DATA_DIR || '.data')

/** Loaded on use: the scripts have to start before the packages are installed. */
const pgClient = async (connectionString) => {
  const { default: pg } = await import('pg')
  return new pg.Client({ connectionString, connectionTimeoutMillis: 5000, application_name: 'mot-cua-setup' })
}

/** The address of another database of the same server. */
const withName = (url, name) => Object.assign(new URL(url), { pathname: `/${encodeURIComponent(name)}` }).href

/** Why a connection failed, said to the operator. Never shows the password. */
function sentenceFor(error, url) {
  const place = `${url.hostname}:${url.port || 5432}`
  const name = decodeURIComponent(url.pathname.slice(1))
  const sentences = {
    ECONNREFUSED: `không có máy chủ nào trả lời tại ${place}`,
    ENOTFOUND: `không tìm thấy máy "${url.hostname}"`,
    EAI_AGAIN: `không tìm thấy máy "${url.hostname}"`,
    EHOSTUNREACH: `không tới được máy "${url.hostname}"`,
    ETIMEDOUT: `máy chủ ${place} không trả lời`,
    '28P01': `sai mật khẩu của người dùng "${decodeURIComponent(url.username)}"`,
    28000: `người dùng "${decodeURIComponent(url.username)}" không được phép đăng nhập`,
    '3D000': `máy chủ ${place} không có cơ sở dữ liệu "${name}", hãy tạo nó trước`,
    53300: `máy chủ ${place} đã hết chỗ kết nối`,
    '57P03': `máy chủ ${place} đang khởi động, hãy thử lại sau`,
  }
  const code = error.code ?? error.errors?.[0]?.code
  const reason = sentences[code] ?? (/timeout/i.test(error.message) ? sentences.ETIMEDOUT : error.message)
  return new Sentence(`Không kết nối được DATABASE_URL: ${reason}.`)
}

/**
 * Checks that a connection string can be used.
 *
 * @param {string} value
 * @throws {Sentence} saying in one sentence why it cannot
 */
async function checkConnection(value) {
  let url
  try {
    url = new URL(value)
  } catch {
    throw new Sentence('DATABASE_URL không đúng dạng: cần postgresql://người-dùng:mật-khẩu@máy:5432/tên.')
  }
  if (!/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new Sentence('DATABASE_URL không đúng dạng: cần postgresql://người-dùng:mật-khẩu@máy:5432/tên.')
  }
  const client = await pgClient(value)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query("select current_setting('server_version_num')::int as version")
    if (rows[0].version < 150000) throw Object.assign(new Error('cần PostgreSQL 15 trở lên'), { code: 'OLD' })
  } catch (error) {
    throw sentenceFor(error, url)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Creates a database of the embedded server unless it exists. */
const ensureDatabase = (adminUrl, name) =>
  withClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  })

/** Throws the database away and makes it empty. */
const recreateDatabase = (adminUrl, name) =>
  administer(adminUrl, `drop database if exists "${name}" with (force)`, `create database "${name}"`)

/** A database that someone named in DATABASE_URL holds their data. */
async function refuseToRecreate() {
  throw new Error('A database named in DATABASE_URL is never recreated')
}

/**
 * Opens the database server.
 *
 * With DATABASE_URL set it is only checked. Else the embedded server of the named cluster starts, or is joined when another process
 * has started it; the last user to close it stops it.
 *
 * @param {{ cluster?: 'main' | 'test' }} [options] `test` is a server of its own, quick and without durability
 * @returns {Promise<{ url: string, embedded: boolean, urlOf: (name: string) => string, recreate: () => Promise<void>,
 *   revive: () => Promise<boolean>, close: () => Promise<void> }>}
 *   `url`: the database of the portal; `urlOf`: another database of the same server; `recreate`: empties the portal's, embedded only;
 *   `revive`: starts a server that has died again and answers whether it had, embedded only
 * @throws {Sentence} when no server can be had
 */
export async function openDatabase({ cluster = 'main' } = {}) {
  const given = process.env.DATABASE_URL
  if (given) {
    await checkConnection(given)
    const [nothing, never] = [async () => undefined, async () => false]
    return {
      url: given,
      embedded: false,
      urlOf: (name) => withName(given, name),
      recreate: refuseToRecreate,
      revive: never,
      close: nothing,
    }
  }
  const server = await openCluster(preparePlace({ dataDir: dataDir(), cluster }), { disposable: cluster === 'test' })
  const urlOf = (name) => `postgresql://${server.user}:${server.password}@127.0.0.1:${server.port}/${encodeURIComponent(name)}`
  try {
    await ensureDatabase(urlOf('postgres'), 'mot_cua')
  } catch (error) {
    await server.close()
    throw error
  }
  return {
    url: urlOf('mot_cua'),
    embedded: true,
    urlOf,
    recreate: () => recreateDatabase(urlOf('postgres'), 'mot_cua'),
    revive: server.revive,
    close: server.close,
  }
}
