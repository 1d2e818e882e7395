import type { FormState } from '@/lib/platform/form'
import type { Refused } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { refusedForm } from '../../refused-form'

/** The form after a "no". A miss is said at the code, which is the one of the two that can be looked at again; a wait names the telephone. */
export async function refusedLookUp(
  values: Readonly<Record<string, string>>,
  refusal: Refused,
  { phone }: { phone: string },
): Promise<FormState> {
  const state = await refusedForm(values, { ...refusal, detail: { ...refusal.detail, phone } })
  return refusal.code === 'factor_wrong' ? { values, errors: { code: sentenceOf(refusal) }, message: null } : state
}
