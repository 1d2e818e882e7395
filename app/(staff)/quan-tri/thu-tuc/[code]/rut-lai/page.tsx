import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import { requireStaff } from '@/lib/identity/session'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { readVersions } from '@/lib/procedures/versions/queries'
import { dateWords } from '@/lib/text/dates'
import { sentenceOf } from '@/lib/text/refusals'
import { withdrawVersionAction } from '../../actions'
import { versionsHref, withdrawHref } from '../../addresses'

export const metadata: Metadata = { title: 'Rút phiên bản' }

/** Takes back a version that has not begun; its content becomes the draft again. */
export default async function WithdrawPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const { shortName, withdrawable, draft, isKeeper, keeper } = await readVersions(await requireStaff(withdrawHref(code)), { code }).then(
    shown,
  )
  const back = <BackLink href={versionsHref(code)}>Về các phiên bản</BackLink>
  const why = !isKeeper
    ? `Phiên bản do quản trị ${keeper.name} công bố và rút.`
    : withdrawable === null
      ? 'Không có phiên bản nào chưa bắt đầu để rút.'
      : draft
        ? sentenceOf({ code: 'version_drafted', detail: {} })
        : null
  if (withdrawable === null || why !== null)
    return (
      <StaffMain>
        {back}
        <h1>Rút phiên bản: {shortName}</h1>
        <EmptyState title={why ?? ''} />
      </StaffMain>
    )
  return (
    <StaffMain>
      <ActionForm action={withdrawVersionAction} start={EMPTY_FORM}>
        {back}
        <h1>
          Rút phiên bản từ {dateWords(withdrawable.validFrom)}: {shortName}
        </h1>
        <p>Phiên bản này chưa bắt đầu nên chưa hồ sơ nào theo nó. Phiên bản trước tiếp tục áp dụng; nội dung rút về thành bản nháp.</p>
        <RequestId id={newId()} />
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="versionId" value={withdrawable.id} />
        <Buttons>
          <SubmitButton look="grave">Rút phiên bản</SubmitButton>
          <a href={versionsHref(code)}>Không rút</a>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}
