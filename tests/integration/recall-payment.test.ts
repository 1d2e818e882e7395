import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CitizenActor, StaffActor } from '@/lib/access/policy'
import { askForPayment } from '@/lib/dossiers/commands/ask-for-payment'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { findUnpaid } from '@/lib/dossiers/unpaid-queries'
import { newId } from '@/lib/platform/clock'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { codeOf, valueOf } from '@/tests/support/filing'
import { inSpecialistsHand, rowOf, take, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

// A payment that was asked for by mistake is asked of nobody any more, and stays written down.

const OWNER = { ...aPerson(dice(43), 943), personalNumber: '086194000012', email: 'nguoi.nop@vidu.example' }
const MISTAKE = 'Ghi nhầm hồ sơ của người khác'

let office: Office
let owner: CitizenActor
let specialist: StaffActor
let colleague: StaffActor
let clerk: StaffActor
let cashier: StaffActor
beforeAll(async () => {
  office = await openOffice()
  owner = await office.citizen()
  specialist = await office.staff('thidiem.pham')
  colleague = await office.staff('thunghiem.do')
  clerk = await office.staff('vidu.le')
  cashier = await office.staff('tamtinh.bui')
}, 120_000)
afterAll(() => office.close())

/** A dossier whose applicant is asked for 150.000 đồng. */
async function asked(): Promise<string> {
  const code = await inSpecialistsHand(office, OWNER)
  const obligation = { name: 'Lệ phí trước bạ', amount: '150.000', reason: 'Thông báo số 12' }
  valueOf(await askForPayment(specialist, newId(), { code, version: await versionOf(office, code), ...obligation }))
  return code
}

const duesOf = async (code: string) => valueOf(await findUnpaid(cashier, { code })).map(({ name }) => name)
const recall = (code: string, more = {}) => take(office, specialist, code, 'recall_payment', { reason: MISTAKE, ...more })
const noticesOf = async (id: string) =>
  (await office.db.notification.findMany({ where: { dossierId: id }, orderBy: { createdAt: 'asc' } })).map(({ event }) => event)

describe('a payment asked for by mistake', () => {
  it('is taken back by who asked: the dossier is in hand again, the clock goes on, the line stays and is due no more', async () => {
    const code = await asked()
    expect(await duesOf(code)).toContain('Lệ phí trước bạ')
    const before = await rowOf(office, code)
    valueOf(await recall(code))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ stage: 'in_hand', holderStaffId: specialist.staffId, pausedAt: null })
    expect(row.dueAt?.getTime()).toBeGreaterThanOrEqual(before.dueAt?.getTime() ?? Infinity)
    const line = row.feeLines.find(({ name }) => name === 'Lệ phí trước bạ')
    expect(line).toMatchObject({ amount: 150_000, paymentId: null, cancelledAt: row.events.at(-1)?.at })
    expect(row.feeLines.filter(({ cancelledAt }) => cancelledAt !== null)).toHaveLength(1)
    expect(await duesOf(code)).not.toContain('Lệ phí trước bạ')
    expect(valueOf(await readDossier(specialist, { code }))).toMatchObject({
      cancelledFees: [{ name: 'Lệ phí trước bạ', amount: 150_000 }],
      owed: before.feeLines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0) - 150_000,
    })
  })

  it('is told to the applicant, with the reason, and what she paid is not said to her any more', async () => {
    const code = await asked()
    valueOf(await recall(code))
    const { id } = await rowOf(office, code)
    expect(await noticesOf(id)).toEqual(['payment_asked', 'payment_recalled'])
    const mine = valueOf(await readMyDossier(owner, { code }))
    expect(mine.told).toMatchObject({ obligation: null, recalled: { because: MISTAKE } })
    expect(mine.feeLines.map(({ name }) => name)).not.toContain('Lệ phí trước bạ')
    expect(mine.followed.way.map(({ what }) => what)).toContain('Được yêu cầu nộp tiền, yêu cầu đã rút lại')
  })

  it('may be asked for again, rightly', async () => {
    const code = await asked()
    valueOf(await recall(code))
    const again = { name: 'Lệ phí trước bạ', amount: '50.000', reason: 'Thông báo số 13' }
    valueOf(await askForPayment(specialist, newId(), { code, version: await versionOf(office, code), ...again }))
    const mine = valueOf(await readMyDossier(owner, { code }))
    expect(mine.told.recalled).toBeNull()
    expect(mine.told.obligation?.lines.map(({ amount }) => amount)).toContain(50_000)
    expect(mine.told.obligation?.lines.map(({ amount }) => amount)).not.toContain(150_000)
  })

  it('is nobody else’s to take back, needs its reason, and not after it was paid', async () => {
    const code = await asked()
    expect(codeOf(await take(office, colleague, code, 'recall_payment', { reason: MISTAKE }))).toBe('not_allowed')
    expect(codeOf(await take(office, cashier, code, 'recall_payment', { reason: MISTAKE }))).toBe('not_allowed')
    expect(codeOf(await recall(code, { reason: '' }))).toBe('reason_needed')
    valueOf(await recordPayment(cashier, newId(), { code, method: 'CASH', reference: `BL-${code}` }))
    expect(codeOf(await recall(code))).toBe('step_not_possible')
    expect((await rowOf(office, code)).feeLines.every(({ cancelledAt }) => cancelledAt === null)).toBe(true)
  })

  it('is paid or taken back, never both, whoever is first', async () => {
    const code = await asked()
    const [back, paid] = await Promise.all([
      recall(code),
      recordPayment(cashier, newId(), { code, method: 'CASH', reference: `BL-${code}` }),
    ])
    const { feeLines, stage } = await rowOf(office, code)
    const line = feeLines.find(({ name }) => name === 'Lệ phí trước bạ')
    expect(stage).toBe('in_hand')
    expect(back.ok ? [line?.paymentId, line?.cancelledAt] : [line?.cancelledAt, line?.paymentId]).toEqual([null, expect.anything()])
    // Fees of the receipt may be left to pay when the obligation is gone.
    if (!back.ok) expect(paid.ok).toBe(true)
  })

  it('a repeated press gets the first answer', async () => {
    const code = await asked()
    const pressed = { requestId: newId(), version: await versionOf(office, code) }
    const first = await recall(code, pressed)
    expect(await recall(code, pressed)).toEqual(first)
    expect((await rowOf(office, code)).events.filter(({ step }) => step === 'recall_payment')).toHaveLength(1)
  })
})

describe('what was paid while the desk had still to answer a wish to withdraw', () => {
  it('is waited for no more when she thinks better of it', async () => {
    const code = await asked()
    const wish = async (actor: StaffActor | CitizenActor, step: string) =>
      valueOf(await performStep(actor, newId(), { code, step, version: await versionOf(office, code) }))
    await wish(owner, 'ask_to_withdraw')
    valueOf(await recordPayment(cashier, newId(), { code, method: 'CASH', reference: `BL-${code}` }))
    const { version } = await wish(clerk, 'keep_going')
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ stage: 'in_hand', pausedAt: null, holderStaffId: specialist.staffId, version })
    expect(row.events.slice(-2).map(({ step }) => step)).toEqual(['keep_going', 'confirm_payment'])
  })
})
