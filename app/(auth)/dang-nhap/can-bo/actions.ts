'use server'

import { redirect } from 'next/navigation'
import { ownPath } from '@/lib/identity/rules'
import { requireActorForWrite } from '@/lib/identity/session'
import { openStaffSession } from '@/lib/identity/sign-in'
import { type FormState, textFields } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'

export async function signInStaffAction(_state: FormState, form: FormData): Promise<FormState> {
  await requireActorForWrite()
  const { userName = '', tiep } = textFields(form)
  const password = form.get('password')
  const opened = await openStaffSession(userName, typeof password === 'string' ? password : '')
  if (opened.ok) redirect(ownPath(tiep) ?? opened.value.home)
  return { values: { userName }, errors: opened.fields, message: sentenceOf(opened) }
}
