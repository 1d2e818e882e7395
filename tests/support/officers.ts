// Officers made by the administrator of a test's own office.
import type { StaffActor } from '@/lib/access/policy'
import { suspendOfficer } from '@/lib/dossiers/commands/change-officer'
import { setPassword } from '@/lib/identity/commands/set-password'
import { newId } from '@/lib/platform/clock'
import { addOfficer } from '@/lib/staff/commands'
import { linkToken } from '@/lib/staff/store'
import { anonymous } from './actors'
import { valueOf } from './filing'
import { inDepartment, take } from './moves'
import type { Office } from './office'

export const OFFICER = { fullName: 'Lê Thị Nguyên Mẫu', position: 'Chuyên viên', departmentCode: 'VAN_PHONG', roles: ['specialist'] }
export const SENTENCE = 'con trâu đi trước cái cày'
export const twice = (password: string) => ({ password: () => password, again: () => password })

let names = 0

/** What the administrator of an office does in tests. */
export async function officersOf(office: Office) {
  const admin = await office.staff('quantri.cao')
  const versionOf = async (staffId: string) => (await office.db.staff.findFirstOrThrow({ where: { id: staffId } })).version
  return {
    admin,
    versionOf,
    /** A new officer with a password, as everyone gets one. */
    anOfficer: async (more: Partial<typeof OFFICER> = {}) => {
      const userName = `nguoi.thu.${(names += 1)}`
      const { staffId, linkId } = valueOf(await addOfficer(admin, newId(), { ...OFFICER, userName, ...more }))
      valueOf(await setPassword(anonymous(), newId(), { token: linkToken(1, linkId), ...twice(SENTENCE) }))
      return { staffId, userName, actor: await office.staff(userName) }
    },
    suspend: async (staffId: string) => suspendOfficer(admin, newId(), { staffId, version: await versionOf(staffId) }),
    /** A dossier that this officer has taken. */
    heldBy: async (actor: StaffActor): Promise<string> => {
      const code = await inDepartment(office)
      valueOf(await take(office, actor, code, 'take'))
      return code
    },
  }
}
