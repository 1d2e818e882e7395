import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { findUnpaid } from '@/lib/dossiers/unpaid-queries'
import { newId } from '@/lib/platform/clock'
import { codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aDossierIn, receive, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor
let cashier: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
  cashier = await office.staff('tamtinh.bui')
})
afterAll(() => office.close())

const pay = (code: string, reference: string, requestId = newId(), actor = cashier) =>
  recordPayment(actor, requestId, { code, method: 'CASH', reference })
const dueOf = async (code: string) => valueOf(await findUnpaid(cashier, { code })).map(({ due }) => due)
const paymentsOf = async (code: string) =>
  office.db.payment.findMany({ where: { communeId: 1, dossierId: (await rowOf(office, code)).id }, include: { feeLines: true } })

async function received(): Promise<string> {
  const code = await aDossierIn(office, { procedure: MARITAL_STATUS })
  valueOf(await receive(office, clerk, code))
  return code
}

describe('a fee', () => {
  it('is due from the receipt on, and the cashier finds it', async () => {
    const code = await aDossierIn(office, { procedure: MARITAL_STATUS })
    expect(await dueOf(code)).toEqual([])
    expect(codeOf(await pay(code, 'BL 0001'))).toBe('nothing_due')
    valueOf(await receive(office, clerk, code))
    expect(await dueOf(code)).toEqual([5_000])
    expect(valueOf(await readDossier(clerk, { code }))).toMatchObject({ owed: 5_000, mayRecordPayment: true })
  })

  it('is recorded with who took it, how and when, and is due no more; never as paid online', async () => {
    const code = await received()
    expect(valueOf(await pay(code, 'BL 0002'))).toEqual({ amount: 5_000 })
    const [payment, ...more] = await paymentsOf(code)
    expect(more).toEqual([])
    expect(payment).toMatchObject({ amount: 5_000, method: 'CASH', status: 'PAID', reference: 'BL 0002', recordedBy: cashier.staffId })
    expect(payment?.feeLines).toHaveLength(1)
    expect(await dueOf(code)).toEqual([])
    expect(valueOf(await readDossier(clerk, { code })).owed).toBe(0)
  })

  it('is taken once by whoever is first of sixteen, and a repeated request gets the first answer', async () => {
    const code = await received()
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => pay(code, `BL 1${n}`)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers.filter((answer) => !answer.ok && answer.code !== 'nothing_due' && answer.code !== 'busy')).toEqual([])
    expect(await paymentsOf(code)).toHaveLength(1)
    const [other, requestId] = [await received(), newId()]
    const [first, second] = [await pay(other, 'BL 0003', requestId), await pay(other, 'BL 0003', requestId)]
    expect(second).toEqual(first)
    expect(await paymentsOf(other)).toHaveLength(1)
  })

  it('is not recorded twice under one number', async () => {
    const [one, two] = [await received(), await received()]
    valueOf(await pay(one, 'BL 0004'))
    expect(await pay(two, 'BL 0004')).toMatchObject({
      ok: false,
      code: 'invalid_input',
      fields: { reference: expect.stringContaining('Số này') },
    })
    expect(await dueOf(two)).toEqual([5_000])
    expect(await paymentsOf(two)).toEqual([])
  })
})
