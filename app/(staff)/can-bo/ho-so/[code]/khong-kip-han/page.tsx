import type { Metadata } from 'next'
import { readRefusal } from '@/app/refused-request'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FormDate } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { findReasons } from '@/lib/dossiers/reason-queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { momentWords } from '@/lib/text/dates'
import { dossierHref, listFields } from '../../../addresses'
import { draftApologyAction } from '../../actions'
import { draftedWords } from '../deadline'
import { type DossierAddress, openDossier, titleOf } from '../open-dossier'
import { AboutDossier } from '../y-kien/about'
import { extensionBefore } from '../[buoc]/extension-form'
import { Reason } from '../[buoc]/reason'

export const generateMetadata = (address: DossierAddress): Promise<Metadata> => titleOf(address, 'Báo không kịp hạn')

/** Why the dossier will not make its date, and the new day that the leader is asked to give. */
export default async function DraftApologyPage(address: DossierAddress) {
  const { dossier, list, actor } = await openDossier(address)
  const { code, version, applicant, procedure, appointmentAt, extension, mayDraftApology } = dossier
  const back = <BackLink href={dossierHref(code, list)}>Về hồ sơ</BackLink>
  if (!mayDraftApology)
    return (
      <StaffMain>
        <ErrorSummary errors={{}} message={await readRefusal()} />
        {back}
        <h1>Báo không kịp hạn</h1>
        <EmptyState title={whyNot(dossier)}>
          <p>
            <a href={dossierHref(code, list)}>Xem hồ sơ {code}</a>
          </p>
        </EmptyState>
      </StaffMain>
    )
  return (
    <StaffMain>
      <ActionForm action={draftApologyAction} start={{ ...EMPTY_FORM, values: valuesBefore(extension) }}>
        <RequestId id={newId()} />
        {[['code', code], ['version', String(version)], ...listFields(list)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {back}
        <h1>Báo không kịp hạn</h1>
        <AboutDossier code={code} person={applicant?.fullName ?? null} procedure={procedure.name} />
        <p>
          Phiếu xin lỗi và đề nghị gia hạn được soạn để lãnh đạo ký. Hồ sơ vẫn ở chỗ cũ và thời hạn vẫn chạy; người nộp chưa được báo cho
          đến khi lãnh đạo ký.{appointmentAt ? ` Đã hẹn trả ${momentWords(appointmentAt)}.` : ''}
        </p>
        {extension === null ? null : <p className="note">{draftedWords(extension)}. Gửi lần này thì thay bản đó.</p>}
        <Reason
          label="Lý do chậm"
          hint="Nói thật và dễ hiểu. Lãnh đạo sửa được; người nộp đọc trên Phiếu xin lỗi."
          reasons={await shown(await findReasons(actor, { kind: 'EXTENSION' }))}
        />
        <FormDate
          name="newDay"
          label="Ngày hẹn trả mới đề nghị"
          hint="Một ngày làm việc sau ngày đã hẹn, đủ để làm xong: chỉ được hẹn lại một lần."
        />
        <Buttons>
          <SubmitButton>Gửi lãnh đạo</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}

/** What somebody said before stands in the boxes; the watchdog knows no reason. */
const valuesBefore = (extension: StaffDossier['extension']): Record<string, string> => ({
  ...extensionBefore(extension),
  ...(extension?.by === null ? { reason: '' } : {}),
})

const whyNot = ({ extendedAt }: StaffDossier): string =>
  extendedAt === null
    ? 'Chỉ báo được khi thời hạn đang chạy, bởi người đang giữ hồ sơ, hoặc lãnh đạo phòng khi chưa ai nhận.'
    : 'Hồ sơ này đã được xin lỗi và hẹn lại; chỉ được hẹn lại một lần.'
