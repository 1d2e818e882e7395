'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { addReason, changeReason, endReason, saveSupplementTime } from '@/lib/dossiers/commands/reasons'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { REASONS } from '../addresses'
import { dayIn } from '../typed-day'

export async function addReasonAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', kind, text } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await addReason(asked.value, requestId, { kind, text, from: dayIn(fields, 'from') })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${REASONS}?xong=them`)
}

export async function changeReasonAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code, shownFrom, text } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await changeReason(asked.value, requestId, { code, shownFrom, text, from: dayIn(fields, 'from') })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${REASONS}?xong=sua`)
}

export async function endReasonAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code, shownFrom } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await endReason(asked.value, requestId, { code, shownFrom, lastDay: dayIn(fields, 'lastDay') })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${REASONS}?xong=thoi`)
}

export async function saveSupplementTimeAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', days, source } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await saveSupplementTime(asked.value, requestId, { days, source })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${REASONS}?xong=ngay`)
}
