import type { Writing } from '@/lib/access/gate'
import { notify } from './notify'
import { moveFrom } from './rules'
import { circumstancesOf, type LockedDossier, saveStep } from './store'
import { transition } from './transition'
import { UNPAID } from './unpaid'

type Key = Pick<LockedDossier, 'communeId' | 'id'>

/** What a financial obligation begins its code with; the version that its request made follows. */
const OBLIGATION = 'OBLIGATION-'
export const obligationCode = (version: number): string => `${OBLIGATION}${version}`

/** Cancels what was asked for and is not paid: the lines stay, and are asked of nobody any more. */
export async function cancelObligations({ db, now }: Writing, { communeId, id: dossierId }: Key): Promise<void> {
  const open = { communeId, dossierId, paymentId: null, cancelledAt: null, code: { startsWith: OBLIGATION } }
  await db.feeLine.updateMany({ where: open, data: { cancelledAt: now } })
}

/** What was waited for is paid: whoever works on the dossier has it again, and the clock runs on. Answers the new version. */
export async function goOnPaid(writing: Writing, dossier: LockedDossier): Promise<number> {
  const set = transition(dossier, moveFrom(dossier.stage, 'confirm_payment'), await circumstancesOf(writing, dossier))
  const saved = await saveStep(writing, dossier, { step: 'confirm_payment', set, version: dossier.version })
  await notify(writing, dossier, 'payment_confirmed')
  return saved
}

/** Whether nothing is left to pay of a dossier: it was paid while the desk had still to answer a wish to withdraw. */
export const isPaid = async ({ db }: Writing, { communeId, id: dossierId }: Key): Promise<boolean> =>
  (await db.feeLine.count({ where: { communeId, dossierId, ...UNPAID } })) === 0
