/** What the office has said to the applicant in its own words. Other notes of a history are words between members of staff. Pure. */
import type { Stage } from '@/prisma/generated/enums'
import { CLOSED_STAGES } from './rules'

type Told = {
  stage: Stage
  extendedAt: Date | null
  events: readonly { at: Date; step: string; note: { text: string } | null }[]
  feeLines: readonly { code: string; name: string; amount: number; quantity: number; payment: object | null }[]
}

/**
 * `closedBecause`: why it was not received, or why it was stopped; null while it is open. `obligation`: what has to be paid before the work goes
 * on, in đồng, line by line and together, and by which notice; null where nothing is waited for. `apology`: why it comes late, where it was given
 * a new appointment. `recalled`: that what it was asked to pay is not to be paid, until something else is asked for. `takenUp`: that it was stopped
 * and goes on.
 */
export function toldOf({ stage, extendedAt, events, feeLines }: Told) {
  const last = (...steps: string[]) => events.findLast(({ step }) => steps.includes(step)) ?? null
  const closed = stage === 'refused' ? last('refuse') : stage === 'stopped' ? last('stop', 'confirm_withdrawal') : null
  const asked = stage === 'awaiting_payment' ? last('ask_for_payment') : null
  const recalled = CLOSED_STAGES.includes(stage) ? null : last('ask_for_payment', 'recall_payment')
  const again = CLOSED_STAGES.includes(stage) ? null : last('take_up_again')
  const sorry = extendedAt === null ? null : last('extend')
  const lines = feeLines.flatMap(({ code, name, amount, quantity, payment }) =>
    payment === null && amount > 0 ? [{ code, name, amount: amount * quantity }] : [],
  )
  return {
    closedBecause: closed?.note?.text ?? null,
    obligation: asked && {
      askedAt: asked.at,
      because: asked.note?.text ?? null,
      lines,
      total: lines.reduce((sum, { amount }) => sum + amount, 0),
    },
    recalled: recalled?.step === 'recall_payment' ? { at: recalled.at, because: recalled.note?.text ?? null } : null,
    takenUp: again && { at: again.at, because: again.note?.text ?? null },
    apology: sorry && { at: sorry.at, because: sorry.note?.text ?? null },
  }
}
