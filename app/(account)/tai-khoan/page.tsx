import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NewPasswordFields } from '@/app/new-password-fields'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { StaffMain } from '@/components/layout/staff-page'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findMySessions } from '@/lib/identity/queries'
import { signInAddress } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { ROLE_WORDS } from '@/lib/staff/words'
import { joinWords } from '@/lib/text/dates'
import { changePasswordAction } from './actions'
import { MyContact } from './my-contact'
import { Sessions } from './sessions'

export const metadata: Metadata = { title: 'Tài khoản' }

const DONE: Readonly<Record<string, string>> = {
  'mat-khau': 'Đã đổi mật khẩu. Mọi phiên đăng nhập khác đã kết thúc.',
  'lien-he': 'Đã lưu liên hệ.',
  phien: 'Đã kết thúc phiên đăng nhập.',
}

/** The own account: where it is signed in, and for staff the password. */
export default async function AccountPage({ searchParams }: { searchParams: Promise<{ xong?: string | string[] }> }) {
  const [{ xong }, actor] = await Promise.all([searchParams, requireActor()])
  if (actor.kind !== 'staff' && actor.kind !== 'citizen') redirect(signInAddress('citizen', '/tai-khoan'))
  const { sessions, now } = await findMySessions(actor, {}).then(shown)
  const isStaff = actor.kind === 'staff'
  const Frame = isStaff ? StaffMain : Main
  const done = typeof xong === 'string' ? DONE[xong] : undefined
  return (
    <Frame>
      {done ? <Notice live>{done}</Notice> : null}
      <h1>Tài khoản của {actor.fullName}</h1>
      <p>
        {isStaff
          ? `${actor.position}. Vai trò: ${joinWords(actor.roles.map((role) => ROLE_WORDS[role]))}.`
          : 'Đăng nhập bằng VNeID. Mật khẩu do VNeID giữ, đổi trong ứng dụng VNeID.'}
      </p>
      {isStaff ? null : <MyContact actor={actor} />}
      <Sessions sessions={sessions} now={now} />
      {isStaff ? <ChangePassword /> : null}
    </Frame>
  )
}

function ChangePassword() {
  return (
    <ActionForm action={changePasswordAction} start={EMPTY_FORM}>
      <h2>Đổi mật khẩu</h2>
      <p>Đổi xong thì các phiên đăng nhập khác kết thúc, phiên này vẫn giữ.</p>
      <RequestId id={newId()} />
      <FormText name="old" label="Mật khẩu đang dùng" type="password" width="half" autoComplete="current-password" />
      <NewPasswordFields />
      <Buttons>
        <SubmitButton>Đổi mật khẩu</SubmitButton>
      </Buttons>
    </ActionForm>
  )
}
