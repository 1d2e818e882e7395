import type { Metadata } from 'next'
import { ActionForm } from '@/components/forms/action-form'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { EMPTY_FORM } from '@/lib/platform/form'
import { intakeHref } from '../../../addresses'
import { deleteIntakeAction } from '../../actions'
import { type IntakeAddress, openIntake } from '../open-intake'

export const metadata: Metadata = { title: 'Bỏ hồ sơ đang nhập' }

/** Asks once more before what was typed and scanned is gone. */
export default async function DropIntakePage(address: Pick<IntakeAddress, 'params'>) {
  const { intake } = await openIntake(address)
  const { fullName } = intake.data.person
  return (
    <StaffMain>
      <ActionForm action={deleteIntakeAction} start={EMPTY_FORM}>
        <BackLink href={intakeHref(intake.id)}>Về hồ sơ đang nhập</BackLink>
        <h1>Bỏ hồ sơ đang nhập</h1>
        <p>
          {intake.procedure.shortName}
          {fullName === '' ? '' : `, ${fullName}`}. Chưa có gì được tiếp nhận; nội dung đã nhập và tệp đã quét sẽ bị xóa.
        </p>
        <input type="hidden" name="intake" value={intake.id} />
        <Buttons>
          <SubmitButton look="grave">Bỏ hồ sơ này</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}
