import { command } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { lockIfOpen } from '@/lib/staff/store'
import type { PassOnStep } from '../move-rules'
import { receiversOf } from '../receivers'
import { mayMoveFrom, moveFrom } from '../rules'
import { PassOn } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

const NOBODY: Record<PassOnStep, string> = {
  assign: 'Chọn người được giao',
  pass_on: 'Chọn người nhận hồ sơ',
  pass_to_department: 'Chọn phòng nhận hồ sơ',
}

/**
 * Puts a dossier into other hands: the head of the department assigns it, its holder passes it on to a colleague or to another department. Answers
 * the new version and the name of the one who has it now. Refusals: `step_not_possible`, `not_allowed`, `reason_needed`, `invalid_input` for somebody who cannot take it,
 * `officer_suspended`, `changed_meanwhile`.
 */
export const passOn = command({
  name: 'dossier.pass_on',
  input: PassOn,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { step, version }) => mayMoveFrom(actor, dossier, step, version),
  run: async (writing, { step, version, to, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const move = moveFrom(dossier.stage, step)
    const missing = {
      ...(to === '' ? { to: NOBODY[step] } : {}),
      ...(move.needsReason && reason === '' ? { reason: 'Ghi lý do; người nhận đọc được trong Quá trình' } : {}),
    }
    if (Object.keys(missing).length > 0) throw new Refusal(to === '' ? 'invalid_input' : 'reason_needed', {}, missing)
    const named = (await receiversOf(writing.db, dossier, step)).find((receiver) => receiver.to === to)
    const isTaken = named && (named.staffId !== null || (await lockIfOpen(writing.db, dossier.communeId, named.departmentCode)))
    if (!named || !isTaken) throw new Refusal('invalid_input', {}, { to: 'Nơi này không nhận được hồ sơ nữa. Chọn lại trong danh sách' })
    const set = transition(dossier, move, { ...(await circumstancesOf(writing, dossier)), named })
    return { version: await saveStep(writing, dossier, { step, set, version, note: reason || null, content: reason }), name: named.name }
  },
  about: ({ step }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { step } }),
})
