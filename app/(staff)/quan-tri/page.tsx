import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { StaffMain } from '@/components/layout/staff-page'
import { Notice } from '@/components/ui/notice'
import { Rows } from '@/components/ui/rows'
import { hasRight } from '@/lib/access/policy'
import { requireStaff } from '@/lib/identity/session'
import { findUnfilledSteps } from '@/lib/procedures/filling-queries'
import { findComingVersions } from '@/lib/procedures/versions/queries'
import { UNTOLD } from '@/lib/places/schema'
import { currentSite } from '@/lib/places/site'
import { ADMIN, BOOKS, CALENDAR, COMMUNE, DEPARTMENTS, IMPORTS, OFFICERS, REASONS, UNVERIFIED } from './addresses'
import { VERSIONS } from './thu-tuc/addresses'
import { Coming } from './thu-tuc/coming'
import { Unfilled } from './unfilled'

export const metadata: Metadata = { title: 'Quản trị' }

/** Where the administrator begins. */
export default async function AdminPage() {
  const [actor, site] = await Promise.all([requireStaff(ADMIN), currentSite()])
  if (!hasRight(actor, 'staff.manage')) await nowhere()
  const coming = await shown(await findComingVersions(actor, {}))
  return (
    <StaffMain>
      <h1>Quản trị {site.name}</h1>
      {site.phone === UNTOLD.phone || site.address === UNTOLD.address ? (
        <Notice tone="soon">
          Xã chưa có địa chỉ hoặc điện thoại, nên trang và giấy tờ chưa ghi đúng. <a href={COMMUNE}>Nhập ở Thông tin xã</a> trước khi tiếp
          dân.
        </Notice>
      ) : null}
      <Unfilled unfilled={await shown(await findUnfilledSteps(actor, {}))} />
      {coming.length === 0 ? null : <Coming coming={coming} />}
      <Rows
        rows={[
          { href: OFFICERS, label: 'Nhân sự', note: 'Tài khoản, phòng, vai trò; tạm ngừng, đặt lại mật khẩu, làm thay.' },
          { href: DEPARTMENTS, label: 'Phòng ban', note: 'Tên, việc của từng phòng, thứ tự; thêm phòng, đóng phòng.' },
          { href: CALENDAR, label: 'Lịch làm việc', note: 'Ngày nghỉ, ngày hoán đổi, giờ làm việc; xem trước hạn nào đổi.' },
          { href: COMMUNE, label: 'Thông tin xã', note: 'Tên, địa chỉ, điện thoại, tiêu đề trên giấy tờ.' },
          { href: VERSIONS, label: 'Thủ tục và phiên bản', note: 'Soạn phiên bản mới của thủ tục, xem trước rồi công bố; ai đã đổi gì.' },
          { href: BOOKS, label: 'Sổ và số', note: 'Số tiếp theo, ký hiệu và số chữ số của từng loại giấy tờ, từng sổ theo dõi.' },
          {
            href: REASONS,
            label: 'Danh sách lý do',
            note: 'Lý do bổ sung, từ chối, trả lại, gia hạn, dừng, theo ngày hiệu lực; số ngày chờ người nộp bổ sung.',
          },
          { href: IMPORTS, label: 'Nhập sổ cũ', note: 'Đưa Sổ theo dõi hồ sơ đã có (XLSX, CSV) vào hệ thống; kiểm tra trước khi nhập.' },
          { href: UNVERIFIED, label: 'Dữ liệu chưa đối chiếu', note: 'Phí, thời hạn, ngày nghỉ còn chờ so với văn bản.' },
        ]}
      />
    </StaffMain>
  )
}
