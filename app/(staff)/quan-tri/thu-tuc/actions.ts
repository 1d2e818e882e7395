'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { arrangeVersionEntry, dropVersionDraft, saveVersionEntry, saveVersionPart, startVersion } from '@/lib/procedures/versions/commands'
import { publishVersion, withdrawVersion } from '@/lib/procedures/versions/publish'
import { dayIn } from '../typed-day'
import { draftHref, publishHref, versionsHref } from './addresses'
import { arrangedHref, savedHref } from './saved'

export async function startVersionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', code = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await startVersion(asked.value, requestId, { code })
  if (!result.ok) return refusedForm({}, result)
  redirect(draftHref(code))
}

export async function saveVersionPartAction(_state: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form)
  const { requestId = '', code = '', part, seen, ...boxes } = typed
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(typed, asked)
  const fields = part === 'day' ? { firstDay: dayIn(boxes, 'firstDay') } : boxes
  const result = await saveVersionPart(asked.value, requestId, { code, part, seen, fields })
  if (!result.ok) return refusedForm(typed, result)
  redirect(savedHref(code, part ?? ''))
}

export async function saveVersionEntryAction(_state: FormState, form: FormData): Promise<FormState> {
  const typed = textFields(form)
  const { requestId = '', code = '', list, at = '', seen, ...boxes } = typed
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(typed, asked)
  const fields = list === 'fees' ? { ...boxes, from: dayIn(boxes, 'from'), to: dayIn(boxes, 'to') } : boxes
  const result = await saveVersionEntry(asked.value, requestId, { code, list, at: at === '' ? null : at, seen, fields })
  if (!result.ok) return refusedForm(typed, result)
  redirect(savedHref(code, list ?? ''))
}

export async function arrangeVersionEntryAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', code = '', list = '', at, to = '', seen } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await arrangeVersionEntry(asked.value, requestId, { code, list, at, to, seen })
  if (!result.ok) return refusedForm({}, result)
  redirect(arrangedHref(code, list, { to, requestId }))
}

export async function dropVersionDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', code = '', seen = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await dropVersionDraft(asked.value, requestId, { code, seen })
  if (!result.ok) return refusedForm({}, result)
  redirect(`${versionsHref(code)}?xong=bo`)
}

export async function publishVersionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', code = '', seen = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await publishVersion(asked.value, requestId, { code, seen })
  // What is wrong stands on the page that was looked at, drawn anew.
  if (!result.ok && result.code === 'version_incomplete') redirect(`${publishHref(code)}?loi=thieu`)
  if (!result.ok) return refusedForm({}, result)
  redirect(`${versionsHref(code)}?xong=cong-bo`)
}

export async function withdrawVersionAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', code = '', versionId } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await withdrawVersion(asked.value, requestId, { code, versionId })
  if (!result.ok) return refusedForm({}, result)
  redirect(`${draftHref(code)}?luu=rut`)
}
