'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { returnFees } from '@/lib/dossiers/commands/return-fees'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { REFUNDS } from '../addresses'

export async function returnFeesAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code, reference } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await returnFees(asked.value, requestId, { code, reference })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${REFUNDS}?xong=${encodeURIComponent(code ?? '')}`)
}
