import { FormCheckboxes, FormSelect, FormText } from '@/components/forms/form-field'
import { ROLE_HINTS, ROLE_WORDS, ROLES } from '@/lib/staff/words'
import { sentenceCase } from '@/lib/text/dates'

/** Name, position, department and roles. */
export function OfficerFields({ departments }: { departments: readonly { code: string; name: string }[] }) {
  return (
    <>
      <FormText name="fullName" label="Họ và tên" autoComplete="off" maxLength={120} width="half" />
      <FormText
        name="position"
        label="Chức vụ"
        hint="Như ghi trên giấy tờ, ví dụ Chuyên viên Tư pháp – Hộ tịch."
        autoComplete="off"
        maxLength={120}
      />
      <FormSelect
        name="departmentCode"
        label="Phòng"
        options={[{ value: '', label: 'Chọn phòng' }, ...departments.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <FormCheckboxes
        name="roles"
        label="Vai trò"
        hint="Chọn đúng việc được phân công; một người có thể có nhiều vai trò."
        choices={ROLES.map((role) => ({ value: role, label: sentenceCase(ROLE_WORDS[role]), hint: ROLE_HINTS[role] }))}
      />
    </>
  )
}
