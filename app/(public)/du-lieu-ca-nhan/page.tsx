import type { Metadata } from 'next'
import { Main, Phone } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Facts } from '@/components/ui/facts'
import { DRAFT_DAYS } from '@/lib/dossiers/draft-rules'
import { LOOK_UP_MINUTES } from '@/lib/dossiers/look-up-queries'
import { currentSite } from '@/lib/places/site'

const TITLE = 'Dữ liệu cá nhân'

export const metadata: Metadata = { title: TITLE }

/** What is kept of whom, why, who sees it, and how it is erased (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15). */
export default async function PersonalDataPage() {
  const { name, address, phone } = await currentSite()
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main>
        <h1>{TITLE}</h1>
        <p className="lead">Trung tâm chỉ giữ những gì cần để giải quyết hồ sơ, theo Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15.</p>
        <h2>Giữ những gì, để làm gì</h2>
        <Facts
          facts={[
            {
              term: 'Từ VNeID',
              value: 'Họ tên, ngày sinh, số định danh và mức định danh',
              note: 'Để biết ai nộp và hồ sơ của ai. Không nhận mật khẩu VNeID.',
            },
            {
              term: 'Liên hệ',
              value: 'Số điện thoại, thư điện tử, nơi ở',
              note: 'Để gọi khi cần hỏi và gửi thư báo. Sửa được ở trang Tài khoản.',
            },
            { term: 'Hồ sơ', value: 'Nội dung đã khai, giấy tờ đã nộp, kết quả và phí, lệ phí' },
            { term: 'Bản nháp', value: `Tự xóa sau ${DRAFT_DAYS} ngày không sửa`, note: 'Xóa được bất cứ lúc nào ở Hồ sơ của tôi.' },
            { term: 'Nhật ký', value: 'Ai đã làm gì, lúc nào; không chép nội dung đã khai' },
          ]}
        />
        <h2>Ai xem được</h2>
        <ul>
          <li>Ông/Bà, khi đăng nhập bằng VNeID mức 2.</li>
          <li>Cán bộ đang giữ hoặc được giao giải quyết hồ sơ; xem số định danh đầy đủ thì được ghi lại.</li>
          <li>Người có mã hồ sơ và 4 số cuối chỉ thấy hồ sơ đang ở đâu, không thấy họ tên và giấy tờ, mỗi lần {LOOK_UP_MINUTES} phút.</li>
        </ul>
        <p>Trang này không có quảng cáo, không theo dõi người đọc; cookie chỉ để giữ phiên đăng nhập và lần tra cứu.</p>
        <h2>Muốn sửa hoặc xóa</h2>
        <p>
          Gửi yêu cầu tại Trung tâm Phục vụ hành chính công {name}, {address}, hoặc gọi <Phone number={phone} />. Hồ sơ đang giải quyết được
          giữ nguyên cho đến khi xong. Xóa rồi thì họ tên, nội dung khai và giấy tờ không còn; số liệu đếm và nhật ký không chứa dữ liệu cá
          nhân nên vẫn giữ.
        </p>
      </Main>
    </>
  )
}
