import { Icon, type IconName } from '@/components/ui/icon'
import type { DueStanding } from '@/lib/deadlines/standing'
import { standingWords } from '@/lib/deadlines/words'

const LOOK: Record<DueStanding['kind'], { icon: IconName; className: string }> = {
  left: { icon: 'clock', className: 'due due--left' },
  today: { icon: 'half', className: 'due due--today' },
  late: { icon: 'warning', className: 'due due--late' },
  minutes_left: { icon: 'clock', className: 'due due--left' },
  minutes_late: { icon: 'warning', className: 'due due--late' },
  waiting: { icon: 'pause', className: 'due due--wait' },
  done: { icon: 'tick', className: 'due due--done' },
}

/**
 * How a dossier stands to its due time. The words carry the meaning; the louder the state, the heavier its shape. While it waits for the
 * citizen it has no colour, for the move is not ours. The time itself stands beside the chip. `toCitizen`: the one whose dossier it is reads it.
 */
export function DueChip({ standing, toCitizen = false }: { standing: DueStanding; toCitizen?: boolean }) {
  const { icon, className } = isDueToday(standing) ? LOOK.today : LOOK[standing.kind]
  // Green says "in time", so a result that came late does without it; red is kept for what can still be acted on.
  const isLateResult = standing.kind === 'done' && standing.when === 'late'
  return (
    <span className={isLateResult ? `${className} due--done-late` : className}>
      <Icon name={icon} />
      {standingWords(standing, toCitizen)}
    </span>
  )
}

/** What has to be done today looks alike, whether it is a result or an answer within hours; the last hours before closing reach into tomorrow. */
const isDueToday = (standing: DueStanding): boolean =>
  standing.kind === 'minutes_left' && (standing.isToday || standing.officeMinutes <= URGENT_MINUTES)
const URGENT_MINUTES = 120
