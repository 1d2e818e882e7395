'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { requireActorForWrite } from '@/lib/identity/session'
import { saveCommune } from '@/lib/places/commands'
import { type FormState, textFields } from '@/lib/platform/form'
import { COMMUNE } from '../addresses'

export async function saveCommuneAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', ...fields } = textFields(form)
  const result = await saveCommune(await requireActorForWrite(), requestId, fields)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${COMMUNE}?xong=luu`)
}
