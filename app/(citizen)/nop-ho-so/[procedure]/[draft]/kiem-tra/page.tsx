import type { Metadata } from 'next'
import { titleWith } from '@/app/refused-request'
import { ActionForm } from '@/components/forms/action-form'
import { FormCheckbox } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Main } from '@/components/layout/citizen-page'
import { Buttons } from '@/components/ui/button'
import { DECLARE } from '@/lib/dossiers/draft-schema'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM, type FormState } from '@/lib/platform/form'
import { currentSite } from '@/lib/places/site'
import { sentenceOf } from '@/lib/text/refusals'
import { fileDossierAction } from '../../../actions'
import { StepHead } from '../../../step-head'
import { type DraftAddress, openDraft, type OpenDraft } from '../open-draft'
import { CheckApplicant, CheckContent, CheckPapers, CheckReturn } from './answers'

type Address = DraftAddress & { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What kept the last sending from going out, as far as it still does. */
function refusalOf(loi: unknown, { missing }: OpenDraft): FormState {
  const first = new Map([...missing].reverse().map(({ part, sentence }) => [part, sentence]))
  if (loi === 'draft_incomplete' && missing.length > 0)
    return { values: {}, errors: Object.fromEntries(first), message: sentenceOf({ code: 'draft_incomplete', detail: {} }) }
  if (loi === 'draft_changed') return { values: {}, errors: {}, message: sentenceOf({ code: loi, detail: {} }) }
  if (loi === 'invalid_input') return { values: {}, errors: { declared: DECLARE }, message: null }
  return EMPTY_FORM
}

export async function generateMetadata(address: Address): Promise<Metadata> {
  const { errors, message } = refusalOf((await address.searchParams).loi, await openDraft(address, 'kiem-tra'))
  return { title: await titleWith('Kiểm tra trước khi gửi', message !== null || Object.keys(errors).length > 0) }
}

export default async function CheckPage(address: Address) {
  const draft = await openDraft(address, 'kiem-tra')
  const { place, procedure, marks } = draft
  const { loi } = await address.searchParams
  const site = await currentSite()
  const requestId = newId()
  return (
    <Main>
      {/* The key makes the form anew with each page, so that it starts with what this page has to say. */}
      <ActionForm key={requestId} action={fileDossierAction} start={refusalOf(loi, draft)}>
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
        <RequestId id={requestId} />
        <input type="hidden" name="procedure" value={place.procedure} />
        <input type="hidden" name="draft" value={place.draft} />
        <input type="hidden" name="seen" value={marks.whole} />
        <Buttons>
          <SubmitButton>Gửi hồ sơ</SubmitButton>
          <a href="/ho-so">Lưu lại, gửi sau</a>
        </Buttons>
        <p className="note">Bấm một lần là đủ. Nếu mạng chậm và Ông/Bà bấm lại, hệ thống vẫn chỉ tạo một hồ sơ.</p>
      </ActionForm>
    </Main>
  )
}
