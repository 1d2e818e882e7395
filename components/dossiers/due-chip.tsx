import { Icon, type IconName } from '@/components/ui/icon'
import type { DueStanding } from '@/lib/deadlines/standing'
import { standingWords } from '@/lib/deadlines/words'

const LOOK: Record<DueStanding['kind'], { icon: IconName; className: string }> = {
  left: { icon: 'clock', className: 'due due--left' },
  today: { icon: 'half', className: 'due due--today' },
  late: { icon: 'warning', className: 'due due--late' },
  waiting: { icon: 'pause', className: 'due due--wait' },
  done: { icon: 'tick', className: 'due due--done' },
}

/**
 * How a dossier stands to its due time. The words carry the meaning; the louder the state, the heavier its shape. While it waits for the
 * citizen it has no colour, for the move is not ours. The time itself stands beside the chip.
 */
export function DueChip({ standing }: { standing: DueStanding }) {
  const { icon, className } = LOOK[standing.kind]
  // Green says "in time", so a result that came late does without it; red is kept for what can still be acted on.
  const isLateResult = standing.kind === 'done' && standing.when === 'late'
  return (
    <span className={isLateResult ? `${className} due--done-late` : className}>
      <Icon name={icon} />
      {standingWords(standing)}
    </span>
  )
}
