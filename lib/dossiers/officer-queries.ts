import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { OfOfficer } from '@/lib/staff/schema'
import { findOfficer } from '@/lib/staff/store'
import { findSuccessor } from './officer-work'

/** An officer's account, what they hold, and who would get it if they left. Refusals: `not_found`. */
export const readOfficer = query({
  name: 'dossier.read_officer',
  input: OfOfficer,
  subject: (reading, { staffId }) => findOfficer(reading, staffId),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, actor, now }, _input, officer) => {
    const { successor, held, expected } = await findSuccessor(db, officer, now)
    const isMe = actor.kind === 'staff' && actor.staffId === officer.id
    return { ...officer, held, expected, isMe, successor: successor && { fullName: successor.fullName } }
  },
})
