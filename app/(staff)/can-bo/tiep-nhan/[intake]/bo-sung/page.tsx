import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { ERRORS_ID } from '@/components/forms/errors-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { Buttons } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { IntakePage } from '@/lib/counter/queries'
import { findReasons } from '@/lib/dossiers/reason-queries'
import { heldWords } from '@/lib/dossiers/words'
import { EMPTY_FORM } from '@/lib/platform/form'
import { intakeHref } from '../../../addresses'
import { ToAsk } from '../../../ho-so/[code]/[buoc]/ask-for-more'
import { askBox, reasonBox } from '../../../ho-so/[code]/[buoc]/supplement-form'
import { askAtCounterAction } from '../../actions'
import { IntakeHead } from '../head'
import { type IntakeAddress, openIntake } from '../open-intake'

export const metadata: Metadata = { title: 'Yêu cầu bổ sung tại quầy' }

/** The reason of the list for a paper that is not there, as long as the office keeps one. */
const MISSING = 'missing'

/** What the person at the counter has to bring: ticked is what the intake lacks. */
export default async function AskAtCounterPage(address: Pick<IntakeAddress, 'params'>) {
  const { actor, intake } = await openIntake(address)
  if (intake.faults.ask_for_more.length > 0) redirect(`${intakeHref(intake.id)}?loi=thieu-bo-sung#${ERRORS_ID}`)
  const reasons = await shown(await findReasons(actor, { kind: 'SUPPLEMENT' }))
  const hasMissing = reasons.some(({ code }) => code === MISSING)
  const ticked = intake.lacking.flatMap((position) => [[askBox(position), 'yes'], ...(hasMissing ? [[reasonBox(position), MISSING]] : [])])
  return (
    <StaffMain>
      <ActionForm action={askAtCounterAction} start={{ ...EMPTY_FORM, values: Object.fromEntries(ticked) }}>
        <IntakeHead intake={intake} title="Yêu cầu bổ sung" />
        <Notice tone="soon">
          <p>
            <strong>Yêu cầu một lần, đủ mọi giấy tờ.</strong> Hồ sơ được cấp mã và chờ người nộp bổ sung; thời hạn chưa tính. Bản giấy của
            mục phải bổ sung thì trả lại người nộp.
          </p>
        </Notice>
        <ToAsk components={intake.components.map((component) => ({ ...component, without: withoutFile(component) }))} reasons={reasons} />
        <p className="note">Phiếu yêu cầu bổ sung có ngay để in, với tên người hướng dẫn là tài khoản này.</p>
        <Buttons>
          <SubmitButton>Lập phiếu yêu cầu bổ sung</SubmitButton>
        </Buttons>
      </ActionForm>
    </StaffMain>
  )
}

function withoutFile({ belongs, requirement, held }: IntakePage['components'][number]): string {
  const words = heldWords(held)
  if (words !== null) return `Giấy: ${words}`
  if (requirement === 'PRESENTED') return 'Không phải nộp'
  return belongs === false ? 'Không thuộc trường hợp' : 'Chưa nộp'
}
