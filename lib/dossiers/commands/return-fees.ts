import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { asStaff, may } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { TO_RETURN } from '../refunds'
import { DossierCode } from '../schema'
import { visibleTo } from '../store'

/**
 * Records that the fees of a closed dossier were given back, with the proof. Answers how many đồng. Refusals: `not_found`, `nothing_to_return` when
 * there is nothing (any more) to give back.
 */
export const returnFees = command({
  name: 'dossier.return_fees',
  input: z.object({
    code: DossierCode,
    reference: z.string().trim().min(2, 'Ghi số phiếu chi hoặc số giao dịch chuyển khoản').max(100, 'Dài quá 100 chữ'),
  }),
  subject: async ({ db, actor }, { code }) => {
    const dossier = await db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: { communeId: true, id: true },
    })
    return dossier
  },
  allow: (actor) => may(actor, 'payment.return'),
  run: async ({ db, actor, now }, { reference }, { communeId, id: dossierId }) => {
    await db.$queryRaw`SELECT 1 FROM payment WHERE "communeId" = ${communeId} AND "dossierId" = ${dossierId}::uuid FOR UPDATE`
    const owed = await db.payment.findMany({ where: { communeId, dossierId, ...TO_RETURN }, select: { id: true, amount: true } })
    if (owed.length === 0) throw new Refusal('nothing_to_return')
    await db.payment.updateMany({
      where: { communeId, id: { in: owed.map(({ id }) => id) } },
      data: { status: 'REFUNDED', refundedAt: now, refundedBy: asStaff(actor).staffId, refundReference: reference },
    })
    return { amount: owed.reduce((sum, { amount }) => sum + amount, 0) }
  },
  about: (_input, dossier, { amount }) => ({ kind: 'dossier', id: dossier.id, detail: { refunded: amount } }),
})
