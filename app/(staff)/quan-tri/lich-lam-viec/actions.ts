'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { changeCalendar } from '@/lib/dossiers/commands/change-calendar'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { CALENDAR } from '../addresses'
import { dayPlanIn, errorsAt, hoursPlanIn } from './plan-in'

export async function changeCalendarAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const plan = fields.la === 'gio' ? hoursPlanIn(fields) : dayPlanIn(fields)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await changeCalendar(asked.value, fields.requestId ?? '', plan)
  if (!result.ok) return refusedForm({}, { ...result, fields: errorsAt(result.fields) })
  redirect(`${CALENDAR}?xong=luu&so=${result.value.moved}`)
}
