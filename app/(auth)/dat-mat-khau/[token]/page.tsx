import type { Metadata } from 'next'
import { NewPasswordFields } from '@/app/new-password-fields'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { Buttons } from '@/components/ui/button'
import { readablePath } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { readPasswordLink } from '@/lib/staff/password-links'
import { momentWords } from '@/lib/text/dates'
import { sentenceOf } from '@/lib/text/refusals'
import { setPasswordAction } from './actions'

// The address is a key for as long as the link works: search engines stay away (the referrer policy keeps it from other sites).
export const metadata: Metadata = { title: 'Đặt mật khẩu', robots: { index: false } }

/** Where a one-time link leads: an officer sets the own password. A link that is over says so and whom to ask. */
export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, actor] = await Promise.all([params, requireActor()])
  const link = await readPasswordLink(actor, { token: readablePath(token) })
  if (!link.ok)
    return (
      <Main>
        <h1>Đường dẫn không dùng được</h1>
        <p>{sentenceOf({ code: link.code === 'busy' ? 'busy' : 'link_over', detail: {} })}</p>
        <p>
          Đã đặt mật khẩu rồi thì <a href="/dang-nhap/can-bo">đăng nhập</a>.
        </p>
      </Main>
    )
  const { fullName, userName, expiresAt } = link.value
  return (
    <Main>
      <ActionForm action={setPasswordAction} start={EMPTY_FORM}>
        <h1>Đặt mật khẩu</h1>
        <p>
          Tài khoản <strong>{userName}</strong> của {fullName}. Đường dẫn dùng được đến {momentWords(expiresAt)}.
        </p>
        <RequestId id={newId()} />
        <input type="hidden" name="token" value={readablePath(token)} />
        <input type="hidden" name="username" autoComplete="username" value={userName} />
        <NewPasswordFields />
        <Buttons>
          <SubmitButton>Đặt mật khẩu</SubmitButton>
        </Buttons>
      </ActionForm>
    </Main>
  )
}
