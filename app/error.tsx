'use client'

import { BarePage } from '@/components/layout/bare-page'
import { ButtonLink } from '@/components/ui/button'

/**
 * The neutral page for a bug. It says what happened to the person's work and what to do next, and never shows what went wrong inside:
 * the digest is the number under which the log keeps it. Trying again is a plain link to the same address, so it needs no script.
 */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <BarePage>
      <title>Hệ thống đang gặp lỗi – Một Cửa</title>
      <h1>Hệ thống đang gặp lỗi</h1>
      <p>Lỗi này do hệ thống, không phải do Ông/Bà. Nội dung vừa nhập có thể chưa được lưu.</p>
      <p>Thử lại sau 1 phút. Nếu vẫn lỗi, gọi Trung tâm Phục vụ hành chính công trong giờ làm việc.</p>
      {error.digest === undefined ? null : (
        <p className="note">
          Mã lỗi để báo cho Trung tâm: <code>{error.digest}</code>
        </p>
      )}
      <div className="btns">
        <ButtonLink href="">Tải lại trang này</ButtonLink>
        <a href="/">Về trang Thủ tục</a>
      </div>
    </BarePage>
  )
}
