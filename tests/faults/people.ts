// Who takes part in a run: the drafts with their signed-in citizens, and the two officers.
import { sessionCookie, sessionToken } from '@/lib/identity/cookies'
import { db } from '@/lib/platform/db'

/** Cấp Giấy xác nhận tình trạng hôn nhân. */
export const PROCEDURE = '1.004873'

/** Of the sessions that `prepare.ts` made. */
export const MARK = 'faults'

export const CLERK = 'vidu.le'
export const SPECIALIST = 'thidiem.pham'

export type People = {
  drafts: { id: string; cookie: string }[]
  clerk: string
  specialist: string
  components: { position: number; requirement: 'ALWAYS' | 'IF_APPLICABLE' | 'PRESENTED' }[]
}

const cookieOf = async (sessionId: string) => `${sessionCookie().name}=${await sessionToken(sessionId)}`

/** The cookies of everybody who takes part. */
export async function readPeople(): Promise<People> {
  const officers = await db().loginSession.findMany({ where: { userAgent: MARK, staffId: { not: null } }, include: { staff: true } })
  const officer = async (userName: string) => cookieOf(officers.find(({ staff }) => staff?.userName === userName)?.id ?? '')
  const drafts = await db().draft.findMany({
    where: { citizen: { sessions: { some: { userAgent: MARK } } } },
    select: { id: true, citizen: { select: { sessions: { select: { id: true } } } } },
  })
  return {
    drafts: await Promise.all(drafts.map(async ({ id, citizen }) => ({ id, cookie: await cookieOf(citizen.sessions[0]?.id ?? '') }))),
    clerk: await officer(CLERK),
    specialist: await officer(SPECIALIST),
    components: await db().procedureComponent.findMany({
      where: { version: { procedureCode: PROCEDURE } },
      select: { position: true, requirement: true },
    }),
  }
}
