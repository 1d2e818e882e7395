import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { Prisma } from '@/prisma/generated/client'
import type { OfficeTopic } from '@/prisma/generated/enums'
import { type Change, changeBetween } from './change-rules'

type OfChange = Change & { topic: OfficeTopic; subject: string }

/** One change of the office's data at a time, in the whole commune: each is worked out from what the one before left. */
export async function lockOffice({ db, actor: { communeId } }: Pick<Writing, 'db' | 'actor'>): Promise<void> {
  // Not the lock that a new dossier's foreign key waits for.
  await db.$queryRaw`SELECT 1 FROM commune WHERE id = ${communeId} FOR NO KEY UPDATE`
}

/** Keeps who changed what, in the same transaction; nothing where nothing differs. */
export async function keepChange({ db, actor, now, newId }: Writing, { topic, subject, before, after }: OfChange): Promise<void> {
  const change = changeBetween(before, after)
  if (change === null) return
  const { communeId, staffId: byStaffId } = asStaff(actor)
  await db.officeChange.create({
    data: {
      ...{ communeId, id: newId(), at: now, byStaffId, topic, subject },
      ...{ before: change.before ?? Prisma.DbNull, after: change.after },
    },
    select: { id: true },
  })
}
