import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone } from '@/lib/access/policy'
import type { Actor } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
import { SEEN_EVERY_MS, standingOf } from './rules'
import type { SessionStanding } from './rules'

const SESSION = {
  id: true,
  communeId: true,
  lastSeenAt: true,
  expiresAt: true,
  endedAt: true,
  roles: true,
  staff: { select: { id: true, fullName: true, position: true, departmentCode: true, roles: true, status: true } },
  citizen: { select: { id: true, fullName: true, personalNumberHash: true, level: true, phone: true, wardCode: true } },
} satisfies Prisma.LoginSessionSelect

type SessionRow = Prisma.LoginSessionGetPayload<{ select: typeof SESSION }>

/**
 * Who a session is on the site of the asking actor's commune, and how the session stands. The person is made from the rows as they are now, so
 * a signing out, a suspension or a change of roles holds from the next request on. Staff of one commune are nobody on the site of another.
 */
export const readSession = query({
  name: 'identity.read_session',
  input: z.object({ sessionId: z.uuid() }),
  allow: anyone,
  run: async ({ db, actor, now }, { sessionId }): Promise<{ actor: Actor | null; standing: SessionStanding }> => {
    const row = await db.loginSession.findUnique({ where: { id: sessionId }, select: SESSION })
    if (!row) return { actor: null, standing: 'ended' }
    const standing = standingOf(row, now)
    if (standing !== 'live') return { actor: null, standing }
    // A read that writes: that someone was here is no act of theirs, and a command would leave an audit line for every page.
    const seenBefore = new Date(now.getTime() - SEEN_EVERY_MS)
    if (row.lastSeenAt <= seenBefore)
      await db.loginSession.updateMany({ where: { id: sessionId, lastSeenAt: { lte: seenBefore } }, data: { lastSeenAt: now } })
    return { actor: personOf(row, actor.communeId), standing }
  },
})

function personOf({ id: sessionId, communeId: home, staff, citizen }: SessionRow, communeId: number): Actor | null {
  if (staff) {
    const { id: staffId, fullName, position, departmentCode, roles } = staff
    return home === communeId ? { kind: 'staff', communeId, staffId, sessionId, fullName, position, departmentCode, roles } : null
  }
  if (!citizen) return null
  const { id: citizenId, fullName, personalNumberHash, level, phone, wardCode } = citizen
  const hasContact = phone !== null && wardCode !== null
  return { kind: 'citizen', communeId, citizenId, sessionId, fullName, personalNumberHash, level, hasContact }
}
