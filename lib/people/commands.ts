import { command } from '@/lib/access/gate'
import { asCitizen, citizenOnly } from '@/lib/access/policy'
import { Contact } from './schema'
import { keepContact } from './store'

/**
 * Keeps the citizen's phone, mail and address, asked once for all later filings.
 * Refusals: `invalid_input` when the ward does not lie in the province.
 */
export const saveMyContact = command({
  name: 'people.save_my_contact',
  input: Contact,
  allow: citizenOnly,
  run: async ({ db, actor, now }, contact) => {
    const { citizenId } = asCitizen(actor)
    await keepContact(db, { citizenId, contact, now })
    return { citizenId }
  },
  about: (_input, _subject, value) => ({ kind: 'citizen', id: value.citizenId }),
})
