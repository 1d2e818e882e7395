// `npm start -- --production`: what an installation with real dossiers must not begin with, and the dump before its structure changes.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { withClient } from '../database/client.mjs'
import { Sentence } from '../sentence.mjs'
import { root, run, step, tail } from './step.mjs'

/** Secrets that stand in documents and examples, or that a tired hand types. */
const KNOWN = /stand-in|change-?me|secret|password|example|0123456789|abcdefghij/i

/** The origin of an address, or null when it is none. */
const originOf = (value) => (URL.canParse(value) ? new URL(value).origin : null)

/**
 * What is wrong with the settings of a real installation, as sentences; empty when it may start.
 *
 * @param {NodeJS.ProcessEnv} env what was set, not what would be filled in
 * @returns {string[]}
 */
export function settingFaults(env) {
  const faults = []
  const needs = (name, why) => !env[name] && faults.push(`Cần đặt ${name}: ${why}.`)
  needs('DATABASE_URL', 'cơ sở dữ liệu PostgreSQL của đơn vị, dạng postgresql://người-dùng:mật-khẩu@127.0.0.1:5432/tên')
  needs('PUBLIC_URL', 'địa chỉ https mà người dân gõ, ví dụ https://motcua.xa.gov.vn')
  if (env.PUBLIC_URL) faults.push(...addressFaults(env.PUBLIC_URL))
  needs('TRUSTED_PROXIES', 'số máy chủ proxy của đơn vị đứng trước trang web, thường là 1')
  if (env.TRUSTED_PROXIES === '0')
    faults.push(
      'TRUSTED_PROXIES=0 nghĩa là không có proxy đứng trước, mà https thì cần một. Thường đặt là 1; để 0 thì mọi người bị đếm chung số lần gõ sai.',
    )
  needs('VNEID_ISSUER', 'địa chỉ máy chủ định danh VNeID; không có nó thì chạy máy chủ mô phỏng, ai cũng đăng nhập được')
  if (env.VNEID_ISSUER && !originOf(env.VNEID_ISSUER)?.startsWith('https://'))
    faults.push('VNEID_ISSUER phải là một địa chỉ bắt đầu bằng https://.')
  needs('VNEID_CLIENT_ID', 'mã ứng dụng do đơn vị quản lý VNeID cấp')
  needs('VNEID_CLIENT_SECRET', 'khóa ứng dụng do đơn vị quản lý VNeID cấp')
  needs('SMTP_URL', 'máy chủ gửi thư, ví dụ smtps://tên:mật-khẩu@thu.xa.gov.vn:465; không có nó thì thư chỉ vào hộp thư chạy thử')
  if (env.SMTP_URL && !/^smtps?:\/\/[^/]/.test(env.SMTP_URL))
    faults.push('SMTP_URL phải có dạng smtps://tên:mật-khẩu@máy:465 hoặc smtp://tên:mật-khẩu@máy:587.')
  needs('MAIL_FROM', 'tên và địa chỉ gửi thư của xã, ví dụ "Một Cửa xã … <motcua@xa.gov.vn>"')
  if (env.MAIL_FROM && !/[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+/.test(env.MAIL_FROM))
    faults.push('MAIL_FROM chưa có địa chỉ thư, ví dụ motcua@xa.gov.vn.')
  if (/vidu\.example/.test(env.MAIL_FROM ?? '')) faults.push('MAIL_FROM còn là địa chỉ ví dụ. Đặt địa chỉ gửi thư của xã.')
  for (const name of ['AUTH_SECRET', 'PERSONAL_NUMBER_KEY'])
    if (env[name] && isWeak(name, env[name]))
      faults.push(
        `${name} dễ đoán hoặc ngắn hơn 32 ký tự. Bỏ trống để phần mềm tự tạo, hoặc đặt chuỗi do lệnh "openssl rand -base64 32" in ra.`,
      )
  if (env.VNEID_CLIENT_SECRET && isWeak('VNEID_CLIENT_SECRET', env.VNEID_CLIENT_SECRET))
    faults.push('VNEID_CLIENT_SECRET là giá trị mẫu hoặc dễ đoán. Đặt đúng khóa mà đơn vị quản lý VNeID cấp.')
  if (env.STAND_IN_CONTROL === '1') faults.push('STAND_IN_CONTROL=1 chỉ dành cho thử nghiệm. Bỏ nó đi.')
  return [...faults, ...shapeFaults(env)]
}

/** People must reach the address from outside, and the portal answers at the root of a name only. */
function addressFaults(address) {
  const origin = originOf(address)
  if (origin === null || !origin.startsWith('https://')) return ['PUBLIC_URL phải là một địa chỉ bắt đầu bằng https://.']
  if (address.replace(/\/$/, '') !== origin)
    return [`PUBLIC_URL chỉ gồm https:// và tên miền viết thường, không có đường dẫn phía sau: đặt ${origin}.`]
  if (/^(localhost|127\..*|\[::1\])$|\.localhost$/.test(new URL(address).hostname))
    return ['PUBLIC_URL là tên của riêng máy này, người dân không mở được. Đặt tên miền của xã.']
  return []
}

const isWhole = (value, least, most) => /^\d{1,4}$/.test(value) && Number(value) >= least && Number(value) <= most

/** What the processes could not read of the settings, whether the installation is real or not. */
export function shapeFaults(env) {
  const faults = []
  const check = (name, right, wanted) => env[name] && !right(env[name]) && faults.push(`${name}=${env[name]} không đúng: cần ${wanted}.`)
  check('TRUSTED_PROXIES', (value) => isWhole(value, 0, 5), 'một số từ 0 đến 5')
  check('DATABASE_POOL', (value) => isWhole(value, 1, 200), 'một số từ 1 đến 200')
  check('LOG_LEVEL', (value) => /^(silent|error|warn|info|debug)$/.test(value), 'silent, error, warn, info hoặc debug')
  return faults
}

/** The client's secret is given by others and may be short; ours have to be long. */
const isWeak = (name, value) => KNOWN.test(value) || new Set(value).size < 8 || (name !== 'VNEID_CLIENT_SECRET' && value.length < 32)

const hasTable = async (client, name) => (await client.query('select to_regclass($1) as found', [`public.${name}`])).rows[0].found !== null

/**
 * What of the demonstration lies in the database, as sentences: its communes, and accounts that its published password opens, whatever
 * commune they were brought to. `fits` compares a hash with a password.
 */
export async function demoFaults(databaseUrl, { password, userNames, fits }) {
  return withClient(databaseUrl, async (client) => {
    if (!(await hasTable(client, 'commune'))) return []
    const faults = []
    const communes = (await client.query('select name from commune where "isDemo" order by id')).rows
    if (communes.length > 0)
      faults.push(`Cơ sở dữ liệu có dữ liệu trình diễn (${communes.map(({ name }) => name).join(', ')}). Dùng một cơ sở dữ liệu trống.`)
    const staff = (
      await client.query('select "userName", "passwordHash" from staff where "userName" = any($1) and "passwordHash" is not null', [
        userNames,
      ])
    ).rows
    for (const { userName, passwordHash } of staff)
      if (await fits(passwordHash, password)) faults.push(`Tài khoản ${userName} còn mật khẩu trình diễn ai cũng biết.`)
    return faults
  })
}

/**
 * Refuses to begin with anything of the demonstration.
 *
 * @throws {Sentence} naming all that is wrong at once
 */
export function refuseFaults(faults, title = 'Chưa chạy thật được') {
  if (faults.length > 0) throw new Sentence(`${title}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
}

/** Where settings are set: most who meet a refused one have never seen the file. */
export const WHERE_TO_SET = 'Chưa chạy được vì thiết lập (sửa trong tệp .env cạnh mã nguồn, mẫu ở deploy/mot-cua.env)'

/** Everything that is wrong with the database of a real installation. */
export async function refuseDemoData(databaseUrl) {
  const read = (file) => JSON.parse(readFileSync(path.join(root, 'prisma/seed/data', file), 'utf8'))
  const { verify } = await import('@node-rs/argon2')
  const userNames = [...read('staff.json'), ...read('commune-2.json').staff].map(({ userName }) => userName)
  refuseFaults(await demoFaults(databaseUrl, { password: read('demo-accounts.json').password, userNames, fits: verify }))
}

/** Whether nobody can sign in yet to set the installation up. */
export const hasNoStaff = (databaseUrl) =>
  withClient(databaseUrl, async (client) => (await client.query('select 1 from staff limit 1')).rowCount === 0)

/** The names of the migrations that a database lacks; null for a database that has nothing to lose yet. */
export const pendingMigrations = (databaseUrl) =>
  withClient(databaseUrl, async (client) => {
    if (!(await hasTable(client, '_prisma_migrations'))) return null
    const { rows } = await client.query('select migration_name from _prisma_migrations where finished_at is not null')
    const applied = new Set(rows.map(({ migration_name: name }) => name))
    const known = readdirSync(path.join(root, 'prisma/migrations'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    return known.map(({ name }) => name).filter((name) => !applied.has(name))
  })

/** The migration at which an earlier update was cut off, or null: the database is then neither as before nor as after. */
export const cutOffMigration = (databaseUrl) =>
  withClient(databaseUrl, async (client) => {
    if (!(await hasTable(client, '_prisma_migrations'))) return null
    const half = 'select migration_name from _prisma_migrations where finished_at is null and rolled_back_at is null limit 1'
    return (await client.query(half)).rows[0]?.migration_name ?? null
  })

/** The last dumps are kept; whoever wants more copies them elsewhere. */
const KEPT = 5

/**
 * Writes the whole database into a file before its structure changes. A dump that was cut off never gets its name.
 *
 * @param {string} databaseUrl
 * @param {{ folder: string, stamp: string, pgDump?: string }} options
 * @returns {Promise<string>} the file
 * @throws {Sentence} when there is no pg_dump, or it fails
 */
export async function dumpDatabase(databaseUrl, { folder, stamp, pgDump = 'pg_dump' }) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, `${stamp}.dump`)
  const url = new URL(databaseUrl)
  // The password goes through the environment: a command line can be read by everyone on the machine.
  const env = { ...process.env, PGPASSWORD: decodeURIComponent(url.password) }
  url.password = ''
  const { code, output } = await run(pgDump, ['--format=custom', `--file=${file}.part`, url.href], { env })
  const escape = 'hoặc tự sao lưu rồi chạy lại với --without-dump'
  if (code === 127) throw new Sentence(`Không có pg_dump để sao lưu trước khi cập nhật: cài gói postgresql-client, ${escape}.`)
  if (code !== 0) {
    rmSync(`${file}.part`, { force: true })
    throw new Sentence(`pg_dump không sao lưu được, nên chưa cập nhật gì (${escape}):\n${tail(output, 5)}`)
  }
  renameSync(`${file}.part`, file)
  const dumps = readdirSync(folder).filter((name) => name.endsWith('.dump'))
  for (const old of dumps.sort().slice(0, -KEPT)) rmSync(path.join(folder, old))
  return file
}

/**
 * Dumps an installation that is about to be updated; a new or current one needs none. One whose last update was cut off is not touched: a
 * supervisor starts it again and again, and each new dump of the half would push out one of the whole.
 */
export async function dumpBeforeUpdate(databaseUrl, { folder, without }) {
  const half = await cutOffMigration(databaseUrl)
  if (half !== null)
    throw new Sentence(
      `Lần cập nhật trước dừng giữa chừng ở ${half}, nên không chạy tiếp. Quay về phiên bản cũ và bản sao lưu mới nhất trong ${folder}, theo mục "Cập nhật hỏng thì quay lại" của docs/van-hanh.md.`,
    )
  const pending = await pendingMigrations(databaseUrl)
  if (pending === null || pending.length === 0 || without) return
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const pgDump = process.env.PG_DUMP || 'pg_dump'
  const file = await step('Sao lưu cơ sở dữ liệu trước khi cập nhật', () => dumpDatabase(databaseUrl, { folder, stamp, pgDump }))
  console.log(`    ${file}`)
}
