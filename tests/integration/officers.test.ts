import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { changeOfficer } from '@/lib/dossiers/commands/change-officer'
import { readOfficer } from '@/lib/dossiers/officer-queries'
import { endMySessions } from '@/lib/identity/commands/end-my-sessions'
import { resetPassword } from '@/lib/identity/commands/reset-password'
import { changePassword, setPassword } from '@/lib/identity/commands/set-password'
import { signInStaff } from '@/lib/identity/commands'
import { findMySessions } from '@/lib/identity/queries'
import { newId, readClock } from '@/lib/platform/clock'
import { addOfficer, restoreOfficer } from '@/lib/staff/commands'
import { linkToken } from '@/lib/staff/store'
import { loadDemoAccounts } from '@/prisma/seed/data'
import { actorOf, anonymous, signInAs } from '@/tests/support/actors'
import { aDossierIn, inDepartment, rowOf, take } from '@/tests/support/moves'
import { valueOf } from '@/tests/support/filing'
import { type Office, openOffice } from '@/tests/support/office'
import { OFFICER, officersOf, SENTENCE, twice } from '@/tests/support/officers'
import { expectReplays } from '@/tests/support/replayed'

let office: Office
let admin: StaffActor
let staff: Awaited<ReturnType<typeof officersOf>>
beforeAll(async () => {
  office = await openOffice()
  staff = await officersOf(office)
  admin = staff.admin
})
afterAll(() => office.close())

const suspend = (staffId: string) => staff.suspend(staffId)
const anOfficer: typeof staff.anOfficer = (more) => staff.anOfficer(more)
const heldBy = (actor: StaffActor) => staff.heldBy(actor)
const versionOf = (staffId: string) => staff.versionOf(staffId)

const signIn = (userName: string, password: string) =>
  signInStaff(anonymous(), newId(), { userName, password: () => password, userAgent: 'test', replaces: null })

describe('a new officer', () => {
  it('sets the own password with a link that works once, and nobody else ever knew one', async () => {
    const userName = 'moi.vao.lam'
    const { linkId } = valueOf(await addOfficer(admin, newId(), { ...OFFICER, userName }))
    expect(await signIn(userName, SENTENCE)).toMatchObject({ ok: false, code: 'credentials_wrong' })
    const token = linkToken(1, linkId)
    expect((await setPassword(anonymous(), newId(), { token, ...twice(SENTENCE) })).ok).toBe(true)
    expect((await signIn(userName, SENTENCE)).ok).toBe(true)
    expect(await setPassword(anonymous(), newId(), { token, ...twice(`${SENTENCE}!`) })).toMatchObject({ code: 'link_over' })
  })

  it('is refused under a name that somebody has', async () => {
    const result = await addOfficer(admin, newId(), { ...OFFICER, userName: 'Vidu.Le' })
    expect(result).toMatchObject({ ok: false, code: 'invalid_input', fields: { userName: expect.stringContaining('vidu.le') } })
  })

  it('gets no account without a role, in a department that is not there or with a name nobody can type', async () => {
    const fieldsOf = async (more: object) => {
      const result = await addOfficer(admin, newId(), { ...OFFICER, userName: 'khong.vao', ...more })
      return result.ok ? [] : Object.keys(result.fields)
    }
    expect(await fieldsOf({ roles: [] })).toEqual(['roles'])
    expect(await fieldsOf({ departmentCode: 'KHONG_CO' })).toEqual(['departmentCode'])
    expect(await fieldsOf({ userName: 'lê ví dụ' })).toEqual(['userName'])
  })

  it.each([
    ['ngắn quá', 'ít nhất 12'],
    ['aaaaaaaaaaaaaa', 'lặp lại'],
  ])('cannot choose the password "%s"', async (password, because) => {
    const { linkId } = valueOf(await addOfficer(admin, newId(), { ...OFFICER, userName: `chon.${newId()}` }))
    const result = await setPassword(anonymous(), newId(), { token: linkToken(1, linkId), ...twice(password) })
    expect(result).toMatchObject({ ok: false, fields: { password: expect.stringContaining(because) } })
  })

  it('has to type it twice alike', async () => {
    const { linkId } = valueOf(await addOfficer(admin, newId(), { ...OFFICER, userName: `go.${newId()}` }))
    const input = { token: linkToken(1, linkId), password: () => SENTENCE, again: () => 'một câu khác hẳn' }
    expect(await setPassword(anonymous(), newId(), input)).toMatchObject({ ok: false, fields: { again: expect.any(String) } })
  })

  it('finds a link over after a day, on the site of another commune, and with a changed letter', async () => {
    const { linkId } = valueOf(await addOfficer(admin, newId(), { ...OFFICER, userName: `tre.${newId()}` }))
    const token = linkToken(1, linkId)
    const tried = (text: string, communeId = 1) => setPassword(anonymous(communeId), newId(), { token: text, ...twice(SENTENCE) })
    expect(await tried(token, 2)).toMatchObject({ code: 'link_over' })
    expect(await tried(`${token.slice(0, -2)}xx`)).toMatchObject({ code: 'link_over' })
    await office.db.passwordLink.updateMany({ where: { id: linkId }, data: { expiresAt: readClock() } })
    expect(await tried(token)).toMatchObject({ code: 'link_over' })
  })
})

