import type { Metadata } from 'next'
import { waitsAt } from '@/app/(citizen)/nop-ho-so/typed-away'
import { ErrorSummary } from '@/components/forms/error-summary'
import { Main } from '@/components/layout/citizen-page'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TYPED_AWAY_MINUTES } from '@/lib/dossiers/typed-away'
import { ownPath } from '@/lib/identity/rules'
import { readSessionOver, requireActor } from '@/lib/identity/session'
import { SESSION_OVER, SIGN_IN_FAILURES, SignInFailure } from '@/lib/identity/words'
import { SignedInAlready } from './signed-in-already'

type Asked = { searchParams: Promise<{ tiep?: string | string[]; loi?: string | string[] }> }

const failureIn = (code: unknown) => {
  const known = SignInFailure.safeParse(code)
  return known.success ? SIGN_IN_FAILURES[known.data] : null
}

export async function generateMetadata({ searchParams }: Asked): Promise<Metadata> {
  return { title: failureIn((await searchParams).loi) ? 'Lỗi: Đăng nhập' : 'Đăng nhập' }
}

/** Where citizens sign in, with VNeID and nothing else. */
export default async function SignInPage({ searchParams }: Asked) {
  const [{ tiep, loi }, actor, over] = await Promise.all([searchParams, requireActor(), readSessionOver()])
  const path = ownPath(tiep)
  const failure = failureIn(loi)
  const waits = await waitsAt(path)
  return (
    <Main>
      <ErrorSummary errors={{}} message={failure} />
      <h1>Đăng nhập</h1>
      {waits ? (
        <Notice tone="soon">
          <strong>Phiên đăng nhập đã hết nên phần vừa nhập chưa được lưu.</strong> Đăng nhập lại trong {TYPED_AWAY_MINUTES} phút, nội dung
          vừa nhập sẽ hiện lại để gửi tiếp.
        </Notice>
      ) : null}
      {over !== null && failure === null && !waits ? <Notice>{SESSION_OVER[over].citizen}</Notice> : null}
      <SignedInAlready actor={actor} path={path} />
      <p>Dùng tài khoản định danh điện tử VNeID. Trang này không hỏi và không giữ mật khẩu VNeID.</p>
      <div className="cta">
        <form method="post" action="/dang-nhap/vneid">
          {path === null ? null : <input type="hidden" name="tiep" value={path} />}
          <Button>Đăng nhập bằng VNeID</Button>
        </form>
      </div>
      <p className="note">
        VNeID gửi cho xã: họ tên, ngày sinh, số định danh và mức định danh. Nộp hồ sơ cần mức 2. Chưa có tài khoản? Đến quầy Một cửa, cán bộ
        hướng dẫn đăng ký.
      </p>
      <p>
        Chỉ muốn xem hồ sơ đang ở đâu? <a href="/tra-cuu">Tra cứu bằng mã hồ sơ</a>, không cần đăng nhập.
      </p>
      <p className="sign-staff">
        Cán bộ của xã <a href="/dang-nhap/can-bo">đăng nhập ở trang cho cán bộ</a>.
      </p>
    </Main>
  )
}
