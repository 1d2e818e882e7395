import type { ReactNode } from 'react'
import { DayStrip, type StripDay } from './day-strip'
import { DueChip, type Due } from './due-chip'

/** One line of the explanation: when, what, and whether the day counts (days that do not are greyed). */
export type ReasonLine = { when: string; what: string; counts: boolean }

/** What both forms of the explanation need. `dueAt` is the machine's time, `due` the words ("17:00 thứ Năm 26/11/2026"). */
export type DeadlineProps = {
  dueAt: string
  due: string
  chip: Due | null
  days: readonly StripDay[]
  reasons: readonly ReasonLine[]
}

/** For citizens: the date in full, the strip, and why it is that day, step by step. */
export function ExplainedDeadline({ dueAt, due, chip, days, reasons }: DeadlineProps) {
  return (
    <>
      <p className="due-cit">
        <strong>
          <time dateTime={dueAt}>{due}</time>
        </strong>
        {chip === null ? null : <DueChip due={chip} />}
      </p>
      <DayStrip days={days} />
      <div className="why">
        <h3>Vì sao là ngày này?</h3>
        <Reasons lines={reasons} />
      </div>
    </>
  )
}

/** For staff: the same in the width of a column; `limit` is the lawful time ("3 ngày làm việc"). */
export function DenseDeadline({ dueAt, due, limit, days, reasons }: Omit<DeadlineProps, 'chip'> & { limit: string }) {
  return (
    <>
      <p className="due-at">
        <time dateTime={dueAt}>{due}</time> <span className="note">{limit}</span>
      </p>
      <DayStrip days={days} />
      <div className="why">
        <Reasons lines={reasons} />
      </div>
    </>
  )
}

function Reasons({ lines }: { lines: readonly ReasonLine[] }): ReactNode {
  return (
    <ol>
      {lines.map(({ when, what, counts }) => (
        <li key={`${when} ${what}`} className={counts ? undefined : 'off'}>
          <span>{when}</span>
          <span>{what}</span>
        </li>
      ))}
    </ol>
  )
}
