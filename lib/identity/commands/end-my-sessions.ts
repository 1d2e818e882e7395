import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { signedInOnly } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { ownSessions } from '../store'

/** Ends one of the actor's own sessions, or all but the one at hand. Refusals: `not_found` for a session that is not theirs. */
export const endMySessions = command({
  name: 'identity.end_my_sessions',
  input: z.object({ sessionId: z.union([z.uuid(), z.literal('others')]) }),
  allow: signedInOnly,
  run: async ({ db, actor, now }, { sessionId }) => {
    const here = 'sessionId' in actor ? actor.sessionId : ''
    const which = sessionId === 'others' ? { not: here } : sessionId
    const { count } = await db.loginSession.updateMany({
      where: { AND: [ownSessions(actor), { id: which, endedAt: null }] },
      data: { endedAt: now },
    })
    if (count === 0 && sessionId !== 'others') throw new Refusal('not_found')
    return { ended: count }
  },
  about: ({ sessionId }) => ({ kind: 'session', id: sessionId }),
})
