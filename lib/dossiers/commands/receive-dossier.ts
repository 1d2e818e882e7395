import type { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { copiesAsked, parseAnswers } from '@/lib/procedures/answers'
import { feesDue } from '@/lib/procedures/rules'
import type { ComponentCheck, Requirement } from '@/prisma/generated/enums'
import { notify } from '../notify'
import { type Filed, issueReceipt, loadFiled } from '../receipt'
import { mayMoveFrom, moveFrom } from '../rules'
import { ReceiveDossier } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep, takeNumber, yearOf, type LockedDossier } from '../store'
import { transition } from '../transition'
import { CHECK_FAULTS } from '../words'

/**
 * Receives a dossier: keeps the check of each component, starts the clock, takes the register number, settles the fees and
 * issues the receipt (NĐ 118/2025/NĐ-CP Điều 17; TT 03/2025/TT-VPCP Mẫu 01). Answers the new version and the receipt's id.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`, `components_unchecked`, `component_inadequate`.
 */
export const receiveDossier = command({
  name: 'dossier.receive',
  input: ReceiveDossier,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'receive', version),
  run: async (writing, { version, checks, fees }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const filed = await loadFiled(writing.db, dossier)
    const toPresent = await keepChecks(writing, dossier, { filed, checks })
    const feeLines = settleFees(writing, dossier, { filed, ticked: fees })
    const year = yearOf(writing.now)
    const ordinal = await takeNumber(writing.db, dossier.communeId, `REGISTER ${dossier.fieldCode}`, String(year))
    const move = moveFrom(dossier.stage, 'receive')
    const circumstances = await circumstancesOf(writing, dossier)
    const set = { ...transition(dossier, move, circumstances), registerYear: year, registerNumber: ordinal }
    const saved = await saveStep(writing, dossier, { step: 'receive', set, version })
    const { calendar } = circumstances
    const receiptId = await issueReceipt(writing, dossier, { filed, set, calendar, ordinal, feeLines, toPresent })
    await notify(writing, dossier, 'received')
    return { version: saved, receiptId }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})

type Check = z.output<typeof ReceiveDossier>['checks'][number]

/** With which results of the check a component lets the dossier be received; what the applicant said is their case has to be there. */
function settledBy(requirement: Requirement, applies: boolean | null): readonly ComponentCheck[] {
  if (requirement === 'PRESENTED') return ['ACCEPTED', 'NOT_NEEDED', 'NOT_PRESENTED']
  return requirement === 'IF_APPLICABLE' && applies !== true ? ['ACCEPTED', 'NOT_NEEDED'] : ['ACCEPTED']
}

/**
 * What is recorded of a component that nobody judged: the applicant's own "does not apply", or that it has not been shown yet. Never a
 * judgement that nobody made.
 */
function unchecked(requirement: Requirement, applies: boolean | null): ComponentCheck {
  if (requirement === 'PRESENTED') return 'NOT_PRESENTED'
  return requirement === 'IF_APPLICABLE' && applies === false ? 'NOT_NEEDED' : 'PENDING'
}

/** Keeps the check of every component; answers the names of those that are still to be shown. Refusals: those of the command. */
async function keepChecks(
  { db, put, actor, now }: Writing,
  { communeId, id: dossierId }: LockedDossier,
  { filed, checks }: { filed: Filed; checks: readonly Check[] },
): Promise<string[]> {
  const judged = filed.procedureVersion.components.map(({ position, name, requirement }) => {
    const given = checks.find((check) => check.position === position)
    const applies = filed.components.find((component) => component.position === position)?.applies ?? null
    const check = given && given.check !== 'PENDING' ? given.check : unchecked(requirement, applies)
    const isFault = !settledBy(requirement, applies).includes(check)
    const isJudged = given !== undefined && given.check !== 'PENDING'
    return { position, name, applies, check, note: given?.note || null, isFault, isJudged }
  })
  const faults = judged.flatMap(({ position, name, check, isFault }) =>
    isFault ? [[`check-${position}`, CHECK_FAULTS[check](name)] as const] : [],
  )
  const isInadequate = judged.some(({ check }) => check === 'INADEQUATE')
  if (faults.length > 0) throw new Refusal(isInadequate ? 'component_inadequate' : 'components_unchecked', {}, Object.fromEntries(faults))
  const checkedBy = asStaff(actor).staffId
  await db.dossierComponent.deleteMany({ where: { communeId, dossierId } })
  const byClerk = { checkedBy, checkedAt: now }
  const byNobody = { checkedBy: null, checkedAt: null }
  put(
    'dossier_component',
    ...judged.map(({ position, applies, check, note, isJudged }) => ({
      communeId,
      dossierId,
      position,
      applies,
      check,
      note,
      ...(isJudged ? byClerk : byNobody),
    })),
  )
  return judged.flatMap(({ name, check }) => (check === 'NOT_PRESENTED' ? [name] : []))
}

/** Fee lines of the dossier: those filed with it, and those whose condition the clerk has ticked. */
function settleFees(
  { put, now, newId }: Writing,
  { communeId, id: dossierId, channel }: LockedDossier,
  { filed, ticked }: { filed: Filed; ticked: readonly string[] },
) {
  const { procedureVersion, feeLines, answer } = filed
  const due = feesDue({
    rules: procedureVersion.fees.map(datedRule),
    channel,
    on: localDateOf(now),
    quantity: copiesAsked(parseAnswers(answer?.values ?? {})),
    conditions: ticked,
  })
  const added = due.filter(({ code }) => !feeLines.some((line) => line.code === code))
  put('fee_line', ...added.map((fee) => ({ communeId, id: newId(), dossierId, createdAt: now, ...fee })))
  return [...feeLines, ...added]
}

const datedRule = <T extends { validFrom: Date; validTo: Date | null }>(rule: T) => ({
  ...rule,
  validFrom: localDateOfColumn(rule.validFrom),
  validTo: rule.validTo && localDateOfColumn(rule.validTo),
})
