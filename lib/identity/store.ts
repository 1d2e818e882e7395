import type { Tx } from '@/lib/platform/db'
import type { Actor } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
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

/** Ends every session of one officer but `except`: after a suspension, a reset or a new password. Answers how many there were. */
export async function endOfficerSessions(
  db: Tx,
  { communeId, id: staffId }: { communeId: number; id: string },
  { now, except = null }: { now: Date; except?: string | null },
): Promise<number> {
  const ended = await db.loginSession.updateMany({
    where: { communeId, staffId, endedAt: null, ...(except === null ? {} : { id: { not: except } }) },
    data: { endedAt: now },
  })
  return ended.count
}

/** The sessions of the person who asks, and nobody else's. */
export function ownSessions(actor: Actor): Prisma.LoginSessionWhereInput {
  if (actor.kind === 'staff') return { communeId: actor.communeId, staffId: actor.staffId }
  if (actor.kind === 'citizen') return { citizenId: actor.citizenId }
  return { id: { in: [] } }
}
