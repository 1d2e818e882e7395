import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/policy'
import { endSession, signInStaff } from '@/lib/identity/commands'
import { sessionIdOf, sessionToken } from '@/lib/identity/cookies'
import { readSession } from '@/lib/identity/queries'
import { sha256 } from '@/lib/platform/digest'
import { newId, readClock } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/refusal'
import { loadDemoAccounts } from '@/prisma/seed/data'
import { actorOf, anonymous, cookieOf, signInAs, signInEveryone } from '@/tests/support/actors'
import { type Office, openOffice } from '@/tests/support/office'

const { password: PASSWORD } = loadDemoAccounts()
const MINUTE = 60_000

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const signIn = (
  userName: string,
  password: string,
  { nobody = anonymous(), replaces = null }: { nobody?: Actor; replaces?: string | null } = {},
) => signInStaff(nobody, newId(), { userName, password: () => password, userAgent: 'test', replaces })

const opened = (result: Result<{ sessionId: string }>): string => {
  if (!result.ok) throw new Error(`Refused: ${result.code}`)
  return result.value.sessionId
}

const ago = (minutes: number) => new Date(readClock().getTime() - minutes * MINUTE)

describe('signing in with name and password', () => {
  it('opens a session that knows who it is', async () => {
    const actor = await actorOf(opened(await signIn(' Vidu.Le ', PASSWORD)))
    expect(actor).toMatchObject({ kind: 'staff', communeId: 1, fullName: 'Lê Thị Ví Dụ', roles: ['clerk'], departmentCode: 'TTPVHCC' })
  })

  it('says the same to an unknown name and to a wrong password', async () => {
    const no = { ok: false, code: 'credentials_wrong', detail: {}, fields: {} }
    expect(await signIn('vidu.le', 'not the password')).toEqual(no)
    expect(await signIn('khong.co.ai', 'not the password')).toEqual(no)
  })

  it('does not know the staff of another commune', async () => {
    expect(await signIn('songsinh.ta', PASSWORD)).toMatchObject({ ok: false, code: 'credentials_wrong' })
    expect((await signIn('songsinh.ta', PASSWORD, { nobody: anonymous(2) })).ok).toBe(true)
  })

  it('tells of a suspension only to someone who knows the password', async () => {
    await office.db.staff.updateMany({ where: { userName: 'tapduot.duong' }, data: { status: 'SUSPENDED' } })
    expect(await signIn('tapduot.duong', 'wrong')).toMatchObject({ code: 'credentials_wrong' })
    expect(await signIn('tapduot.duong', PASSWORD)).toMatchObject({ code: 'account_suspended' })
    expect(await office.db.loginSession.count({ where: { staff: { userName: 'tapduot.duong' } } })).toBe(0)
  })

  it('takes ten tries in a quarter of an hour, also at once, and then not even the right password', async () => {
    const tries = await Promise.all(Array.from({ length: 14 }, () => signIn('mophong.dang', 'wrong')))
    const codes = tries.map((result) => (result.ok ? 'ok' : result.code))
    expect(codes.filter((code) => code === 'credentials_wrong').length).toBeLessThanOrEqual(10)
    for (let more = 0; more < 10; more += 1) await signIn('mophong.dang', 'wrong')
    const right = await signIn('Mophong.Dang', PASSWORD)
    expect(right).toMatchObject({ ok: false, code: 'too_many_tries', detail: { tries: 10 } })
    expect((await signIn('trinhdien.ly', PASSWORD)).ok).toBe(true)

    await office.db.attempt.updateMany({ data: { at: ago(16) } })
    expect((await signIn('mophong.dang', PASSWORD)).ok).toBe(true)
  })

  it('takes fifty wrong ones from a network, however many accounts they are spread over', async () => {
    const nobody = { ...anonymous(), address: '192.0.2.99' }
    for (let turn = 0; turn < 50; turn += 1)
      expect(await signIn(`ai.do.${turn}`, 'wrong', { nobody })).toMatchObject({ code: 'credentials_wrong' })
    expect(await signIn('trinhdien.ly', PASSWORD, { nobody })).toMatchObject({ code: 'too_many_tries' })
    expect((await signIn('trinhdien.ly', PASSWORD)).ok).toBe(true)
  })

  it('counts under a name that nobody can guess who reads the table', async () => {
    await signIn('mophong.dang', 'wrong')
    const buckets = (await office.db.attempt.findMany()).map(({ bucket }) => bucket)
    expect(buckets.length).toBeGreaterThan(0)
    for (const guess of ['mophong.dang', sha256('mophong.dang'), sha256('1 mophong.dang'), '192.0.2'])
      expect(buckets.filter((bucket) => bucket.includes(guess))).toEqual([])
  })

  it('does not count the tries that succeed', async () => {
    for (let turn = 0; turn < 12; turn += 1) expect((await signIn('thidiem.pham', PASSWORD)).ok).toBe(true)
  })

  it('keeps neither the password nor a digest of it', async () => {
    opened(await signIn('soghi.phan', PASSWORD))
    const requests = await office.db.request.findMany({ where: { command: 'identity.sign_in_staff' } })
    const withOther = await signIn('soghi.phan', `${PASSWORD} `)
    expect(withOther.ok).toBe(false)
    const digests = new Set(requests.map(({ bodyHash }) => bodyHash))
    const again = newId()
    await signInStaff(anonymous(), again, { userName: 'soghi.phan', password: () => PASSWORD, userAgent: 'test', replaces: null })
    const row = await office.db.request.findFirstOrThrow({ where: { requestId: again } })
    expect(digests.has(row.bodyHash)).toBe(true)
    expect(JSON.stringify(requests)).not.toContain(PASSWORD)
  })

  it('ends the session that the same browser had before', async () => {
    const first = opened(await signIn('vidu.le', PASSWORD))
    const second = opened(await signIn('thidiem.pham', PASSWORD, { replaces: first }))
    expect((await actorOf(first)).kind).toBe('anonymous')
    expect(await actorOf(second)).toMatchObject({ fullName: 'Phạm Văn Thí Điểm' })
  })

  it('leaves a line in the audit chain that names the account and no name', async () => {
    opened(await signIn('vidu.le', PASSWORD))
    const line = await office.db.auditLine.findFirstOrThrow({ where: { action: 'identity.sign_in_staff' }, orderBy: { chainSeq: 'desc' } })
    const { id } = await office.db.staff.findFirstOrThrow({ where: { userName: 'vidu.le' } })
    expect(line).toMatchObject({ subjectKind: 'staff', subjectId: id, outcome: 'done', actorKind: 'anonymous' })
  })
})

