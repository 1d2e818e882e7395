import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may, staffOnly } from '@/lib/access/policy'
import { localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { inTime } from '@/lib/procedures/rules'
import { inForceOn } from '@/lib/procedures/store'
import { ReasonKindIn } from './reason-schema'

/** Most wordings of a list, those of earlier years among them. */
const MOST = 500

/** The office's ordinary reasons of one kind that may be given today, in their order. */
export const findReasons = query({
  name: 'dossier.find_reasons',
  input: z.object({ kind: ReasonKindIn }),
  allow: staffOnly,
  run: ({ db, actor, now }, { kind }) =>
    db.listedReason.findMany({
      where: { communeId: actor.communeId, kind, ...inForceOn(localDateOf(now)) },
      orderBy: [{ position: 'asc' }, { code: 'asc' }],
      take: 100,
      select: { code: true, text: true },
    }),
})

/** Every wording that the lists of reasons have or had, and how long the office waits for a supplement. */
export const findReasonWordings = query({
  name: 'dossier.find_reason_wordings',
  input: z.object({}),
  allow: (actor) => may(actor, 'supplement.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const rows = await db.listedReason.findMany({
      where: { communeId },
      orderBy: [{ kind: 'asc' }, { position: 'asc' }, { code: 'asc' }, { validFrom: 'desc' }],
      take: MOST,
      select: { code: true, kind: true, text: true, validFrom: true, validTo: true, unverified: true },
    })
    const { supplementDays, supplementSource } = await db.commune.findUniqueOrThrow({
      where: { id: communeId },
      select: { supplementDays: true, supplementSource: true },
    })
    const today = localDateOf(now)
    return {
      wordings: rows.map(({ validFrom, validTo, ...row }, index) => {
        const [from, to] = [localDateOfColumn(validFrom), validTo && localDateOfColumn(validTo)]
        const standing = inTime({ validFrom: from, validTo: to }, today)
        // Only the newest wording of a reason can be changed; the others are history.
        return { ...row, from, to, standing, isNewest: rows[index - 1]?.code !== row.code }
      }),
      time: { days: supplementDays, source: supplementSource },
      today,
    }
  },
})
