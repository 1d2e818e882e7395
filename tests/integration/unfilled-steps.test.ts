import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { changeOfficer } from '@/lib/dossiers/commands/change-officer'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { findQueue } from '@/lib/dossiers/queue-queries'
import { TASKS } from '@/lib/jobs/tasks'
import { findUnfilledSteps } from '@/lib/procedures/filling-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { addDays, columnOfLocalDate, localDateOf } from '@/lib/platform/local-date'
import { addSubstitution, endSubstitution } from '@/lib/staff/commands'
import type { Role } from '@/prisma/generated/enums'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, attach, inDepartment, rowOf, take } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'
import { officersOf } from '@/tests/support/officers'
import { expectReplays } from '@/tests/support/replayed'

/** Trợ cấp xã hội hàng tháng: of Văn hóa - Xã hội, and its result goes by the registrar. */
const NUMBERED = '1.001776'
const DEPARTMENT = 'VAN_HOA_XA_HOI'

let office: Office
let staff: Awaited<ReturnType<typeof officersOf>>
let admin: StaffActor
let clerk: StaffActor
let leader: StaffActor
let head: StaffActor

beforeAll(async () => {
  office = await openOffice()
  staff = await officersOf(office)
  admin = staff.admin
  clerk = await office.staff('vidu.le')
  leader = await office.staff('mau.tran')
  const { userName } = await office.db.staff.findFirstOrThrow({
    where: { communeId: 1, departmentCode: DEPARTMENT, roles: { has: 'department_head' }, status: 'ACTIVE' },
  })
  head = await office.staff(userName)
}, 120_000)
afterAll(() => office.close())

/** Suspends everybody of the commune who has the role, in one department or anywhere; `restore` lets them work again. */
async function without(role: Role, departmentCode?: string) {
  const where = { communeId: 1, status: 'ACTIVE', roles: { has: role }, ...(departmentCode ? { departmentCode } : {}) } as const
  const ids = (await office.db.staff.findMany({ where, select: { id: true } })).map(({ id }) => id)
  await office.db.staff.updateMany({ where: { communeId: 1, id: { in: ids } }, data: { status: 'SUSPENDED' } })
  return {
    ids,
    restore: () => office.db.staff.updateMany({ where: { communeId: 1, id: { in: ids } }, data: { status: 'ACTIVE' } }),
  }
}

const received = (procedure = NUMBERED) => aDossierIn(office, { procedure, build: (builder, at) => builder.step('receive', at(40)) })
const told = async () => valueOf(await findUnfilledSteps(admin, {}))

describe('a department without a specialist', () => {
  it('has its new dossiers stand with the head, who takes or assigns them, and the administrator is told which procedures it is about', async () => {
    expect(await told()).toEqual([])
    const gone = await without('specialist', DEPARTMENT)
    const code = await received()
    valueOf(await take(office, clerk, code, 'forward'))
    expect(await rowOf(office, code)).toMatchObject({
      ...{ stage: 'in_department', holderKind: 'person', holderDepartment: DEPARTMENT, holderStaffId: head.staffId },
    })
    expectReplays(await rowOf(office, code))
    expect(valueOf(await readDossier(head, { code }))).toMatchObject({ holder: head.fullName })
    expect(valueOf(await findQueue(head, { shelf: 'mine' })).rows.map((row) => row.code)).toContain(code)
    const [unfilled, ...others] = await told()
    expect(others).toEqual([])
    expect(unfilled).toMatchObject({ role: 'specialist', head: head.fullName })
    expect(unfilled?.steps.map(({ procedureCode }) => procedureCode)).toContain(NUMBERED)
    valueOf(await take(office, head, code, 'take'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'in_hand', holderStaffId: head.staffId })
    await gone.restore()
    expect(await told()).toEqual([])
    const next = await received()
    valueOf(await take(office, clerk, next, 'forward'))
    expect(await rowOf(office, next)).toMatchObject({ holderKind: 'department', holderStaffId: null })
  })

  it('and without a head keeps them itself, and the administrator reads that nobody goes on with them', async () => {
    const [gone, headless] = [await without('specialist', DEPARTMENT), await without('department_head', DEPARTMENT)]
    const code = await received()
    valueOf(await take(office, clerk, code, 'forward'))
    expect(await rowOf(office, code)).toMatchObject({ holderKind: 'department', holderDepartment: DEPARTMENT, holderStaffId: null })
    expect(await told()).toMatchObject([{ role: 'specialist', head: null }])
    await headless.restore()
    await gone.restore()
  })

  it('is one only while nobody stands in for the suspended', async () => {
    const gone = await without('specialist', DEPARTMENT)
    const today = localDateOf(readClock())
    const [absentId = ''] = gone.ids
    const substituteId = (await office.staff('gialap.nguyen')).staffId
    await office.db.staff.update({ where: { communeId_id: { communeId: 1, id: absentId } }, data: { status: 'ACTIVE' } })
    const { id } = valueOf(await addSubstitution(admin, newId(), { absentId, substituteId, firstDay: today, lastDay: addDays(today, 2) }))
    await office.db.staff.update({ where: { communeId_id: { communeId: 1, id: absentId } }, data: { status: 'SUSPENDED' } })
    expect(await told()).toEqual([])
    const code = await received()
    valueOf(await take(office, clerk, code, 'forward'))
    expect((await rowOf(office, code)).holderKind).toBe('department')
    valueOf(await endSubstitution(admin, newId(), { id }))
    expect(await told()).toHaveLength(1)
    await gone.restore()
  })
})

