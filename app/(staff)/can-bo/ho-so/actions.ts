'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { handOverResult } from '@/lib/dossiers/commands/hand-over-result'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import { revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import type { Refused, RefusalCode } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { doneHref, listIn } from '../addresses'
import type { Revealed } from './[code]/personal-number'
import { handOverIn } from './[code]/[buoc]/hand-over-form'
import { receiptIn } from './[code]/[buoc]/receipt-form'

/** Refusals after which the page is of yesterday. After the others what stands on it may be sent again, and one that asks to sign in anew would take it away. */
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
  const result = await performStep(asked.value, requestId, { code, step, version: fields.version, reason: fields.reason })
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), step))
}

export async function receiveDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await receiveDossier(asked.value, requestId, receiptIn(fields))
  if (!result.ok) return refusedStep(fields, result)
  redirect(doneHref(code, listIn(fields), 'receive'))
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
