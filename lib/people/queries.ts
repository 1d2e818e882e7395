import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asCitizen, citizenOnly } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
import { addressWords, maskPersonalNumber } from './rules'

const ACCOUNT = {
  fullName: true,
  birthDate: true,
  personalNumber: true,
  level: true,
  phone: true,
  email: true,
  provinceCode: true,
  wardCode: true,
  addressDetail: true,
} satisfies Prisma.CitizenSelect

/** The signed-in citizen's own account, the personal number masked. */
export const readMyAccount = query({
  name: 'people.read_my_account',
  input: z.object({}),
  allow: citizenOnly,
  run: async ({ db, actor }) => {
    const { citizenId: id } = asCitizen(actor)
    const { personalNumber, ...account } = await db.citizen.findUniqueOrThrow({ where: { id }, select: ACCOUNT })
    const ward = account.wardCode
      ? await db.ward.findUnique({ where: { code: account.wardCode }, select: { name: true, province: { select: { name: true } } } })
      : null
    return {
      ...account,
      maskedNumber: maskPersonalNumber(personalNumber),
      address: addressWords(account.addressDetail, ward?.name ?? null, ward?.province.name ?? null),
    }
  },
})
