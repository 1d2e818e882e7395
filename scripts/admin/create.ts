// `npm run admin:create`: the first administrator of a real installation, and on an empty database the commune with its reference data.
import { parseArgs } from 'node:util'
import { appendToChain } from '@/lib/audit/store'
import { auditLine } from '@/lib/access/record'
import { newId, readClock } from '@/lib/platform/clock'
import { closeDb, db, TRANSACTION } from '@/lib/platform/db'
import { siteAddress } from '@/lib/places/address'
import { CommuneFacts, UNTOLD } from '@/lib/places/schema'
import { NewOfficer } from '@/lib/staff/schema'
import { linkToken, openPasswordLink } from '@/lib/staff/store'
import { loadCommune } from '@/prisma/seed/data'
import { seedCommon, seedUsual } from '@/prisma/seed/reference'

export type Wanted = {
  userName: string
  fullName: string
  commune: string | null
  agencyCode: string | null
  host: string | null
  another: boolean
}

/** A commune and where its site is. */
type Home = { id: number; agencyCode: string; host: string | null }

/** What the operator has to change, as a sentence. */
class AdminRefusal extends Error {}

const USAGE =
  'npm run admin:create -- --user-name quantri --full-name "Họ và tên" [--commune "xã …" --agency-code H61.123] [--host tên-miền-của-xã] [--another]'

/** Departments by their law (Nghị định 150/2025/NĐ-CP): a ward has no Phòng Kinh tế but one for the town as well, and says "phường" of itself. */
function departmentsOf(communeName: string) {
  const kind = /^(?:phường|đặc khu)(?= )/.exec(communeName)?.[0] ?? 'xã'
  const { departments } = loadCommune()
  return departments.map((department) => ({
    ...department,
    name:
      kind === 'phường' && department.code === 'KINH_TE' ? 'Phòng Kinh tế, Hạ tầng và Đô thị' : department.name.replace(/ xã$/, ` ${kind}`),
  }))
}

/**
 * Makes a commune: the first one of an empty database with the reference data, or another one beside those that are there. It gets the usual
 * departments; what only its administrator can tell is left to be told.
 */
async function makeCommune({ commune, agencyCode, host }: Wanted, id: number): Promise<Home> {
  if (commune === null || agencyCode === null)
    throw new AdminRefusal(`Cơ sở dữ liệu chưa có xã nào: thêm --commune "xã …" và --agency-code H61.123.\n${USAGE}`)
  if (id > 1 && host === null) throw new AdminRefusal(`Bản cài đặt đã có xã khác, nên xã mới cần tên miền riêng: thêm --host.\n${USAGE}`)
  const { letterhead } = loadCommune()
  const name = commune.trim()
  const facts = CommuneFacts.safeParse({
    ...{ name, agencyCode, host: host ?? '', email: '', provinceCode: '', ...UNTOLD },
    ...{ placeName: name.replace(/^(?:xã|phường|đặc khu) /, ''), centreName: letterhead.centreName },
    parentAgency: `ỦY BAN NHÂN DÂN ${name.toLocaleUpperCase('vi')}`,
  })
  if (!facts.success) throw new AdminRefusal(`${facts.error.issues[0]?.message ?? ''}\n${USAGE}`)
  if (id === 1) await seedCommon(db())
  await db().$transaction(async (tx) => {
    const { count } = await tx.commune.createMany({ data: [{ id, isDemo: false, ...facts.data }], skipDuplicates: true })
    if (count === 0) throw new AdminRefusal(`Xã khác đang dùng tên miền ${facts.data.host ?? ''}.`)
    await seedUsual(tx, id, { departments: departmentsOf(name) })
  }, TRANSACTION)
  return { id, agencyCode, host: facts.data.host }
}

