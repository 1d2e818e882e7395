'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { ownPath } from '@/lib/identity/rules'
import { actorForWrite } from '@/lib/identity/session'
import { openStaffSession } from '@/lib/identity/sign-in'
import { type FormState, textFields } from '@/lib/platform/form'

export async function signInStaffAction(_state: FormState, form: FormData): Promise<FormState> {
  const asked = await actorForWrite()
  const { userName = '', tiep } = textFields(form)
  if (!asked.ok) return refusedForm({ userName }, asked)
  // Not among the text fields, which are trimmed.
  const password = form instanceof FormData ? form.get('password') : null
  const opened = await openStaffSession(userName, typeof password === 'string' ? password : '')
  if (opened.ok) redirect(ownPath(tiep) ?? opened.value.home)
  return refusedForm({ userName }, opened)
}
