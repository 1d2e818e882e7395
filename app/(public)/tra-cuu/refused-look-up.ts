import type { FormState } from '@/lib/platform/form'
import type { Refused } from '@/lib/platform/refusal'
import { sentenceOf } from '@/lib/text/refusals'
import { refusedForm } from '../../refused-form'

const FACTOR_AGAIN = 'Xem lại 4 số cuối của số điện thoại đã ghi khi nộp, hoặc của số định danh người nộp'

/** The form after a "no". A miss is said at both boxes, for nobody tells which of the two is wrong; a wait names the telephone. */
export async function refusedLookUp(
  values: Readonly<Record<string, string>>,
  refusal: Refused,
  { phone }: { phone: string },
): Promise<FormState> {
  const state = await refusedForm(values, { ...refusal, detail: { ...refusal.detail, phone } })
  return refusal.code === 'factor_wrong' ? { values, errors: { code: sentenceOf(refusal), factor: FACTOR_AGAIN }, message: null } : state
}
