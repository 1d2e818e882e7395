'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { ERRORS_ID } from '@/components/forms/errors-id'
import { refusedForm } from '@/app/refused-form'
import { topOf } from '@/app/top-of-page'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { deleteDraft, saveDraftPart, startDraft } from '@/lib/dossiers/commands/draft'
import { changesProvince, type DraftPart } from '@/lib/dossiers/draft-rules'
import { actorForWrite } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { type FormState, textFields } from '@/lib/platform/form'
import type { Refused } from '@/lib/platform/refusal'
import { signInAddress } from '@/lib/identity/rules'
import { forgetPages } from '../forget-pages'
import { deleteHref, draftHref, filedHref, nextPath, PART_PATH, stepHref } from './steps'
import { forgetTyped, keepTyped } from './typed-away'

// Keeping a page twice keeps the same page, so only the sending carries the id that its form was drawn with. For the others a fresh id is
// right: whoever goes back, changes an answer and presses again means the change.

export async function startDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  const { procedure = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await startDraft(asked.value, newId(), { procedure })
  if (!result.ok) return refusedForm({}, result)
  const place = { procedure, draft: result.value.draftId }
  redirect(await topOf(result.value.isNew ? stepHref(place, 'nguoi-nop') : draftHref(place)))
}

export async function saveApplicantAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  // The list of wards on the page belonged to another province: what was typed is kept, and the page comes again with the right list. The
  // province stands in the address because the router does not fetch a page again for the address that it shows already.
  const province = `lien-he=sua&tinh=${encodeURIComponent(fields.provinceCode ?? '')}`
  const again = fields.then === 'wards' ? `${province}#wardCode` : changesProvince(fields) ? `${province}&loi=xa#${ERRORS_ID}` : null
  return keepPart('applicant', fields, fields.then === 'later' ? null : again)
}

export async function saveContentAction(_state: FormState, form: FormData): Promise<FormState> {
  return keepPart('content', textFields(form))
}

export async function saveReturnAction(_state: FormState, form: FormData): Promise<FormState> {
  return keepPart('return', textFields(form))
}

/** Keeps one page and goes on. `again`: the query with which the same page has to come once more before anything is judged. */
async function keepPart(
  part: Exclude<DraftPart, 'papers'>,
  fields: Record<string, string>,
  again: string | null = null,
): Promise<FormState> {
  const { draft = '', procedure = '' } = fields
  const isLater = again !== null || fields.then === 'later'
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await saveDraftPart(asked.value, newId(), {
    draftId: draft,
    part,
    then: isLater ? 'later' : 'next',
    fields,
    seen: fields.seen,
  })
  const here = PART_PATH[part]
  const place = { procedure, draft }
  if (!result.ok && result.code === 'sign_in_needed' && (await keepTyped({ draftId: draft, part, fields })))
    redirect(signInAddress('citizen', stepHref(place, here)))
  // Drawn anew, so that pressing again means what stands in the boxes now.
  if (!result.ok && result.code === 'draft_changed') refresh()
  if (!result.ok) return refusedDraft(fields, result)
  await forgetTyped()
  if (again !== null) redirect(`${stepHref(place, here)}?${again}`)
  redirect(await topOf(isLater ? '/ho-so' : stepHref(place, nextPath(here))))
}

export async function deleteDraftAction(_state: FormState, form: FormData): Promise<FormState> {
  const { draft = '', procedure = '' } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await deleteDraft(asked.value, newId(), { draftId: draft })
  // Deleted by an earlier press: what was wanted is so.
  if (!result.ok && result.code !== 'not_found') return refusedDraft({}, result)
  await forgetPages(draft)
  redirect(await topOf(`/ho-so?da-xoa=${encodeURIComponent(procedure)}`))
}

export async function fileDossierAction(_state: FormState, form: FormData): Promise<FormState> {
  const { requestId = '', draft = '', procedure = '', declared, seen } = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm({}, asked)
  const result = await fileDossier(asked.value, requestId, { draftId: draft, declared, seen })
  if (result.ok) {
    await forgetPages(result.value.code)
    redirect(await topOf(filedHref(procedure, result.value.code)))
  }
  // What is wrong is shown at an address of its own: going back after the sending must never meet a page that was the answer to a form.
  if (result.code === 'invalid_input' || result.code === 'draft_incomplete' || result.code === 'draft_changed')
    redirect(`${stepHref({ procedure, draft }, 'kiem-tra')}?loi=${result.code}#${ERRORS_ID}`)
  if (result.code === 'sign_in_needed') redirect(signInAddress('citizen', stepHref({ procedure, draft }, 'kiem-tra')))
  return refusedDraft({}, result)
}

/** A draft that has become a dossier shows what was filed, one that cannot be read how to begin again; every other "no" comes back to the form. */
async function refusedDraft(values: Record<string, string>, refusal: Refused): Promise<FormState> {
  if (refusal.code === 'already_filed') redirect(filedHref(String(refusal.detail.procedure), String(refusal.detail.code)))
  const { procedure, draft } = refusal.detail
  if (refusal.code === 'draft_unreadable') redirect(deleteHref({ procedure: String(procedure), draft: String(draft) }))
  return refusedForm(values, refusal)
}
