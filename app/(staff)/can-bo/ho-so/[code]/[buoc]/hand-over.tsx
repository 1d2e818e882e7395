import { unpaidHref } from '../../../addresses'
import { FormCheckbox, FormRadios, FormText } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'
import { SubmitButton } from '@/components/forms/submit-button'
import { Notice } from '@/components/ui/notice'
import { Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { formatVnd } from '@/lib/platform/money'
import { timeWords } from '@/lib/text/dates'
import { ResultFiles } from '../results'
import { presentedBox } from './hand-over-form'

/** How the result goes, and at the counter to whom; when is the moment the button is pressed. */
export function HandOver({ dossier }: { dossier: StaffDossier }) {
  const { applicant, now } = dossier
  return (
    <>
      <h2>Kết quả trả</h2>
      <ResultFiles dossier={dossier} />
      <Reveal
        question={
          <FormRadios
            name="method"
            label="Trả bằng cách nào"
            hint={applicant?.returnAddress ? `Địa chỉ nhận qua bưu chính: ${applicant.returnAddress}` : undefined}
            choices={[
              { value: 'COUNTER', label: 'Tại quầy Một cửa', opens: 'counter' },
              { value: 'POST', label: 'Gửi qua bưu chính', hint: 'Ghi là đã gửi. Chưa ai nhận nên không ghi người nhận.', opens: 'post' },
              { value: 'ONLINE', label: 'Bản điện tử trong Hồ sơ của tôi', hint: 'Người nộp tải về được ngay sau khi trả.' },
            ]}
          />
        }
        further={{
          counter: <AtTheCounter dossier={dossier} />,
          post: (
            <FormText
              name="trackingNumber"
              label="Mã bưu gửi (không bắt buộc)"
              hint="Ghi trên biên nhận của bưu điện. Người nộp dùng để hỏi bưu điện."
              width="half"
              figures
              autoComplete="off"
              maxLength={40}
            />
          ),
        }}
      />
      {dossier.owed === 0 ? null : (
        <Notice tone="soon">
          <p>
            <strong>Còn {formatVnd(dossier.owed)} chưa nộp.</strong> Thu rồi{' '}
            {dossier.mayRecordPayment ? <a href={unpaidHref(dossier.code)}>ghi đã thu</a> : 'ghi đã thu'} trước khi trả. Trả qua bưu chính
            hoặc bản điện tử thì khoản này vẫn ở trang Thu phí cho đến khi nộp.
          </p>
        </Notice>
      )}
      <FormText name="note" label="Ghi chú (không bắt buộc)" hint="Ví dụ số giấy ủy quyền." maxLength={500} />
      <p className="note">
        Giờ trả là lúc bấm nút ({timeWords(now)} nếu bấm bây giờ). Hồ sơ đóng lại, người nộp được báo qua thư điện tử nếu có.
      </p>
      <Buttons>
        <SubmitButton>Trả kết quả</SubmitButton>
      </Buttons>
    </>
  )
}

/** Who stands there, and what they still had to show. */
function AtTheCounter({ dossier: { applicant, components } }: { dossier: StaffDossier }) {
  const toSee = components.filter(({ check }) => check === 'NOT_PRESENTED')
  return (
    <>
      {toSee.length === 0 ? null : (
        <fieldset className="field">
          <legend className="label">Giấy tờ chưa xuất trình khi tiếp nhận</legend>
          <span className="hint">Đánh dấu giấy tờ đã xem và đạt. Giấy tờ không thuộc trường hợp thì để trống.</span>
          {toSee.map(({ position, name, need }) => (
            <FormCheckbox key={position} name={presentedBox(position)} label={name} hint={need ?? undefined} />
          ))}
        </fieldset>
      )}
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
    </>
  )
}
