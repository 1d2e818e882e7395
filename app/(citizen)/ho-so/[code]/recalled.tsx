import { Notice } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

/** What she was asked to pay by mistake is not to be paid, and why. */
export function Recalled({ recalled: { at, because } }: { recalled: NonNullable<MyDossier['told']['recalled']> }) {
  return (
    <Notice>
      <p>
        <strong>Ông/Bà không phải nộp khoản đã yêu cầu.</strong> Yêu cầu nộp tiền đã được rút lại lúc{' '}
        <time dateTime={toIsoLocal(at)}>{momentWords(at)}</time>. {because === null ? '' : `Lý do: ${because}`}
      </p>
    </Notice>
  )
}
