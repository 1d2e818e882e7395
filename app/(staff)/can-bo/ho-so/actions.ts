'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { answerForAgency, askAgency } from '@/lib/dossiers/commands/ask-agency'
import { askOpinion, takeBackQuestion } from '@/lib/dossiers/commands/ask-opinion'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { askForPayment } from '@/lib/dossiers/commands/ask-for-payment'
import { draftApology } from '@/lib/dossiers/commands/draft-apology'
import { extendDossier } from '@/lib/dossiers/commands/extend-dossier'
import { giveOpinion } from '@/lib/dossiers/commands/give-opinion'
import { handOverResult } from '@/lib/dossiers/commands/hand-over-result'
import { keepChecks } from '@/lib/dossiers/commands/keep-checks'
import { approveSeen } from '@/lib/dossiers/commands/approve-seen'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import { refuseDossier } from '@/lib/dossiers/commands/refuse-dossier'
import { stopDossier } from '@/lib/dossiers/commands/stop-dossier'
import { takeUpAgain } from '@/lib/dossiers/commands/take-up-again'
import { wholeReason } from '@/lib/dossiers/reason-rules'
import { revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { actorForWrite } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { type FormState, textFields } from '@/lib/platform/form'
import type { Refused, RefusalCode } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { doneHref, listIn, listOr, queueHref, stepHref } from '../addresses'
import { keepPassed } from '../passed-cookie'
import type { Revealed } from './[code]/personal-number'
import { extensionIn } from './[code]/[buoc]/extension-form'
import { handOverIn } from './[code]/[buoc]/hand-over-form'
import { checksIn, receiptIn } from './[code]/[buoc]/receipt-form'
import { supplementIn } from './[code]/[buoc]/supplement-form'

/**
 * Refusals after which the page is of yesterday. After the others what stands on it may be sent again, and one that asks to sign in anew would
 * take it away.
 */
const STALE: readonly RefusalCode[] = ['changed_meanwhile', 'step_not_possible', 'not_allowed', 'not_found', 'request_reused']

/**
 * A refused step, with the page drawn anew below it: after somebody else was first it shows the dossier as it is now, and either the form for
 * its present version or that there is nothing left to do. A form for an older version could only be refused again.
 */
async function refusedStep(fields: Readonly<Record<string, string>>, refusal: Refused): Promise<FormState> {
  if (STALE.includes(refusal.code)) refresh()
  return refusedForm(fields, refusal)
}

export async function performStepAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', step = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  // A result is signed by who has seen it, on its own page as in the list.
  const result =
    step === 'approve'
      ? await approveSeen(asked.value, requestId, { code, version: fields.version })
      : await performStep(asked.value, requestId, { ...fields, reason: wholeReason(fields) })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), step))
}

export async function passOnAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, step = '', to, reason } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await passOn(asked.value, requestId, { code, version, step, to, reason })
  if (!result.ok) return refusedStep(fields, result)
  // What another department has is not seen from here any more.
  if (step === 'pass_to_department') {
    await keepPassed({ code, to: result.value.name })
    redirect(queueHref(listOr(fields)))
  }
  redirect(doneHref(code, listIn(fields), step))
}

export async function receiveDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', then } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  if (then === 'ask_for_more' || then === 'refuse') {
    // Another outcome of the same check: what was found is kept and goes along. Keeping it twice keeps the same, so a fresh id is right: whoever
    // comes back and receives after all sends this page again.
    const kept = await keepChecks(asked.value, newId(), checksIn(fields))
    if (!kept.ok) return refusedStep(fields, kept)
    redirect(stepHref(code, then, listIn(fields)))
  }
  const result = await receiveDossier(asked.value, requestId, receiptIn(fields))
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'receive'))
}

export async function askForMoreAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await askForMore(asked.value, requestId, supplementIn(fields))
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), fields.step === 'ask_again' ? 'ask_again' : 'ask_for_more'))
}

export async function refuseDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await refuseDossier(asked.value, requestId, { code, version, reason: wholeReason(fields) })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'refuse'))
}

export async function stopDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, step = '', refund } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await stopDossier(asked.value, requestId, { code, version, step, reason: wholeReason(fields), refund: refund === 'yes' })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), step))
}

export async function takeUpAgainAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, papersHere } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const answer = { code, version, reason: wholeReason(fields), papersHere: papersHere === 'yes' }
  const result = await takeUpAgain(asked.value, requestId, answer)
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'take_up_again'))
}

export async function extendDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await extendDossier(asked.value, requestId, extensionIn(fields))
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'extend'))
}

export async function draftApologyAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await draftApology(asked.value, requestId, extensionIn(fields))
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'draft_apology'))
}

export async function askAgencyAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, to, days, reason } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await askAgency(asked.value, requestId, { code, version, to, days, reason })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'ask_agency'))
}

export async function answerForAgencyAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, reason } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await answerForAgency(asked.value, requestId, { code, version, reason })
  if (!result.ok) return refusedStep(fields, result)
  if (result.value.isTheirs) redirect(doneHref(code, listIn(fields), 'agency_answer'))
  // An agency does not see any more what it has answered.
  await keepPassed({ code, to: result.value.to })
  redirect(queueHref(listOr(fields, 'agency')))
}

export async function askForPaymentAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, name, amount, reason } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await askForPayment(asked.value, requestId, { code, version, name, amount, reason })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'ask_for_payment'))
}

export async function askOpinionAction(_state: FormState, form: FormData): Promise<FormState> {
  const of = form.getAll('of').filter((id) => typeof id === 'string')
  const fields = { ...textFields(form), of: of.join() }
  const { requestId = '', code = '', days, question } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await askOpinion(asked.value, requestId, { code, of, days, question })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'ask_opinion'))
}

export async function giveOpinionAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', id, answer } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await giveOpinion(asked.value, requestId, { code, id, answer })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'give_opinion'))
}

export async function takeBackQuestionAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', id } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await takeBackQuestion(asked.value, requestId, { code, id })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'take_back_question'))
}

export async function handOverResultAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await handOverResult(asked.value, requestId, handOverIn(fields))
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'hand_over'))
}

export async function revealAction(_state: Revealed, form: FormData): Promise<Revealed> {
  const { code = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return { number: null, sentence: sentenceOf(asked) }
  const result = await revealPersonalNumber(asked.value, { code })
  return result.ok ? { number: result.value.personalNumber, sentence: null } : { number: null, sentence: sentenceOf(result) }
}
