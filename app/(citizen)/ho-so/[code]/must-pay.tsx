import { Panel } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { formatVnd } from '@/lib/platform/money'
import { momentWords } from '@/lib/text/dates'

type Props = { obligation: NonNullable<MyDossier['told']['obligation']>; commune: MyDossier['commune'] }

/** What has to be paid before the work goes on, by which notice, and where. The first thing on the page, for nothing goes on without it. */
export function MustPay({ obligation: { askedAt, because, lines, total }, commune }: Props) {
  return (
    <Panel>
      <h2 className="asked-head">Cần nộp {formatVnd(total)}</h2>
      <p className="note">
        Thông báo lúc <time dateTime={toIsoLocal(askedAt)}>{momentWords(askedAt)}</time>.{because === null ? '' : ` Căn cứ: ${because}`}
      </p>
      <ul className="asked-list">
        {lines.map(({ code, name, amount }) => (
          <li key={code}>
            {name}: <strong>{formatVnd(amount)}</strong>
          </li>
        ))}
      </ul>
      <p>
        Nộp xong thì hồ sơ được giải quyết tiếp. Nộp tại Trung tâm Phục vụ hành chính công {commune.name}, {commune.address}. Đã nộp nơi
        khác theo thông báo thì mang biên lai đến quầy, để hồ sơ được giải quyết tiếp.
      </p>
    </Panel>
  )
}
