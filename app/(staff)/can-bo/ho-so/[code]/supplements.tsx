import { Section } from '@/components/dossiers/dossier-page'
import { paperHref } from '@/components/dossiers/file-words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { shortMoment } from '@/lib/text/dates'
import { FileLinks } from './papers'

/** What was asked for again and what came of it, newest first; files that newer ones took the place of stay to be looked at. */
export function Supplements({ dossier: { supplements, superseded } }: { dossier: StaffDossier }) {
  if (supplements.length === 0) return null
  return (
    <Section id="bo-sung" title="Yêu cầu bổ sung">
      {supplements.map(({ number, askedAt, answeredAt, paperId, items }) => (
        <div key={number} className="asked">
          <p>
            <a href={paperHref(paperId)} target="_blank" rel="noopener">
              Phiếu yêu cầu lần {number}
            </a>
            , <time dateTime={toIsoLocal(askedAt)}>{shortMoment(askedAt)}</time>.{' '}
            {answeredAt === null ? (
              <strong>Chưa có trả lời.</strong>
            ) : (
              <>
                Trả lời <time dateTime={toIsoLocal(answeredAt)}>{shortMoment(answeredAt)}</time>.
              </>
            )}
          </p>
          <ul className="result-files">
            {items.map(({ position, name, reason, answer }) => (
              <li key={position}>
                {name}: <span className="note">{reason}</span>
                {answer ? <span className="note"> Người nộp ghi: “{answer}”</span> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {superseded.length === 0 ? null : (
        <>
          <p className="note">Tệp đã được thay</p>
          <FileLinks files={superseded} />
        </>
      )}
    </Section>
  )
}
