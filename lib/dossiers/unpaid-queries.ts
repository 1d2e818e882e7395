import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { DossierCode } from './schema'
import { codedAtDesk, visibleTo } from './store'
import { UNPAID } from './unpaid'
import { NAME_DELETED } from './words'

/** Most fee lines that one page shows. */
const MOST = 200

/** The fees that are due and not paid, of all dossiers or of one, the oldest first. */
export const findUnpaid = query({
  name: 'dossier.find_unpaid',
  input: z.object({ code: DossierCode.optional() }),
  allow: (actor) => may(actor, 'payment.record'),
  run: ({ db, actor }, { code }) =>
    db.feeLine
      .findMany({
        where: {
          ...UNPAID,
          // Of one dossier also what this counter has received for another commune: the person pays where she is.
          ...(code === undefined ? { communeId: actor.communeId } : {}),
          dossier: { AND: [UNPAID.dossier, visibleTo(actor), code === undefined ? {} : codedAtDesk(actor, code)] },
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: MOST,
        select: {
          id: true,
          name: true,
          amount: true,
          quantity: true,
          dossier: {
            select: {
              code: true,
              stage: true,
              receivedAt: true,
              applicant: { select: { fullName: true, phone: true } },
              procedureVersion: { select: { shortName: true } },
            },
          },
        },
      })
      .then((lines) =>
        lines.map(({ dossier: { applicant, procedureVersion, ...dossier }, amount, quantity, ...line }) => ({
          ...line,
          ...dossier,
          due: amount * quantity,
          procedure: procedureVersion.shortName,
          applicant: applicant?.fullName ?? NAME_DELETED,
          phone: applicant?.phone ?? null,
        })),
      ),
})
