import { command } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { notify } from '../notify'
import { mayMoveFrom, moveFrom, placeToMoveFrom } from '../rules'
import { PerformStep } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * The steps that need no more than a reason: forward, take, propose, approve, send back. Answers the dossier's new version.
 * Refusals: `step_not_possible`, `not_allowed`, `reason_needed`, `result_document_needed`, `changed_meanwhile`.
 */
export const performStep = command({
  name: 'dossier.step',
  input: PerformStep,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { step, version }) => mayMoveFrom(actor, dossier, step, version),
  run: async (writing, { step, version, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const move = moveFrom(dossier.stage, step)
    if (move.needsReason && reason === '') throw new Refusal('reason_needed', {}, { reason: 'Nhập lý do, ghi rõ phải sửa hoặc bổ sung gì' })
    if ((step === 'propose' || step === 'approve') && !dossier.hasResultFile) throw new Refusal('result_document_needed')
    const actor = placeToMoveFrom(writing.actor, dossier, step)
    const set = transition(dossier, move, await circumstancesOf({ ...writing, actor }, dossier))
    const saved = await saveStep(writing, dossier, { step, set, version, note: reason || null, content: reason })
    if (move.notice) await notify(writing, dossier, move.notice)
    return { version: saved }
  },
  about: ({ step }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { step } }),
})
