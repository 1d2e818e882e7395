import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { ERRORS_ID } from '@/components/forms/errors-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { Buttons } from '@/components/ui/button'
import { findReasons } from '@/lib/dossiers/reason-queries'
import { EMPTY_FORM } from '@/lib/platform/form'
import { intakeHref } from '../../../addresses'
import { Reason } from '../../../ho-so/[code]/[buoc]/reason'
import { REASON_FOR_REFUSAL } from '../../../ho-so/[code]/[buoc]/refuse'
import { refuseAtCounterAction } from '../../actions'
import { IntakeHead } from '../head'
import { type IntakeAddress, openIntake } from '../open-intake'

export const metadata: Metadata = { title: 'Từ chối tiếp nhận tại quầy' }

/** Why nothing is taken in from the person at the counter. */
export default async function RefuseAtCounterPage(address: Pick<IntakeAddress, 'params'>) {
  const { actor, intake } = await openIntake(address)
  if (intake.faults.refuse.length > 0) redirect(`${intakeHref(intake.id)}?loi=thieu-tu-choi#${ERRORS_ID}`)
  const reasons = await shown(await findReasons(actor, { kind: 'REFUSAL' }))
  return (
    <StaffMain>
      <ActionForm action={refuseAtCounterAction} start={EMPTY_FORM}>
        <IntakeHead intake={intake} title="Từ chối tiếp nhận" />
        <p>
          Trả lại mọi giấy tờ cho người nộp. Hồ sơ được ghi mã và đóng lại ngay, không thu phí. Nếu chỉ thiếu hoặc sai giấy tờ, chọn Yêu cầu
          bổ sung thay vì từ chối.
        </p>
        <Reason {...REASON_FOR_REFUSAL} reasons={reasons} />
        <Buttons>
          <SubmitButton look="grave">Lập phiếu từ chối</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}
