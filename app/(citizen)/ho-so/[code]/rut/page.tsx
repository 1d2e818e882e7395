import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { openMyDossier } from '@/app/(citizen)/open-my-dossier'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { ActionForm } from '@/components/forms/action-form'
import { FormTextarea } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { askToWithdrawAction, withdrawDossierAction } from '../../actions'

export const metadata: Metadata = { title: 'Rút hồ sơ' }

/** Before receipt she takes it back; after it she asks, and the desk answers. */
const WORDS = {
  withdraw: {
    action: withdrawDossierAction,
    title: 'Rút hồ sơ này?',
    means: 'Hồ sơ đóng lại ngay và không được giải quyết. Không lấy lại được; cần thì nộp hồ sơ mới.',
    button: 'Rút hồ sơ',
  },
  ask: {
    action: askToWithdrawAction,
    title: 'Đề nghị rút hồ sơ này?',
    means:
      'Hồ sơ đã được tiếp nhận nên cán bộ Một cửa trả lời đề nghị này trong 8 giờ làm việc. Thời hạn giải quyết tạm dừng. Trong lúc chờ vẫn có thể cho giải quyết tiếp; đã có quyết định thì không rút được nữa.',
    button: 'Gửi đề nghị rút',
  },
} as const

/** Asks once more before a dossier is taken back. */
export default async function WithdrawPage({ params }: { params: Promise<{ code: string }> }) {
  const { code, version, procedureVersion, mayWithdraw, mayAskToWithdraw } = await openMyDossier((await params).code)
  if (!mayWithdraw && !mayAskToWithdraw) redirect(`/ho-so/${code}`)
  const { action, title, means, button } = WORDS[mayWithdraw ? 'withdraw' : 'ask']
  return (
    <Main>
      <ActionForm action={action} start={EMPTY_FORM}>
        <RequestId id={newId()} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={version} />
        <BackLink href={`/ho-so/${code}`}>Về hồ sơ</BackLink>
        <p className="kicker">
          Hồ sơ <DossierCode code={code} />
        </p>
        <h1>{title}</h1>
        <p>
          <strong>{procedureVersion.name}</strong>
          <br />
          {means}
        </p>
        <FormTextarea name="reason" label="Lý do rút (không bắt buộc)" rows={3} maxLength={2000} />
        <Buttons>
          <SubmitButton look="grave">{button}</SubmitButton>
          <a href={`/ho-so/${code}`}>Giữ hồ sơ</a>
        </Buttons>
      </ActionForm>
    </Main>
  )
}
