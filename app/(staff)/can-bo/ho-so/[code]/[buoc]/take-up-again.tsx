import { FormTick } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { formatVnd } from '@/lib/platform/money'
import { momentWords } from '@/lib/text/dates'
import { HeldPapers, heldOf } from './held-papers'
import { Reason } from './reason'

/** A stopped dossier goes on where it stood: why it was stopped, what was to be given back and is kept, and why it goes on. */
export function TakeUpAgain({ dossier }: { dossier: StaffDossier }) {
  const { events, refund } = dossier
  const held = heldOf(dossier)
  const stop = events.find(({ step }) => step === 'stop')
  return (
    <>
      <p>
        Hồ sơ về chỗ đã dừng, thời hạn chạy tiếp với phần còn lại lúc dừng. Thông báo dừng và Phiếu kiểm soát đã ra bị thu hồi. Người nộp
        được báo.
      </p>
      {stop ? (
        <p className="opinion">
          Dừng lúc {momentWords(stop.at)}, {stop.by}
          {stop.note === null ? '.' : `: “${stop.note}”`}
        </p>
      ) : null}
      <section aria-labelledby="chua-tra">
        <h2 id="chua-tra">Chưa trả người nộp</h2>
        <HeldPapers held={held} />
        {held.length === 0 ? null : (
          <FormTick
            name="papersHere"
            legend="Giấy tờ còn ở quầy"
            choice={{
              value: 'yes',
              label: 'Đã xem, các giấy tờ này còn ở quầy',
              hint: 'Đã trả dù chỉ một bản thì người nộp phải nộp hồ sơ mới.',
            }}
          />
        )}
        {refund === null ? (
          <p className="note">Không có khoản nào chờ hoàn.</p>
        ) : (
          <p>{formatVnd(refund.amount)} đang chờ hoàn được giữ lại như đã nộp, không hoàn nữa.</p>
        )}
      </section>
      <Reason label="Lý do mở lại" hint="Người nộp đọc được lý do này trong Hồ sơ của tôi." reasons={[]} />
      <Buttons>
        <SubmitButton>Mở lại hồ sơ</SubmitButton>
      </Buttons>
    </>
  )
}
