'use client'

import type { ReactNode } from 'react'
import { useFormState } from '@/components/forms/action-form'

/** A form until it is sent, then in its place the one-time link that came of it. */
export function UntilLink({ name, children }: { name: string; children: ReactNode }) {
  const { values } = useFormState()
  if (!values.link) return children
  return (
    <>
      <h1>Đường dẫn đặt mật khẩu{name === '' ? '' : ` của ${name}`}</h1>
      <div className="panel stack" role="status">
        <p>Gửi đường dẫn này cho đúng người, qua kênh mà chỉ người đó đọc được. Ai có đường dẫn đều đặt được mật khẩu.</p>
        <div className="field">
          <label htmlFor="link">Đường dẫn dùng một lần</label>
          <textarea className="textarea one-time-link" id="link" readOnly rows={4} value={values.link} />
        </div>
        <p>
          <strong>Dùng được một lần, trong 24 giờ.</strong> Rời trang này thì không xem lại được; cần thì đặt lại mật khẩu để có đường dẫn
          mới.
        </p>
      </div>
      <p>
        <a href="/quan-tri/nhan-su">Về danh sách nhân sự</a>
      </p>
    </>
  )
}
