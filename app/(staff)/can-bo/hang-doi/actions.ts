'use server'

import { refresh } from 'next/cache'
import { refusedForm } from '@/app/refused-form'
import { noteRefusal } from '@/app/refused-request'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'
import { noneTicked, type Outcome, outcomeValues, tickedIn } from '../ticks'

const NONE = 'Chưa chọn hồ sơ nào. Đánh dấu hồ sơ cần giao rồi bấm lần nữa.'
const NOBODY = 'Chọn người giải quyết các hồ sơ đã chọn'

/**
 * Assigns each ticked dossier of the department to the one officer chosen, each by itself: what became of each stands in the answer, and one that
 * cannot be assigned stops no other.
 */
export async function assignSeveralAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const { to = '' } = fields
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const ticked = tickedIn(fields)
  if (ticked.length === 0 || to === '') {
    const message = ticked.length === 0 ? NONE : null
    await noteRefusal(message)
    const errors = {
      ...(ticked.length === 0 ? noneTicked(fields, 'Đánh dấu ít nhất một hồ sơ') : {}),
      ...(to === '' ? { to: NOBODY } : {}),
    }
    return { values: fields, errors, message }
  }
  const outcomes: Outcome[] = []
  for (const { code, version, requestId } of ticked) {
    const result = await passOn(asked.value, requestId, { code, version, step: 'assign', to, reason: '' })
    outcomes.push({ code, isDone: result.ok, sentence: result.ok ? 'Đã giao.' : `Chưa giao. ${result.fields.to ?? sentenceOf(result)}` })
  }
  refresh()
  return { values: outcomeValues(outcomes), errors: {}, message: null }
}
