import { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { columnOfLocalDate, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { NewOfficer, NewSubstitution, OfOfficerVersion } from './schema'
import { lockIfOpen, lockOfficer, openPasswordLink, saveOfficer } from './store'

/** Refuses a department that the commune does not have, or has closed. */
export async function mustBeDepartment({ db, actor: { communeId } }: Writing, code: string): Promise<void> {
  if (!(await lockIfOpen(db, communeId, code))) throw new Refusal('invalid_input', {}, { departmentCode: 'Chọn phòng' })
}

/**
 * Adds an officer without a password and opens the one-time link by which they set one: an administrator never knows anybody's password.
 * Refusals: `invalid_input` where the login name is taken.
 */
export const addOfficer = command({
  name: 'staff.add',
  input: NewOfficer,
  allow: (actor) => may(actor, 'staff.manage'),
  run: async (writing, { userName, fullName, position, departmentCode, roles }) => {
    const { db, actor, now, newId } = writing
    const { communeId } = actor
    await mustBeDepartment(writing, departmentCode)
    const id = newId()
    // The name may be taken in this same moment: a unique violation would kill the transaction, so the row decides.
    const { count } = await db.staff.createMany({
      data: [{ communeId, id, userName, passwordHash: null, fullName, position, departmentCode, roles, status: 'ACTIVE', createdAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) throw new Refusal('invalid_input', {}, { userName: `Đã có người dùng tên “${userName}”. Chọn tên khác` })
    return { staffId: id, ...(await openPasswordLink(writing, { communeId, id })) }
  },
  about: (_input, _subject, { staffId }) => ({ kind: 'staff', id: staffId }),
})

/**
 * Lets a suspended officer sign in again, with the old password. The work that went to others stays there. Refusals: `department_closed`,
 * `changed_meanwhile`.
 */
export const restoreOfficer = command({
  name: 'staff.restore',
  input: OfOfficerVersion,
  subject: (reading, { staffId }) => lockOfficer(reading, staffId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async (writing, { version }, officer) => {
    const { communeId, departmentCode, department } = officer
    if (!(await lockIfOpen(writing.db, communeId, departmentCode))) throw new Refusal('department_closed', { department: department.name })
    await saveOfficer(writing, officer, { version, set: { status: 'ACTIVE' } })
    return { staffId: officer.id }
  },
  about: ({ staffId }) => ({ kind: 'staff', id: staffId }),
})

/**
 * Lets one officer do another's work for some days, from the first to the last. The work stays the absent officer's; the substitute sees and moves
 * it under their own name. Refusals: `invalid_input`.
 */
export const addSubstitution = command({
  name: 'staff.add_substitution',
  input: NewSubstitution,
  subject: (reading, { absentId }) => lockOfficer(reading, absentId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, now, newId }, { substituteId, firstDay, lastDay }, { communeId, id: absentId }) => {
    if (lastDay < localDateOf(now)) throw new Refusal('invalid_input', {}, { lastDay: 'Ngày cuối đã qua' })
    const substitute = await db.staff.findUnique({ where: { communeId_id: { communeId, id: substituteId } }, select: { status: true } })
    if (substitute?.status !== 'ACTIVE') throw new Refusal('invalid_input', {}, { substituteId: 'Chọn người đang làm việc' })
    const id = newId()
    const days = { firstDay: columnOfLocalDate(firstDay), lastDay: columnOfLocalDate(lastDay) }
    await db.substitution.create({ data: { communeId, id, absentId, substituteId, ...days, createdAt: now }, select: { id: true } })
    return { id }
  },
  about: ({ absentId, substituteId }) => ({ kind: 'staff', id: absentId, detail: { substituteId } }),
})

/** Ends a substitution before its last day; from the next request on the substitute has only their own work. Refusals: `not_found`. */
export const endSubstitution = command({
  name: 'staff.end_substitution',
  input: z.object({ id: z.uuid() }),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, actor: { communeId }, now }, { id }) => {
    const { count } = await db.substitution.updateMany({ where: { communeId, id, endedAt: null }, data: { endedAt: now } })
    if (count === 0) throw new Refusal('not_found')
    return { id }
  },
  about: ({ id }) => ({ kind: 'substitution', id }),
})
