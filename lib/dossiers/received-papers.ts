import type { Reading } from '@/lib/access/gate'
import type { Prisma } from '@/prisma/generated/client'
import { readableBy, receivedBy } from './store'

/** A file of a dossier that this officer may read, also of one that their counter has received for another commune; null: there is none. */
export async function findFile<S extends Prisma.DocumentSelect>(
  { db, actor }: Reading,
  id: string,
  select: S,
): Promise<Prisma.DocumentGetPayload<{ select: S }> | null> {
  const own = await db.document.findFirst({
    where: { AND: [{ communeId: actor.communeId, id }, { dossier: readableBy(actor) }] },
    select,
  })
  return own ?? db.document.findFirst({ where: { id, dossier: receivedBy(actor) }, select })
}
