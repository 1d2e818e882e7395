'use server'

import { refresh } from 'next/cache'
import { noneTicked, type Outcome, outcomeValues, tickedIn } from '@/app/(staff)/can-bo/ticks'
import { refusedForm } from '@/app/refused-form'
import { noteRefusal } from '@/app/refused-request'
import { approveSeen } from '@/lib/dossiers/commands/approve-seen'
import { actorForWrite } from '@/lib/identity/session'
import { type FormState, textFields } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'

const NONE = 'Chưa chọn hồ sơ nào. Đánh dấu hồ sơ đã xem văn bản rồi bấm lần nữa.'

/** Approves each ticked dossier by itself: what became of each stands in the answer, and one that cannot be approved stops no other. */
export async function approveSeveralAction(_state: FormState, form: FormData): Promise<FormState> {
  const fields = textFields(form)
  const asked = await actorForWrite()
  if (!asked.ok) return refusedForm(fields, asked)
  const ticked = tickedIn(fields)
  if (ticked.length === 0) {
    await noteRefusal(NONE)
    return { values: {}, errors: noneTicked(fields, 'Đánh dấu ít nhất một hồ sơ'), message: NONE }
  }
  const outcomes: Outcome[] = []
  for (const { code, version, requestId } of ticked) {
    const result = await approveSeen(asked.value, requestId, { code, version })
    outcomes.push({ code, isDone: result.ok, sentence: result.ok ? 'Đã ký duyệt.' : `Chưa ký duyệt. ${sentenceOf(result)}` })
  }
  refresh()
  return { values: outcomeValues(outcomes), errors: {}, message: null }
}
