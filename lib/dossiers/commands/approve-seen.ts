import { z } from 'zod'
import { command } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { openedOf } from '../approvals'
import { notifyOfMove } from '../notify'
import { mayMoveFrom, moveFrom } from '../rules'
import { DossierCode, Version } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * Approves one of several results from the list, where nothing of it is shown but a link: only after this person has opened every document of the
 * result. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `result_document_needed`, `result_not_opened`, `changed_meanwhile`.
 */
export const approveSeen = command({
  name: 'dossier.approve_seen',
  input: z.object({ code: DossierCode, version: Version }),
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'approve', version),
  run: async (writing, { version }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { communeId, id: dossierId } = dossier
    const results = await writing.db.document.findMany({ where: { communeId, dossierId, purpose: 'RESULT' }, select: { id: true } })
    if (!dossier.hasResultFile || results.length === 0) throw new Refusal('result_document_needed')
    const opened = await openedOf(
      writing,
      results.map(({ id }) => id),
    )
    if (results.some(({ id }) => !opened.has(id))) throw new Refusal('result_not_opened')
    const move = moveFrom(dossier.stage, 'approve')
    const set = transition(dossier, move, await circumstancesOf(writing, dossier))
    const saved = await saveStep(writing, dossier, { step: 'approve', set, version })
    await notifyOfMove(writing, dossier, { move, stage: set.stage })
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { step: 'approve' } }),
})
