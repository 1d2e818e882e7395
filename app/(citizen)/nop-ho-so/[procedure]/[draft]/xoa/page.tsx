import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { Main } from '@/components/layout/citizen-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { EMPTY_FORM } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'
import { deleteDraftAction } from '../../../actions'
import { draftHref } from '../../../steps'
import { type DraftAddress, openDraftToDelete, type OpenDraft } from '../open-draft'

export const metadata: Metadata = { title: 'Xóa bản nháp' }

export default async function DeleteDraftPage(address: DraftAddress) {
  const draft = await openDraftToDelete(address)
  const place = await address.params
  return (
    <Main>
      <ActionForm action={deleteDraftAction} start={EMPTY_FORM}>
        {draft ? <Asked draft={draft} /> : <Unreadable />}
        <input type="hidden" name="procedure" value={place.procedure} />
        <input type="hidden" name="draft" value={place.draft} />
        <Buttons>
          <Button look="grave">Xóa bản nháp</Button>
          {draft ? <a href={draftHref(draft.place)}>Giữ lại</a> : null}
        </Buttons>
      </ActionForm>
    </Main>
  )
}

function Asked({ draft: { place, procedure, files } }: { draft: OpenDraft }) {
  return (
    <>
      <BackLink href={draftHref(place)}>Quay lại bản nháp</BackLink>
      <h1>Xóa bản nháp này?</h1>
      <p>
        <strong>{procedure.name}</strong>
        <br />
        Nội dung đã khai{files.length > 0 ? ` và ${files.length} tệp đã tải lên` : ''} sẽ bị xóa và không lấy lại được.
      </p>
    </>
  )
}

function Unreadable() {
  return (
    <>
      <BackLink href="/ho-so">Về Hồ sơ của tôi</BackLink>
      <h1>Bản nháp này không mở được nữa</h1>
      <p>{sentenceOf({ code: 'draft_unreadable', detail: {} })} Hồ sơ đã gửi và thông tin tài khoản vẫn còn nguyên.</p>
    </>
  )
}
