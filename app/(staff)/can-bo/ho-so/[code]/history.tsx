import type { ReactNode } from 'react'
import { DossierLog } from '@/components/dossiers/dossier-log'
import { Section } from '@/components/dossiers/dossier-page'
import { paperHref } from '@/components/dossiers/file-words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { handedOverTo } from '@/lib/dossiers/hand-over-words'
import { paperOf } from '@/lib/dossiers/rules'
import { eventWords } from '@/lib/dossiers/step-words'
import { paperNumber } from '@/lib/papers/rules'
import { toIsoLocal } from '@/lib/platform/local-date'
import { shortMoment } from '@/lib/text/dates'
import { SHORT_NAMES } from './done-notice'

/** What was done with the dossier, newest first, with names and reasons. */
export function History({ dossier }: { dossier: StaffDossier }) {
  return (
    <Section id="qua-trinh" title="Quá trình">
      <DossierLog
        lines={dossier.events.map((event) => ({
          key: String(event.seq),
          at: toIsoLocal(event.at),
          when: shortMoment(event.at),
          what: eventWords(event.step, dossier.channel),
          detail: detailOf(event, dossier),
          by: event.by ?? '',
        }))}
      />
    </Section>
  )
}

/** The acts about opinions, by the moment that a question keeps of them; what was said stands in its own section. */
const OPINION: Readonly<Record<string, 'askedAt' | 'answeredAt' | 'takenBackAt'>> = {
  ask_opinion: 'askedAt',
  give_opinion: 'answeredAt',
  take_back_question: 'takenBackAt',
}

function detailOf({ step, at, note, to }: StaffDossier['events'][number], { papers, handOver, questions }: StaffDossier): ReactNode {
  const opinion = OPINION[step]
  if (opinion)
    return (
      questions
        .filter((question) => question[opinion]?.getTime() === at.getTime())
        .map(({ of }) => of)
        .join(', ') || undefined
    )
  const issued = paperOf(step)
  // Only a supplement request can be issued more than once.
  const paper = papers.findLast(({ kind, issuedAt }) => kind === issued && (kind !== 'SUPPLEMENT' || issuedAt.getTime() === at.getTime()))
  if (paper)
    return (
      <>
        <a href={paperHref(paper.id)} target="_blank" rel="noopener">
          {SHORT_NAMES[paper.kind]} số {paperNumber(paper.kind, paper.number, paper.printed)}
        </a>
        {note === null ? '' : `. “${note}”`}
      </>
    )
  const handed = step === 'hand_over' && handOver ? handedOverTo(handOver) : ''
  const said = note === null ? '' : `“${note}”`
  return [handed, to ?? '', said].filter((part) => part !== '').join('. ') || undefined
}
