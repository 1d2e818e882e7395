import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { Main, Phone } from '@/components/layout/citizen-page'
import { StaffMain } from '@/components/layout/staff-page'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { ADDRESS_ASKED, readablePath } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import PublicLayout from './(public)/layout'
import { StaffFrame } from './staff-frame'

const TITLE = 'Không tìm thấy trang này'

export const metadata: Metadata = { title: TITLE }

/** Absent and forbidden look the same, so this page says what may be true in both cases, in the frame that its reader knows. */
export default async function NotFound() {
  const actor = await requireActor()
  if (actor.kind === 'staff')
    return (
      <StaffFrame>
        <StaffMain>
          <Lost />
          <p>Hồ sơ, danh sách của phòng khác và việc của vai trò khác cũng hiện trang này.</p>
          <Buttons>
            <ButtonLink href="/can-bo/hang-doi">Về Hàng đợi</ButtonLink>
            <a href="/">Trang cho người dân</a>
          </Buttons>
        </StaffMain>
      </StaffFrame>
    )
  const { phone } = await currentSite()
  return (
    <PublicLayout>
      <Main>
        <Lost />
        <p>
          Đang tìm một hồ sơ? Nhập mã hồ sơ ghi trên Giấy tiếp nhận để xem hồ sơ đang ở đâu. Cần hỏi thì gọi <Phone number={phone} /> trong
          giờ làm việc.
        </p>
        <Buttons>
          <ButtonLink href="/tra-cuu">Tra cứu hồ sơ</ButtonLink>
          <a href="/">Về trang Thủ tục</a>
        </Buttons>
      </Main>
    </PublicLayout>
  )
}

async function Lost() {
  const asked = readablePath((await headers()).get(ADDRESS_ASKED) ?? '')
  return (
    <>
      <h1>{TITLE}</h1>
      {asked === '' ? null : (
        <p>
          Địa chỉ đã mở: <code className="long">{asked}</code>
        </p>
      )}
      <p>Địa chỉ có thể đã gõ sai, hoặc trang này chỉ mở cho người có quyền xem.</p>
    </>
  )
}
