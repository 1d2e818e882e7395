import type { DayCell, DayKind, DayStrip as Strip } from '@/lib/deadlines/day-strip'

const CLASS: Record<DayKind, string> = { receipt: '', counted: 'count', off: 'off', pause: 'off pause', end: 'count end', after: 'after' }

/**
 * The deadline at a glance: a row of days, or rows of a week; nothing when the count is longer than that. It is hidden from screen readers,
 * because the list of reasons beside it says the same in words.
 */
export function DayStrip({ strip }: { strip: Strip }) {
  if (strip.layout === 'list' || strip.cells.length === 0) return null
  return (
    <ol className={strip.layout === 'weeks' ? 'days days--weeks' : 'days'} aria-hidden="true">
      {strip.cells.map((cell) => (
        <li key={cell.date} className={classOf(cell)} style={cell.span > 1 ? { gridColumn: `span ${cell.span}` } : undefined}>
          <span className="d">{cell.weekday}</span>
          <b>{cell.day}</b>
          <span className="n">
            <Caption text={cell.caption} />
          </span>
        </li>
      ))}
    </ol>
  )
}

const classOf = ({ kind, isToday }: DayCell) => [CLASS[kind], isToday ? 'now' : ''].join(' ').trim() || undefined

/** Words beside the number stand in elements of their own, because a narrow strip of several weeks leaves them out. Never empty: rows keep their height. */
function Caption({ text }: { text: string }) {
  const [, number, more] = /^ngày (\d+)(.*)$/.exec(text) ?? []
  if (number === undefined) return text === '' ? '\u00a0' : text
  return (
    <>
      <span className="w">ngày </span>
      {number}
      {more === '' ? null : <span className="w">{more}</span>}
    </>
  )
}
