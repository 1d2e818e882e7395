import { Notice } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

type Props = { apology: NonNullable<MyDossier['told']['apology']>; commune: MyDossier['commune'] }

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
