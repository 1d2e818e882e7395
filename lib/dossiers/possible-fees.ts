import { localDateOf } from '@/lib/platform/local-date'
import { copiesAsked, parseAnswers } from '@/lib/procedures/answers'
import { conditionalFees, type FeeRule, type PossibleFee } from '@/lib/procedures/rules'
import { withDays } from '@/lib/procedures/store'
import type { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

/** The rules of a version on which somebody has to decide. */
export const CONDITIONAL_FEES = {
  where: { condition: { not: null } },
  orderBy: [{ code: 'asc' }, { validFrom: 'asc' }],
  select: { code: true, name: true, kind: true, amount: true, per: true, condition: true, channel: true, validFrom: true, validTo: true },
} satisfies Prisma.ProcedureVersion$feesArgs

type Stored = Omit<FeeRule, 'validFrom' | 'validTo'> & { validFrom: Date; validTo: Date | null }

/**
 * What a dossier may come to cost beyond its lines, for the applicant and for the clerk alike; nothing any more once it was received, for
 * then the clerk has decided and the lines are the whole of it. `answers` as they are stored.
 */
export function possibleFees(
  { channel, receivedAt, answers }: { channel: Channel; receivedAt: Date | null; answers: unknown },
  rules: readonly Stored[],
  now: Date,
): PossibleFee[] {
  if (receivedAt) return []
  return conditionalFees({
    rules: rules.map(withDays),
    channel,
    on: localDateOf(now),
    quantity: copiesAsked(parseAnswers(answers ?? {})),
  })
}
