'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { deleteIntake, startIntake } from '@/lib/counter/commands/intake'
import { askAtCounter, refuseAtCounter } from '@/lib/counter/commands/turn-back'
import { wholeReason } from '@/lib/dossiers/reason-rules'
import { actorForWrite } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { type FormState, textFields } from '@/lib/platform/form'
import type { Refused } from '@/lib/platform/refusal'
import { askAtCounterHref, COUNTER, doneHref, dropIntakeHref, intakeHref, refuseAtCounterHref } from '../addresses'
import { askedIn } from '../ho-so/[code]/[buoc]/supplement-form'

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

export async function askAtCounterAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', intake = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await askAtCounter(asked.value, requestId, { intakeId: intake, items: askedIn(fields) })
  if (!result.ok) return refusedSlip(fields, result, 'ask_for_more')
  redirect(doneHref(result.value.code, null, 'ask_for_more'))
}

export async function refuseAtCounterAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', intake = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await refuseAtCounter(asked.value, requestId, { intakeId: intake, reason: wholeReason(fields) })
  if (!result.ok) return refusedSlip(fields, result, 'refuse')
  redirect(doneHref(result.value.code, null, 'refuse'))
}

/**
 * Where a refused slip leads: an earlier press made the dossier, another window took something out of the intake meanwhile, the procedure has
 * a new version, or the intake cannot be read.
 */
async function refusedSlip(
  fields: Readonly<Record<string, string>>,
  refusal: Refused,
  step: 'ask_for_more' | 'refuse',
): Promise<FormState> {
  const { intake = '' } = fields
  if (refusal.code === 'already_filed') redirect(doneHref(String(refusal.detail.code), null, step))
  // The page of the slip leads on to the boxes that lack.
  if (refusal.code === 'draft_incomplete') redirect(step === 'refuse' ? refuseAtCounterHref(intake) : askAtCounterHref(intake))
  if (refusal.code === 'draft_unreadable') redirect(dropIntakeHref(intake))
  if (refusal.code === 'changed_meanwhile') redirect(`${intakeHref(intake)}?loi=changed_meanwhile`)
  return refusedForm(fields, refusal)
}
