import { command } from '@/lib/access/gate'
import { refuse } from '../refusing'
import { mayMoveFrom } from '../rules'
import { RefuseDossier } from '../schema'
import { lockAtEitherDesk, mustBeCurrent } from '../store'

/**
 * Refuses to receive a dossier, with Phiếu từ chối tiếp nhận (TT 03/2025/TT-VPCP Mẫu 03), and closes it. Answers the new version and the
 * paper's id. Refusals: `step_not_possible`, `not_allowed`, `reason_needed`, `changed_meanwhile`.
 */
export const refuseDossier = command({
  name: 'dossier.refuse',
  input: RefuseDossier,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'refuse', version),
  run: async (writing, { version, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    return refuse(writing, dossier, reason)
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId }),
})
