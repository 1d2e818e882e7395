import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readOfficer } from '@/lib/dossiers/officer-queries'
import { countShelves, findQueue } from '@/lib/dossiers/queue-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { addDays, localDateOf } from '@/lib/platform/local-date'
import type { Result } from '@/lib/platform/refusal'
import { addSubstitution, endSubstitution } from '@/lib/staff/commands'
import { signInAs } from '@/tests/support/actors'
import { valueOf } from '@/tests/support/filing'
import { inDepartment, rowOf, take } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'
import { officersOf } from '@/tests/support/officers'

let office: Office
let admin: StaffActor
let staff: Awaited<ReturnType<typeof officersOf>>
beforeAll(async () => {
  office = await openOffice()
  staff = await officersOf(office)
  admin = staff.admin
})
afterAll(() => office.close())

describe('who stands in for an absent officer', () => {
  const today = localDateOf(readClock())
  const standIn = async (absentId: string, substituteId: string, firstDay = today, lastDay = today) =>
    addSubstitution(admin, newId(), { absentId, substituteId, firstDay, lastDay })
  const asStaff = async (userName: string): Promise<StaffActor> => {
    const { actor } = await signInAs(office.db, { userName })
    if (actor.kind !== 'staff') throw new Error('not staff')
    return actor
  }

  it('sees the work of another department and moves it, and the colleague still holds what was taken', async () => {
    const absent = await staff.anOfficer()
    const held = await staff.heldBy(absent.actor)
    const waiting = await inDepartment(office)
    const before = await asStaff('gialap.nguyen')
    expect(await readDossier(before, { code: held })).toMatchObject({ code: 'not_found' })
    const { id } = valueOf(await standIn(absent.staffId, before.staffId))
    const substitute = await asStaff('gialap.nguyen')
    expect(valueOf(await readDossier(substitute, { code: held })).steps.map(({ step }) => step)).toContain('propose')
    expect(valueOf(await findQueue(substitute, { shelf: 'mine' })).rows.map(({ code }) => code)).toContain(held)
    expect(valueOf(await countShelves(substitute, { shelf: 'mine' })).at.count).toBeGreaterThan(0)
    valueOf(await take(office, substitute, waiting, 'take'))
    const row = await rowOf(office, waiting)
    expect(row).toMatchObject({ holderStaffId: absent.staffId, holderDepartment: 'VAN_PHONG' })
    expect(row.events.at(-1)).toMatchObject({ step: 'take', actorId: substitute.staffId })
    valueOf(await endSubstitution(admin, newId(), { id }))
    expect(await readDossier(await asStaff('gialap.nguyen'), { code: held })).toMatchObject({ code: 'not_found' })
  })

  it('has the work only on the days that were written down', async () => {
    const absent = await staff.anOfficer()
    const held = await staff.heldBy(absent.actor)
    const { staffId } = await office.staff('kiemthu.vo')
    valueOf(await standIn(absent.staffId, staffId, addDays(today, 1), addDays(today, 2)))
    expect(await readDossier(await asStaff('kiemthu.vo'), { code: held })).toMatchObject({ code: 'not_found' })
  })

  it('gets neither the figures nor the administration of the absent one', async () => {
    const { staffId } = await office.staff('thu.phan')
    valueOf(await standIn(admin.staffId, staffId))
    expect(await readOfficer(await asStaff('thu.phan'), { staffId: admin.staffId })).toMatchObject({ code: 'not_found' })
  })

  it('is another officer at work, from a first to a last day within half a year', async () => {
    const { staffId } = await staff.anOfficer()
    const other = (await staff.anOfficer()).staffId
    const fieldsOf = async (result: Promise<Result<unknown>>) => result.then((said) => (said.ok ? [] : Object.keys(said.fields)))
    expect(await fieldsOf(standIn(staffId, staffId))).toEqual(['substituteId'])
    expect(await fieldsOf(standIn(staffId, other, today, addDays(today, -1)))).toEqual(['lastDay'])
    expect(await fieldsOf(standIn(staffId, other, today, addDays(today, 400)))).toEqual(['lastDay'])
    valueOf(await staff.suspend(other))
    expect(await fieldsOf(standIn(staffId, other))).toEqual(['substituteId'])
    expect(await fieldsOf(standIn(staffId, (await office.staff('songsinh.ta')).staffId))).toEqual(['substituteId'])
  })
})

describe('an officer who is suspended while somebody stands in', () => {
  const today = localDateOf(readClock())
  const standIn = async (absentId: string, substituteId: string) =>
    valueOf(await addSubstitution(admin, newId(), { absentId, substituteId, firstDay: today, lastDay: addDays(today, 3) }))

  it('leaves the work in hand to the substitute of the department, who still has it when the days are over', async () => {
    const [absent, substitute] = [await staff.anOfficer(), await staff.anOfficer()]
    const held = await staff.heldBy(absent.actor)
    const { id } = await standIn(absent.staffId, substitute.staffId)
    expect(valueOf(await readOfficer(admin, { staffId: absent.staffId }))).toMatchObject({
      ...{ held: 1, successor: { fullName: substitute.actor.fullName } },
    })
    expect(valueOf(await staff.suspend(absent.staffId))).toEqual({ passed: 1 })
    expect(await rowOf(office, held)).toMatchObject({
      holderStaffId: substitute.staffId,
      processorId: substitute.staffId,
      stage: 'in_hand',
    })
    valueOf(await endSubstitution(admin, newId(), { id }))
    const { actor } = await signInAs(office.db, { userName: substitute.userName })
    expect(valueOf(await findQueue(actor, { shelf: 'mine' })).rows.map(({ code }) => code)).toContain(held)
  })

  it.each([
    ['of another department, who would not see it any more afterwards', async () => (await office.staff('kiemthu.vo')).staffId],
    ['who processes no dossiers', async () => (await staff.anOfficer({ roles: ['registrar'] })).staffId],
  ])('leaves it to the head where the substitute is one %s', async (_what, find) => {
    const absent = await staff.anOfficer()
    const held = await staff.heldBy(absent.actor)
    await standIn(absent.staffId, await find())
    valueOf(await staff.suspend(absent.staffId))
    expect((await rowOf(office, held)).holderStaffId).toBe((await office.staff('nguyenmau.ngo')).staffId)
  })

  it('leaves it to the head where the substitute is gone too, or the days are over', async () => {
    const [absent, substitute] = [await staff.anOfficer(), await staff.anOfficer()]
    const held = await staff.heldBy(absent.actor)
    const { id } = await standIn(absent.staffId, substitute.staffId)
    await office.db.substitution.updateMany({
      where: { id },
      data: { firstDay: new Date('2026-01-05'), lastDay: new Date('2026-01-06') },
    })
    valueOf(await staff.suspend(absent.staffId))
    expect((await rowOf(office, held)).holderStaffId).toBe((await office.staff('nguyenmau.ngo')).staffId)
  })
})
