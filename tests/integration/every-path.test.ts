import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, CitizenActor, StaffActor } from '@/lib/access/policy'
import { answerForAgency, askAgency } from '@/lib/dossiers/commands/ask-agency'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { askForPayment } from '@/lib/dossiers/commands/ask-for-payment'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { extendDossier } from '@/lib/dossiers/commands/extend-dossier'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { stopDossier } from '@/lib/dossiers/commands/stop-dossier'
import { EMPTY_LIFE_CYCLE, replay } from '@/lib/dossiers/life-cycle'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { findQueue } from '@/lib/dossiers/queue-queries'
import { nextWorkingDay } from '@/lib/deadlines/working-time'
import { newId, readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { dice } from '@/prisma/seed/builders/dice'
import type { DossierBuilder } from '@/prisma/seed/builders/dossier'
import { aPerson } from '@/prisma/seed/builders/person'
import { codeOf, valueOf } from '@/tests/support/filing'
import { MARITAL_STATUS } from '@/tests/support/filing'
import { aDossierIn, attach, rowOf, take, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

/** Trợ cấp xã hội hàng tháng: its result is a decision, which the registrar numbers. */
const NUMBERED = '1.001776'
const OWNER = { ...aPerson(dice(41), 941), personalNumber: '086194000012', email: 'nguoi.nop@vidu.example' }

let office: Office
let owner: CitizenActor
const staff: Record<'clerk' | 'specialist' | 'head' | 'leader' | 'registrar' | 'cashier' | 'police', StaffActor> = Object(null)

beforeAll(async () => {
  office = await openOffice()
  owner = await office.citizen()
  const named = {
    ...{ clerk: 'vidu.le', specialist: 'thidiem.pham', head: 'nguyenmau.ngo', leader: 'mau.tran' },
    ...{ registrar: 'soghi.phan', cashier: 'tamtinh.bui', police: 'thaotac.trinh' },
  }
  for (const [name, userName] of Object.entries(named)) Object.assign(staff, { [name]: await office.staff(userName) })
}, 120_000)
afterAll(() => office.close())

type Build = (builder: DossierBuilder, at: (minutesAgo: number) => Date) => DossierBuilder

/** A dossier in the hands of the specialist. */
async function inHand(procedure = MARITAL_STATUS, more: Build = (builder) => builder): Promise<string> {
  return aDossierIn(office, {
    procedure,
    person: OWNER,
    build: (builder, at) =>
      more(
        builder
          .step('receive', at(50))
          .step('forward', at(45))
          .step('take', at(40), { by: byOf('thidiem.pham') }),
        at,
      ),
  })
}

const byOf = (userName: string) => office.world.staff.find((person) => person.userName === userName)

/** What every command of this file is given: the dossier as it is now. */
const page = async (code: string) => ({ code, version: await versionOf(office, code) })

const stop = async (actor: Actor, code: string, more: { step?: string; reason?: string; refund?: boolean } = {}) =>
  stopDossier(actor, newId(), { ...(await page(code)), step: 'stop', reason: 'Không đủ điều kiện giải quyết', refund: false, ...more })
const step = async (actor: Actor, code: string, name: string, reason = '') =>
  performStep(actor, newId(), { ...(await page(code)), step: name, reason })

/** The row is what its events say, and an open dossier has one holder and one due time. */
async function expectWhole(code: string) {
  const row = await rowOf(office, code)
  const columns = replay(row.events.map(({ changes }) => ({ changes: Object(changes) })))
  for (const [column, value] of Object.entries({ ...EMPTY_LIFE_CYCLE, ...columns }))
    expect(Object(row)[column], `${column} after ${row.events.at(-1)?.step}`).toEqual(value)
  if (row.closedAt === null) expect([row.holderKind, row.nextDueAt]).toEqual([expect.not.stringMatching('nobody'), expect.any(Date)])
  else expect([row.holderKind, row.nextDueAt, row.stepDueAt]).toEqual(['nobody', null, null])
  return row
}

describe('stopping', () => {
  it('closes a received dossier with Thông báo dừng, tells the applicant why, and gives back what was paid', async () => {
    const code = await inHand()
    const { amount } = valueOf(await recordPayment(staff.cashier, newId(), { code, method: 'CASH', reference: `BL-${code}` }))
    const { paperId } = valueOf(await stop(staff.leader, code, { refund: true }))
    const row = await expectWhole(code)
    expect(row).toMatchObject({ stage: 'stopped', closedAt: expect.any(Date) })
    expect(row.papers.find(({ id }) => id === paperId)).toMatchObject({
      kind: 'STOP',
      facts: { reason: 'Không đủ điều kiện giải quyết', refund: amount, askedAt: null, applicant: { name: OWNER.fullName } },
    })
    const payments = await office.db.payment.findMany({ where: { dossierId: row.id } })
    expect(payments).toMatchObject([{ refundDueAt: expect.any(Date), status: 'PAID' }])
    expect(await office.db.notification.count({ where: { dossierId: row.id, event: 'stopped' } })).toBe(1)
    expect(valueOf(await readMyDossier(owner, { code })).followed.tag.label).toBe('Đã dừng giải quyết')
  })

  it('is the leader’s, with a reason, and not before receipt', async () => {
    const code = await inHand()
    expect(codeOf(await stop(staff.leader, code, { reason: '' }))).toBe('reason_needed')
    expect(codeOf(await stop(staff.specialist, code))).toBe('not_allowed')
    const sent = await aDossierIn(office, { procedure: MARITAL_STATUS, person: OWNER })
    expect(codeOf(await stop(staff.leader, sent))).toBe('step_not_possible')
  })
})

describe('withdrawing after receipt', () => {
  it('the clock stands while the desk has not answered, and the stop says that she asked', async () => {
    const code = await inHand()
    valueOf(await step(owner, code, 'ask_to_withdraw', 'Đã làm ở nơi khác'))
    expect(await expectWhole(code)).toMatchObject({
      stage: 'withdrawal_asked',
      holderKind: 'desk',
      pausedAt: expect.any(Date),
      stageBefore: 'in_hand',
    })
    expect(valueOf(await findQueue(staff.clerk, { shelf: 'mine' })).rows.map((row) => row.code)).toContain(code)
    valueOf(await stop(staff.clerk, code, { step: 'confirm_withdrawal', reason: '' }))
    const row = await expectWhole(code)
    expect(row.papers.find(({ kind }) => kind === 'STOP')?.facts).toMatchObject({
      reason: 'Đã làm ở nơi khác',
      askedAt: expect.any(String),
    })
  })

  it('she may think better of it: it goes on where it was, and loses only the time that she took', async () => {
    const code = await inHand()
    const before = await rowOf(office, code)
    valueOf(await step(owner, code, 'ask_to_withdraw'))
    valueOf(await step(owner, code, 'keep_going'))
    const row = await expectWhole(code)
    expect(row).toMatchObject({ stage: 'in_hand', holderStaffId: before.holderStaffId, pausedAt: null, stageBefore: null })
    expect(row.dueAt?.getTime()).toBeGreaterThanOrEqual(before.dueAt?.getTime() ?? 0)
  })

  it('asked for while a supplement is awaited, the supplement is awaited again afterwards and the clock stands on', async () => {
    const code = await inHand(MARITAL_STATUS, (builder, at) => builder.step('ask_for_more', at(30)))
    const pausedAt = (await rowOf(office, code)).pausedAt
    valueOf(await step(staff.clerk, code, 'ask_to_withdraw'))
    valueOf(await step(staff.clerk, code, 'keep_going'))
    expect(await expectWhole(code)).toMatchObject({ stage: 'awaiting_supplement', holderKind: 'applicant', pausedAt })
  })
})

describe('an apology with a new appointment', () => {
  it('moves what she was told and never the day by which on time is judged, and only once', async () => {
    const code = await inHand()
    const before = await rowOf(office, code)
    const newDay = nextWorkingDay(localDateOf(before.dueAt ?? readClock()), office.world.calendar)
    const extend = async (day = newDay) =>
      extendDossier(staff.leader, newId(), { ...(await page(code)), reason: 'Chờ xác minh', newDay: day })
    expect(codeOf(await extend(localDateOf(before.receivedAt ?? readClock())))).toBe('invalid_input')
    valueOf(await extend())
    const row = await expectWhole(code)
    expect([row.dueAt, row.firstDueAt, row.stage]).toEqual([before.dueAt, before.firstDueAt, 'in_hand'])
    expect(localDateOf(row.appointmentAt ?? readClock())).toBe(newDay)
    expect(row.papers.find(({ kind }) => kind === 'APOLOGY')?.facts).toMatchObject({
      reason: 'Chờ xác minh',
      agency: 'Văn phòng HĐND và UBND',
      signer: { name: staff.leader.fullName, signature: { agency: 'Ủy ban nhân dân xã Tân Hoà' } },
    })
    expect(await office.db.extension.findFirst({ where: { dossierId: row.id } })).toMatchObject({ issuedAt: expect.any(Date) })
    expect(codeOf(await extend())).toBe('already_extended')
    expect(codeOf(await extendDossier(staff.specialist, newId(), { ...(await page(code)), reason: 'x', newDay }))).toBe('not_allowed')
  })
})

describe('another agency', () => {
  it('has it for its part, answers itself, and the leg says when', async () => {
    const code = await inHand()
    const ask = async (to: string) =>
      askAgency(staff.specialist, newId(), { ...(await page(code)), to, days: '3', reason: 'Xác minh cư trú' })
    expect(codeOf(await ask('KINH_TE'))).toBe('invalid_input')
    valueOf(await ask('CONG_AN'))
    expect(await expectWhole(code)).toMatchObject({
      stage: 'with_agency',
      holderKind: 'agency',
      holderDepartment: 'CONG_AN',
      withAgency: 'CONG_AN',
      pausedAt: null,
    })
    expect(valueOf(await findQueue(staff.police, { shelf: 'agency' })).rows.map((row) => row.code)).toContain(code)
    valueOf(await answerForAgency(staff.police, newId(), { ...(await page(code)), reason: 'Đang thường trú tại xã' }))
    const row = await expectWhole(code)
    expect(row).toMatchObject({ stage: 'in_hand', holderStaffId: staff.specialist.staffId, withAgency: null })
    expect(await office.db.agencyLeg.findMany({ where: { dossierId: row.id } })).toMatchObject([
      {
        number: 1,
        agencyCode: 'CONG_AN',
        returnedAt: expect.any(Date),
        returnedBy: staff.police.staffId,
        answer: 'Đang thường trú tại xã',
      },
    ])
  })
})

describe('a financial obligation', () => {
  it('stops the clock until the cashier records it, and then it goes on by itself', async () => {
    const code = await inHand()
    valueOf(await recordPayment(staff.cashier, newId(), { code, method: 'CASH', reference: `LP-${code}` }))
    const obligation = { name: 'Lệ phí trước bạ', amount: '1.150.000', reason: 'Thông báo số 12/TB' }
    expect(codeOf(await askForPayment(staff.specialist, newId(), { ...(await page(code)), ...obligation, amount: 'nhiều' }))).toBe(
      'invalid_input',
    )
    valueOf(await askForPayment(staff.specialist, newId(), { ...(await page(code)), ...obligation }))
    expect(await expectWhole(code)).toMatchObject({
      stage: 'awaiting_payment',
      holderKind: 'applicant',
      pausedAt: expect.any(Date),
      askedInWorkAt: null,
    })
    const { amount } = valueOf(await recordPayment(staff.cashier, newId(), { code, method: 'TRANSFER', reference: `NS-${code}` }))
    expect(amount).toBe(1_150_000)
    expect(await expectWhole(code)).toMatchObject({ stage: 'in_hand', holderStaffId: staff.specialist.staffId, pausedAt: null })
  })
})

describe('number and seal', () => {
  it('a decision goes by the registrar before it is a result, and the clock stops only then', async () => {
    const code = await aDossierIn(office, {
      procedure: NUMBERED,
      person: OWNER,
      build: (builder, at) => builder.upTo('propose', () => at(30)),
    })
    valueOf(await step(staff.leader, code, 'approve'))
    expect(await expectWhole(code)).toMatchObject({
      stage: 'awaiting_issue',
      finishedAt: null,
      outcome: 'GRANTED',
      stepDueAt: expect.any(Date),
    })
    expect(await office.db.notification.count({ where: { dossier: { code }, event: 'result_ready' } })).toBe(0)
    expect(valueOf(await findQueue(staff.registrar, { shelf: 'issue' })).rows.map((row) => row.code)).toContain(code)
    expect(codeOf(await take(office, staff.registrar, code, 'issue'))).toBe('invalid_input')
    valueOf(await take(office, staff.registrar, code, 'issue', { form: { resultNumber: '125/QĐ-UBND' } }))
    expect(await expectWhole(code)).toMatchObject({
      stage: 'finished',
      finishedAt: expect.any(Date),
      resultNumber: '125/QĐ-UBND',
      holderKind: 'desk',
    })
    expect(await office.db.notification.count({ where: { dossier: { code }, event: 'result_ready' } })).toBe(1)
  })

  it('what was signed wrongly is taken back before it is handed over, and is not finished then', async () => {
    const code = await inHand()
    valueOf(await attach(office, staff.specialist, code))
    valueOf(await take(office, staff.specialist, code, 'propose', { outcome: 'DECLINED' }))
    valueOf(await take(office, staff.leader, code, 'approve'))
    expect(await expectWhole(code)).toMatchObject({ stage: 'finished', outcome: 'DECLINED' })
    expect(codeOf(await step(staff.leader, code, 'reopen'))).toBe('reason_needed')
    valueOf(await step(staff.leader, code, 'reopen', 'Sai ngày sinh'))
    expect(await expectWhole(code)).toMatchObject({
      stage: 'in_hand',
      finishedAt: null,
      outcome: null,
      holderStaffId: staff.specialist.staffId,
    })
  })

  it('a result is proposed as one thing or the other, never as neither', async () => {
    const code = await inHand()
    valueOf(await attach(office, staff.specialist, code))
    expect(codeOf(await step(staff.specialist, code, 'propose'))).toBe('invalid_input')
  })
})

describe('back and again', () => {
  it('the desk takes back what it sent to the wrong department, or the department returns it', async () => {
    const code = await aDossierIn(office, { build: (builder, at) => builder.step('receive', at(40)).step('forward', at(30)) })
    valueOf(await step(staff.clerk, code, 'recall_forward', 'Chuyển nhầm phòng'))
    expect(await expectWhole(code)).toMatchObject({ stage: 'received', holderKind: 'desk' })
    valueOf(await step(staff.clerk, code, 'forward'))
    valueOf(await step(staff.head, code, 'return_to_desk', 'Không thuộc Văn phòng'))
    expect(await expectWhole(code)).toMatchObject({ stage: 'received', holderKind: 'desk' })
  })

  it('a second request is the leader’s, and makes the dossier late', async () => {
    const code = await inHand()
    const items = [{ position: 0, reasonCode: 'mismatch', text: '' }]
    const ask = async (actor: StaffActor, name: string) => askForMore(actor, newId(), { ...(await page(code)), step: name, items })
    expect(codeOf(await ask(staff.leader, 'ask_again'))).toBe('step_not_possible')
    valueOf(await ask(staff.specialist, 'ask_for_more'))
    valueOf(await keepSupplementAnswer(owner, newId(), { code, answers: { '0': 'Đã sửa' }, files: [], remove: null }))
    valueOf(await answerSupplement(owner, newId(), await page(code)))
    expect(codeOf(await ask(staff.specialist, 'ask_again'))).toBe('not_allowed')
    expect(codeOf(await ask(staff.specialist, 'ask_for_more'))).toBe('already_asked')
    valueOf(await ask(staff.leader, 'ask_again'))
    expect(await expectWhole(code)).toMatchObject({ stage: 'awaiting_supplement', supplementRequests: 2 })
  })
})
