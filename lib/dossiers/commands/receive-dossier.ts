import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { copiesAsked, parseAnswers } from '@/lib/procedures/answers'
import { feesDue } from '@/lib/procedures/rules'
import { withDays } from '@/lib/procedures/store'
import { takeRegisterNumber } from '../books/store'
import { judge, type Judged, keepAfterRefusal, writeChecks } from '../checks'
import { notify } from '../notify'
import { type Filed, issueReceipt, loadFiled } from '../receipt'
import { mayMoveFrom, moveFrom } from '../rules'
import { ReceiveDossier } from '../schema'
import { circumstancesOf, lockAtEitherDesk, mustBeCurrent, saveStep, type LockedDossier } from '../store'
import { transition } from '../transition'

/**
 * Receives a dossier: keeps the check of each component, starts the clock, takes the register number, settles the fees and
 * issues the receipt (NĐ 118/2025/NĐ-CP Điều 17; TT 03/2025/TT-VPCP Mẫu 01). Answers the new version and the receipt's id.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`, `components_unchecked`, `component_inadequate`.
 */
export const receiveDossier = command({
  name: 'dossier.receive',
  input: ReceiveDossier,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'receive', version),
  run: async (writing, { version, checks, fees }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const filed = await loadFiled(writing.db, dossier)
    const judged = await keepGoodCheck(writing, dossier, { filed, checks })
    const feeLines = settleFees(writing, dossier, { filed, ticked: fees })
    const entry = await takeRegisterNumber(writing, { communeId: dossier.communeId, field: dossier.fieldCode })
    const move = moveFrom(dossier.stage, 'receive')
    const circumstances = await circumstancesOf(writing, dossier)
    const set = { ...transition(dossier, move, circumstances), registerYear: entry.year, registerNumber: entry.ordinal }
    const saved = await saveStep(writing, dossier, { step: 'receive', set, version })
    const { calendar } = circumstances
    const receiptId = await issueReceipt(writing, dossier, { filed, set, calendar, entry, feeLines, judged })
    await notify(writing, dossier, 'received')
    return { version: saved, receiptId }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId }),
})

/** Keeps the check, which must be done and good; what was found is kept as well when it is not. Answers it. */
async function keepGoodCheck(
  writing: Writing,
  dossier: LockedDossier,
  { filed, checks }: { filed: Filed; checks: Parameters<typeof judge>[1] },
): Promise<Judged[]> {
  const judged = judge(filed, checks)
  const faults = judged.flatMap(({ faults: found }) => found.map(({ field, sentence }) => [field, sentence] as const))
  if (faults.length > 0) {
    keepAfterRefusal(writing, dossier, judged)
    const isInadequate = judged.some(({ check }) => check === 'INADEQUATE')
    throw new Refusal(isInadequate ? 'component_inadequate' : 'components_unchecked', {}, Object.fromEntries(faults))
  }
  await writeChecks(writing, dossier, judged)
  return judged
}

/** Fee lines of the dossier: those filed with it, and those whose condition the clerk has ticked. */
function settleFees(
  { put, now, newId }: Writing,
  { communeId, id: dossierId, channel }: LockedDossier,
  { filed, ticked }: { filed: Filed; ticked: readonly string[] },
) {
  const { procedureVersion, feeLines, answer } = filed
  const due = feesDue({
    rules: procedureVersion.fees.map(withDays),
    channel,
    on: localDateOf(now),
    quantity: copiesAsked(parseAnswers(answer?.values ?? {})),
    conditions: ticked,
  })
  const added = due.filter(({ code }) => !feeLines.some((line) => line.code === code))
  put('fee_line', ...added.map((fee) => ({ communeId, id: newId(), dossierId, createdAt: now, ...fee })))
  return [...feeLines, ...added]
}
