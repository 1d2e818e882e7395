import { FormSelect, FormTextarea } from '@/components/forms/form-field'

/** A reason of the office's list. */
export type Listed = { code: string; text: string }

type Box = { label: string; hint: string }

/** Why a step is taken: one of the office's reasons, words of one's own, or both. Without a list there is the box alone. */
export function Reason({ reasons, label, hint }: Box & { reasons: readonly Listed[] }) {
  if (reasons.length === 0) return <FormTextarea name="reason" label={label} hint={hint} maxLength={2000} />
  return (
    <>
      <FormSelect
        name="listed"
        label="Chọn trong danh sách"
        options={[{ value: '', label: 'Không chọn, ghi ở ô dưới' }, ...reasons.map(({ text }) => ({ value: text, label: text }))]}
      />
      <FormTextarea name="reason" label={label} hint={`${hint} Đã chọn ở trên thì chỉ ghi điều cần thêm.`} maxLength={2000} />
    </>
  )
}
