import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormDate, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { REASON_KIND_WORDS } from '@/lib/dossiers/reason-rules'
import { findReasonWordings } from '@/lib/dossiers/reason-queries'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { reasonHref, REASONS } from '../../addresses'
import { Changes } from '../../changes'
import { dayBoxes } from '../../typed-day'
import { changeReasonAction, endReasonAction } from '../actions'
import { spanWords, STANDING_WORDS, type Wording } from '../words'

export const metadata: Metadata = { title: 'Sửa lý do' }

/** One reason: worded otherwise from a day on, or taken out of use after one. */
export default async function ReasonPage({ params }: { params: Promise<{ ma: string }> }) {
  const { ma: code } = await params
  const actor = await requireStaff(reasonHref(code))
  const { wordings, today } = await findReasonWordings(actor, {}).then(shown)
  const wording = wordings.find((one) => one.code === code && one.isNewest) ?? (await nowhere())
  const changes = await findChanges(actor, { topic: 'REASON', subject: code }).then(shown)
  const first = wording.from > today ? wording.from : today
  return (
    <StaffMain>
      <ActionForm action={changeReasonAction} start={{ ...EMPTY_FORM, values: { text: wording.text, ...dayBoxes('from', today) } }}>
        <BackLink href={REASONS}>Về Danh sách lý do</BackLink>
        <h1>Sửa lý do: {REASON_KIND_WORDS[wording.kind].toLocaleLowerCase('vi')}</h1>
        <p>
          {STANDING_WORDS[wording.standing]}, {spanWords(wording)}.
        </p>
        <Shown wording={wording} />
        <FormText name="text" label="Lý do" hint="Người đọc thấy nguyên văn. Phiếu đã cấp giữ lời cũ." maxLength={200} autoComplete="off" />
        <FormDate name="from" label="Dùng lời này từ ngày" />
        <Buttons>
          <SubmitButton>Lưu lý do</SubmitButton>
        </Buttons>
      </ActionForm>
      {wording.standing === 'over' ? null : (
        <ActionForm action={endReasonAction} start={{ ...EMPTY_FORM, values: dayBoxes('lastDay', first) }}>
          <h2>Thôi dùng</h2>
          <Shown wording={wording} />
          <FormDate name="lastDay" label="Dùng đến hết ngày" />
          <Buttons>
            <SubmitButton look="grave">Thôi dùng lý do này</SubmitButton>
          </Buttons>
        </ActionForm>
      )}
      <Changes topic="REASON" changes={changes} />
    </StaffMain>
  )
}

/** Which wording the form around is about, so that two administrators do not overwrite each other. */
const Shown = ({ wording: { code, from } }: { wording: Wording }) => (
  <>
    <RequestId id={newId()} />
    <input type="hidden" name="code" value={code} />
    <input type="hidden" name="shownFrom" value={from} />
  </>
)
