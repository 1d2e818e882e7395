import { FormText, FormTextarea } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'

/** What is to be paid before the work goes on, and by which notice. */
export function AskForPayment() {
  return (
    <>
      <p>Người nộp được báo khoản phải nộp. Thời hạn tạm dừng cho đến khi người thu ghi đã nộp, rồi hồ sơ về lại người giải quyết.</p>
      <FormText name="name" label="Khoản phải nộp" hint="Ví dụ Lệ phí trước bạ, Tiền sử dụng đất" />
      <FormText name="amount" label="Số tiền (đồng)" hint="Ví dụ 150.000" inputMode="numeric" width="half" />
      <FormTextarea name="reason" label="Căn cứ" hint="Số, ngày của thông báo nộp tiền. Người nộp đọc nguyên văn." maxLength={2000} />
      <Buttons>
        <SubmitButton>Yêu cầu nộp tiền</SubmitButton>
      </Buttons>
    </>
  )
}
