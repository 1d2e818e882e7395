import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { BarePage } from '@/components/layout/bare-page'
import { ButtonLink } from '@/components/ui/button'
import { ADDRESS_ASKED, readablePath } from '@/lib/identity/rules'

export const metadata: Metadata = { title: 'Không tìm thấy trang này' }

/** Absent and forbidden look the same, so this page says what may be true in both cases. */
export default async function NotFound() {
  const asked = readablePath((await headers()).get(ADDRESS_ASKED) ?? '')
  return (
    <BarePage>
      <h1>Không tìm thấy trang này</h1>
      {asked === '' ? null : (
        <p>
          Địa chỉ đã mở: <code className="long">{asked}</code>
        </p>
      )}
      <p>Địa chỉ có thể đã gõ sai, hoặc trang này chỉ mở cho người có quyền xem.</p>
      <p>Đang tìm một hồ sơ? Nhập mã hồ sơ ghi trên Giấy tiếp nhận để xem hồ sơ đang ở đâu.</p>
      <div className="btns">
        <ButtonLink href="/tra-cuu">Tra cứu hồ sơ</ButtonLink>
        <a href="/">Về trang Thủ tục</a>
      </div>
    </BarePage>
  )
}
