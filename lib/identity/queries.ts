import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone, signedInOnly } from '@/lib/access/policy'
import type { Actor } from '@/lib/access/policy'
import { runningAt } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'
import { SEEN_EVERY_MS, SESSION_MINUTES, standingOf } from './rules'
import type { SessionStanding } from './rules'
import { ownSessions } from './store'

const sessionAt = (now: Date) =>
  ({
    id: true,
    communeId: true,
    lastSeenAt: true,
    expiresAt: true,
    endedAt: true,
    roles: true,
    staff: {
      select: {
        id: true,
        fullName: true,
        position: true,
        departmentCode: true,
        department: { select: { kind: true } },
        roles: true,
        status: true,
        standsIn: {
          where: runningAt(now),
          orderBy: { id: 'asc' },
          select: { absent: { select: { id: true, departmentCode: true, department: { select: { kind: true } }, roles: true } } },
        },
      },
    },
    citizen: { select: { id: true, fullName: true, personalNumberHash: true, level: true } },
  }) satisfies Prisma.LoginSessionSelect

type SessionRow = Prisma.LoginSessionGetPayload<{ select: ReturnType<typeof sessionAt> }>

/**
 * Who a session is on the site of the asking actor's commune, and how the session stands. The person is made from the rows as they are now, so
 * a signing out, a suspension, a change of roles or a substitution holds from the next request on. Staff of one commune are nobody on the site of
 * another.
 */
export const readSession = query({
  name: 'identity.read_session',
  input: z.object({ sessionId: z.uuid() }),
  allow: anyone,
  run: async ({ db, actor, now }, { sessionId }): Promise<{ actor: Actor | null; standing: SessionStanding }> => {
    const row = await db.loginSession.findUnique({ where: { id: sessionId }, select: sessionAt(now) })
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
    const { id: staffId, fullName, position, departmentCode, department, roles } = staff
    if (home !== communeId) return null
    const standsInFor = staff.standsIn.map(({ absent }) => ({
      staffId: absent.id,
      departmentCode: absent.departmentCode,
      departmentKind: absent.department.kind,
      roles: absent.roles,
    }))
    const departmentKind = department.kind
    return { kind: 'staff', communeId, staffId, sessionId, fullName, position, departmentCode, departmentKind, roles, standsInFor }
  }
  if (!citizen) return null
  const { id: citizenId, fullName, personalNumberHash, level } = citizen
  return { kind: 'citizen', communeId, citizenId, sessionId, fullName, personalNumberHash, level }
}

/** Shown at most; whoever has more ends them all together. */
const SESSIONS_SHOWN = 20

/** The live sessions of the person who asks, the one at hand first, then by last use. */
export const findMySessions = query({
  name: 'identity.find_my_sessions',
  input: z.object({}),
  allow: signedInOnly,
  run: async ({ db, actor, now }) => {
    const here = 'sessionId' in actor ? actor.sessionId : ''
    const kind = actor.kind === 'staff' ? 'staff' : 'citizen'
    const idleSince = new Date(now.getTime() - SESSION_MINUTES[kind].idle * 60_000)
    const rows = await db.loginSession.findMany({
      where: { AND: [ownSessions(actor), { endedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: idleSince } }] },
      orderBy: { lastSeenAt: 'desc' },
      take: SESSIONS_SHOWN,
      select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true },
    })
    const sessions = rows.map((row) => ({ ...row, isHere: row.id === here }))
    return { sessions: sessions.toSorted((a, b) => Number(b.isHere) - Number(a.isHere)), now }
  },
})
