'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { changeOfficer, suspendOfficer } from '@/lib/dossiers/commands/change-officer'
import { resetPassword } from '@/lib/identity/commands/reset-password'
import { actorForWrite } from '@/lib/identity/session'
import { busyAddress } from '@/lib/places/site'
import { type FormState, textFields } from '@/lib/platform/form'
import { addOfficer, addSubstitution, endSubstitution, restoreOfficer } from '@/lib/staff/commands'
import { OFFICERS, officerHref } from '../addresses'
import { linkShown } from './link-shown'
import { dayIn } from '../typed-day'
import { rolesIn } from './roles-in'

export async function addOfficerAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = { ...textFields(form), roles: rolesIn(form).join() }
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const actor = asked.value
  const { requestId = '', userName, fullName, position, departmentCode } = textFields(form)
  const result = await addOfficer(actor, requestId, { userName, fullName, position, departmentCode, roles: rolesIn(form) })
  return result.ok ? linkShown(actor.communeId, result.value.linkId) : refusedForm(fields, result)
}

export async function changeOfficerAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = { ...textFields(form), roles: rolesIn(form).join() }
  const { requestId = '', staffId = '', version, fullName, position, departmentCode } = textFields(form)
  const input = { staffId, version, fullName, position, departmentCode, roles: rolesIn(form) }
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await changeOfficer(asked.value, requestId, input)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${officerHref(staffId)}?xong=sua&so=${result.value.passed}`)
}

export async function suspendOfficerAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', staffId = '', version } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await suspendOfficer(asked.value, requestId, { staffId, version })
  if (!result.ok) return refusedForm({}, result)
  redirect(`${officerHref(staffId)}?xong=tam-ngung&so=${result.value.passed}`)
}

export async function restoreOfficerAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', staffId = '', version } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await restoreOfficer(asked.value, requestId, { staffId, version })
  if (!result.ok) return refusedForm({}, result)
  redirect(`${officerHref(staffId)}?xong=phuc-hoi`)
}

export async function resetPasswordAction(_state: FormState, form: FormData): Promise<FormState> {
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const actor = asked.value
  const { requestId = '', staffId = '', version } = textFields(form)
  const result = await resetPassword(actor, requestId, { staffId, version })
  return result.ok ? linkShown(actor.communeId, result.value.linkId) : refusedForm({}, result)
}

export async function addSubstitutionAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', absentId = '', substituteId } = fields
  const input = { absentId, substituteId, firstDay: dayIn(fields, 'firstDay'), lastDay: dayIn(fields, 'lastDay') }
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await addSubstitution(asked.value, requestId, input)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${officerHref(absentId, 'lam-thay')}?xong=them`)
}

export async function endSubstitutionAction(form: FormData): Promise<void> {
  const { requestId = '', id, absentId } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return redirect(await busyAddress())
  const ended = await endSubstitution(asked.value, requestId, { id })
  if (!ended.ok && ended.code === 'busy') return redirect(await busyAddress())
  // Ended by somebody else in the meantime is ended as well: the page shows what is left.
  redirect(absentId ? `${officerHref(absentId, 'lam-thay')}?xong=bo` : OFFICERS)
}
