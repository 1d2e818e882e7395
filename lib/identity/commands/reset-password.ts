import { command } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { OfOfficerVersion } from '@/lib/staff/schema'
import { lockOfficer, openPasswordLink, saveOfficer } from '@/lib/staff/store'
import { endOfficerSessions } from '../store'

/**
 * Takes an officer's password back and opens a one-time link to set another; all sessions end, since whoever knew the old password may be in.
 * Answers the link's id. Refusals: `not_found`, `changed_meanwhile`.
 */
export const resetPassword = command({
  name: 'identity.reset_password',
  input: OfOfficerVersion,
  subject: (reading, { staffId }) => lockOfficer(reading, staffId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async (writing, { version }, officer) => {
    await saveOfficer(writing, officer, { version, set: { passwordHash: null } })
    await endOfficerSessions(writing.db, officer, { now: writing.now })
    return openPasswordLink(writing, officer)
  },
  about: ({ staffId }) => ({ kind: 'staff', id: staffId }),
})
