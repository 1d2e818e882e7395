import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { Buttons } from '@/components/ui/button'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { currentSite } from '@/lib/places/site'
import { fileDossierAction } from '../../../actions'
import { StepHead } from '../../../step-head'
import { type DraftAddress, openDraft } from '../open-draft'
import { CheckApplicant, CheckContent, CheckPapers, CheckReturn } from './answers'

export const metadata: Metadata = { title: 'Kiểm tra trước khi gửi' }

export default async function CheckPage(address: DraftAddress) {
  const draft = await openDraft(address)
  const { place, procedure } = draft
  const site = await currentSite()
  return (
    <Main>
      <ActionForm action={fileDossierAction} start={EMPTY_FORM}>
        <StepHead place={place} path="kiem-tra" procedure={procedure.shortName} />
        <CheckApplicant draft={draft} />
        <CheckContent draft={draft} />
        <CheckPapers draft={draft} />
        <CheckReturn draft={draft} counter={`Tại quầy Một cửa ${site.name}`} />

        <h2>Cam đoan</h2>
        <FormCheckbox
          name="declared"
          label="Tôi cam đoan nội dung khai là đúng sự thật và chịu trách nhiệm trước pháp luật về nội dung khai."
        />
        <RequestId id={newId()} />
        <input type="hidden" name="procedure" value={place.procedure} />
        <input type="hidden" name="draft" value={place.draft} />
        <Buttons>
          <SubmitButton>Gửi hồ sơ</SubmitButton>
          <a href="/ho-so">Lưu lại, gửi sau</a>
        </Buttons>
        <p className="note">Bấm một lần là đủ. Nếu mạng chậm và Ông/Bà bấm lại, hệ thống vẫn chỉ tạo một hồ sơ.</p>
      </ActionForm>
    </Main>
  )
}
