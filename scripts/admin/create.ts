// `npm run admin:create`: the first administrator of a real installation, and on an empty database the commune with its reference data.
import { parseArgs } from 'node:util'
import { appendToChain } from '@/lib/audit/store'
import { auditLine } from '@/lib/access/record'
import { newId, readClock } from '@/lib/platform/clock'
import { closeDb, db, TRANSACTION } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { NewOfficer } from '@/lib/staff/schema'
import { linkToken, openPasswordLink } from '@/lib/staff/store'
import { loadCommune } from '@/prisma/seed/data'
import { seedCommon } from '@/prisma/seed/reference'

export type Wanted = { userName: string; fullName: string; commune: string | null; agencyCode: string | null; another: boolean }

/** What the operator has to change, as a sentence. */
class AdminRefusal extends Error {}

const USAGE = 'npm run admin:create -- --user-name quantri --full-name "Họ và tên" [--commune "xã …" --agency-code H61.123] [--another]'

/** Makes the commune of an empty database: reference data, usual departments, and what only its administrator can tell left to be told. */
async function makeCommune({ commune, agencyCode }: Wanted): Promise<number> {
  if (commune === null || agencyCode === null || !/^[A-Z]\d{2}(?:\.\d{1,3}){1,3}$/.test(agencyCode))
    throw new AdminRefusal(`Cơ sở dữ liệu chưa có xã nào: thêm --commune "xã …" và --agency-code H61.123.\n${USAGE}`)
  await seedCommon(db())
  const { departments, provinceCode: _province, ...usual } = loadCommune()
  const name = commune.trim()
  await db().commune.create({
    data: {
      ...{ id: 1, name, agencyCode, isDemo: false, address: 'Chưa nhập địa chỉ', phone: '0000 000 000' },
      ...{ placeName: name.replace(/^(?:xã|phường|đặc khu) /, ''), centreName: usual.letterhead.centreName },
      parentAgency: `ỦY BAN NHÂN DÂN ${name.toLocaleUpperCase('vi')}`,
    },
  })
  await db().department.createMany({ data: departments.map((row, index) => ({ communeId: 1, position: index + 1, ...row })) })
  return 1
}

/** Makes an administrator without a password; answers the one-time link to set it. Throws `AdminRefusal`. */
export async function createAdmin(wanted: Wanted): Promise<string> {
  const parsed = NewOfficer.safeParse({ ...wanted, position: 'Quản trị hệ thống', departmentCode: 'VAN_PHONG', roles: ['admin'] })
  if (!parsed.success) throw new AdminRefusal(`${parsed.error.issues[0]?.message ?? ''}\n${USAGE}`)
  const communes = await db().commune.findMany({ orderBy: { id: 'asc' }, select: { id: true, agencyCode: true } })
  const communeId =
    communes.length === 0
      ? await makeCommune(wanted)
      : (communes.find(({ agencyCode }) => wanted.agencyCode === null || agencyCode === wanted.agencyCode)?.id ?? null)
  if (communeId === null) throw new AdminRefusal(`Không có xã nào mang mã ${wanted.agencyCode ?? ''}.`)
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
    await appendToChain(tx, communeId, [auditLine(actor, now, { action: 'staff.add', outcome: 'done', about: { kind: 'staff', id } })])
    return link.linkId
  }, TRANSACTION)
  return `${env().PUBLIC_URL}/dat-mat-khau/${linkToken(communeId, linkId)}`
}

if (process.argv[1]?.endsWith('scripts/admin/create.ts')) {
  try {
    const { values } = parseArgs({
      options: {
        'user-name': { type: 'string' },
        'full-name': { type: 'string' },
        commune: { type: 'string' },
        'agency-code': { type: 'string' },
        another: { type: 'boolean', default: false },
      },
    })
    const link = await createAdmin({
      userName: values['user-name'] ?? '',
      fullName: values['full-name'] ?? '',
      commune: values.commune ?? null,
      agencyCode: values['agency-code'] ?? null,
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
