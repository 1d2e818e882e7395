import { command } from '@/lib/access/gate'
import { notify } from '../notify'
import { obligationCode } from '../obligations'
import { mayMoveFrom, moveFrom } from '../rules'
import { AskForPayment } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * Tells the applicant of a financial obligation (a tax or land notice) that has to be met before the work goes on: the clock stands until it is
 * paid (`recordPayment`). `amount` in đồng. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const askForPayment = command({
  name: 'dossier.ask_for_payment',
  input: AskForPayment,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'ask_for_payment', version),
  run: async (writing, { version, name, amount, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { now, newId } = writing
    const { communeId, id: dossierId } = dossier
    const set = transition(dossier, moveFrom(dossier.stage, 'ask_for_payment'), await circumstancesOf(writing, dossier))
    const saved = await saveStep(writing, dossier, { step: 'ask_for_payment', set, version, note: reason, content: reason })
    await writing.db.feeLine.create({
      data: { communeId, id: newId(), dossierId, code: obligationCode(saved), name, kind: 'CHARGE', amount, quantity: 1, createdAt: now },
    })
    await notify(writing, dossier, 'payment_asked')
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})
