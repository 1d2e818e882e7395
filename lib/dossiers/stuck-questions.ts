import type { StaffActor } from '@/lib/access/policy'
import { placesOf } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { mayAskOpinion, mayTakeBack } from './consultation-rules'
import { findAsked, type QuestionRow } from './consultations'
import type { Standing } from './rules'

/** Open questions to others that this person asked, or that lie with a dossier which they hold now. */
export function askedFrom(staff: StaffActor): Prisma.ConsultationWhereInput {
  const mine = placesOf(staff).map(({ staffId }) => staffId)
  return {
    ...{ answeredAt: null, takenBackAt: null, askedOf: { notIn: mine } },
    OR: [{ askedBy: { in: mine } }, { dossier: { holderStaffId: { in: mine } } }],
  }
}

/** A dossier with open questions. */
type Asking = Standing & { code: string; procedureVersion: { shortName: string }; consultations: readonly QuestionRow[] }

/**
 * Of these questions the ones that nobody can answer any more, because the one asked is suspended and nobody stands in: for whoever may take them
 * back, so that none waits for good. `mayAsk`: whether this person can ask somebody else.
 */
export async function stuckAmong(db: Tx, staff: StaffActor, { dossiers, now }: { dossiers: readonly Asking[]; now: Date }) {
  const rows = dossiers.flatMap(({ consultations }) => consultations)
  const asked = await findAsked(db, staff.communeId, { rows, now })
  const gone = asked.filter(({ status, standIn }) => status !== 'ACTIVE' && standIn === null)
  return dossiers.flatMap((dossier) =>
    dossier.consultations.flatMap((question) => {
      const officer = gone.find(({ id }) => id === question.askedOf)
      if (!officer || mayTakeBack(staff, dossier, question) !== true) return []
      const { code, procedureVersion } = dossier
      return [
        {
          ...{ id: question.id, question: question.question, of: officer.fullName, code, procedure: procedureVersion.shortName },
          mayAsk: mayAskOpinion(staff, dossier) === true,
        },
      ]
    }),
  )
}
