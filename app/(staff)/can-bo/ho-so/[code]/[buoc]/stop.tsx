import { FormTick } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { formatVnd } from '@/lib/platform/money'
import { shortMoment } from '@/lib/text/dates'
import { HeldPapers, heldOf } from './held-papers'
import { type Listed, Reason } from './reason'

export type StopStep = 'stop' | 'confirm_withdrawal'

const WORDS: Record<StopStep, { means: string; label: string; hint: string; button: string }> = {
  stop: {
    means:
      'Hồ sơ đóng lại ngay; chỉ mở lại được khi giấy tờ và tiền chưa trả. Người nộp nhận Thông báo dừng giải quyết và được báo qua thư điện tử nếu có.',
    label: 'Lý do dừng',
    hint: 'Ghi rõ căn cứ. In nguyên văn trên Thông báo dừng giải quyết.',
    button: 'Dừng giải quyết hồ sơ',
  },
  confirm_withdrawal: {
    means: 'Người nộp đã đề nghị rút và chưa có quyết định. Hồ sơ đóng lại ngay; người nộp nhận Thông báo dừng giải quyết.',
    label: 'Lý do ghi trên thông báo (không bắt buộc)',
    hint: 'Bỏ trống thì ghi lý do người nộp đã nêu.',
    button: 'Đồng ý cho rút hồ sơ',
  },
}

/** When she asked for it, or somebody for her, and why. */
function AskedToWithdraw({ dossier: { events } }: { dossier: StaffDossier }) {
  const asked = events.find(({ step }) => step === 'ask_to_withdraw')
  if (!asked) return null
  return (
    <p className="opinion">
      Đề nghị rút lúc {shortMoment(asked.at)}, {asked.by} ghi{asked.note === null ? ', không nêu lý do.' : `: “${asked.note}”`}
    </p>
  )
}

/** Closes a received dossier before its decision: why, what goes back, and whether the money does. */
export function Stop({ dossier, step, reasons }: { dossier: StaffDossier; step: StopStep; reasons: readonly Listed[] }) {
  const { means, label, hint, button } = WORDS[step]
  const paid = dossier.feeLines.reduce(
    (sum, { amount, quantity, payment }) => (payment && !payment.refundDueAt ? sum + amount * quantity : sum),
    0,
  )
  return (
    <>
      <p>{means}</p>
      {step === 'confirm_withdrawal' ? <AskedToWithdraw dossier={dossier} /> : null}
      <section aria-labelledby="hoan-tra">
        <h2 id="hoan-tra">Trả lại người nộp</h2>
        <HeldPapers held={heldOf(dossier)} />
        {paid === 0 ? (
          <p className="note">Chưa nộp khoản nào, không có tiền phải hoàn.</p>
        ) : (
          <FormTick
            name="refund"
            legend="Hoàn phí, lệ phí"
            choice={{ value: 'yes', label: `Hoàn lại ${formatVnd(paid)} đã nộp`, hint: 'Chuyển sang danh sách Hoàn phí của người thu.' }}
          />
        )}
      </section>
      <Reason label={label} hint={hint} reasons={reasons} />
      <Buttons>
        <SubmitButton look="grave">{button}</SubmitButton>
      </Buttons>
    </>
  )
}
