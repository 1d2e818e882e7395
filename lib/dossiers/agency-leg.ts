import type { Writing } from '@/lib/access/gate'
import type { LockedDossier } from './store'

/** The agency's part goes on with the time that was left to it. */
export async function resumeLeg(
  { db }: Writing,
  { communeId, id: dossierId }: Pick<LockedDossier, 'communeId' | 'id'>,
  dueAt: Date | null | undefined,
): Promise<void> {
  if (dueAt) await db.agencyLeg.updateMany({ where: { communeId, dossierId, returnedAt: null }, data: { dueAt } })
}
