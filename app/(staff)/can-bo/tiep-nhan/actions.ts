'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { deleteIntake, startIntake } from '@/lib/counter/commands/intake'
import { actorForWrite } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { type FormState, textFields } from '@/lib/platform/form'
import { COUNTER, doneHref, intakeHref } from '../addresses'

// Beginning twice goes on with what was begun, and throwing away twice leaves nothing either time: fresh ids are right for both.

export async function startIntakeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { procedure = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await startIntake(asked.value, newId(), { procedure })
  if (!result.ok) return refusedForm({}, result)
  redirect(intakeHref(result.value.intakeId))
}

export async function deleteIntakeAction(_state: FormState, form: FormData): Promise<FormState> {
  const { intake = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await deleteIntake(asked.value, newId(), { intakeId: intake })
  if (!result.ok && result.code === 'already_filed') redirect(doneHref(String(result.detail.code), null, 'receive'))
  // Deleted by an earlier press: what was wanted is so.
  if (!result.ok && result.code !== 'not_found') return refusedForm({}, result)
  redirect(COUNTER)
}