describe('a session is over', () => {
  const standing = async (sessionId: string) => {
    const read = await readSession(anonymous(), { sessionId })
    if (!read.ok) throw new Error(read.code)
    return read.value
  }
  const change = (id: string, data: { lastSeenAt?: Date; expiresAt?: Date }) => office.db.loginSession.update({ where: { id }, data })

  it('at the next request after signing out, wherever a copy of the cookie lies', async () => {
    const { actor, sessionId } = await signInAs(office.db, { userName: 'vidu.le' })
    expect(actor.kind).toBe('staff')
    expect((await endSession(actor, newId(), {})).ok).toBe(true)
    expect(await standing(sessionId)).toEqual({ actor: null, standing: 'ended' })
  })

  it.each([{ userName: 'vidu.le' }, { personalNumber: '086194000012' }])('after 30 minutes without a request: %o', async (who) => {
    const { sessionId } = await signInAs(office.db, who)
    await change(sessionId, { lastSeenAt: ago(29) })
    expect((await standing(sessionId)).standing).toBe('live')
    await change(sessionId, { lastSeenAt: ago(30) })
    expect(await standing(sessionId)).toEqual({ actor: null, standing: 'idle' })
  })

  it('after its whole time, however busy: twelve hours for staff, four for citizens', async () => {
    const hours = async (who: Parameters<typeof signInAs>[1]) => {
      const { sessionId } = await signInAs(office.db, who)
      const row = await office.db.loginSession.findUniqueOrThrow({ where: { id: sessionId } })
      await change(sessionId, { expiresAt: readClock() })
      expect(await standing(sessionId)).toEqual({ actor: null, standing: 'expired' })
      return (row.expiresAt.getTime() - row.createdAt.getTime()) / (60 * MINUTE)
    }
    expect(await hours({ userName: 'vidu.le' })).toBe(12)
    expect(await hours({ personalNumber: '086194000012' })).toBe(4)
  })

  it('when the account is suspended', async () => {
    const { sessionId } = await signInAs(office.db, { userName: 'giadinh.hoang' })
    await office.db.staff.updateMany({ where: { userName: 'giadinh.hoang' }, data: { status: 'SUSPENDED' } })
    expect(await standing(sessionId)).toEqual({ actor: null, standing: 'ended' })
    await office.db.staff.updateMany({ where: { userName: 'giadinh.hoang' }, data: { status: 'ACTIVE' } })
  })

  it('when the roles of the account change', async () => {
    const { sessionId } = await signInAs(office.db, { userName: 'trinhdien.ly' })
    await office.db.staff.updateMany({ where: { userName: 'trinhdien.ly' }, data: { roles: ['clerk', 'cashier'] } })
    expect(await standing(sessionId)).toEqual({ actor: null, standing: 'ended' })
  })

  it('is nobody on the site of another commune, and nobody for an id that never was', async () => {
    const { sessionId } = await signInAs(office.db, { userName: 'vidu.le' })
    expect((await actorOf(sessionId, 2)).kind).toBe('anonymous')
    expect(await standing(newId())).toEqual({ actor: null, standing: 'ended' })
  })

  it('lasts as long as it is used, written down at most once a minute', async () => {
    const { sessionId } = await signInAs(office.db, { userName: 'vidu.le' })
    const seen = async () => (await office.db.loginSession.findUniqueOrThrow({ where: { id: sessionId } })).lastSeenAt.getTime()
    const first = await seen()
    await actorOf(sessionId)
    expect(await seen()).toBe(first)
    await change(sessionId, { lastSeenAt: ago(20) })
    await actorOf(sessionId)
    expect(await seen()).toBeGreaterThanOrEqual(first)
  })
})

