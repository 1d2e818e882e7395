import type { FormState } from '@/lib/platform/form'
import type { Refused } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { noteRefusal } from './refused-request'

/** What a form shows after a "no": everything typed, a sentence at each box, and above them what else there is to say. */
export async function refusedForm(values: Readonly<Record<string, string>>, refusal: Refused): Promise<FormState> {
  const atBoxes = refusal.code === 'invalid_input' && Object.keys(refusal.fields).length > 0
  const message = atBoxes ? null : sentenceOf(refusal)
  await noteRefusal(message)
  return { values, errors: refusal.fields, message }
}
