'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { recordPayment } from '@/lib/dossiers/commands/record-payment'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { UNPAID_FEES } from '../addresses'

export async function recordPaymentAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', code, method, reference } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await recordPayment(asked.value, requestId, { code, method, reference })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${UNPAID_FEES}?xong=${encodeURIComponent(code ?? '')}`)
}
