import { command } from '@/lib/access/gate'
import { citizenOnly } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { Contact } from './schema'

/**
 * Keeps the citizen's phone, mail and address, asked once for all later filings.
 * Refusals: `invalid_input` when the ward does not lie in the province.
 */
export const saveMyContact = command({
  name: 'people.save_my_contact',
  input: Contact,
  allow: citizenOnly,
  run: async ({ db, actor, now }, contact) => {
    const citizenId = actor.kind === 'citizen' ? actor.citizenId : ''
    const ward = await db.ward.findFirst({ where: { code: contact.wardCode, provinceCode: contact.provinceCode }, select: { code: true } })
    if (!ward) throw new Refusal('invalid_input', {}, { wardCode: 'Xã hoặc phường này không thuộc tỉnh đã chọn. Chọn lại' })
    await db.citizen.update({ where: { id: citizenId }, data: { ...contact, updatedAt: now }, select: { id: true } })
    return { citizenId }
  },
  about: (_input, _subject, value) => ({ kind: 'citizen', id: value.citizenId }),
})
