import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { answerSupplement } from '@/lib/dossiers/commands/answer-supplement'
import { attachResult } from '@/lib/dossiers/commands/attach-result'
import { suspendOfficer } from '@/lib/dossiers/commands/change-officer'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { withdrawDossier } from '@/lib/dossiers/commands/withdraw-dossier'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { newId } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { actorOf, signInAs } from '@/tests/support/actors'
import { aCitizen, aCompleteDraft, aDraft, aFile, codeOf, sendPapers, valueOf } from '@/tests/support/filing'
import { aDossierIn, attach, inDepartment, receive, rowOf, take, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

// What each bad moment says to the person stands in docs/bad-moments.md; here it is made to happen at the doors.

let office: Office
let clerk: StaffActor
let specialist: StaffActor
let leader: StaffActor
let otherLeader: StaffActor

beforeAll(async () => {
  office = await openOffice()
  ;[clerk, specialist, leader] = await Promise.all([office.staff('vidu.le'), office.staff('thidiem.pham'), office.staff('mau.tran')])
  const row = await office.db.staff.findFirstOrThrow({ where: { communeId: 1, roles: { has: 'leader' }, userName: { not: 'mau.tran' } } })
  otherLeader = await office.staff(row.userName)
}, 120_000)
afterAll(() => office.close())

/** The demonstration's first citizen. */
const OWNER = { ...aPerson(dice(41), 941), personalNumber: '086194000012' }

const told = (result: Result<unknown>): string => (result.ok ? 'ok' : sentenceOf(result))

/** A dossier that waits for a signature. */
async function proposed(): Promise<string> {
  const code = await inDepartment(office)
  valueOf(await take(office, specialist, code, 'take'))
  valueOf(await attach(office, specialist, code))
  valueOf(await take(office, specialist, code, 'propose'))
  return code
}

describe('a page that is older than the dossier', () => {
  it('approving what was just sent back does not sign: the leader is told who was first, and the specialist keeps the work', async () => {
    const code = await proposed()
    const version = await versionOf(office, code)
    valueOf(await take(office, otherLeader, code, 'send_back', { reason: 'Thiếu căn cứ pháp lý', version }))
    const refused = await take(office, leader, code, 'approve', { version })
    expect(codeOf(refused)).toBe('changed_meanwhile')
    expect(told(refused)).toMatch(new RegExp(`^${otherLeader.fullName} đã thay đổi hồ sơ này lúc .* Chưa có gì bị ghi đè\\.`))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'in_hand', holderStaffId: specialist.staffId, version: version + 1 })
  })

  it('of two leaders who approve and send back in the same moment one is heard, and the other is told', async () => {
    const code = await proposed()
    const version = await versionOf(office, code)
    const both = await Promise.all([
      take(office, leader, code, 'approve', { version }),
      take(office, otherLeader, code, 'send_back', { reason: 'Xem lại phần nơi cư trú', version }),
    ])
    expect(both.map(codeOf).toSorted()).toEqual(['changed_meanwhile', 'ok'])
    expect((await rowOf(office, code)).version).toBe(version + 1)
  })

  it('receiving what the applicant has just withdrawn receives nothing and takes no number', async () => {
    const code = await aDossierIn(office, { person: OWNER })
    const version = await versionOf(office, code)
    const books = await office.db.numberBook.findMany({ orderBy: [{ kind: 'asc' }, { period: 'asc' }] })
    valueOf(await withdrawDossier(await office.citizen(), newId(), { code, version, reason: '' }))
    const refused = await receive(office, clerk, code, { version })
    expect(told(refused)).toMatch(/^Người nộp đã thay đổi hồ sơ này lúc .* Chưa có gì bị ghi đè\./)
    expect(await rowOf(office, code)).toMatchObject({ stage: 'withdrawn', receivedAt: null })
    expect(await office.db.numberBook.findMany({ orderBy: [{ kind: 'asc' }, { period: 'asc' }] })).toEqual(books)
  })

  it('a result that is attached from it is not kept', async () => {
    const code = await proposed()
    const version = await versionOf(office, code)
    const file = { ...aFile(1), id: newId() }
    const refused = await attachResult(specialist, newId(), { code, version: version - 1, file })
    expect(refused.ok).toBe(false)
    expect(await office.db.document.count({ where: { id: file.id } })).toBe(0)
  })
})

