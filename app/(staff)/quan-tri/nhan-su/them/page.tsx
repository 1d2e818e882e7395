import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { listDepartments } from '@/lib/staff/queries'
import { OFFICERS } from '../../addresses'
import { addOfficerAction } from '../actions'
import { OfficerFields } from '../officer-fields'
import { UntilLink } from '../one-time-link'

export const metadata: Metadata = { title: 'Thêm cán bộ' }

/** A new account. Nobody types a password for somebody else: the page ends with a link to set one. */
export default async function AddOfficerPage() {
  const departments = await listDepartments(await requireStaff(`${OFFICERS}/them`), {}).then(shown)
  return (
    <StaffMain>
      <BackLink href={OFFICERS}>Về danh sách nhân sự</BackLink>
      <ActionForm action={addOfficerAction} start={EMPTY_FORM}>
        <UntilLink name="">
          <h1>Thêm cán bộ</h1>
          <RequestId id={newId()} />
          <FormText
            name="userName"
            label="Tên đăng nhập"
            hint="Chữ không dấu, ví dụ vidu.le. Sau này không đổi được."
            width="half"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={60}
          />
          <OfficerFields departments={departments} />
          <p className="note">Người này tự đặt mật khẩu bằng đường dẫn dùng một lần, hiện ra sau khi thêm.</p>
          <Buttons>
            <SubmitButton>Thêm cán bộ</SubmitButton>
          </Buttons>
        </UntilLink>
      </ActionForm>
    </StaffMain>
  )
}
