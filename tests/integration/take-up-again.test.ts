import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CitizenActor, StaffActor } from '@/lib/access/policy'
import { askAgency } from '@/lib/dossiers/commands/ask-agency'
import { askForPayment } from '@/lib/dossiers/commands/ask-for-payment'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { returnFees } from '@/lib/dossiers/commands/return-fees'
import { stopDossier } from '@/lib/dossiers/commands/stop-dossier'
import { takeUpAgain } from '@/lib/dossiers/commands/take-up-again'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { EMPTY_LIFE_CYCLE, replay } from '@/lib/dossiers/life-cycle'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { newId } from '@/lib/platform/clock'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { codeOf, valueOf } from '@/tests/support/filing'
import { inSpecialistsHand, rowOf, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { officersOf } from '@/tests/support/officers'

// What the office has stopped goes on where it stood, while nothing of what the stop gives back has gone out.

const OWNER = { ...aPerson(dice(44), 944), personalNumber: '086194000012', email: 'nguoi.nop@vidu.example' }
const BECAUSE = 'Dừng nhầm hồ sơ'

let office: Office
let owner: CitizenActor
const staff: Record<'clerk' | 'specialist' | 'colleague' | 'leader' | 'cashier', StaffActor> = Object(null)
beforeAll(async () => {
  office = await openOffice()
  owner = await office.citizen()
  const named = { clerk: 'vidu.le', specialist: 'thidiem.pham', colleague: 'thunghiem.do', leader: 'mau.tran', cashier: 'tamtinh.bui' }
  for (const [name, userName] of Object.entries(named)) Object.assign(staff, { [name]: await office.staff(userName) })
}, 120_000)
afterAll(() => office.close())

const inHand = () => inSpecialistsHand(office, OWNER)

const page = async (code: string) => ({ code, version: await versionOf(office, code) })
const stop = async (code: string, more: { refund?: boolean } = {}) =>
  valueOf(
    await stopDossier(staff.leader, newId(), { ...(await page(code)), step: 'stop', reason: 'Không đủ điều kiện', refund: false, ...more }),
  )
const again = async (code: string, more: { actor?: StaffActor | CitizenActor; papersHere?: boolean; reason?: string } = {}) => {
  const { actor = staff.leader, papersHere = true, reason = BECAUSE } = more
  return takeUpAgain(actor, newId(), { ...(await page(code)), reason, papersHere })
}

/** The row is what its events say. */
async function whole(code: string) {
  const row = await rowOf(office, code)
  const columns = replay(row.events.map(({ changes }) => ({ changes: Object(changes) })))
  for (const [column, value] of Object.entries({ ...EMPTY_LIFE_CYCLE, ...columns })) expect(Object(row)[column], column).toEqual(value)
  return row
}

describe('what the office has stopped', () => {
  it('goes on where it stood and with what was left of its time; the letter and the control sheet of the stop hold no more', async () => {
    const code = await inHand()
    const before = await rowOf(office, code)
    await stop(code)
    expect(await whole(code)).toMatchObject({ stage: 'stopped', stageBefore: 'in_hand', holderKind: 'nobody' })
    valueOf(await again(code))
    const row = await whole(code)
    expect(row).toMatchObject({
      stage: 'in_hand',
      holderStaffId: staff.specialist.staffId,
      closedAt: null,
      stageBefore: null,
      pausedAt: null,
    })
    expect(row.dueAt?.getTime()).toBeGreaterThanOrEqual(before.dueAt?.getTime() ?? Infinity)
    expect(
      row.papers
        .filter(({ revokedAt }) => revokedAt !== null)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['CONTROL', 'STOP'])
    expect(row.papers.find(({ kind }) => kind === 'RECEIPT')?.revokedAt).toBeNull()
    expect(await office.db.notification.count({ where: { dossierId: row.id, event: 'taken_up_again' } })).toBe(1)
    const mine = valueOf(await readMyDossier(owner, { code }))
    expect(mine.told).toMatchObject({ closedBecause: null, takenUp: { because: BECAUSE } })
    expect(mine.followed.way.map(({ what }) => what)).toContain('Đã dừng, sau đó được giải quyết tiếp')
  })

  it('may be stopped again, with a letter and a control sheet of their own', async () => {
    const code = await inHand()
    await stop(code)
    valueOf(await again(code))
    await stop(code)
    const { papers } = await whole(code)
    for (const kind of ['STOP', 'CONTROL'] as const)
      expect(papers.filter((paper) => paper.kind === kind).map(({ revokedAt }) => revokedAt === null)).toEqual([false, true])
  })

  it('keeps the money that was to be given back, and stays stopped once it was', async () => {
    const [kept, returned] = [await inHand(), await inHand()]
    for (const code of [kept, returned]) {
      valueOf(await recordPayment(staff.cashier, newId(), { code, method: 'CASH', reference: `BL-${code}` }))
      await stop(code, { refund: true })
    }
    valueOf(await again(kept))
    const { id } = await rowOf(office, kept)
    expect(await office.db.payment.findMany({ where: { dossierId: id } })).toMatchObject([{ status: 'PAID', refundDueAt: null }])
    expect(codeOf(await returnFees(staff.cashier, newId(), { code: kept, reference: 'PC 1' }))).toBe('nothing_to_return')
    valueOf(await returnFees(staff.cashier, newId(), { code: returned, reference: 'PC 2' }))
    expect(codeOf(await again(returned))).toBe('money_returned')
    expect(await rowOf(office, returned)).toMatchObject({ stage: 'stopped' })
  })

  it('either goes on or gives the money back, never both, whoever is first', async () => {
    for (let n = 0; n < 4; n += 1) {
      const code = await inHand()
      valueOf(await recordPayment(staff.cashier, newId(), { code, method: 'CASH', reference: `BL-${code}` }))
      await stop(code, { refund: true })
      const [up, back] = await Promise.all([again(code), returnFees(staff.cashier, newId(), { code, reference: `PC-${code}` })])
      expect([up.ok, back.ok].filter(Boolean)).toHaveLength(1)
      const { stage, id } = await rowOf(office, code)
      const [payment] = await office.db.payment.findMany({ where: { dossierId: id } })
      expect(payment?.status).toBe(stage === 'stopped' ? 'REFUNDED' : 'PAID')
    }
  })

  it('goes on only when somebody has looked that the papers are still at the counter', async () => {
    const code = await inHand()
    const { id } = await rowOf(office, code)
    await office.db.dossierComponent.updateMany({ where: { communeId: 1, dossierId: id, position: 1 }, data: { originals: 1 } })
    await stop(code)
    const refusal = await again(code, { papersHere: false })
    expect(refusal).toMatchObject({ ok: false, code: 'invalid_input', fields: { papersHere: expect.stringContaining('đánh dấu') } })
    valueOf(await again(code))
  })

  it('is the one’s who may stop, with a reason', async () => {
    const code = await inHand()
    await stop(code)
    for (const actor of [staff.clerk, staff.specialist, owner]) expect(codeOf(await again(code, { actor }))).toBe('not_allowed')
    expect(await again(code, { reason: ' ' })).toMatchObject({ ok: false, code: 'invalid_input', fields: { reason: expect.any(String) } })
    expect(valueOf(await readDossier(staff.leader, { code })).steps.map(({ step }) => step)).toEqual(['take_up_again'])
  })

  it('goes back to what it waited for: the agency that had it, and the payment that was asked for', async () => {
    const [agency, waiting] = [await inHand(), await inHand()]
    valueOf(await askAgency(staff.specialist, newId(), { ...(await page(agency)), to: 'CONG_AN', days: '3', reason: 'Xác minh' }))
    await stop(agency)
    valueOf(await again(agency))
    expect(await whole(agency)).toMatchObject({
      stage: 'with_agency',
      withAgency: 'CONG_AN',
      holderKind: 'agency',
      stepDueAt: expect.any(Date),
    })
    const obligation = { name: 'Lệ phí trước bạ', amount: '150.000', reason: 'Thông báo số 12' }
    valueOf(await askForPayment(staff.specialist, newId(), { ...(await page(waiting)), ...obligation }))
    const { pausedAt } = await rowOf(office, waiting)
    await stop(waiting)
    valueOf(await again(waiting))
    expect(await whole(waiting)).toMatchObject({
      stage: 'awaiting_payment',
      holderKind: 'applicant',
      pausedAt,
      nextDueAt: expect.any(Date),
    })
  })

  it('comes to the successor of whoever worked on it and has left', async () => {
    const admin = await officersOf(office)
    const code = await inHand()
    await stop(code)
    valueOf(await admin.suspend(staff.specialist.staffId))
    valueOf(await again(code))
    const row = await whole(code)
    expect(row).toMatchObject({ stage: 'in_hand', holderDepartment: 'VAN_PHONG' })
    expect(row.holderStaffId).not.toBe(staff.specialist.staffId)
    expect(row.processorId).toBe(row.holderStaffId)
  })
})

describe('what was stopped because she wished it', () => {
  it('is not taken up again by anybody', async () => {
    const code = await inHand()
    valueOf(await performStep(owner, newId(), { ...(await page(code)), step: 'ask_to_withdraw' }))
    const form = { ...(await page(code)), step: 'confirm_withdrawal', reason: '', refund: false }
    valueOf(await stopDossier(staff.clerk, newId(), form))
    expect(await whole(code)).toMatchObject({ stage: 'stopped', stageBefore: null })
    expect(codeOf(await again(code))).toBe('step_not_possible')
  })
})
