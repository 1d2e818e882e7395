import { ActionForm } from '@/components/forms/action-form'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { keepGoingAction } from '../actions'

/** She asked to withdraw and may still think better of it: one press, nothing is lost. */
export function KeepGoing({ code, version }: { code: string; version: number }) {
  return (
    <ActionForm action={keepGoingAction} start={EMPTY_FORM}>
      <RequestId id={newId()} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="version" value={version} />
      <p>Cán bộ Một cửa trả lời trong 8 giờ làm việc. Đổi ý thì hồ sơ được giải quyết tiếp từ chỗ đã dừng.</p>
      <Buttons>
        <SubmitButton look="plain">Không rút nữa, giải quyết tiếp</SubmitButton>
      </Buttons>
    </ActionForm>
  )
}
