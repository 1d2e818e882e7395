import { FormRadios, FormTextarea } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/notice'
import type { PassOnStep } from '@/lib/dossiers/move-rules'

const WORDS: Record<PassOnStep, { means: string; who: string; reason: string; button: string; nobody: string }> = {
  assign: {
    means: 'Người được giao giữ hồ sơ từ lúc này. Thời hạn vẫn chạy.',
    who: 'Giao cho',
    reason: 'Ý kiến chỉ đạo (không bắt buộc)',
    button: 'Giao việc',
    nobody: 'Phòng không có ai khác giải quyết được hồ sơ.',
  },
  pass_on: {
    means: 'Người nhận giữ hồ sơ từ lúc này. Thời hạn vẫn chạy.',
    who: 'Chuyển cho',
    reason: 'Lý do chuyển',
    button: 'Chuyển hồ sơ',
    nobody: 'Phòng không có ai khác giải quyết được hồ sơ.',
  },
  pass_to_department: {
    means: 'Phòng nhận giữ hồ sơ cho đến khi có người của phòng nhận xử lý. Thời hạn vẫn chạy; phòng này không còn thấy hồ sơ.',
    who: 'Chuyển đến',
    reason: 'Lý do chuyển',
    button: 'Chuyển hồ sơ',
    nobody: 'Không có phòng nào khác giải quyết được hồ sơ này.',
  },
}

type Named = { to: string; name: string; holds: number | null }

/** Who is to hold the dossier, and why. */
export function PassOn({ step, receivers }: { step: PassOnStep; receivers: readonly Named[] }) {
  const { means, who, reason, button, nobody } = WORDS[step]
  if (receivers.length === 0) return <EmptyState title={nobody} />
  return (
    <>
      <p>{means}</p>
      <FormRadios
        name="to"
        label={who}
        choices={receivers.map(({ to, name, holds }) => ({
          value: to,
          label: name,
          ...(holds === null ? {} : { hint: `đang giữ ${holds} hồ sơ` }),
        }))}
      />
      <FormTextarea name="reason" label={reason} hint="Người nhận đọc được trong Quá trình." maxLength={2000} />
      <Buttons>
        <SubmitButton>{button}</SubmitButton>
      </Buttons>
    </>
  )
}
