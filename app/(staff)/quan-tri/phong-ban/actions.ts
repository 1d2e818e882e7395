'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { addDepartment, changeDepartment, closeDepartment, reopenDepartment } from '@/lib/dossiers/commands/departments'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { departmentHref, DEPARTMENTS } from '../addresses'

export async function addDepartmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', ...fields } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await addDepartment(asked.value, requestId, fields)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${DEPARTMENTS}?xong=them`)
}

export async function changeDepartmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', ...fields } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await changeDepartment(asked.value, requestId, fields)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${departmentHref(result.value.code)}?xong=sua`)
}

/** Closes a department, or opens a closed one again where the form says so. */
export async function closeDepartmentAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', reopen, ...fields } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await (reopen === 'yes' ? reopenDepartment : closeDepartment)(asked.value, requestId, fields)
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${departmentHref(result.value.code)}?xong=${reopen === 'yes' ? 'mo' : 'dong'}`)
}
