import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { type Listed, Reason } from './reason'

/** The boxes of the reason, which stands on Phiếu từ chối word for word. */
export const REASON_FOR_REFUSAL = {
  label: 'Lý do từ chối',
  hint: 'Ghi rõ căn cứ và nơi có thẩm quyền giải quyết, nếu có. In nguyên văn trên Phiếu từ chối.',
} as const

/** Why the dossier is not received; the whole sentence stands on Phiếu từ chối. */
export function Refuse({ reasons }: { reasons: readonly Listed[] }) {
  return (
    <>
      <p>
        Hồ sơ không được tiếp nhận và đóng lại ngay. Nếu chỉ thiếu hoặc sai giấy tờ, chọn Yêu cầu bổ sung thay vì từ chối. Người nộp được
        báo qua thư điện tử nếu có.
      </p>
      <Reason {...REASON_FOR_REFUSAL} reasons={reasons} />
      <Buttons>
        <SubmitButton look="grave">Từ chối tiếp nhận</SubmitButton>
      </Buttons>
    </>
  )
}
