import { Notice } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { momentWords } from '@/lib/text/dates'

/** The office had stopped it and goes on with it, and why; the letter that stopped it stands among its papers as revoked. */
export function TakenUp({ takenUp: { at, because } }: { takenUp: NonNullable<MyDossier['told']['takenUp']> }) {
  return (
    <Notice>
      <p>
        <strong>Hồ sơ đã dừng nay được giải quyết tiếp</strong>, từ <time dateTime={toIsoLocal(at)}>{momentWords(at)}</time>. Thông báo dừng
        giải quyết trước đây không còn giá trị. {because === null ? '' : `Lý do: ${because}`}
      </p>
    </Notice>
  )
}
