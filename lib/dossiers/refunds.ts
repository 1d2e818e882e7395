import type { Writing } from '@/lib/access/gate'
import type { Prisma } from '@/prisma/generated/client'
import type { PaymentMethod } from '@/prisma/generated/enums'
import { STANDING_FEES } from './unpaid'

/** What is read of a payment, for `refundOf`. */
const REFUND = {
  id: true,
  method: true,
  amount: true,
  paidAt: true,
  refundDueAt: true,
  refundedAt: true,
} satisfies Prisma.PaymentSelect

/** The fees of a dossier as its pages show them, each with how it was paid. */
export const FEES = {
  where: STANDING_FEES,
  orderBy: { code: 'asc' },
  select: { code: true, name: true, kind: true, amount: true, quantity: true, payment: { select: REFUND } },
} satisfies Prisma.Dossier$feeLinesArgs

/** Payments that still have to be given back. */
export const TO_RETURN = { refundDueAt: { not: null }, refundedAt: null } satisfies Prisma.PaymentWhereInput

type Paid = {
  payment: { id: string; method: PaymentMethod; amount: number; refundDueAt: Date | null; refundedAt: Date | null } | null
}

/** Money that goes back: đồng, since when, by which way it came, and when it was given back (null: not yet). */
export type Refund = { amount: number; method: PaymentMethod; dueAt: Date; doneAt: Date | null }

/** What of the fees goes back to the one who paid; null: nothing. A payment that covers several lines counts once. */
export function refundOf(lines: readonly Paid[]): Refund | null {
  const payments = new Map(lines.flatMap(({ payment }) => (payment?.refundDueAt ? [[payment.id, payment] as const] : [])))
  const [first, ...more] = payments.values()
  if (!first?.refundDueAt) return null
  const all = [first, ...more]
  const open = all.some(({ refundedAt }) => refundedAt === null)
  return {
    amount: all.reduce((sum, { amount }) => sum + amount, 0),
    method: first.method,
    dueAt: first.refundDueAt,
    doneAt: open ? null : first.refundedAt,
  }
}

/**
 * Records that what was paid for a dossier has to be given back: nobody has worked on it, and nobody will (Nghị định 118/2025/NĐ-CP Điều 24 on fees; its wording was not at
 * hand, unverified). In the step that closes it, so that none is forgotten.
 */
export async function oweRefunds({ db, now }: Writing, { communeId, id: dossierId }: { communeId: number; id: string }): Promise<void> {
  await db.payment.updateMany({ where: { communeId, dossierId, status: 'PAID', refundDueAt: null }, data: { refundDueAt: now } })
}
