import { command } from '@/lib/access/gate'
import { notify } from '../notify'
import { oweRefunds } from '../refunds'
import { mayMoveFrom, moveFrom } from '../rules'
import { WithdrawDossier } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * The applicant takes back what has not been received yet; nobody has to agree, and the dossier is closed (NĐ 118/2025/NĐ-CP Điều 21). A reason
 * may be given. Answers the new version. Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const withdrawDossier = command({
  name: 'dossier.withdraw',
  input: WithdrawDossier,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'withdraw', version),
  run: async (writing, { version, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const set = transition(dossier, moveFrom(dossier.stage, 'withdraw'), await circumstancesOf(writing, dossier))
    const saved = await saveStep(writing, dossier, { step: 'withdraw', set, version, note: reason || null, content: reason })
    await oweRefunds(writing, dossier)
    await notify(writing, dossier, 'withdrawn')
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId }),
})
