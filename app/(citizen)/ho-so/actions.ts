'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
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
  redirect(`/ho-so/${code}?xong=rut`)
}
