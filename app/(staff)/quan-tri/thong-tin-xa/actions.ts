'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { actorForWrite } from '@/lib/identity/session'
import { saveCommune } from '@/lib/places/commands'
import { type FormState, textFields } from '@/lib/platform/form'
import { COMMUNE } from '../addresses'

export async function saveCommuneAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', ...fields } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await saveCommune(asked.value, requestId, fields)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${COMMUNE}?xong=luu`)
}
