import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { readVersionDraft, readVersions } from '@/lib/procedures/versions/queries'
import { dropVersionDraftAction } from '../../actions'
import { draftHref, dropHref, versionsHref } from '../../addresses'

export const metadata: Metadata = { title: 'Bỏ bản nháp' }

/** Asks once more before a draft is put away; one that cannot be read can only be put away. */
export default async function DropDraftPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const actor = await requireStaff(dropHref(code))
  const { shortName, draft } = await readVersions(actor, { code }).then(shown)
  const result = await readVersionDraft(actor, { code })
  const seen = !result.ok && result.code === 'draft_unreadable' ? '' : ((await shown(result)).marks.whole ?? '')
  if (draft === null) redirect(versionsHref(code))
  return (
    <StaffMain>
      <ActionForm action={dropVersionDraftAction} start={EMPTY_FORM}>
        <BackLink href={versionsHref(code)}>Về các phiên bản</BackLink>
        <h1>Bỏ bản nháp: {shortName}</h1>
        <p>Mọi phần đã soạn mất hẳn. Phiên bản đang áp dụng không đổi gì.</p>
        <RequestId id={newId()} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="seen" value={seen} />
        <Buttons>
          <SubmitButton look="grave">Bỏ bản nháp</SubmitButton>
          <a href={draft.isReadable ? draftHref(code) : versionsHref(code)}>Giữ lại</a>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}
