import { command } from '@/lib/access/gate'
import { asCitizen, citizenOnly } from '@/lib/access/policy'
import { Contact } from './schema'
import { keepContact } from './store'

/**
 * Keeps phone, mail and address with the account of the signed-in citizen; dossiers filed before keep what they were filed with.
 * Refusals: `invalid_input` with a sentence for each box.
 */
export const saveMyContact = command({
  name: 'citizen.save_contact',
  input: Contact,
  allow: citizenOnly,
  run: async ({ db, actor, now }, contact) => {
    const { citizenId } = asCitizen(actor)
    await keepContact(db, { citizenId, contact, now })
    return { citizenId }
  },
  about: (_input, _subject, { citizenId }) => ({ kind: 'citizen', id: citizenId }),
})
