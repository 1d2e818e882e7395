import { z } from 'zod'
import { query } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff, may } from '@/lib/access/policy'
import { Prisma } from '@/prisma/generated/client'
import type { OfficeTopic } from '@/prisma/generated/enums'
import { changeBetween, type Facts } from './change-rules'

/** Changes that a page tells of. */
const TOLD = 20

const Kept = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable()

type OfChange = { topic: OfficeTopic; subject: string; before: Facts | null; after: Facts | null }

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
      ...{ before: change.before ?? Prisma.DbNull, after: change.after ?? Prisma.DbNull },
    },
    select: { id: true },
  })
}

/** The last changes of the office's data of one kind, of one thing where `subject` names it, newest first, each with who made it. */
export const findChanges = query({
  name: 'places.find_changes',
  input: z.object({ topic: z.enum(['COMMUNE', 'DEPARTMENT', 'BOOK', 'REASON']), subject: z.string().max(200).optional() }),
  allow: (actor) => may(actor, 'commune.manage'),
  run: async ({ db, actor: { communeId } }, { topic, subject }) => {
    const rows = await db.officeChange.findMany({
      where: { communeId, topic, ...(subject === undefined ? {} : { subject }) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: TOLD,
      select: { id: true, at: true, byStaffId: true, subject: true, before: true, after: true },
    })
    const people = await db.staff.findMany({
      where: { communeId, id: { in: [...new Set(rows.map(({ byStaffId }) => byStaffId))] } },
      select: { id: true, fullName: true },
    })
    return rows.map(({ byStaffId, before, after, ...row }) => ({
      ...row,
      before: Kept.parse(before),
      after: Kept.parse(after),
      by: people.find(({ id }) => id === byStaffId)?.fullName ?? '',
    }))
  },
})
