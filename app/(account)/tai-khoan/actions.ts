'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { topOf } from '@/app/top-of-page'
import { secretIn } from '@/app/secret-in'
import { endMySessions } from '@/lib/identity/commands/end-my-sessions'
import { changePassword } from '@/lib/identity/commands/set-password'
import { actorForWrite } from '@/lib/identity/session'
import { busyAddress } from '@/lib/places/site'
import { saveMyContact } from '@/lib/people/commands'
import { type FormState, textFields } from '@/lib/platform/form'

export async function changePasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '' } = textFields(form)
  const input = { old: secretIn(form, 'old'), password: secretIn(form, 'password'), again: secretIn(form, 'again') }
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await changePassword(asked.value, requestId, input)
  if (!result.ok) return refusedForm({}, result)
  redirect('/tai-khoan?xong=mat-khau')
}

export async function saveMyContactAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', ...fields } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await saveMyContact(asked.value, requestId, fields)
  if (!result.ok) return refusedForm(fields, result)
  redirect(await topOf('/tai-khoan?xong=lien-he'))
}

export async function endMySessionsAction(form: FormData): Promise<void> {
  const { requestId = '', sessionId } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return redirect(await busyAddress())
  const ended = await endMySessions(asked.value, requestId, { sessionId })
  if (!ended.ok && ended.code === 'busy') return redirect(await busyAddress())
  // A session that is gone already is what was wanted.
  redirect('/tai-khoan?xong=phien')
}
