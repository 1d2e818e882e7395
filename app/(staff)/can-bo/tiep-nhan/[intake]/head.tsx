import { ForgetTyped } from '@/components/forms/forget-typed'
import { RequestId } from '@/components/forms/request-id'
import { BackLink } from '@/components/ui/breadcrumbs'
import type { IntakePage } from '@/lib/counter/queries'
import { newId } from '@/lib/platform/clock'
import { intakeHref } from '../../addresses'

/** Which intake a slip is about, and what the server needs to know of the page. */
export function IntakeHead({ intake: { id, data, procedure }, title }: { intake: IntakePage; title: string }) {
  return (
    <>
      <RequestId id={newId()} />
      <ForgetTyped unsent />
      <input type="hidden" name="intake" value={id} />
      <BackLink href={intakeHref(id)}>Về hồ sơ đang nhập</BackLink>
      <h1>{title}</h1>
      <p className="step-about">
        {data.person.fullName}, {procedure.name}
      </p>
    </>
  )
}
