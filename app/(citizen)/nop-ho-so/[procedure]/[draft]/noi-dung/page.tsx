import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { EForm } from '@/components/forms/e-form'
import { Main } from '@/components/layout/citizen-page'
import { saveContentAction } from '../../../actions'
import { DraftForm, StepEnd, StepHead } from '../../../step-head'
import { TypedBefore, typedBefore } from '../../../typed-away'
import { type DraftAddress, openDraft } from '../open-draft'

export const metadata: Metadata = { title: 'Nội dung yêu cầu' }

export default async function ContentPage(address: DraftAddress) {
  const draft = await openDraft(address, 'noi-dung')
  const { place, procedure, form, typed } = draft
  const before = await typedBefore(draft, 'content')
  return (
    <Main>
      <ActionForm action={saveContentAction} start={{ values: before ?? typed, errors: {}, message: null }}>
        <StepHead place={place} path="noi-dung" procedure={procedure.shortName} question="Ông/Bà cần giải quyết việc gì?" />
        <DraftForm place={place} seen={draft.marks.content} />
        {before === null ? null : <TypedBefore />}
        <EForm definition={form} />
        <StepEnd />
      </ActionForm>
    </Main>
  )
}
