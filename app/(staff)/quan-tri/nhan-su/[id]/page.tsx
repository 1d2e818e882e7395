import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Rows } from '@/components/ui/rows'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { listDepartments } from '@/lib/staff/queries'
import { officerHref, OFFICERS } from '../../addresses'
import { changeOfficerAction } from '../actions'
import { OfficerFields } from '../officer-fields'
import { openOfficer, type OfficerAddress, type ShownOfficer } from './open-officer'

export const metadata: Metadata = { title: 'Cán bộ' }

/** One officer: who they are and what they may do, to be changed; the graver acts each have a page of their own. */
export default async function OfficerPage({ params, searchParams }: OfficerAddress) {
  const [{ id }, { xong, so }] = await Promise.all([params, searchParams])
  const officer = await openOfficer(id)
  const departments = await listDepartments(await requireStaff(officerHref(officer.id)), {}).then(shown)
  const { fullName, position, departmentCode, roles, userName, version, status } = officer
  return (
    <StaffMain>
      <BackLink href={OFFICERS}>Về danh sách nhân sự</BackLink>
      <Done done={xong} passed={Number(so)} officer={officer} />
      <ActionForm
        key={version}
        action={changeOfficerAction}
        start={{ ...EMPTY_FORM, values: { fullName, position, departmentCode, roles: roles.join() } }}
      >
        <h1>{fullName}</h1>
        <p className="note">
          Tên đăng nhập <strong>{userName}</strong>
          {status === 'SUSPENDED' ? ', đang tạm ngừng' : ''}. {holdsWords(officer)}
        </p>
        <RequestId id={newId()} />
        <input type="hidden" name="staffId" value={officer.id} />
        <input type="hidden" name="version" value={version} />
        <OfficerFields departments={departments} />
        <p className="note">
          Đổi phòng hoặc vai trò thì người này phải đăng nhập lại. Rời phòng, hoặc thôi xử lý hồ sơ, thì hồ sơ đang giữ ở lại phòng cũ
          {officer.successor ? `, giao cho ${officer.successor.fullName}` : ''}.
        </p>
        <Buttons>
          <SubmitButton>Lưu thay đổi</SubmitButton>
        </Buttons>
      </ActionForm>
      <h2>Việc khác</h2>
      <Rows rows={actsOf(officer)} />
    </StaffMain>
  )
}

const holdsWords = ({ held }: ShownOfficer): string => (held === 0 ? 'Không giữ hồ sơ nào.' : `Đang giữ ${held} hồ sơ.`)

function actsOf({ id, status, isMe }: ShownOfficer) {
  const links = [
    { href: officerHref(id, 'lam-thay'), label: 'Người làm thay', note: 'Khi nghỉ phép, đi học, ốm.' },
    { href: officerHref(id, 'dat-lai-mat-khau'), label: 'Đặt lại mật khẩu', note: 'Mật khẩu cũ hết dùng được, có đường dẫn mới.' },
  ]
  if (status === 'SUSPENDED')
    return [{ href: officerHref(id, 'phuc-hoi'), label: 'Cho làm việc lại', note: 'Đăng nhập được như trước.' }, ...links.slice(0, 1)]
  if (isMe) return links
  return [
    ...links,
    { href: officerHref(id, 'tam-ngung'), label: 'Tạm ngừng tài khoản', note: 'Thoát ngay mọi nơi; hồ sơ đang giữ có người nhận.' },
  ]
}

function Done({ done, passed, officer }: { done: string | string[] | undefined; passed: number; officer: ShownOfficer }) {
  const to = officer.successor?.fullName ?? 'người khác trong phòng'
  const moved = passed > 0 ? ` ${passed} hồ sơ đã giao cho ${done === 'sua' ? 'lãnh đạo phòng cũ' : to}.` : ''
  const words: Record<string, string> = {
    sua: `Đã lưu thay đổi.${moved}`,
    'tam-ngung': `Đã tạm ngừng tài khoản, mọi phiên đăng nhập đã kết thúc.${moved}`,
    'phuc-hoi': 'Tài khoản làm việc lại được. Hồ sơ đã giao cho người khác vẫn ở đó.',
  }
  const said = typeof done === 'string' ? words[done] : undefined
  return said ? <Notice live>{said}</Notice> : null
}
