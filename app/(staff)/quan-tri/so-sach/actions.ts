'use server'

import { redirect } from 'next/navigation'
import { refusedForm } from '@/app/refused-form'
import { saveBookFormat, setNextNumber } from '@/lib/dossiers/books/commands'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { bookHref } from '../addresses'
import { dayIn } from '../typed-day'

export async function saveBookFormatAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', kind, sign, digits, seen, year } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const from = year === undefined ? dayIn(fields, 'from') : `${year}-01-01`
  const result = await saveBookFormat(asked.value, requestId, { kind, sign, digits, seen, from })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${bookHref(result.value.kind)}?xong=ghi`)
}

export async function setNextNumberAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { requestId = '', kind, next, seen } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const result = await setNextNumber(asked.value, requestId, { kind, next, seen })
  if (!result.ok) return refusedForm(fields, result)
  redirect(`${bookHref(result.value.kind)}?xong=so`)
}
