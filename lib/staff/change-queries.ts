import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { PlainFacts } from '@/lib/platform/plain-facts'
import { officerNames } from './store'

/** Changes that a page tells of. */
const SHOWN = 20

/** The last changes of the office's data of one kind, of one thing where `subject` names it, newest first, each with who made it. */
export const findChanges = query({
  name: 'staff.find_changes',
  input: z.object({ topic: z.enum(['COMMUNE', 'DEPARTMENT', 'BOOK', 'REASON']), subject: z.string().max(200).optional() }),
  allow: (actor) => may(actor, 'commune.manage'),
  run: async ({ db, actor: { communeId } }, { topic, subject }) => {
    const rows = await db.officeChange.findMany({
      where: { communeId, topic, ...(subject === undefined ? {} : { subject }) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: SHOWN,
      select: { id: true, at: true, byStaffId: true, subject: true, before: true, after: true },
    })
    const nameOf = await officerNames(
      db,
      [communeId],
      rows.map(({ byStaffId }) => byStaffId),
    )
    return rows.map(({ byStaffId, before, after, ...row }) => ({
      ...row,
      before: before === null ? null : PlainFacts.parse(before),
      after: PlainFacts.parse(after),
      by: nameOf(byStaffId),
    }))
  },
})
