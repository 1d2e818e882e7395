import { z } from 'zod'
import { query, type Reading } from '@/lib/access/gate'
import { anyone } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { linkIn } from './store'

/** The link that a token opens now on the site of this commune, with its officer; null for a used, late, replaced or invented one. */
export async function findOpenLink({ db, actor: { communeId }, now }: Reading & { now: Date }, token: string) {
  const named = linkIn(token)
  if (!named || named.communeId !== communeId) return null
  return db.passwordLink.findFirst({
    where: { communeId, id: named.id, closedAt: null, expiresAt: { gt: now }, staff: { status: 'ACTIVE' } },
    select: { expiresAt: true, staff: { select: { communeId: true, id: true, userName: true, fullName: true } } },
  })
}

/** Whose password a one-time link sets, for its page. Refusals: `link_over`. */
export const readPasswordLink = query({
  name: 'staff.read_password_link',
  input: z.object({ token: z.string().max(500) }),
  allow: anyone,
  run: async (reading, { token }) => {
    const link = await findOpenLink(reading, token)
    if (!link) throw new Refusal('link_over')
    return { fullName: link.staff.fullName, userName: link.staff.userName, expiresAt: link.expiresAt }
  },
})
