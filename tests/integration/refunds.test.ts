import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { refuseDossier } from '@/lib/dossiers/commands/refuse-dossier'
import { returnFees } from '@/lib/dossiers/commands/return-fees'
import { withdrawDossier } from '@/lib/dossiers/commands/withdraw-dossier'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { findRefunds } from '@/lib/dossiers/refund-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aDossierIn, receive, rowOf, versionOf } from '@/tests/support/moves'
import { KNOWN, openOffice, type Office } from '@/tests/support/office'

let office: Office
let clerk: StaffActor
let cashier: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
  cashier = await office.staff('tamtinh.bui')
})
afterAll(() => office.close())

/** A dossier just sent whose fee has been paid online. */
async function paid(): Promise<string> {
  const code = await aDossierIn(office, { procedure: MARITAL_STATUS, person: KNOWN })
  const { id, feeLines } = await rowOf(office, code)
  const amount = feeLines.reduce((sum, line) => sum + line.amount * line.quantity, 0)
  const paymentId = newId()
  const now = readClock()
  await office.db.payment.create({
    data: {
      communeId: 1,
      id: paymentId,
      dossierId: id,
      method: 'ONLINE',
      amount,
      status: 'PAID',
      reference: paymentId,
      paidAt: now,
      createdAt: now,
    },
  })
  await office.db.feeLine.updateMany({ where: { communeId: 1, dossierId: id }, data: { paymentId } })
  return code
}

const refuse = async (code: string) =>
  refuseDossier(clerk, newId(), { code, version: await versionOf(office, code), reason: 'Không thuộc thẩm quyền của xã' })
const owedTo = async (code: string) => valueOf(await findRefunds(cashier, {})).filter((refund) => refund.code === code)

describe('a fee that was paid for nothing', () => {
  it('is owed from the moment the dossier is refused, and both sides read it', async () => {
    const code = await paid()
    valueOf(await refuse(code))
    const { closedAt } = await rowOf(office, code)
    expect(await owedTo(code)).toMatchObject([{ amount: 5_000, refundDueAt: closedAt, applicant: KNOWN.fullName }])
    expect(valueOf(await readDossier(clerk, { code })).refund).toMatchObject({ amount: 5_000, doneAt: null })
    expect(valueOf(await readMyDossier(await office.citizen(), { code })).refund).toMatchObject({ amount: 5_000, doneAt: null })
  })

  it('is owed as well when the applicant takes the dossier back', async () => {
    const code = await paid()
    valueOf(await withdrawDossier(await office.citizen(), newId(), { code, version: await versionOf(office, code), reason: '' }))
    expect(await owedTo(code)).toHaveLength(1)
  })

  it('is not owed where nothing was paid, or where the dossier was received', async () => {
    const [unpaid, received] = [await aDossierIn(office, { procedure: MARITAL_STATUS, person: KNOWN }), await paid()]
    valueOf(await refuse(unpaid))
    valueOf(await receive(office, clerk, received))
    expect([...(await owedTo(unpaid)), ...(await owedTo(received))]).toEqual([])
    expect(valueOf(await readDossier(clerk, { code: unpaid })).refund).toBeNull()
  })

  it('is given back once, with its proof, however often it is recorded', async () => {
    const code = await paid()
    valueOf(await refuse(code))
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => returnFees(cashier, newId(), { code, reference: 'Phiếu chi số 12/2026' })),
    )
    expect(answers.map(codeOf).toSorted()).toEqual([
      'nothing_to_return',
      'nothing_to_return',
      'nothing_to_return',
      'nothing_to_return',
      'nothing_to_return',
      'ok',
    ])
    const { id } = await rowOf(office, code)
    expect(await office.db.payment.findMany({ where: { communeId: 1, dossierId: id } })).toMatchObject([
      { status: 'REFUNDED', refundedBy: cashier.staffId, refundReference: 'Phiếu chi số 12/2026' },
    ])
    expect(await owedTo(code)).toEqual([])
    expect(valueOf(await readMyDossier(await office.citizen(), { code })).refund?.doneAt).not.toBeNull()
    expect(await office.db.auditLine.count({ where: { action: 'dossier.return_fees', subjectId: id, outcome: 'done' } })).toBe(1)
  })

  it('needs a proof, and is not the clerk’s to give', async () => {
    const code = await paid()
    valueOf(await refuse(code))
    expect(codeOf(await returnFees(cashier, newId(), { code, reference: '' }))).toBe('invalid_input')
    expect(codeOf(await returnFees(clerk, newId(), { code, reference: 'Phiếu chi số 1' }))).toBe('not_allowed')
  })
})
