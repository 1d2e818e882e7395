import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormTextarea } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { readQuestion } from '@/lib/dossiers/consultation-queries'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { momentWords } from '@/lib/text/dates'
import { dossierHref, listFields, listIn, questionHref } from '../../../../addresses'
import { giveOpinionAction, takeBackQuestionAction } from '../../../actions'
import { type DossierAddress, titleOf } from '../../open-dossier'
import { AboutDossier } from '../about'

type QuestionAddress = Omit<DossierAddress, 'params'> & { params: Promise<{ code: string; hoi: string }> }

export const generateMetadata = (address: QuestionAddress): Promise<Metadata> => titleOf(address, 'Ý kiến')

/** One question: who is asked answers it, who has asked can take it back, and whoever comes too late reads why. */
export default async function QuestionPage({ params, searchParams }: QuestionAddress) {
  const { code, hoi } = await params
  const list = listIn(await searchParams)
  const actor = await requireStaff(questionHref(code, hoi, list))
  const question = await shown(await readQuestion(actor, { code, id: hoi }))
  const { id, person, procedure, by, of, dueAt, standing, mayAnswer, mayTakeBack } = question
  const title = mayAnswer ? 'Cho ý kiến' : mayTakeBack ? 'Rút câu hỏi' : 'Ý kiến'
  const head = (
    <>
      {standing === 'taken_back' ? null : <BackLink href={dossierHref(code, list)}>{mayAnswer ? 'Xem cả hồ sơ' : 'Về hồ sơ'}</BackLink>}
      <h1>{title}</h1>
      <AboutDossier code={question.code} person={person} procedure={procedure} />
    </>
  )
  const asked = (
    <p>
      {by} hỏi{mayAnswer ? '' : ` ${of}`}, trả lời trước {momentWords(dueAt)}
      {standing === 'late' ? <strong className="late"> (đã quá hạn)</strong> : null}: “{question.question}”
    </p>
  )
  const hidden = (
    <>
      <RequestId id={newId()} />
      {[['code', question.code], ['id', id], ...listFields(list)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
  if (mayAnswer)
    return (
      <StaffMain>
        <ActionForm action={giveOpinionAction} start={EMPTY_FORM}>
          {hidden}
          {head}
          {asked}
          <FormTextarea
            name="answer"
            label="Ý kiến"
            hint="Ghi trong hồ sơ kèm tên người trả lời; gửi rồi thì không sửa được."
            maxLength={2000}
          />
          <Buttons>
            <SubmitButton>Gửi ý kiến</SubmitButton>
          </Buttons>
        </ActionForm>
      </StaffMain>
    )
  if (mayTakeBack)
    return (
      <StaffMain>
        <ActionForm action={takeBackQuestionAction} start={EMPTY_FORM}>
          {hidden}
          {head}
          {asked}
          <p>
            Rút rồi thì {of} không phải trả lời và không mở xem được hồ sơ này vì câu hỏi nữa. Sau đó hỏi lại được, hoặc hỏi người khác.
          </p>
          <Buttons>
            <SubmitButton>Rút câu hỏi</SubmitButton>
          </Buttons>
        </ActionForm>
      </StaffMain>
    )
  return (
    <StaffMain>
      {head}
      <EmptyState title={OVER[standing] ?? `Câu hỏi này chờ ${of} trả lời.`}>
        {standing === 'answered' ? (
          <p>
            {question.answeredFor ?? of}: “{question.answer}”
          </p>
        ) : null}
      </EmptyState>
    </StaffMain>
  )
}

const OVER: Partial<Record<string, string>> = {
  answered: 'Câu hỏi này đã có ý kiến.',
  taken_back: 'Câu hỏi này đã được rút lại, không cần trả lời nữa.',
}
