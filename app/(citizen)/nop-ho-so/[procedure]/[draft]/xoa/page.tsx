import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { Main } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { EMPTY_FORM } from '@/lib/platform/form'
import { deleteDraftAction } from '../../../actions'
import { draftHref } from '../../../steps'
import { type DraftAddress, openDraft } from '../open-draft'

export const metadata: Metadata = { title: 'Xóa bản nháp' }

export default async function DeleteDraftPage(address: DraftAddress) {
  const { place, procedure, files } = await openDraft(address, 'overview')
  return (
    <Main>
      <ActionForm action={deleteDraftAction} start={EMPTY_FORM}>
        <BackLink href={draftHref(place)}>Quay lại bản nháp</BackLink>
        <h1>Xóa bản nháp này?</h1>
        <p>
          <strong>{procedure.name}</strong>
          <br />
          Nội dung đã khai{files.length > 0 ? ` và ${files.length} tệp đã tải lên` : ''} sẽ bị xóa và không lấy lại được.
        </p>
        <input type="hidden" name="procedure" value={place.procedure} />
        <input type="hidden" name="draft" value={place.draft} />
        <Buttons>
          <Button look="grave">Xóa bản nháp</Button>
          <a href={draftHref(place)}>Giữ lại</a>
        </Buttons>
      </ActionForm>
    </Main>
  )
}