describe('a form that is sent again', () => {
  it('with other content is not done a second time: the person is told, and what was done stays', async () => {
    const code = await proposed()
    const [requestId, version] = [newId(), await versionOf(office, code)]
    valueOf(await take(office, leader, code, 'send_back', { requestId, version, reason: 'Lý do lúc đầu' }))
    const refused = await take(office, leader, code, 'send_back', { requestId, version, reason: 'Lý do đã sửa' })
    expect(told(refused)).toBe('Trang này đã được gửi một lần với nội dung khác. Tải lại trang để làm tiếp từ nội dung mới nhất.')
    const { events } = await rowOf(office, code)
    expect(events.at(-1)?.note?.text).toBe('Lý do lúc đầu')
  })

  it('after its answer was lost is not taken in a second time', async () => {
    const code = await aDossierIn(office)
    const [requestId, version] = [newId(), await versionOf(office, code)]
    const first = await receive(office, clerk, code, { requestId, version })
    const traces = async () => [await rowOf(office, code), await office.db.auditLine.count(), await office.db.numberBook.findMany()]
    const before = await traces()
    expect(await receive(office, clerk, code, { requestId, version })).toEqual(first)
    expect(await traces()).toEqual(before)
  })

  it('after its answer was lost hears the same answer', async () => {
    const citizen = await aCitizen(office.db)
    const draftId = await aCompleteDraft(office.db, citizen)
    const seen = valueOf(await readDraft(citizen, { draftId })).marks.whole
    const [requestId, form] = [newId(), { draftId, declared: 'yes', seen }]
    const first = await fileDossier(citizen, requestId, form)
    expect(await fileDossier(citizen, requestId, form)).toEqual(first)
    expect(await office.db.dossier.count({ where: { citizenId: citizen.citizenId } })).toBe(1)
  })
})

describe('a crash between the upload and the sending', () => {
  it('loses nothing that was acknowledged: after signing in anew the draft is there with its files, and is sent once', async () => {
    const citizen = await aCitizen(office.db)
    const draftId = await aDraft(citizen)
    valueOf(await sendPapers(citizen, draftId, { files: [aFile(1)] }))
    const { personalNumber } = await office.db.citizen.findUniqueOrThrow({ where: { id: citizen.citizenId } })
    // Another session of the same person, as after a restart of browser and server.
    const { actor } = await signInAs(office.db, { personalNumber })
    expect(valueOf(await readDraft(actor, { draftId })).files).toHaveLength(1)
  })
})

describe('a person whose right ends in the middle of a form', () => {
  it('an officer who is suspended with a page open does nothing more, and is sent to sign in', async () => {
    const code = await inDepartment(office)
    const { sessionId } = await signInAs(office.db, { userName: 'thunghiem.do' })
    const before = await actorOf(sessionId)
    if (before.kind !== 'staff') throw new Error('nobody is signed in')
    valueOf(await take(office, before, code, 'take'))
    const admin = await office.staff('quantri.cao')
    const { version } = await office.db.staff.findFirstOrThrow({ where: { id: before.staffId } })
    valueOf(await suspendOfficer(admin, newId(), { staffId: before.staffId, version }))
    expect((await actorOf(sessionId)).kind).toBe('anonymous')
    expect((await rowOf(office, code)).holderStaffId).not.toBe(before.staffId)
    const after = await performStep(await actorOf(sessionId), newId(), {
      code,
      step: 'propose',
      outcome: 'GRANTED',
      version: await versionOf(office, code),
    })
    expect(told(after)).toBe('Cần đăng nhập để làm tiếp. Nội dung đã lưu vẫn còn.')
  })

  it('whoever is not signed in any more changes nothing, and hears that what was kept is kept', async () => {
    const code = await proposed()
    const version = await versionOf(office, code)
    const refused = await answerSupplement({ kind: 'anonymous', communeId: 1, address: '192.0.2.1' }, newId(), { code, version })
    expect(told(refused)).toBe('Cần đăng nhập để làm tiếp. Nội dung đã lưu vẫn còn.')
  })
})
