import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { ButtonLink, Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { findMyDraft } from '@/lib/dossiers/draft-queries'
import { signInAddress } from '@/lib/identity/rules'
import { requireActor } from '@/lib/identity/session'
import { EMPTY_FORM } from '@/lib/platform/form'
import { momentWords } from '@/lib/text/dates'
import { sentenceOf } from '@/lib/text/refusals'
import { startDraftAction } from '../actions'
import { deleteHref, startHref } from '../steps'

/** The way in: signing in where that is still to be done, the one draft where there is one, and why not where it is not possible. */
export async function Start({ code }: { code: string }) {
  const result = await findMyDraft(await requireActor(), { procedure: code })
  if (!result.ok && result.code === 'sign_in_needed') return <SignInFirst code={code} />
  if (!result.ok && result.code === 'identity_level_too_low')
    return (
      <Notice tone="soon">
        <p>
          <strong>Tài khoản của Ông/Bà đang ở mức 1.</strong> {sentenceOf(result)}
        </p>
      </Notice>
    )
  if (!result.ok && result.code === 'not_allowed')
    return (
      <Notice tone="soon">
        <p>Đang đăng nhập bằng tài khoản cán bộ. Muốn nộp hồ sơ của mình thì thoát ra, rồi đăng nhập bằng VNeID.</p>
      </Notice>
    )
  const draft = await shown(result)
  return (
    <>
      {draft === null ? null : (
        <Notice>
          <p>
            Ông/Bà có một bản nháp của thủ tục này, lưu lúc <time dateTime={draft.savedAt.toISOString()}>{momentWords(draft.savedAt)}</time>
            .
          </p>
        </Notice>
      )}
      <ActionForm action={startDraftAction} start={EMPTY_FORM}>
        <input type="hidden" name="procedure" value={code} />
        <Buttons>
          <SubmitButton>{draft === null ? 'Bắt đầu nộp hồ sơ' : 'Làm tiếp bản nháp'}</SubmitButton>
          {draft === null ? null : <a href={deleteHref({ procedure: code, draft: draft.id })}>Xóa bản nháp</a>}
        </Buttons>
      </ActionForm>
    </>
  )
}

function SignInFirst({ code }: { code: string }) {
  return (
    <>
      <p>Cần đăng nhập bằng VNeID mức 2, để họ tên và số định danh được điền sẵn.</p>
      <Buttons>
        <ButtonLink href={signInAddress('citizen', startHref(code))}>Đăng nhập để nộp hồ sơ</ButtonLink>
      </Buttons>
    </>
  )
}
