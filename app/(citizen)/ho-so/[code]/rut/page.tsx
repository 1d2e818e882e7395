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
import { withdrawDossierAction } from '../../actions'

export const metadata: Metadata = { title: 'Rút hồ sơ' }

/** Asks once more before a dossier is taken back: it cannot be undone. */
export default async function WithdrawPage({ params }: { params: Promise<{ code: string }> }) {
  const { code, version, procedureVersion, mayWithdraw } = await openMyDossier((await params).code)
  if (!mayWithdraw) redirect(`/ho-so/${code}`)
  return (
    <Main>
      <ActionForm action={withdrawDossierAction} start={EMPTY_FORM}>
        <RequestId id={newId()} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="version" value={version} />
        <BackLink href={`/ho-so/${code}`}>Về hồ sơ</BackLink>
        <p className="kicker">
          Hồ sơ <DossierCode code={code} />
        </p>
        <h1>Rút hồ sơ này?</h1>
        <p>
          <strong>{procedureVersion.name}</strong>
          <br />
          Hồ sơ đóng lại ngay và không được giải quyết. Không lấy lại được; cần thì nộp hồ sơ mới.
        </p>
        <FormTextarea name="reason" label="Lý do rút (không bắt buộc)" rows={3} maxLength={2000} />
        <Buttons>
          <SubmitButton look="grave">Rút hồ sơ</SubmitButton>
          <a href={`/ho-so/${code}`}>Giữ hồ sơ</a>
        </Buttons>
      </ActionForm>
    </Main>
  )
}
