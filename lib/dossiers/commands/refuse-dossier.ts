import { command } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { notify } from '../notify'
import { oweRefunds } from '../refunds'
import { mayMoveFrom, moveFrom } from '../rules'
import { RefuseDossier } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { issueRefusal } from '../supplements'
import { transition } from '../transition'

/**
 * Refuses to receive a dossier, with Phiếu từ chối tiếp nhận (TT 03/2025/TT-VPCP Mẫu 03), and closes it. Answers the new version and the
 * paper's id. Refusals: `step_not_possible`, `not_allowed`, `reason_needed`, `changed_meanwhile`.
 */
export const refuseDossier = command({
  name: 'dossier.refuse',
  input: RefuseDossier,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'refuse', version),
  run: async (writing, { version, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    if (reason === '') throw new Refusal('reason_needed', {}, { reason: 'Ghi lý do từ chối; người nộp đọc được trên Phiếu từ chối' })
    const set = transition(dossier, moveFrom(dossier.stage, 'refuse'), await circumstancesOf(writing, dossier))
    const saved = await saveStep(writing, dossier, { step: 'refuse', set, version, note: reason, content: reason })
    const paperId = await issueRefusal(writing, dossier, reason)
    await oweRefunds(writing, dossier)
    await notify(writing, dossier, 'refused')
    return { version: saved, paperId }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})
