import { formatVnd } from '@/lib/platform/money'
import type { Prisma } from '@/prisma/generated/client'
import type { Stage } from '@/prisma/generated/enums'

/** Closed without a result: what was not paid is not asked for any more. */
const WITHOUT_RESULT: readonly Stage[] = ['refused', 'withdrawn', 'stopped']

export const endedWithoutResult = (stage: Stage): boolean => WITHOUT_RESULT.includes(stage)

/** What was asked for by mistake and taken back is kept, and asked of nobody. */
export const STANDING_FEES = { cancelledAt: null } satisfies Prisma.FeeLineWhereInput

/** Fees are due once the dossier was received, for the receipt is what settles them. */
export const UNPAID = {
  ...STANDING_FEES,
  paymentId: null,
  amount: { gt: 0 },
  quantity: { gt: 0 },
  dossier: { receivedAt: { not: null }, stage: { notIn: [...WITHOUT_RESULT] } },
} satisfies Prisma.FeeLineWhereInput

export type FeeLine = { amount: number; quantity: number; payment: object | null }

/** What is still to be paid, in đồng; 0 before the receipt and where nothing is asked for any more. */
export function owed({ receivedAt, stage, feeLines }: { receivedAt: Date | null; stage: Stage; feeLines: readonly FeeLine[] }): number {
  if (receivedAt === null || WITHOUT_RESULT.includes(stage)) return 0
  return unpaidOf(feeLines)
}

const unpaidOf = (feeLines: readonly FeeLine[]): number =>
  feeLines.reduce((sum, { amount, quantity, payment }) => (payment ? sum : sum + amount * quantity), 0)

/** Whether fees are paid; where only some are, how much is and how much is not. */
export function paidWords(feeLines: readonly FeeLine[]): string {
  const unpaid = unpaidOf(feeLines)
  if (unpaid === 0) return 'Đã nộp'
  const paid = feeLines.reduce((sum, { amount, quantity }) => sum + amount * quantity, 0) - unpaid
  return paid === 0 ? 'Chưa nộp' : `Đã nộp ${formatVnd(paid)}, còn ${formatVnd(unpaid)} chưa nộp`
}
