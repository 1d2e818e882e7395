import type { Metadata } from 'next'
import { readRefusal } from '@/app/refused-request'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { ErrorSummary } from '@/components/forms/error-summary'
import { FormCheckboxes, FormText, FormTextarea } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { findOpinionGivers, type OpinionGiver } from '@/lib/dossiers/consultation-queries'
import { askedAt } from '@/lib/dossiers/way-rules'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { momentWords } from '@/lib/text/dates'
import { dossierHref, listFields } from '../../../addresses'
import { askOpinionAction } from '../../actions'
import { type DossierAddress, openDossier, titleOf } from '../open-dossier'
import { AboutDossier } from './about'

export const generateMetadata = (address: DossierAddress): Promise<Metadata> => titleOf(address, 'Hỏi ý kiến')

/** Whom to ask for an opinion on the dossier, what, and by when. */
export default async function AskOpinionPage(address: DossierAddress) {
  const { dossier, list, actor } = await openDossier(address)
  const { code, applicant, procedure, dueAt, mayAskOpinion } = dossier
  const back = <BackLink href={dossierHref(code, list)}>Về hồ sơ</BackLink>
  const about = <AboutDossier code={code} person={applicant?.fullName ?? null} procedure={procedure.name} />
  if (!mayAskOpinion)
    return (
      <StaffMain>
        <ErrorSummary errors={{}} message={await readRefusal()} />
        {back}
        <h1>Hỏi ý kiến</h1>
        <EmptyState title="Chỉ người đang giải quyết hoặc đang ký duyệt hồ sơ hỏi ý kiến được.">
          <p>
            <a href={dossierHref(code, list)}>Xem hồ sơ {code}</a>
          </p>
        </EmptyState>
      </StaffMain>
    )
  const givers = await shown(await findOpinionGivers(actor, { code }))
  const waiting = givers.filter(({ isAsked }) => isAsked)
  return (
    <StaffMain>
      <ActionForm action={askOpinionAction} start={{ ...EMPTY_FORM, values: { days: String(askedAt('CONSULT', dossier.way)?.days ?? 2) } }}>
        <RequestId id={newId()} />
        {[['code', code], ...listFields(list)].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {back}
        <h1>Hỏi ý kiến</h1>
        {about}
        <p>
          Hồ sơ vẫn ở chỗ cũ và thời hạn vẫn chạy. Người được hỏi mở xem được hồ sơ cho đến khi hồ sơ đóng lại; ý kiến ghi ở mục Ý kiến.
        </p>
        <FormTextarea name="question" label="Điều cần hỏi" hint="Người được hỏi đọc nguyên văn." maxLength={2000} />
        <FormText
          name="days"
          label="Trả lời trong mấy ngày làm việc"
          hint={`Từ 1 đến 10, tính từ ngày mai${dueAt === null ? '' : `; không quá hạn của hồ sơ, ${momentWords(dueAt)}`}.`}
          inputMode="numeric"
          width="four"
        />
        <FormCheckboxes name="of" label="Hỏi ai" hint="Chọn được nhiều người; ai cũng nhận cùng câu hỏi." choices={choicesOf(givers)} />
        {waiting.length === 0 ? null : (
          <p className="note">Đã hỏi và chưa trả lời: {waiting.map(({ fullName }) => fullName).join(', ')}.</p>
        )}
        <Buttons>
          <SubmitButton>Gửi câu hỏi</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}

const choicesOf = (givers: readonly OpinionGiver[]) =>
  givers
    .filter(({ isAsked }) => !isAsked)
    .map(({ id, fullName, position, department }) => ({ value: id, label: fullName, hint: `${position}, ${department}` }))
