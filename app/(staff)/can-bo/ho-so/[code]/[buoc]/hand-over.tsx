import { FormRadios, FormText } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { timeWords } from '@/lib/text/dates'
import { ResultFiles } from '../results'

/** To whom the result goes, and how; when is the moment the button is pressed. */
export function HandOver({ dossier }: { dossier: StaffDossier }) {
  const { applicant, results, now } = dossier
  return (
    <>
      <h2>Kết quả trả</h2>
      <ResultFiles results={results} />
      <FormRadios
        name="method"
        label="Trả bằng cách nào"
        hint={applicant?.returnAddress ? `Địa chỉ nhận qua bưu chính: ${applicant.returnAddress}` : undefined}
        choices={[
          { value: 'COUNTER', label: 'Tại quầy Một cửa' },
          { value: 'POST', label: 'Qua bưu chính', hint: 'Đã giao cho nhân viên bưu chính.' },
          { value: 'ONLINE', label: 'Bản điện tử trong Hồ sơ của tôi', hint: 'Người nộp tải về được ngay sau khi trả.' },
        ]}
      />
      <Reveal
        question={
          <FormRadios
            name="isApplicant"
            label="Ai nhận"
            choices={[
              { value: 'yes', label: applicant ? `${applicant.fullName}, người nộp hồ sơ` : 'Người nộp hồ sơ' },
              { value: 'no', label: 'Người khác', hint: 'Xem giấy ủy quyền và giấy tờ tùy thân của người nhận.', opens: true },
            ]}
          />
        }
      >
        <FormText name="receiverName" label="Họ và tên người nhận" autoComplete="off" maxLength={120} />
      </Reveal>
      <FormText name="note" label="Ghi chú (không bắt buộc)" hint="Ví dụ số giấy ủy quyền, mã bưu gửi." maxLength={500} />
      <p className="note">
        Giờ trả là lúc bấm nút ({timeWords(now)} nếu bấm bây giờ). Hồ sơ đóng lại, người nộp được báo qua thư điện tử nếu có.
      </p>
      <Buttons>
        <SubmitButton>Trả kết quả</SubmitButton>
      </Buttons>
    </>
  )
}
