import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { approveSeen } from '@/lib/dossiers/commands/approve-seen'
import { findApprovals } from '@/lib/dossiers/approval-queries'
import { findQueue } from '@/lib/dossiers/queue-queries'
import { openReturn } from '@/lib/dossiers/sent-back'
import { openDossierDocument } from '@/lib/dossiers/my-queries'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { findReceivers } from '@/lib/dossiers/receiver-queries'
import { newId } from '@/lib/platform/clock'
import type { PassOnStep } from '@/lib/dossiers/move-rules'
import { codeOf, valueOf } from '@/tests/support/filing'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { aDossierIn, attach, inDepartment, rowOf, take, versionOf } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'
import { expectReplays } from '@/tests/support/replayed'

/** Trợ cấp xã hội hàng tháng: its result is a decision, which the registrar numbers. */
const NUMBERED = '1.001776'

let office: Office
let head: StaffActor
let specialist: StaffActor
let colleague: StaffActor
let outsider: StaffActor
let leader: StaffActor

beforeAll(async () => {
  office = await openOffice()
  ;[head, specialist, colleague, outsider, leader] = await Promise.all([
    office.staff('nguyenmau.ngo'),
    office.staff('thidiem.pham'),
    office.staff('thunghiem.do'),
    office.staff('gialap.nguyen'),
    office.staff('mau.tran'),
  ])
}, 120_000)
afterAll(() => office.close())

type More = { reason?: string; requestId?: string; version?: number }

async function pass(actor: StaffActor, code: string, step: PassOnStep, to: string, more: More = {}) {
  const { reason = 'Đúng chuyên môn hơn', requestId = newId(), version = await versionOf(office, code) } = more
  return passOn(actor, requestId, { code, version, step, to, reason })
}

const inHand = async (): Promise<string> => {
  const code = await inDepartment(office)
  valueOf(await take(office, specialist, code, 'take'))
  return code
}

const proposed = async (): Promise<string> => {
  const code = await inHand()
  valueOf(await attach(office, specialist, code))
  valueOf(await take(office, specialist, code, 'propose'))
  return code
}

describe('giving back', () => {
  it('leaves the dossier to the department with the reason, and nobody of it is the one who works on it', async () => {
    const code = await inHand()
    const { dueAt } = await rowOf(office, code)
    valueOf(await take(office, specialist, code, 'give_back', { reason: 'Đi công tác đến hết tuần' }))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ stage: 'in_department', holderDepartment: 'VAN_PHONG', holderStaffId: null, processorId: null, dueAt })
    expect(row.events.at(-1)?.note?.text).toBe('Đi công tác đến hết tuần')
    expectReplays(await rowOf(office, code))
    valueOf(await take(office, colleague, code, 'take'))
    expect((await rowOf(office, code)).holderStaffId).toBe(colleague.staffId)
  })

  it('needs a reason and is only the holder’s to do', async () => {
    const code = await inHand()
    expect(codeOf(await take(office, specialist, code, 'give_back', { reason: '' }))).toBe('reason_needed')
    expect(codeOf(await take(office, colleague, code, 'give_back', { reason: 'Để đó' }))).toBe('not_allowed')
    expect((await rowOf(office, code)).stage).toBe('in_hand')
  })
})

describe('assigning', () => {
  it('is the head’s, from the department’s queue and from one officer to another', async () => {
    const code = await inDepartment(office)
    expect(codeOf(await pass(specialist, code, 'assign', colleague.staffId))).toBe('not_allowed')
    valueOf(await pass(head, code, 'assign', specialist.staffId, { reason: '' }))
    expect(await rowOf(office, code)).toMatchObject({
      stage: 'in_hand',
      holderKind: 'person',
      holderStaffId: specialist.staffId,
      processorId: specialist.staffId,
    })
    valueOf(await pass(head, code, 'assign', colleague.staffId, { reason: 'Người giữ nghỉ ốm' }))
    expect(await rowOf(office, code)).toMatchObject({ holderStaffId: colleague.staffId, processorId: colleague.staffId })
    expect(codeOf(await take(office, specialist, code, 'give_back', { reason: 'Hết việc' }))).toBe('not_allowed')
    expectReplays(await rowOf(office, code))
  })

  it('reaches officers of the department only, each shown with what they hold', async () => {
    const code = await inDepartment(office)
    const receivers = valueOf(await findReceivers(head, { code, step: 'assign' }))
    expect(receivers.map(({ to }) => to)).toEqual(expect.arrayContaining([specialist.staffId, colleague.staffId, head.staffId]))
    expect(receivers.map(({ to }) => to)).not.toContain(outsider.staffId)
    const before = receivers.find(({ to }) => to === colleague.staffId)?.holds ?? 0
    valueOf(await pass(head, code, 'assign', colleague.staffId))
    const again = valueOf(await findReceivers(head, { code: await inDepartment(office), step: 'assign' }))
    expect(again.find(({ to }) => to === colleague.staffId)?.holds).toBe(before + 1)
    const other = await inDepartment(office)
    for (const to of [outsider.staffId, leader.staffId, newId(), 'ai đó'])
      expect(await pass(head, other, 'assign', to)).toMatchObject({ ok: false, code: 'invalid_input', fields: { to: expect.any(String) } })
    expect((await rowOf(office, other)).stage).toBe('in_department')
  })
})

