import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { asStaff, may } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { goOnPaid } from '../obligations'
import { DossierCode } from '../schema'
import { lockAtEitherDesk } from '../store'
import { UNPAID } from '../unpaid'

/**
 * Records that everything still due for a dossier was paid at the counter, with the number of the voucher or the transfer. Never a payment
 * online: those come from the gateway alone, and index 3.6 counts them. A dossier that waited for it goes on. Answers how many đồng. Refusals:
 * `not_found`, `nothing_due` when it is paid already or asks for nothing, `invalid_input` when the number stands for another payment.
 */
export const recordPayment = command({
  name: 'dossier.record_payment',
  input: z.object({
    code: DossierCode,
    method: z.enum(['CASH', 'TRANSFER'], 'Chọn cách nộp'),
    reference: z.string().trim().min(2, 'Ghi số biên lai hoặc số giao dịch chuyển khoản').max(100, 'Dài quá 100 chữ'),
  }),
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor) => may(actor, 'payment.record'),
  run: async (writing, { method, reference }, dossier) => {
    const { db, actor, now, newId } = writing
    // Two cashiers have waited for each other at the lock; the second finds nothing due.
    const { communeId, id: dossierId } = dossier
    const lines = await db.feeLine.findMany({
      where: { communeId, dossierId, ...UNPAID },
      select: { id: true, amount: true, quantity: true },
    })
    const amount = lines.reduce((sum, line) => sum + line.amount * line.quantity, 0)
    if (amount === 0) throw new Refusal('nothing_due')
    const payment = { communeId, id: newId(), dossierId, method, amount, status: 'PAID' as const, reference }
    const { count } = await db.payment.createMany({
      data: [{ ...payment, paidAt: now, recordedBy: asStaff(actor).staffId, createdAt: now }],
      skipDuplicates: true,
    })
    if (count === 0) throw new Refusal('invalid_input', {}, { reference: 'Số này đã ghi cho một lần nộp khác. Xem lại số trên biên lai' })
    await db.feeLine.updateMany({ where: { communeId, id: { in: lines.map(({ id }) => id) } }, data: { paymentId: payment.id } })
    if (dossier.stage === 'awaiting_payment') await goOnPaid(writing, dossier)
    return { amount }
  },
  about: (_input, dossier, { amount }) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId, detail: { paid: amount } }),
})
