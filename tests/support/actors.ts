// People signed in for real: each has a session row and the cookie that names it, and the actor is made from the row as at every request.
import type { Actor } from '@/lib/access/policy'
import { sessionCookie, sessionToken } from '@/lib/identity/cookies'
import { readSession } from '@/lib/identity/queries'
import { endOfSession } from '@/lib/identity/rules'
import { newId, readClock } from '@/lib/platform/clock'
import type { PrismaClient } from '@/prisma/generated/client'

/** `cookie` is a Cookie header; `actor` is anonymous when the session is nobody's, as for the suspended. */
export type SignedIn = { actor: Actor; sessionId: string; cookie: string }

export const anonymous = (communeId = 1): Actor => ({ kind: 'anonymous', communeId, address: '192.0.2.1' })

/** Opens a session for an account that the seed knows, on the site of `communeId`. */
export async function signInAs(db: PrismaClient, who: { userName: string } | { personalNumber: string }, communeId = 1): Promise<SignedIn> {
  const now = readClock()
  const [id, kind] = [newId(), 'userName' in who ? 'staff' : 'citizen'] as const
  const times = { createdAt: now, lastSeenAt: now, expiresAt: endOfSession(kind, now) }
  if ('userName' in who) {
    const staff = await db.staff.findFirstOrThrow({ where: who, select: { communeId: true, id: true, roles: true } })
    await db.loginSession.create({
      data: { id, communeId: staff.communeId, staffId: staff.id, roles: staff.roles, userAgent: 'test', ...times },
    })
  } else {
    const citizen = await db.citizen.findFirstOrThrow({ where: who, select: { id: true } })
    await db.loginSession.create({ data: { id, citizenId: citizen.id, userAgent: 'test', ...times } })
  }
  return { actor: await actorOf(id, communeId), sessionId: id, cookie: await cookieOf(id) }
}

/** Who a session is at this moment, through the same door as every request. */
export async function actorOf(sessionId: string, communeId = 1): Promise<Actor> {
  const session = await readSession(anonymous(communeId), { sessionId })
  if (!session.ok) throw new Error(`The session cannot be read: ${session.code}`)
  return session.value.actor ?? anonymous(communeId)
}

/** The Cookie header of a browser that has this session. */
export const cookieOf = async (sessionId: string): Promise<string> => `${sessionCookie().name}=${await sessionToken(sessionId)}`

const PEOPLE = {
  citizen: { personalNumber: '086194000012' },
  otherCitizen: { personalNumber: '086088000013' },
  clerk: { userName: 'vidu.le' },
  specialist: { userName: 'thidiem.pham' },
  departmentHead: { userName: 'nguyenmau.ngo' },
  leader: { userName: 'mau.tran' },
  centreDirector: { userName: 'giadinh.hoang' },
  registrar: { userName: 'soghi.phan' },
  cashier: { userName: 'tamtinh.bui' },
  admin: { userName: 'quantri.cao' },
  /** Of another commune, on this commune's site: nobody. */
  otherCommune: { userName: 'songsinh.ta' },
  /** Suspended while signed in: nobody. */
  suspended: { userName: 'bannhap.vu' },
} as const

export type PersonName = keyof typeof PEOPLE

/** Everyone of the demonstration's first commune signed in, one of each kind, in a database with the seed's staff and citizens. */
export async function signInEveryone(db: PrismaClient): Promise<Record<PersonName, SignedIn>> {
  const of = async (name: PersonName) => signInAs(db, PEOPLE[name])
  const suspended = await of('suspended')
  await db.staff.updateMany({ where: PEOPLE.suspended, data: { status: 'SUSPENDED' } })
  return {
    citizen: await of('citizen'),
    otherCitizen: await of('otherCitizen'),
    clerk: await of('clerk'),
    specialist: await of('specialist'),
    departmentHead: await of('departmentHead'),
    leader: await of('leader'),
    centreDirector: await of('centreDirector'),
    registrar: await of('registrar'),
    cashier: await of('cashier'),
    admin: await of('admin'),
    otherCommune: await of('otherCommune'),
    suspended: { ...suspended, actor: await actorOf(suspended.sessionId) },
  }
}
