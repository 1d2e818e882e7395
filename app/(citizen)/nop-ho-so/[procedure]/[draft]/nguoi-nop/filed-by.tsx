import { FormRadios, FormText } from '@/components/forms/form-field'
import { Reveal } from '@/components/forms/reveal'

/** For oneself, or for someone who has authorised it; then the authorising side is named on the receipt (TT 03/2025/TT-VPCP Mẫu 01). */
export function FiledBy() {
  return (
    <Reveal
      question={
        <FormRadios
          name="filedBy"
          label="Ông/Bà nộp hồ sơ này cho mình hay nộp thay?"
          choices={[
            { value: 'self', label: 'Tôi là người yêu cầu', hint: 'Cả khi làm giấy tờ cho con chưa thành niên hoặc người mình giám hộ.' },
            {
              value: 'other',
              label: 'Tôi nộp thay theo ủy quyền',
              hint: 'Cần văn bản ủy quyền và thông tin của người ủy quyền.',
              opens: true,
            },
          ]}
        />
      }
    >
      <h3>Người ủy quyền</h3>
      <p className="note unhidden">Chỉ điền khi nộp thay theo ủy quyền.</p>
      <FormText name="principal.fullName" label="Họ và tên người ủy quyền" width="half" autoComplete="off" />
      <FormText
        name="principal.personalNumber"
        label="Số định danh cá nhân"
        hint="12 chữ số."
        width="code"
        figures
        inputMode="numeric"
        autoComplete="off"
      />
      <FormText name="principal.address" label="Địa chỉ" width="full" autoComplete="off" />
      <FormText name="principal.phone" label="Số điện thoại của người ủy quyền" type="tel" width="phone" figures autoComplete="off" />
      <FormText
        name="principal.email"
        label="Thư điện tử của người ủy quyền (không bắt buộc)"
        hint="Ghi trên Giấy tiếp nhận. Thư của Một cửa vẫn gửi cho người nộp."
        type="email"
        width="half"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <FormText
        name="principal.document"
        label="Văn bản ủy quyền"
        hint="Tên văn bản, số và ngày. Bản chụp tải lên ở bước Giấy tờ."
        width="full"
        autoComplete="off"
      />
    </Reveal>
  )
}
