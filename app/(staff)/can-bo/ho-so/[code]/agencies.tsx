import { Section } from '@/components/dossiers/dossier-page'
import { DueChip } from '@/components/dossiers/due-chip'
import { standingWords } from '@/lib/deadlines/words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { toIsoLocal } from '@/lib/platform/local-date'
import { shortMoment } from '@/lib/text/dates'

/** What other agencies were asked, by when, and what they answered: a late one is late by itself, and not the officer who waits for it. */
export function Agencies({ dossier: { agencyLegs } }: { dossier: StaffDossier }) {
  if (agencyLegs.length === 0) return null
  return (
    <Section id="phoi-hop" title="Cơ quan phối hợp">
      {agencyLegs.map((leg) => (
        <div key={leg.number} className="asked">
          <p>
            <strong>{leg.agency}</strong>, chuyển <Time at={leg.handedAt} />, hạn trả lời <Time at={leg.dueAt} />. {leg.request}
          </p>
          <Answer leg={leg} />
        </div>
      ))}
    </Section>
  )
}

function Answer({ leg: { agency, returnedAt, answer, standing } }: { leg: StaffDossier['agencyLegs'][number] }) {
  const isLate = standing.kind === 'late'
  if (returnedAt === null)
    return (
      <p>
        Chưa trả lời. <DueChip standing={standing} />
        {isLate ? ` Muộn ở ${agency}.` : ''}
      </p>
    )
  return (
    <p>
      Trả lời <Time at={returnedAt} />
      {isLate ? (
        <>
          , <strong>{standingWords(standing)}</strong>, muộn ở {agency}
        </>
      ) : (
        ', trong hạn'
      )}
      .{answer ? ` “${answer}”` : ''}
    </p>
  )
}

const Time = ({ at }: { at: Date }) => <time dateTime={toIsoLocal(at)}>{shortMoment(at)}</time>