/** The commune that is meant: the one with the code, the only one when no code is given, or a new one when it is named. */
async function communeWanted(wanted: Wanted): Promise<Home> {
  const { agencyCode, commune } = wanted
  const communes = await db().commune.findMany({ orderBy: { id: 'asc' }, select: { id: true, agencyCode: true, host: true } })
  const [first] = communes
  const found = communes.find((one) => one.agencyCode === agencyCode)
  if (found) return found
  if (!first) return makeCommune(wanted, 1)
  if (agencyCode === null) {
    if (communes.length === 1 && commune === null) return first
    throw new AdminRefusal(`Cho biết xã nào: thêm --agency-code, ví dụ --agency-code ${first.agencyCode}.`)
  }
  if (commune === null) throw new AdminRefusal(`Không có xã nào mang mã ${agencyCode}. Muốn thêm xã mới thì dùng cả --commune và --host.`)
  return makeCommune(wanted, Math.max(...communes.map(({ id }) => id)) + 1)
}

/** Makes an administrator without a password; answers the one-time link to set it. Throws `AdminRefusal`. */
export async function createAdmin(wanted: Wanted): Promise<string> {
  const parsed = NewOfficer.safeParse({ ...wanted, position: 'Quản trị hệ thống', departmentCode: 'VAN_PHONG', roles: ['admin'] })
  if (!parsed.success) throw new AdminRefusal(`${parsed.error.issues[0]?.message ?? ''}\n${USAGE}`)
  const home = await communeWanted(wanted)
  const communeId = home.id
  const admins = await db().staff.count({ where: { communeId, status: 'ACTIVE', roles: { has: 'admin' } } })
  if (admins > 0 && !wanted.another)
    throw new AdminRefusal(
      `Xã đã có ${admins} người quản trị. Người đó thêm được người khác ở trang Quản trị; cần thêm từ đây thì dùng --another.`,
    )
  const { userName, fullName, position, roles } = parsed.data
  const department = await db().department.findFirstOrThrow({ where: { communeId }, orderBy: [{ kind: 'asc' }, { position: 'asc' }] })
  const now = readClock()
  const linkId = await db().$transaction(async (tx) => {
    const id = newId()
    const account = { userName, fullName, position, roles, departmentCode: department.code, status: 'ACTIVE', createdAt: now } as const
    const { count } = await tx.staff.createMany({ data: [{ communeId, id, ...account }], skipDuplicates: true })
    if (count === 0) throw new AdminRefusal(`Đã có người dùng tên đăng nhập ${userName}.`)
    const link = await openPasswordLink({ db: tx, now, newId }, { communeId, id })
    const actor = { kind: 'system', communeId, name: 'admin:create' } as const
    await appendToChain(tx, communeId, {
      links: [auditLine(actor, now, { action: 'staff.add', outcome: 'done', about: { kind: 'staff', id } })],
    })
    return link.linkId
  }, TRANSACTION)
  return `${siteAddress(home)}/dat-mat-khau/${linkToken(communeId, linkId)}`
}

if (process.argv[1]?.endsWith('scripts/admin/create.ts')) {
  try {
    const { values } = parseArgs({
      options: {
        'user-name': { type: 'string' },
        'full-name': { type: 'string' },
        commune: { type: 'string' },
        'agency-code': { type: 'string' },
        host: { type: 'string' },
        another: { type: 'boolean', default: false },
      },
    })
    const link = await createAdmin({
      userName: values['user-name'] ?? '',
      fullName: values['full-name'] ?? '',
      commune: values.commune ?? null,
      agencyCode: values['agency-code'] ?? null,
      host: values.host ?? null,
      another: values.another,
    })
    console.log(`Đã thêm người quản trị. Mở đường dẫn này trong 24 giờ để đặt mật khẩu; dùng được một lần:\n\n  ${link}\n`)
  } catch (error) {
    if (!(error instanceof AdminRefusal) && !(error instanceof TypeError)) throw error
    console.error(error instanceof AdminRefusal ? error.message : USAGE)
    process.exitCode = 1
  } finally {
    await closeDb()
  }
}
