import type { Metadata } from 'next'
import { Main, Phone } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { currentSite } from '@/lib/places/site'

const TITLE = 'Khả năng tiếp cận'

export const metadata: Metadata = { title: TITLE }

/** What people with a disability, an old phone or no script can count on, what does not work yet, and whom to tell. */
export default async function AccessibilityPage() {
  const { name, phone } = await currentSite()
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main>
        <h1>{TITLE}</h1>
        <p className="lead">Trang này làm theo chuẩn WCAG 2.2 mức AA, để ai cũng tự làm được việc của mình.</p>
        <h2>Làm được</h2>
        <ul>
          <li>Dùng bằng bàn phím và trình đọc màn hình; phóng chữ đến 200% không mất nội dung.</li>
          <li>Dùng trên điện thoại hẹp 320 điểm ảnh, máy cũ, mạng chậm.</li>
          <li>Tắt JavaScript vẫn tìm, nộp, bổ sung, rút và tra cứu hồ sơ được.</li>
          <li>Trạng thái luôn có chữ, không chỉ có màu.</li>
        </ul>
        <h2>Chưa tốt</h2>
        <ul>
          <li>Giấy tờ của cơ quan là tệp PDF; trình đọc màn hình có thể đọc chưa đúng thứ tự.</li>
          <li>Tệp do người nộp tải lên và trang VNeID không thuộc trang này.</li>
        </ul>
        <p>Máy kiểm tra từng trang mỗi khi sửa đổi; chưa có cơ quan độc lập đánh giá.</p>
        <h2>Gặp khó khăn</h2>
        <p>
          Gọi <Phone number={phone} />, hoặc đến quầy Một cửa {name}: cán bộ làm giúp, không mất thêm phí.
        </p>
      </Main>
    </>
  )
}
