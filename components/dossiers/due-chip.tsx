import { Icon, type IconName } from '@/components/ui/icon'

/**
 * How a dossier stands to its due time. `days` are working days: after today up to the due day (`left`), since the due day (`late`).
 * `late` with 0 days is a dossier whose hour has passed today. `wait` is not our move, so it has no colour; `words` say what is waited for.
 * `done` has a result; `words` say how that stands to the due time.
 */
export type Due =
  | { standing: 'left'; days: number }
  | { standing: 'today' }
  | { standing: 'late'; days: number }
  | { standing: 'wait'; words?: string }
  | { standing: 'done'; words?: string }

const GLYPH: Record<Due['standing'], IconName> = { left: 'clock', today: 'half', late: 'warning', wait: 'pause', done: 'tick' }

/** The words of the chip; they carry the meaning, shape and colour only repeat it. */
export function dueWords(due: Due): string {
  switch (due.standing) {
    case 'left':
      return `còn ${due.days} ngày làm việc`
    case 'today':
      return 'đến hạn hôm nay'
    case 'late':
      return due.days === 0 ? 'quá giờ hẹn hôm nay' : `quá hạn ${due.days} ngày`
    case 'wait':
      return due.words ?? 'đang chờ công dân'
    case 'done':
      return due.words ?? 'xong trước hạn'
  }
}

/** The louder the state, the heavier its shape. The time itself stands beside the chip. */
export function DueChip({ due }: { due: Due }) {
  return (
    <span className={`due due--${due.standing}`}>
      <Icon name={GLYPH[due.standing]} />
      {dueWords(due)}
    </span>
  )
}
