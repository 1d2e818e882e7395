import type { z } from 'zod'
import type { Tx } from '@/lib/platform/db'
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
