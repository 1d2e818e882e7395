import { Notice } from '@/components/ui/notice'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

/** `because`: in the office's words to the applicant. */
type Props = { apology: { at: Date; because: string | null }; commune: { name: string } }

/** The office comes late and says why; the letter itself stands among its papers. */
export function Sorry({ apology: { at, because }, commune }: Props) {
  return (
    <Notice>
      <p>
        <strong>UBND {commune.name} xin lỗi Ông/Bà vì kết quả không kịp ngày đã hẹn.</strong> Ngày hẹn lại ghi ở dưới, báo lúc{' '}
        <time dateTime={toIsoLocal(at)}>{momentWords(at)}</time>. {because === null ? '' : `Lý do: ${because}`}
      </p>
    </Notice>
  )
}
