import { command } from '@/lib/access/gate'
import { ask } from '../asking'
import { mayMoveFrom } from '../rules'
import { AskForMore } from '../schema'
import { lockAtEitherDesk, mustBeCurrent } from '../store'

/**
 * Asks for all that is lacking in one go, with Phiếu yêu cầu bổ sung (TT 03/2025/TT-VPCP Mẫu 02): the applicant holds the dossier, and once it
 * is received the clock stands. Once only while it is worked on; again only by whoever answers for the lateness. Answers the new version and the paper's id.
 * Refusals: `step_not_possible`, `not_allowed`, `already_asked`, `nothing_asked`, `reason_needed`, `changed_meanwhile`.
 */
export const askForMore = command({
  name: 'dossier.ask_for_more',
  input: AskForMore,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { step, version }) => mayMoveFrom(actor, dossier, step, version),
  run: async (writing, { step, version, items }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    return ask(writing, dossier, { step, items })
  },
  about: ({ items }, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId, detail: { items: items.length } }),
})
