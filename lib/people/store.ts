import type { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { Refusal } from '@/lib/platform/refusal'
import type { Contact } from './schema'

/**
 * Keeps phone, mail and address with the account. Refusals: `invalid_input` at the ward when it does not lie in the province.
 */
export async function keepContact(
  db: Tx,
  { citizenId, contact, now }: { citizenId: string; contact: z.output<typeof Contact>; now: Date },
): Promise<void> {
  const ward = await db.ward.findFirst({ where: { code: contact.wardCode, provinceCode: contact.provinceCode }, select: { code: true } })
  if (!ward) throw new Refusal('invalid_input', {}, { wardCode: 'Xã hoặc phường này không thuộc tỉnh đã chọn. Chọn lại' })
  await db.citizen.update({ where: { id: citizenId }, data: { ...contact, updatedAt: now }, select: { id: true } })
}

/** A person as the identity server vouches for them. */
export type Vouched = { issuer: string; sub: string; personalNumber: string; fullName: string; birthDate: Date | null; level: number }

/**
 * Makes or refreshes the account of a person who just signed in, and answers its id. Name, number, birth date and level are always those of the
 * last sign-in; phone, mail and address are the person's own and stay. Two first sign-ins at once make one account.
 */
export async function keepAccount(db: Tx, vouched: Vouched, { id, now }: { id: string; now: Date }): Promise<string> {
  const { issuer, sub, ...told } = vouched
  const account = { ...told, personalNumberHash: hashPersonalNumber(told.personalNumber), updatedAt: now }
  const kept = await db.citizen.upsert({
    where: { issuer_sub: { issuer, sub } },
    create: { ...account, id, issuer, sub, createdAt: now },
    update: account,
    select: { id: true },
  })
  return kept.id
}
