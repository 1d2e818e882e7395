import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { choosePerson, deleteIntake } from '@/lib/counter/commands/intake'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { findPeople, readIntake } from '@/lib/counter/queries'
import { erasePerson } from '@/lib/dossiers/commands/erase-person'
import { newId } from '@/lib/platform/clock'
import { aFile, CERTIFIED_COPY, codeOf, valueOf } from '@/tests/support/filing'
import { aCompleteIntake, anIntake, PERSON, send } from '@/tests/support/intake'
import { openOffice, type Office } from '@/tests/support/office'

const KNOWN = '086194000012'

let office: Office
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
})
afterAll(() => office.close())

const takeIn = (intakeId: string) => takeInDossier(clerk, newId(), { intakeId })
const read = async (intakeId: string) => valueOf(await readIntake(clerk, { intakeId }))

describe('a known person', () => {
  const found = async (sought: string) => {
    const intakeId = await anIntake(clerk)
    valueOf(await send(clerk, intakeId, { fields: { sought } }))
    return { intakeId, people: valueOf(await findPeople(clerk, { intakeId })) }
  }

  it('is found by the whole personal number, masked, and each look is an audit line', async () => {
    const { intakeId, people } = await found(KNOWN)
    expect(people).toMatchObject([{ fullName: 'Nguyễn Thị Minh Họa', maskedNumber: '086•••••0012', phoneEnd: '0123' }])
    expect(JSON.stringify(people)).not.toContain(KNOWN)
    const lines = await office.db.auditLine.findMany({ where: { communeId: 1, action: 'intake.find_people', subjectId: intakeId } })
    expect(lines).toMatchObject([{ actorId: clerk.staffId, outcome: 'read' }])
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('is found by telephone, and by no part of a number', async () => {
    const byPhone = await found('0900 000 123')
    expect(byPhone.people.map(({ fullName }) => fullName)).toContain('Nguyễn Thị Minh Họa')
    for (const part of ['08619400001', '0900000', 'Nguyễn', '%', '086194000013']) expect((await found(part)).people).toEqual([])
    await office.db.intake.deleteMany({ where: { staffId: clerk.staffId } })
  })

  it('fills every box when chosen, so that nothing is typed twice', async () => {
    const { intakeId, people } = await found(KNOWN)
    valueOf(await choosePerson(clerk, newId(), { intakeId, person: people[0]?.ref ?? '' }))
    const { data } = await read(intakeId)
    expect(data.person).toMatchObject({ fullName: 'Nguyễn Thị Minh Họa', personalNumber: KNOWN, phone: '0900000123' })
    expect(data.person.address).not.toBe('')
    expect(data.birthDate).toBe('1994-03-08')
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('is also one who filed here before without an account', async () => {
    valueOf(await takeIn(await aCompleteIntake(office.db, clerk)))
    const { intakeId, people } = await found(PERSON['person.personalNumber'])
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({ fullName: PERSON['person.fullName'] })
    expect(people[0]?.lastFiledAt).not.toBeNull()
    valueOf(await choosePerson(clerk, newId(), { intakeId, person: people[0]?.ref ?? '' }))
    expect((await read(intakeId)).data.person.address).toBe(PERSON['person.address'])
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('cannot be chosen by a reference that the search did not give', async () => {
    const citizen = await office.citizen(KNOWN)
    const { intakeId } = await found(PERSON['person.personalNumber'])
    expect(codeOf(await choosePerson(clerk, newId(), { intakeId, person: `account:${citizen.citizenId}` }))).toBe('not_found')
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('is read from the code of the card, name and address too', async () => {
    const intakeId = await anIntake(clerk)
    const card = '086088000099|301234567|Lê Thị Thí Điểm|08031988|Nữ|Ấp Mẫu, Tân Hoà, Vĩnh Long|01012022'
    valueOf(await send(clerk, intakeId, { fields: { sought: card } }))
    const { data } = await read(intakeId)
    expect(data.sought).toBe('086088000099')
    expect(data.person).toMatchObject({
      fullName: 'Lê Thị Thí Điểm',
      personalNumber: '086088000099',
      address: 'Ấp Mẫu, Tân Hoà, Vĩnh Long',
    })
    expect(data.birthDate).toBe('1988-03-08')
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('is erased from what a clerk has begun as well, with the digests of what was typed', async () => {
    const admin = await office.staff('quantri.cao')
    const { intakeId } = await found('086 077 000 666')
    valueOf(await send(clerk, intakeId, { fields: { ...PERSON, 'person.personalNumber': '086 077 000 666' }, files: [aFile(1)] }))
    const other = await anIntake(clerk, CERTIFIED_COPY)
    valueOf(await send(clerk, other, { fields: PERSON }))
    valueOf(await erasePerson(admin, newId(), { personalNumber: () => '086077000666' }))
    expect(await office.db.intake.findMany({ where: { id: { in: [intakeId, other] } }, select: { id: true } })).toEqual([{ id: other }])
    expect(await office.db.document.count({ where: { intakeId } })).toBe(0)
    expect(await office.db.request.count({ where: { command: 'intake.save' } })).toBe(0)
    valueOf(await deleteIntake(clerk, newId(), { intakeId: other }))
  })
})
