'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { handOverResult } from '@/lib/dossiers/commands/hand-over-result'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import { revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'
import { doneHref, listIn } from '../addresses'
import type { Revealed } from './[code]/personal-number'
import { handOverIn } from './[code]/[buoc]/hand-over-form'
import { receiptIn } from './[code]/[buoc]/receipt-form'

export async function performStepAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', step = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await performStep(asked.value, requestId, { code, step, version: fields.version, reason: fields.reason })
  if (!result.ok) return refusedForm(fields, result)
  redirect(doneHref(code, listIn(fields), step))
}

export async function receiveDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await receiveDossier(asked.value, requestId, receiptIn(fields))
  if (!result.ok) return refusedForm(fields, result)
  redirect(doneHref(code, listIn(fields), 'receive'))
}

export async function handOverResultAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await handOverResult(asked.value, requestId, handOverIn(fields))
  if (!result.ok) return refusedForm(fields, result)
  redirect(doneHref(code, listIn(fields), 'hand_over'))
}

export async function revealAction(_state: Revealed, form: FormData): Promise<Revealed> {
  const { code = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return { number: null, sentence: sentenceOf(asked) }
  const result = await revealPersonalNumber(asked.value, { code })
  return result.ok ? { number: result.value.personalNumber, sentence: null } : { number: null, sentence: sentenceOf(result) }
}