describe('the cookie', () => {
  it('carries the id of the session, sealed, and nothing else', async () => {
    const id = newId()
    const token = await sessionToken(id)
    expect(await sessionIdOf(token)).toBe(id)
    expect(token.length).toBeLessThan(400)
    expect(Buffer.from(token.split('.').join(''), 'base64url').toString()).not.toContain(id)
  })

  it('is nobody when it is damaged, empty or somebody else’s making', async () => {
    const token = await sessionToken(newId())
    for (const bad of [undefined, '', 'x', `${token.slice(0, -4)}abcd`, token.split('.').slice(0, 4).join('.'), `${token}.`])
      expect(await sessionIdOf(bad)).toBeNull()
  })
})

describe('the people that tests sign in', () => {
  it('are who they say, and the suspended and the stranger are nobody', async () => {
    const everyone = await signInEveryone(office.db)
    const { suspended, otherCommune, citizen, otherCitizen, ...staff } = everyone
    expect([suspended.actor.kind, otherCommune.actor.kind]).toEqual(['anonymous', 'anonymous'])
    expect([citizen.actor, otherCitizen.actor]).toMatchObject([{ kind: 'citizen', level: 2 }, { kind: 'citizen' }])
    for (const { actor } of Object.values(staff)) expect(actor.kind).toBe('staff')
    expect(await sessionIdOf((await cookieOf(citizen.sessionId)).split('=')[1])).toBe(citizen.sessionId)
  })
})
