// The counter of one commune takes in what another one decides (NĐ 118/2025/NĐ-CP Điều 14): xã Thí Dụ receives, xã Tân Hoà decides.
import { expect } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { newId } from '@/lib/platform/clock'
import { type aFile, valueOf } from '@/tests/support/filing'
import { aCompleteIntake } from '@/tests/support/intake'
import type { Office } from '@/tests/support/office'

export const [DECIDES, RECEIVES] = [1, 2] as const
/** The box that says which commune decides. */
export const FOR = { forCommune: String(DECIDES) }

/** Takes in at that counter what the other commune decides. */
export async function takeInThere(
  office: Office,
  there: StaffActor,
  { fields = {}, files = [] }: { fields?: Readonly<Record<string, string>>; files?: ReturnType<typeof aFile>[] } = {},
) {
  const intakeId = await aCompleteIntake(office.db, there, { fields: { ...FOR, ...fields }, files })
  return { intakeId, ...valueOf(await takeInDossier(there, newId(), { intakeId })) }
}

/** The chains of both communes are whole. */
export async function chainsHold(office: Office): Promise<void> {
  for (const communeId of [DECIDES, RECEIVES])
    expect(isWhole(await office.db.$transaction((tx) => verifyChain(tx, communeId))), `chain of ${communeId}`).toBe(true)
}