describe('a commune without a registrar', () => {
  it('has what is signed stand with the head of the department that resolved it, who gives the number', async () => {
    const gone = await without('registrar')
    const code = await received()
    valueOf(await take(office, clerk, code, 'forward'))
    valueOf(await take(office, head, code, 'take'))
    valueOf(await attach(office, head, code))
    valueOf(await take(office, head, code, 'propose'))
    valueOf(await take(office, leader, code, 'approve'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'awaiting_issue', holderKind: 'person', holderStaffId: head.staffId })
    expect(await told()).toMatchObject([{ role: 'registrar', department: null }])
    const other = await office.staff('nguyenmau.ngo')
    expect(codeOf(await take(office, other, code, 'issue'))).toBe('not_found')
    expect(codeOf(await take(office, leader, code, 'issue', { form: { resultNumber: '125/QĐ-UBND' } }))).toBe('not_allowed')
    valueOf(await take(office, head, code, 'issue', { form: { resultNumber: '125/QĐ-UBND' } }))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'finished', resultNumber: '125/QĐ-UBND' })
    expectReplays(await rowOf(office, code))
    await gone.restore()
  })
})

describe('a commune without anybody who signs', () => {
  it('is told to the administrator', async () => {
    const gone = await without('leader')
    expect(await told()).toMatchObject([{ role: 'leader', head: null }])
    await gone.restore()
  })
})

describe('dossiers that wait already when the last of a role goes', () => {
  const waiting = async () => {
    const code = await received()
    valueOf(await take(office, clerk, code, 'forward'))
    return code
  }
  const specialists = async () =>
    office.db.staff.findMany({ where: { communeId: 1, departmentCode: DEPARTMENT, roles: { has: 'specialist' }, status: 'ACTIVE' } })
  const restore = (ids: readonly string[]) =>
    office.db.staff.updateMany({ where: { communeId: 1, id: { in: [...ids] } }, data: { status: 'ACTIVE' } })

  it('are held by the head at once, each with its event, and not before the last one goes', async () => {
    const codes = [await waiting(), await waiting()]
    const other = await inDepartment(office)
    const all = await specialists()
    const [last, ...others] = all
    for (const { id } of others) valueOf(await staff.suspend(id))
    for (const code of codes) expect((await rowOf(office, code)).holderKind).toBe('department')
    valueOf(await staff.suspend(last?.id ?? ''))
    for (const code of codes) {
      const row = await rowOf(office, code)
      expect(row).toMatchObject({ ...{ stage: 'in_department', holderKind: 'person', holderStaffId: head.staffId }, processorId: null })
      expect(row.events.at(-1)).toMatchObject({ step: 'wait_with_head', actorId: admin.staffId })
      expectReplays(await rowOf(office, code))
    }
    expect((await rowOf(office, other)).holderKind).toBe('department')
    await restore(all.map(({ id }) => id))
  })

  it('are held by the head too where the role was taken away: the registrar’s by the head of who resolved them', async () => {
    const code = await waiting()
    valueOf(await take(office, head, code, 'take'))
    valueOf(await attach(office, head, code))
    valueOf(await take(office, head, code, 'propose'))
    valueOf(await take(office, leader, code, 'approve'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'awaiting_issue', holderKind: 'department' })
    const registrar = await office.db.staff.findFirstOrThrow({ where: { communeId: 1, roles: { has: 'registrar' }, status: 'ACTIVE' } })
    const { id: staffId, fullName, position, departmentCode } = registrar
    const change = async (roles: string[]) =>
      valueOf(
        await changeOfficer(admin, newId(), {
          ...{ staffId, fullName, position, departmentCode, roles },
          version: await staff.versionOf(staffId),
        }),
      )
    await change(['cashier'])
    expect(await rowOf(office, code)).toMatchObject({ stage: 'awaiting_issue', holderKind: 'person', holderStaffId: head.staffId })
    valueOf(await take(office, head, code, 'issue', { form: { resultNumber: '126/QĐ-UBND' } }))
    await change(['registrar'])
  })

  it('are found by the watchdog where nobody pressed anything: the days of the substitute are over', async () => {
    const all = await specialists()
    const [first, ...others] = all
    if (!first) throw new Error('The department has a specialist')
    const today = localDateOf(readClock())
    const substituteId = (await office.staff('kiemthu.vo')).staffId
    const { id } = valueOf(
      await addSubstitution(admin, newId(), { absentId: first.id, substituteId, firstDay: today, lastDay: addDays(today, 1) }),
    )
    const code = await waiting()
    for (const officer of [first, ...others]) valueOf(await staff.suspend(officer.id))
    expect((await rowOf(office, code)).holderKind).toBe('department')
    const look = () => runTask('watch')
    await look()
    expect((await rowOf(office, code)).holderKind).toBe('department')
    await office.db.substitution.updateMany({ where: { id }, data: { lastDay: columnOfLocalDate(addDays(today, -1)) } })
    await look()
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ holderKind: 'person', holderStaffId: head.staffId })
    expect(row.events.at(-1)).toMatchObject({ step: 'wait_with_head', actorKind: 'system' })
    await look()
    expect((await rowOf(office, code)).version).toBe(row.version)
    await restore(all.map((officer) => officer.id))
  })
})

/** What the worker does at its time. */
async function runTask(name: string): Promise<void> {
  await TASKS[name]?.({}, {} as JobHelpers)
}
