'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { handOverResult } from '@/lib/dossiers/commands/hand-over-result'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { receiveDossier } from '@/lib/dossiers/commands/receive-dossier'
import { revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { requireActorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'
import { doneHref, listIn } from '../addresses'
import type { Revealed } from './[code]/personal-number'
import { handOverIn } from './[code]/[buoc]/hand-over-form'
import { receiptIn } from './[code]/[buoc]/receipt-form'

export async function performStepAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', step = '' } = fields
  const result = await performStep(await requireActorForWrite(), requestId, { code, step, version: fields.version, reason: fields.reason })
  if (!result.ok) return refusedForm(fields, result)
  redirect(doneHref(code, listIn(fields), step))
}

export async function receiveDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const result = await receiveDossier(await requireActorForWrite(), requestId, receiptIn(fields))
  if (!result.ok) return refusedForm(fields, result)
  redirect(doneHref(code, listIn(fields), 'receive'))
}

export async function handOverResultAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '' } = fields
  const result = await handOverResult(await requireActorForWrite(), requestId, handOverIn(fields))
  if (!result.ok) return refusedForm(fields, result)
  redirect(doneHref(code, listIn(fields), 'hand_over'))
}

export async function revealAction(_state: Revealed, form: FormData): Promise<Revealed> {
  const { code = '' } = textFields(form)
  const result = await revealPersonalNumber(await requireActorForWrite(), { code })
  return result.ok ? { number: result.value.personalNumber, sentence: null } : { number: null, sentence: sentenceOf(result) }
}
