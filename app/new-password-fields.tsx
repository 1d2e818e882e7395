import { FormText } from '@/components/forms/form-field'
import { PASSWORD_LENGTH } from '@/lib/staff/rules'

/** A new password, typed twice because nobody sees what they type. */
export function NewPasswordFields() {
  return (
    <>
      <FormText
        name="password"
        label="Mật khẩu mới"
        hint={`Ít nhất ${PASSWORD_LENGTH.least} ký tự. Một câu ngắn dễ nhớ là tốt.`}
        type="password"
        width="half"
        autoComplete="new-password"
      />
      <FormText name="again" label="Nhập lại mật khẩu mới" type="password" width="half" autoComplete="new-password" />
    </>
  )
}
