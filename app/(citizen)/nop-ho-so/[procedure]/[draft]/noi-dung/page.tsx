import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { Main } from '@/components/layout/citizen-page'
import { saveContentAction } from '../../../actions'
import { DraftForm, StepEnd, StepHead } from '../../../step-head'
import { type DraftAddress, openDraft } from '../open-draft'
import { EForm } from './e-form'

export const metadata: Metadata = { title: 'Nội dung yêu cầu' }

export default async function ContentPage(address: DraftAddress) {
  const { place, procedure, form, typed } = await openDraft(address)
  return (
    <Main>
      <ActionForm action={saveContentAction} start={{ values: typed, errors: {}, message: null }}>
        <StepHead place={place} path="noi-dung" procedure={procedure.shortName} />
        <DraftForm place={place} />
        <EForm definition={form} />
        <StepEnd />
      </ActionForm>
    </Main>
  )
}
