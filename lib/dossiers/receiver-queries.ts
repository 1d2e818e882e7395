import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { receiversOf } from './receivers'
import { mayMove } from './rules'
import { DossierCode, PASS_ON_STEPS } from './schema'
import { visibleTo } from './store'

/**
 * Whom this person can name as the next to hold a dossier, each officer with how many they hold now.
 * Refusals: `step_not_possible`, `not_allowed`, `not_found`.
 */
export const findReceivers = query({
  name: 'dossier.find_receivers',
  input: z.object({ code: DossierCode, step: z.enum(PASS_ON_STEPS) }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: {
        communeId: true,
        stage: true,
        departmentCode: true,
        holderKind: true,
        holderDepartment: true,
        holderStaffId: true,
        processorId: true,
        receivedAt: true,
        askedInWorkAt: true,
        department: { select: { kind: true } },
      },
    }),
  allow: (actor, dossier, { step }) => mayMove(actor, dossier, step),
  run: async ({ db }, { step }, dossier) => {
    const receivers = await receiversOf(db, dossier, step)
    const ids = receivers.flatMap(({ staffId }) => staffId ?? [])
    const held =
      ids.length === 0
        ? []
        : await db.dossier.groupBy({
            by: ['holderStaffId'],
            where: { communeId: dossier.communeId, closedAt: null, holderStaffId: { in: ids } },
            _count: { _all: true },
          })
    return receivers.map(({ to, name, staffId }) => ({
      ...{ to, name },
      holds: staffId === null ? null : (held.find(({ holderStaffId }) => holderStaffId === staffId)?._count._all ?? 0),
    }))
  },
})
