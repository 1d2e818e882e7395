import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { TO_RETURN } from './refunds'
import { visibleTo } from './store'
import { NAME_DELETED } from './words'

/** Most payments that one page shows; an office has few. */
const MOST = 100

/** The payments that have to be given back, the oldest first. */
export const findRefunds = query({
  name: 'dossier.find_refunds',
  input: z.object({}),
  allow: (actor) => may(actor, 'payment.return'),
  run: async ({ db, actor }) => {
    const payments = await db.payment.findMany({
      where: { communeId: actor.communeId, ...TO_RETURN, dossier: visibleTo(actor) },
      orderBy: [{ refundDueAt: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: {
        id: true,
        amount: true,
        method: true,
        paidAt: true,
        refundDueAt: true,
        dossier: {
          select: {
            code: true,
            stage: true,
            applicant: { select: { fullName: true, phone: true } },
            procedureVersion: { select: { shortName: true } },
          },
        },
      },
    })
    return payments.map(({ dossier: { code, stage, applicant, procedureVersion }, ...payment }) => ({
      ...payment,
      ...{ code, stage, procedure: procedureVersion.shortName, phone: applicant?.phone ?? null },
      applicant: applicant?.fullName ?? NAME_DELETED,
    }))
  },
})
