import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { systemOnly } from '@/lib/access/policy'
import { passWaitingToHeads } from '../waiting-work'

/**
 * What the watchdog does where dossiers wait for a role that nobody fills any more, for whatever reason: a substitution is over, a role was taken
 * away in the moment of a forward. Answers how many went to a head. Refusals: `not_allowed`.
 */
export const passWaiting = command({
  name: 'dossier.pass_waiting',
  input: z.object({}),
  allow: systemOnly,
  run: async (writing) => ({ passed: await passWaitingToHeads(writing) }),
  about: (_input, _subject, { passed }) => ({ kind: 'commune', id: 'waiting', detail: { passed } }),
})
