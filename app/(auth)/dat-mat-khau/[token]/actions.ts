'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { setPassword } from '@/lib/identity/commands/set-password'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { secretIn } from '@/app/secret-in'

export async function setPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', token } = textFields(form)
  const input = { token, password: secretIn(form, 'password'), again: secretIn(form, 'again') }
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await setPassword(asked.value, requestId, input)
  if (!result.ok) return refusedForm({}, result)
  redirect('/dang-nhap/can-bo?mat-khau=moi')
}
