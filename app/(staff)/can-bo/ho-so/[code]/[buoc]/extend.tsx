import { FormDate } from '@/components/forms/form-field'
import { SubmitButton } from '@/components/forms/submit-button'
import { Buttons } from '@/components/ui/button'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { momentWords } from '@/lib/text/dates'
import { draftedWords } from '../deadline'
import { type Listed, Reason } from './reason'

/**
 * The apology with its new appointment: drafted by who has the dossier in hand, or by the watchdog where it saw the
 * lateness coming, otherwise written here.
 */
export function Extend({ dossier, reasons }: { dossier: StaffDossier; reasons: readonly Listed[] }) {
  const { appointmentAt, dueAt, extension } = dossier
  const isSame = appointmentAt?.getTime() === dueAt?.getTime()
  return (
    <>
      <p>
        Phiếu xin lỗi và đề nghị gia hạn được lập và gửi người nộp. Chỉ được hẹn lại một lần.
        {appointmentAt ? ` Đã hẹn trả ${momentWords(appointmentAt)}.` : ''}
        {dueAt ? ` Đúng hạn hay quá hạn vẫn tính theo ${isSame ? 'ngày đó' : momentWords(dueAt)}.` : ''}
      </p>
      {extension === null ? null : (
        <p>
          <strong>{draftedWords(extension)}.</strong> Lý do và ngày hẹn đề nghị đã ghi dưới đây, sửa được trước khi ký.
        </p>
      )}
      <Reason label="Lý do chậm" hint="Nói thật và dễ hiểu. Người nộp đọc nguyên văn trên Phiếu xin lỗi." reasons={reasons} />
      <FormDate name="newDay" label="Ngày hẹn trả mới" hint="Một ngày làm việc sau ngày đã hẹn. Trả trước khi hết giờ làm việc ngày đó." />
      <Buttons>
        <SubmitButton>Ký và gửi Phiếu xin lỗi</SubmitButton>
      </Buttons>
    </>
  )
}
