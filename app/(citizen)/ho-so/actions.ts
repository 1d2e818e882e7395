'use server'

import { redirect } from 'next/navigation'
import { forgetPages } from '@/app/(citizen)/forget-pages'
import { refusedForm } from '@/app/refused-form'
import { topOf } from '@/app/top-of-page'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { withdrawDossier } from '@/lib/dossiers/commands/withdraw-dossier'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'

export async function withdrawDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, reason } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await withdrawDossier(asked.value, requestId, { code, version, reason })
  if (!result.ok) return refusedForm(fields, result)
  await forgetPages(code)
  redirect(await topOf(`/ho-so/${encodeURIComponent(code)}?xong=rut`))
}

export async function askToWithdrawAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version, reason } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await performStep(asked.value, requestId, { code, version, reason, step: 'ask_to_withdraw' })
  if (!result.ok) return refusedForm(fields, result)
  await forgetPages(code)
  redirect(await topOf(`/ho-so/${encodeURIComponent(code)}?xong=xin-rut`))
}

export async function keepGoingAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code = '', version } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await performStep(asked.value, requestId, { code, version, step: 'keep_going' })
  if (!result.ok) return refusedForm(fields, result)
  await forgetPages(code)
  redirect(await topOf(`/ho-so/${encodeURIComponent(code)}?xong=giai-quyet-tiep`))
}