describe('passing on', () => {
  it('puts a colleague in the place of the holder, who proposes from then on', async () => {
    const code = await inHand()
    expect(await pass(specialist, code, 'pass_on', colleague.staffId, { reason: '' })).toMatchObject({ ok: false, code: 'reason_needed' })
    expect(codeOf(await pass(specialist, code, 'pass_on', specialist.staffId))).toBe('invalid_input')
    valueOf(await pass(specialist, code, 'pass_on', colleague.staffId))
    expect(codeOf(await take(office, specialist, code, 'propose'))).toBe('not_allowed')
    valueOf(await attach(office, colleague, code))
    valueOf(await take(office, colleague, code, 'propose'))
    valueOf(await take(office, leader, code, 'send_back', { reason: 'Sửa trang 2' }))
    expect((await rowOf(office, code)).holderStaffId).toBe(colleague.staffId)
    const [, , ...events] = valueOf(await readDossier(head, { code })).events
    expect(events.find(({ step }) => step === 'pass_on')).toMatchObject({ to: colleague.fullName, note: 'Đúng chuyên môn hơn' })
    expectReplays(await rowOf(office, code))
  })

  it('gives another department the whole work, to see and to answer for', async () => {
    const code = await inDepartment(office)
    valueOf(await pass(specialist, code, 'pass_to_department', 'KINH_TE'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'in_department', departmentCode: 'KINH_TE', holderDepartment: 'KINH_TE' })
    expect(codeOf(await readDossier(specialist, { code }))).toBe('not_found')
    valueOf(await take(office, outsider, code, 'take'))
    expect((await rowOf(office, code)).holderStaffId).toBe(outsider.staffId)
    expectReplays(await rowOf(office, code))
  })

  it('never leaves the departments that work on dossiers', async () => {
    const code = await inHand()
    for (const to of ['UBND', 'TTPVHCC', 'CONG_AN', 'VAN_PHONG', 'KHONG_CO'])
      expect(codeOf(await pass(specialist, code, 'pass_to_department', to)), to).toBe('invalid_input')
  })

  it('sent twice happens once, and on an older page tells who was first', async () => {
    const code = await inHand()
    const [requestId, version] = [newId(), await versionOf(office, code)]
    const first = valueOf(await pass(specialist, code, 'pass_on', colleague.staffId, { requestId, version }))
    expect(valueOf(await pass(specialist, code, 'pass_on', colleague.staffId, { requestId, version }))).toEqual(first)
    expect(await pass(head, code, 'assign', head.staffId, { version })).toMatchObject({
      ok: false,
      code: 'changed_meanwhile',
      detail: { by: specialist.fullName },
    })
    const events = (await rowOf(office, code)).events.filter(({ step }) => step === 'pass_on')
    expect(events).toHaveLength(1)
  })
})

describe('taking back what was proposed', () => {
  it('is the proposer’s until it is decided; a leader who approves it then is told who took it back', async () => {
    const code = await proposed()
    const shown = await versionOf(office, code)
    expect(codeOf(await take(office, colleague, code, 'recall'))).toBe('not_allowed')
    valueOf(await take(office, specialist, code, 'recall'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'in_hand', holderStaffId: specialist.staffId, finishedAt: null })
    expect(await take(office, leader, code, 'approve', { version: shown })).toMatchObject({
      ok: false,
      code: 'changed_meanwhile',
      detail: { by: specialist.fullName },
    })
    expect((await rowOf(office, code)).finishedAt).toBeNull()
    expectReplays(await rowOf(office, code))
  })

  it('comes too late once it is approved', async () => {
    const code = await proposed()
    valueOf(await take(office, leader, code, 'approve'))
    expect(codeOf(await take(office, specialist, code, 'recall'))).toBe('step_not_possible')
  })
})

describe('what came back from the approver', () => {
  it('is tagged in the queue and said on top of the dossier until it is proposed again', async () => {
    const code = await proposed()
    valueOf(await take(office, leader, code, 'send_back', { reason: 'Sửa trang 2' }))
    const inQueue = async () => valueOf(await findQueue(specialist, { shelf: 'mine' })).rows.find((row) => row.code === code)?.isSentBack
    const onPage = async () => openReturn(valueOf(await readDossier(specialist, { code })).events)
    expect(await inQueue()).toBe(true)
    expect(await onPage()).toMatchObject({ note: 'Sửa trang 2', by: leader.fullName })
    // A new document is the answer being written, not the answer.
    valueOf(await attach(office, specialist, code))
    expect([await inQueue(), (await onPage())?.note]).toEqual([true, 'Sửa trang 2'])
    valueOf(await take(office, specialist, code, 'propose'))
    valueOf(await take(office, specialist, code, 'recall'))
    expect([await inQueue(), await onPage()]).toEqual([false, null])
  })

  it('is not what was signed and is taken back to be mended: nobody has sent that back', async () => {
    const code = await proposed()
    valueOf(await take(office, leader, code, 'approve'))
    valueOf(await take(office, leader, code, 'reopen', { reason: 'Sai ngày sinh' }))
    const row = valueOf(await findQueue(specialist, { shelf: 'mine' })).rows.find((one) => one.code === code)
    expect(row).toMatchObject({ stage: 'in_hand', isSentBack: false })
    expect(openReturn(valueOf(await readDossier(specialist, { code })).events)?.words).toBe('Kết quả được rút lại để sửa')
  })
})

