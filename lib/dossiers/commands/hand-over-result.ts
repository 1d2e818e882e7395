import { command } from '@/lib/access/gate'
import { notify } from '../notify'
import { mayMoveFrom, moveFrom } from '../rules'
import { HandOverResult } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * Hands the result over and closes the dossier: to whom, when, how (NĐ 118/2025/NĐ-CP Điều 22). Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const handOverResult = command({
  name: 'dossier.hand_over',
  input: HandOverResult,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'hand_over', version),
  run: async (writing, { version, method, isApplicant, receiverName, note }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, put, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    const applicant = await db.dossierApplicant.findUnique({
      where: { communeId_dossierId: { communeId, dossierId } },
      select: { fullName: true },
    })
    const set = transition(dossier, moveFrom(dossier.stage, 'hand_over'), await circumstancesOf(writing, dossier))
    const saved = await saveStep(writing, dossier, { step: 'hand_over', set, version, note: note || null, content: receiverName })
    put('hand_over', {
      communeId,
      dossierId,
      method,
      isApplicant,
      receiverName: isApplicant ? (applicant?.fullName ?? '') : receiverName,
      note: note || null,
      at: now,
      byStaffId: actor.kind === 'staff' ? actor.staffId : '',
    })
    await notify(writing, dossier, 'handed_over')
    return { version: saved }
  },
  about: ({ method }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { method } }),
})
