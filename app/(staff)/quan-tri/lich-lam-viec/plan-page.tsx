import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { ErrorSummary } from '@/components/forms/error-summary'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Button, Buttons } from '@/components/ui/button'
import { previewCalendar } from '@/lib/dossiers/calendar-queries'
import type { StaffActor } from '@/lib/access/policy'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { sentenceOf } from '@/lib/text/refusals'
import { CALENDAR } from '../addresses'
import { changeCalendarAction } from './actions'
import { Effects } from './effects'
import { errorsAt } from './plan-in'

type PlanPageProps = {
  actor: StaffActor
  title: string
  action: string
  /** Which of the two forms it is, as the action is told. */
  kind: 'ngay' | 'gio'
  fields: Readonly<Record<string, string>>
  plan: unknown
  children: (errors: Readonly<Record<string, string>>) => ReactNode
}

/** Two steps on one page: what is thought of, then what it would do and the button. Looking changes nothing and has an address. */
export async function PlanPage({ actor, title, action, kind, fields, plan, children }: PlanPageProps) {
  const asked = fields.xem === '1' ? await previewCalendar(actor, plan) : null
  const errors = asked && !asked.ok ? errorsAt(asked.fields) : {}
  const message = asked && !asked.ok && Object.keys(errors).length === 0 ? sentenceOf(asked) : null
  return (
    <StaffMain>
      <BackLink href={CALENDAR}>Về Lịch làm việc</BackLink>
      <ErrorSummary errors={errors} message={message} />
      <h1>{title}</h1>
      <form className="stack" action={action} method="get">
        <input type="hidden" name="xem" value="1" />
        {children(errors)}
        <Buttons>
          <Button look={asked?.ok ? 'plain' : 'primary'}>Xem trước hạn nào đổi</Button>
        </Buttons>
      </form>
      {asked?.ok ? (
        <ActionForm action={changeCalendarAction} start={EMPTY_FORM}>
          <Effects preview={asked.value} />
          <RequestId id={newId()} />
          <input type="hidden" name="la" value={kind} />
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Buttons>
            <SubmitButton>Sửa lịch</SubmitButton>
            <a href={CALENDAR}>Không sửa</a>
          </Buttons>
        </ActionForm>
      ) : null}
    </StaffMain>
  )
}
