import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { ForgetTyped } from '@/components/forms/forget-typed'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import type { IntakePage } from '@/lib/counter/queries'
import { EMPTY_FORM } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'
import { COUNTER, intakeHref } from '../../../addresses'
import { deleteIntakeAction } from '../../actions'
import { type IntakeAddress, openIntakeToDrop } from '../open-intake'

export const metadata: Metadata = { title: 'Bỏ hồ sơ đang nhập' }

/** Asks once more before what was typed and scanned is gone. */
export default async function DropIntakePage(address: Pick<IntakeAddress, 'params'>) {
  const intake = await openIntakeToDrop(address)
  return (
    <StaffMain>
      <ActionForm action={deleteIntakeAction} start={EMPTY_FORM}>
        {intake ? <Asked intake={intake} /> : <Unreadable />}
        <ForgetTyped unsent />
        <input type="hidden" name="intake" value={(await address.params).intake} />
        <Buttons>
          <SubmitButton look="grave">Bỏ hồ sơ này</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}

function Asked({ intake: { id, procedure, data } }: { intake: IntakePage }) {
  const { fullName } = data.person
  return (
    <>
      <BackLink href={intakeHref(id)}>Về hồ sơ đang nhập</BackLink>
      <h1>Bỏ hồ sơ đang nhập</h1>
      <p>
        {procedure.shortName}
        {fullName === '' ? '' : `, ${fullName}`}. Chưa có gì được tiếp nhận; nội dung đã nhập và tệp đã quét sẽ bị xóa.
      </p>
    </>
  )
}

function Unreadable() {
  return (
    <>
      <BackLink href={COUNTER}>Chọn thủ tục khác</BackLink>
      <h1>Hồ sơ đang nhập không mở được nữa</h1>
      <p>{sentenceOf({ code: 'draft_unreadable', detail: {} })}</p>
    </>
  )
}
