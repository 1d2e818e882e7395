import { weekdayOf, type LocalDate, type Weekday } from '@/lib/platform/local-date'

/**
 * One day of the strip. `count` days carry a number of the count, `off` days are closed, `pause` days belong to a stopped clock, `end` is the
 * due day; `plain` is a day that does neither, such as the day of receipt. `note` is the smallest line: "ngày 1", "nghỉ", "17:00", "nhận".
 */
export type StripDay = { date: LocalDate; kind: 'plain' | 'count' | 'off' | 'pause' | 'end'; note: string; today?: boolean }

const SHORT: Record<Weekday, string> = { 0: 'CN', 1: 'T2', 2: 'T3', 3: 'T4', 4: 'T5', 5: 'T6', 6: 'T7' }
const CLASS: Record<StripDay['kind'], string> = { plain: '', count: 'count', off: 'off', pause: 'off pause', end: 'count end' }

const LONGEST = 31

/**
 * The deadline at a glance: up to 7 days in one row, up to 31 in rows of a week (Monday first), nothing when it is longer. It is hidden from
 * screen readers, because the list of reasons beside it says the same in words.
 */
export function DayStrip({ days }: { days: readonly StripDay[] }) {
  const first = days[0]
  if (first === undefined || days.length > LONGEST) return null
  const weeks = days.length > 7
  // Column 1 is Monday; the first day stands in its own column and the rest follow.
  const column = ((weekdayOf(first.date) + 6) % 7) + 1
  return (
    <ol className={weeks ? 'days days--weeks' : 'days'} aria-hidden="true">
      {days.map((day, index) => (
        <li key={day.date} className={classOf(day, days[index - 1])} style={weeks && index === 0 ? { gridColumnStart: column } : undefined}>
          <span className="d">{SHORT[weekdayOf(day.date)]}</span>
          <b>{Number(day.date.slice(8))}</b>
          <span className="n">{noteOf(day, days[index - 1])}</span>
        </li>
      ))}
    </ol>
  )
}

function classOf(day: StripDay, before: StripDay | undefined): string | undefined {
  const run = day.kind === 'pause' && before?.kind === 'pause' ? 'run' : ''
  const names = [CLASS[day.kind], run, day.today === true ? 'now' : ''].filter((name) => name !== '')
  return names.length === 0 ? undefined : names.join(' ')
}

/** A pause is one hatched run: it is named on its first day and at the start of each further week. */
function noteOf(day: StripDay, before: StripDay | undefined): string {
  const continues = day.kind === 'pause' && before?.kind === 'pause' && weekdayOf(day.date) !== 1
  return continues ? '\u00a0' : day.note
}
