'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { importRegister } from '@/lib/dossiers/register/import-commands'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { importHref } from '../addresses'

export async function importRegisterAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', id = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await importRegister(asked.value, requestId, { id })
  if (!result.ok) return refusedForm(fields, result)
  redirect(importHref(id))
}
