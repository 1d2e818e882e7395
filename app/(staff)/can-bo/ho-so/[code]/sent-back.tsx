import { Notice } from '@/components/ui/notice'
import type { StaffDossier } from '@/lib/dossiers/dossier-queries'
import { openReturn } from '@/lib/dossiers/sent-back'
import { shortMoment } from '@/lib/text/dates'

/** Why the approver has sent it back, on top of the page until it is proposed again: the reason in the history is easily overlooked. */
export function SentBack({ dossier: { stage, events } }: { dossier: StaffDossier }) {
  const back = stage === 'in_hand' ? openReturn(events) : null
  if (back === null) return null
  return (
    <Notice tone="soon">
      <p>
        <strong>Bị trả lại lúc {shortMoment(back.at)}.</strong> {back.by ?? 'Lãnh đạo'}: {back.note === null ? '' : `“${back.note}”`}
      </p>
    </Notice>
  )
}
