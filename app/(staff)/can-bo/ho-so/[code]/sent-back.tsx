import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { openReturn } from '@/lib/dossiers/sent-back'
import { shortMoment } from '@/lib/text/dates'

/** Why it came back, on top of the page until it moves again: the reason in the history is easily overlooked. */
export function SentBack({ dossier: { events } }: { dossier: StaffDossier }) {
  const back = openReturn(events)
  if (back === null) return null
  return (
    <Notice tone="soon">
      <p>
        <strong>
          {back.words} lúc {shortMoment(back.at)}.
        </strong>{' '}
        {back.by}
        {back.note === null ? '' : `: “${back.note}”`}
      </p>
    </Notice>
  )
}
