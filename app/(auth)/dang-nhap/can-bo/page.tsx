import type { Metadata } from 'next'
import { OnlyTypedBy } from '@/components/forms/forget-typed'
import { Main } from '@/components/layout/citizen-page'
import { Notice } from '@/components/ui/notice'
import { ownPath } from '@/lib/identity/rules'
import { readSessionOver, requireActor } from '@/lib/identity/session'
import { SESSION_OVER } from '@/lib/identity/words'
import { SignedInAlready } from '../signed-in-already'
import { StaffSignInForm } from './form'

export const metadata: Metadata = { title: 'Cán bộ đăng nhập' }

/** Where staff sign in, with a name and a password that the commune gave them. */
export default async function StaffSignInPage({
  searchParams,
}: {
  searchParams: Promise<{ tiep?: string | string[]; 'mat-khau'?: string }>
}) {
  const [{ tiep, 'mat-khau': set }, actor, over] = await Promise.all([searchParams, requireActor(), readSessionOver()])
  const path = ownPath(tiep)
  return (
    <Main>
      <StaffSignInForm path={path}>
        {set === 'moi' ? <Notice live>Đã đặt mật khẩu. Đăng nhập bằng mật khẩu mới.</Notice> : null}
        {/* Whose session ran out comes back to what was typed; for anybody else it is forgotten. */}
        {over === null ? <OnlyTypedBy by={null} /> : <Notice>{SESSION_OVER[over].staff}</Notice>}
        <SignedInAlready actor={actor} path={path} />
      </StaffSignInForm>
      <p className="note">
        Quên mật khẩu, hoặc tài khoản bị tạm ngừng: liên hệ người quản trị của xã. Không ai được hỏi mật khẩu của cán bộ.
      </p>
      <p>
        Người dân và tổ chức <a href="/dang-nhap">đăng nhập bằng VNeID</a>.
      </p>
    </Main>
  )
}