describe('approving several from the list', () => {
  const resultOf = async (code: string) => {
    const { id: dossierId } = await rowOf(office, code)
    return (await office.db.document.findFirstOrThrow({ where: { communeId: 1, dossierId, purpose: 'RESULT' }, select: { id: true } })).id
  }
  const approve = async (actor: StaffActor, code: string, more: { version?: number; requestId?: string } = {}) =>
    approveSeen(actor, more.requestId ?? newId(), { code, version: more.version ?? (await versionOf(office, code)) })
  const listed = async (code: string) => valueOf(await findApprovals(leader, {})).rows.find((row) => row.code === code)

  it('takes only those whose document this leader has opened, whoever else has', async () => {
    const code = await proposed()
    const id = await resultOf(code)
    valueOf(await openDossierDocument(specialist, { id }))
    expect(await listed(code)).toMatchObject({ mayTick: false, documents: [{ id, isOpened: false }] })
    expect(codeOf(await approve(leader, code))).toBe('result_not_opened')
    valueOf(await openDossierDocument(leader, { id }))
    expect(await listed(code)).toMatchObject({ mayTick: true, documents: [{ id, isOpened: true }] })
    const requestId = newId()
    const version = await versionOf(office, code)
    const first = valueOf(await approve(leader, code, { requestId, version }))
    expect(valueOf(await approve(leader, code, { requestId, version }))).toEqual(first)
    expect(await rowOf(office, code)).toMatchObject({ stage: 'finished', holderKind: 'desk' })
    expect(await listed(code)).toBeUndefined()
    expectReplays(await rowOf(office, code))
  })

  it('shows what the specialist wrote for the one who signs, and in the list of how many', async () => {
    const code = await inHand()
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose', { reason: 'Người nộp cần trước ngày 30' }))
    expect(await listed(code)).toMatchObject({ opinion: 'Người nộp cần trước ngày 30' })
    const { rows, count } = valueOf(await findApprovals(leader, {}))
    expect(count).toBeGreaterThanOrEqual(rows.length)
    const page = async (actor: StaffActor) => valueOf(await readDossier(actor, { code })).results
    expect(await page(leader)).toMatchObject([{ isOpened: false }])
    valueOf(await openDossierDocument(leader, { id: await resultOf(code) }))
    expect(await page(leader)).toMatchObject([{ isOpened: true }])
  })

  it('says where the result is a refusal, and tells nobody of one that the registrar has still to number', async () => {
    const person = { ...aPerson(dice(7), 977), email: 'nguoi.cho@vidu.example' }
    const code = await aDossierIn(office, {
      procedure: NUMBERED,
      person,
      build: (builder, at) => builder.upTo('take', () => at(30)),
    })
    const { processorId } = await rowOf(office, code)
    const { userName } = await office.db.staff.findFirstOrThrow({ where: { id: processorId ?? '' }, select: { userName: true } })
    const processor = await office.staff(userName)
    valueOf(await attach(office, processor, code))
    valueOf(await take(office, processor, code, 'propose', { outcome: 'DECLINED' }))
    expect(await listed(code)).toMatchObject({ outcome: 'DECLINED' })
    valueOf(await openDossierDocument(leader, { id: await resultOf(code) }))
    valueOf(await approve(leader, code))
    expect((await rowOf(office, code)).stage).toBe('awaiting_issue')
    expect(await office.db.notification.count({ where: { dossier: { code }, event: 'result_ready' } })).toBe(0)
  })

  it('asks to open a document that took the place of the one seen', async () => {
    const code = await proposed()
    valueOf(await openDossierDocument(leader, { id: await resultOf(code) }))
    valueOf(await take(office, specialist, code, 'recall'))
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose'))
    expect(codeOf(await approve(leader, code))).toBe('result_not_opened')
  })

  it('lets one that was taken back stop no other', async () => {
    const [one, other] = [await proposed(), await proposed()]
    for (const code of [one, other]) valueOf(await openDossierDocument(leader, { id: await resultOf(code) }))
    const version = await versionOf(office, one)
    valueOf(await take(office, specialist, one, 'recall'))
    expect(await approve(leader, one, { version })).toMatchObject({
      ok: false,
      code: 'changed_meanwhile',
      detail: { by: specialist.fullName },
    })
    valueOf(await approve(leader, other))
    expect((await rowOf(office, one)).stage).toBe('in_hand')
    expect((await rowOf(office, other)).stage).toBe('finished')
  })
})
