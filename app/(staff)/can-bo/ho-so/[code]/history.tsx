import type { ReactNode } from 'react'
import { DossierLog } from '@/components/dossiers/dossier-log'
import { Section } from '@/components/dossiers/dossier-page'
import { paperHref } from '@/components/dossiers/file-words'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { handedOverTo } from '@/lib/dossiers/hand-over-words'
import type { Step } from '@/lib/dossiers/move-rules'
import { paperOf } from '@/lib/dossiers/rules'
import { eventWords, othersIn } from '@/lib/dossiers/step-words'
import { type PaperKind, paperNumber } from '@/lib/papers/rules'
import { toIsoLocal } from '@/lib/platform/local-date'
import { shortMoment } from '@/lib/text/dates'
import { controlHref, handOverHref, processHref } from '../../ban-giao/addresses'
import { SHORT_NAMES } from './done-notice'

/** What was done with the dossier, newest first, with names and reasons. */
export function History({ dossier }: { dossier: StaffDossier }) {
  return (
    <Section id="qua-trinh" title="Quá trình" acts={dossier.isOwn ? <Sheets dossier={dossier} /> : undefined}>
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

/** The dossier on paper: how it went from hand to hand, once it is closed as it was issued, and everything that was done. */
function Sheets({ dossier: { code, receivedAt, papers } }: { dossier: StaffDossier }) {
  const control = papers.findLast(({ kind, revokedAt }) => kind === 'CONTROL' && revokedAt === null)
  return (
    <>
      {receivedAt === null ? null : (
        <a href={control ? paperHref(control.id) : controlHref(code)} target="_blank" rel="noopener">
          {control ? `Phiếu kiểm soát số ${paperNumber(control)}` : 'Phiếu kiểm soát'}
        </a>
      )}
      <a href={processHref(code)} target="_blank" rel="noopener">
        Phiếu quá trình
      </a>
    </>
  )
}

/** Papers that a dossier can have more than one of. */
const AGAIN: ReadonlySet<string> = new Set<PaperKind>(['SUPPLEMENT', 'STOP'])

/** Steps that take the papers of a dossier to another place of the office. */
const CARRIED: ReadonlySet<string> = new Set<Step>(['forward', 'ask_agency', 'pass_to_department', 'return_to_desk'])

/** The acts about opinions, by the moment that a question keeps of them; what was said stands in its own section. */
const OPINION: Readonly<Record<string, 'askedAt' | 'answeredAt' | 'takenBackAt'>> = {
  ask_opinion: 'askedAt',
  give_opinion: 'answeredAt',
  take_back_question: 'takenBackAt',
}

function detailOf({ seq, step, at, by, note, to }: StaffDossier['events'][number], dossier: StaffDossier): ReactNode {
  const { code, papers, handOver, questions } = dossier
  const opinion = OPINION[step]
  if (opinion)
    return (
      othersIn(
        questions.filter((question) => question[opinion]?.getTime() === at.getTime()).map(({ of }) => of),
        { step, by },
      ) ?? undefined
    )
  const issued = paperOf(step)
  // What can be issued more than once is the one of that moment.
  const paper = papers.findLast(({ kind, issuedAt }) => kind === issued && (!AGAIN.has(kind) || issuedAt.getTime() === at.getTime()))
  if (paper)
    return (
      <>
        <a href={paperHref(paper.id)} target="_blank" rel="noopener">
          {SHORT_NAMES[paper.kind]} số {paperNumber(paper)}
        </a>
        {paper.revokedAt === null ? '' : ', đã thu hồi'}
        {note === null ? '' : `. “${note}”`}
      </>
    )
  const handed = step === 'hand_over' && handOver ? handedOverTo(handOver) : ''
  const said = note === null ? '' : `“${note}”`
  const words = [handed, othersIn([to], { step, by }) ?? '', said].filter((part) => part !== '').join('. ')
  // The sheets of the way inside an office are printed in that office.
  if (!CARRIED.has(step) || !dossier.isOwn) return words || undefined
  return (
    <>
      {words === '' ? '' : `${words}. `}
      <a href={handOverHref(code, seq)} target="_blank" rel="noopener">
        Phiếu bàn giao
      </a>
    </>
  )
}
