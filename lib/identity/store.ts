import type { Tx } from '@/lib/platform/db'
import type { Role } from '@/prisma/generated/enums'
import { endOfSession } from './rules'

/** Whose session it is. */
export type SessionOwner =
  { kind: 'staff'; communeId: number; staffId: string; roles: readonly Role[] } | { kind: 'citizen'; citizenId: string }

type Opening = { id: string; now: Date; userAgent: string; replaces: string | null }

/**
 * Opens a session and ends the one that the same browser had before: whoever signs in on a shared computer takes the place of the last person.
 */
export async function openSession(db: Tx, owner: SessionOwner, { id, now, userAgent, replaces }: Opening): Promise<void> {
  if (replaces !== null) await endOneSession(db, replaces, now)
  const whose =
    owner.kind === 'staff'
      ? { communeId: owner.communeId, staffId: owner.staffId, roles: [...owner.roles] }
      : { citizenId: owner.citizenId, roles: [] }
  await db.loginSession.create({
    data: { ...whose, id, createdAt: now, lastSeenAt: now, expiresAt: endOfSession(owner.kind, now), userAgent },
    select: { id: true },
  })
}

/** Ends a session for good; one that has ended keeps its first end. */
export async function endOneSession(db: Tx, id: string, now: Date): Promise<void> {
  await db.loginSession.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } })
}