describe('a password that is reset', () => {
  it('is worth nothing at once, ends every session, and gives a link in place of the earlier one', async () => {
    const { staffId, userName } = await anOfficer()
    const { sessionId } = await signInAs(office.db, { userName })
    const first = valueOf(await resetPassword(admin, newId(), { staffId, version: await versionOf(staffId) }))
    expect((await actorOf(sessionId)).kind).toBe('anonymous')
    expect(await signIn(userName, SENTENCE)).toMatchObject({ code: 'credentials_wrong' })
    const second = valueOf(await resetPassword(admin, newId(), { staffId, version: await versionOf(staffId) }))
    const setBy = (linkId: string) => setPassword(anonymous(), newId(), { token: linkToken(1, linkId), ...twice('một câu mới để nhớ') })
    expect(await setBy(first.linkId)).toMatchObject({ code: 'link_over' })
    expect((await setBy(second.linkId)).ok).toBe(true)
    expect((await signIn(userName, 'một câu mới để nhớ')).ok).toBe(true)
  })

  it('leaves no key to it in the database', async () => {
    const { staffId } = await anOfficer()
    const requestId = newId()
    const { linkId } = valueOf(await resetPassword(admin, requestId, { staffId, version: await versionOf(staffId) }))
    const kept = JSON.stringify([await office.db.request.findMany({ where: { requestId } }), await office.db.passwordLink.findMany()])
    expect(kept).not.toContain(linkToken(1, linkId).split('.')[1])
  })
})

describe('the own account', () => {
  it('changes its password with the old one, and only the session at hand stays', async () => {
    const { userName } = await anOfficer()
    const here = await signInAs(office.db, { userName })
    const there = await signInAs(office.db, { userName })
    const change = (old: string, password: string) => changePassword(here.actor, newId(), { old: () => old, ...twice(password) })
    expect(await change('không phải', 'một câu mới để nhớ')).toMatchObject({ ok: false, fields: { old: expect.any(String) } })
    expect((await actorOf(there.sessionId)).kind).toBe('staff')
    valueOf(await change(SENTENCE, 'một câu mới để nhớ'))
    expect((await actorOf(there.sessionId)).kind).toBe('anonymous')
    expect((await actorOf(here.sessionId)).kind).toBe('staff')
    expect((await signIn(userName, SENTENCE)).ok).toBe(false)
  })

  it('sees its own sessions and ends one or all others, and never somebody else’s', async () => {
    const mine = await signInAs(office.db, { userName: 'soghi.phan' })
    const others = [await signInAs(office.db, { userName: 'soghi.phan' }), await signInAs(office.db, { userName: 'soghi.phan' })]
    const stranger = await signInAs(office.db, { personalNumber: '086194000012' })
    const { sessions } = valueOf(await findMySessions(mine.actor, {}))
    expect(sessions.map(({ id }) => id)).not.toContain(stranger.sessionId)
    expect(sessions[0]).toMatchObject({ id: mine.sessionId, isHere: true })
    expect(sessions).toHaveLength(3)
    const end = (sessionId: string) => endMySessions(mine.actor, newId(), { sessionId })
    expect(await end(stranger.sessionId)).toMatchObject({ code: 'not_found' })
    expect((await actorOf(stranger.sessionId)).kind).toBe('citizen')
    valueOf(await end(others[0]?.sessionId ?? ''))
    expect(valueOf(await findMySessions(mine.actor, {})).sessions).toHaveLength(2)
    expect(valueOf(await end('others'))).toEqual({ ended: 1 })
    expect((await actorOf(mine.sessionId)).kind).toBe('staff')
  })
})

