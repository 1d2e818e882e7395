import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asCitizen, citizenOnly } from '@/lib/access/policy'
import { addressWords } from './rules'

/** Phone, mail and address of the signed-in citizen, as the account keeps them. */
export const readMyContact = query({
  name: 'citizen.read_contact',
  input: z.object({}),
  allow: citizenOnly,
  run: async ({ db, actor }) => {
    const contact = await db.citizen.findUniqueOrThrow({
      where: { id: asCitizen(actor).citizenId },
      select: { phone: true, email: true, provinceCode: true, wardCode: true, addressDetail: true },
    })
    const ward = contact.wardCode
      ? await db.ward.findUnique({ where: { code: contact.wardCode }, select: { name: true, province: { select: { name: true } } } })
      : null
    return { ...contact, address: addressWords(contact.addressDetail, ward?.name, ward?.province.name) }
  },
})

export type MyContact = Extract<Awaited<ReturnType<typeof readMyContact>>, { ok: true }>['value']
