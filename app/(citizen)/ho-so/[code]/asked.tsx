import { ButtonLink, Buttons } from '@/components/ui/button'
import { Panel } from '@/components/ui/notice'
import type { MyDossier } from '@/lib/dossiers/my-queries'
import { localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { dateWords, momentWords } from '@/lib/text/dates'

type Props = { code: string; asked: NonNullable<MyDossier['asked']>; lookAgainAt: Date | null }

/** What the office waits for: each paper with its reason, and the way to the answer. The first thing on the page, for nothing goes on without it. */
export function Asked({ code, asked, lookAgainAt }: Props) {
  const { askedAt, items } = asked
  return (
    <Panel>
      <h2 className="asked-head">Cơ quan yêu cầu bổ sung {items.length === 1 ? 'một mục' : `${items.length} mục`}</h2>
      <p className="note">
        Yêu cầu lúc <time dateTime={toIsoLocal(askedAt)}>{momentWords(askedAt)}</time>. Gửi ở đây, không phải nộp lại từ đầu.
      </p>
      <ul className="asked-list">
        {items.map(({ position, name, reason }) => (
          <li key={position}>
            <strong>{name}</strong>
            <br />
            {reason}
          </li>
        ))}
      </ul>
      {lookAgainAt === null ? null : (
        <p>
          Nên gửi chậm nhất ngày <time dateTime={localDateOf(lookAgainAt)}>{dateWords(localDateOf(lookAgainAt))}</time>; quá ngày đó vẫn gửi
          được.
        </p>
      )}
      <Buttons>
        <ButtonLink href={`/ho-so/${code}/bo-sung`}>Bổ sung giấy tờ</ButtonLink>
      </Buttons>
    </Panel>
  )
}