describe('an officer who is suspended with work in hand', () => {
  it('is out at once, and the head of the department holds every dossier, each with its event', async () => {
    const { staffId, userName, actor } = await anOfficer()
    const [one, two] = [await heldBy(actor), await heldBy(actor)]
    const { sessionId } = await signInAs(office.db, { userName })
    const head = await office.staff('nguyenmau.ngo')
    expect(valueOf(await readOfficer(admin, { staffId }))).toMatchObject({ held: 2, successor: { fullName: head.fullName } })
    expect(valueOf(await suspend(staffId))).toEqual({ passed: 2 })
    expect((await actorOf(sessionId)).kind).toBe('anonymous')
    expect(await signIn(userName, SENTENCE)).toMatchObject({ code: 'account_suspended' })
    for (const code of [one, two]) {
      const row = await rowOf(office, code)
      expect(row).toMatchObject({ holderKind: 'person', holderStaffId: head.staffId, processorId: head.staffId, stage: 'in_hand' })
      expect(row.events.at(-1)).toMatchObject({ step: 'pass_to_head', actorId: admin.staffId })
      expectReplays(await rowOf(office, code))
    }
  })

  it('gets nothing sent back: the head does', async () => {
    const { staffId, actor } = await anOfficer()
    const code = await aDossierIn(office, {
      build: (builder, at) => builder.step('receive', at(40)).step('forward', at(30)).step('take', at(25)),
    })
    await office.db.dossier.updateMany({ where: { code }, data: { processorId: actor.staffId, holderStaffId: actor.staffId } })
    const row = await rowOf(office, code)
    await office.db.dossier.updateMany({
      where: { code },
      data: { stage: 'awaiting_approval', holderKind: 'department', holderDepartment: 'UBND', holderStaffId: null },
    })
    expect(row.processorId).toBe(staffId)
    expect(valueOf(await suspend(staffId)).passed).toBe(1)
    const leader = await office.staff('mau.tran')
    valueOf(await take(office, leader, code, 'send_back', { reason: 'Thiếu chữ ký' }))
    expect((await rowOf(office, code)).holderStaffId).toBe((await office.staff('nguyenmau.ngo')).staffId)
  })

  it('never stays the holder of a dossier taken in the same moment', async () => {
    const { staffId, actor } = await anOfficer()
    const codes: string[] = []
    while (codes.length < 4) codes.push(await inDepartment(office))
    await Promise.all([suspend(staffId), ...codes.map((code) => take(office, actor, code, 'take'))])
    expect((await office.db.staff.findFirstOrThrow({ where: { id: staffId } })).status).toBe('SUSPENDED')
    expect(await office.db.dossier.count({ where: { holderStaffId: staffId, closedAt: null } })).toBe(0)
  })

  it('is not suspended while nobody could take the work over', async () => {
    await office.db.department.create({
      data: { communeId: 1, code: 'MOT_NGUOI', name: 'Phòng một người', kind: 'DEPARTMENT', position: 90 },
    })
    const { staffId, actor } = await anOfficer({ departmentCode: 'MOT_NGUOI' })
    const code = await inDepartment(office)
    await office.db.dossier.updateMany({ where: { code }, data: { departmentCode: 'MOT_NGUOI', holderDepartment: 'MOT_NGUOI' } })
    valueOf(await take(office, actor, code, 'take'))
    const result = await suspend(staffId)
    expect(result).toMatchObject({ ok: false, code: 'nobody_takes_over', detail: { count: 1, department: 'Phòng một người' } })
    expect((await office.db.staff.findFirstOrThrow({ where: { id: staffId } })).status).toBe('ACTIVE')
    await anOfficer({ departmentCode: 'MOT_NGUOI' })
    expect(valueOf(await suspend(staffId))).toEqual({ passed: 1 })
  })

  it('comes back with the old password and without the work', async () => {
    const { staffId, userName, actor } = await anOfficer()
    const code = await heldBy(actor)
    valueOf(await suspend(staffId))
    valueOf(await restoreOfficer(admin, newId(), { staffId, version: await versionOf(staffId) }))
    expect((await signIn(userName, SENTENCE)).ok).toBe(true)
    expect((await rowOf(office, code)).holderStaffId).not.toBe(staffId)
  })
})

describe('the administrator', () => {
  it('neither suspends the own account nor leaves the commune without an administrator', async () => {
    expect(await suspend(admin.staffId)).toMatchObject({ code: 'own_account' })
    const change = (roles: string[]) => ({ ...OFFICER, staffId: admin.staffId, version: 1, roles })
    expect(await changeOfficer(admin, newId(), change(['registrar']))).toMatchObject({ code: 'last_admin' })
  })

  it('is told when somebody else changed the account first', async () => {
    const { staffId } = await anOfficer()
    valueOf(await changeOfficer(admin, newId(), { ...OFFICER, staffId, version: 1, position: 'Văn thư' }))
    expect(await changeOfficer(admin, newId(), { ...OFFICER, staffId, version: 1 })).toMatchObject({ code: 'changed_meanwhile' })
  })

  it('moves an officer to another department, and the work stays behind', async () => {
    const { staffId, userName, actor } = await anOfficer()
    const code = await heldBy(actor)
    const { sessionId } = await signInAs(office.db, { userName })
    const moved = await changeOfficer(admin, newId(), { ...OFFICER, staffId, version: 1, departmentCode: 'KINH_TE' })
    expect(valueOf(moved)).toEqual({ passed: 1 })
    expect((await rowOf(office, code)).holderStaffId).toBe((await office.staff('nguyenmau.ngo')).staffId)
    expect((await actorOf(sessionId)).kind).toBe('anonymous')
  })
})

it('the demonstration’s one password still fits its accounts', async () => {
  expect((await signIn('vidu.le', loadDemoAccounts().password)).ok).toBe(true)
})
