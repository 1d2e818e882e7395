import { command } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { resumeLeg } from '../agency-leg'
import { notifyOfMove } from '../notify'
import { cancelObligations, goOnPaid, isPaid } from '../obligations'
import type { Step } from '../move-rules'
import { mustBeFree } from '../result-numbers'
import { mayMoveFrom, moveFrom, placeToMoveFrom } from '../rules'
import { PerformStep } from '../schema'
import { circumstancesOf, lockAtEitherDesk, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/** What is asked for where a reason is missing: who reads it wants something else of each. */
const WITHOUT_REASON: Partial<Record<Step, string>> = {
  send_back: 'Nhập lý do, ghi rõ phải sửa hoặc bổ sung gì',
  give_back: 'Nhập lý do, để phòng biết vì sao phải giao người khác',
  return_to_desk: 'Nhập lý do, để Một cửa biết phải làm gì',
  return_to_signer: 'Nhập lý do, ghi rõ chỗ người ký phải sửa',
  reopen: 'Nhập lý do, ghi rõ chỗ sai',
  recall_payment: 'Nhập lý do; người nộp đọc được',
}

/**
 * The steps that one page confirms (`CONFIRMED_STEPS`), most with a reason. Answers the dossier's new version.
 * Refusals: `step_not_possible`, `not_allowed`, `reason_needed`, `result_document_needed`, `invalid_input`, `changed_meanwhile`.
 */
export const performStep = command({
  name: 'dossier.step',
  input: PerformStep,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { step, version }) => mayMoveFrom(actor, dossier, step, version),
  run: async (writing, { step, version, reason, outcome, resultNumber }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const move = moveFrom(dossier.stage, step)
    if (move.needsReason && reason === '') throw new Refusal('reason_needed', {}, { reason: WITHOUT_REASON[step] ?? 'Ghi lý do' })
    if ((step === 'propose' || step === 'approve') && !dossier.hasResultFile) throw new Refusal('result_document_needed')
    if (step === 'propose' && outcome === undefined) throw new Refusal('invalid_input', {}, { outcome: 'Chọn kết quả giải quyết' })
    if (step === 'issue' && resultNumber === '')
      throw new Refusal('invalid_input', {}, { resultNumber: 'Nhập số, ký hiệu của văn bản, ví dụ 125/QĐ-UBND' })
    if (step === 'issue') await mustBeFree(writing, dossier, resultNumber)
    const actor = placeToMoveFrom(writing.actor, dossier, step)
    const circumstances = await circumstancesOf({ ...writing, actor }, dossier)
    const set = {
      ...transition(dossier, move, outcome === undefined ? circumstances : { ...circumstances, outcome }),
      ...(step === 'issue' ? { resultNumber } : {}),
    }
    const saved = await saveStep(writing, dossier, { step, set, version, note: reason || null, content: reason })
    if (step === 'keep_going' && set.stage === 'with_agency') await resumeLeg(writing, dossier, set.stepDueAt)
    if (step === 'recall_payment') await cancelObligations(writing, dossier)
    await notifyOfMove(writing, dossier, { move, stage: set.stage })
    // Paid while the desk still had to answer: nobody waits for it any more.
    if (set.stage === 'awaiting_payment' && (await isPaid(writing, dossier)))
      return { version: await goOnPaid(writing, { ...dossier, ...set, version: saved }) }
    return { version: saved }
  },
  about: ({ step }, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId, detail: { step } }),
})
