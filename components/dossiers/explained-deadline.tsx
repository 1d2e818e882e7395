import type { ReactNode } from 'react'
import type { DayStrip as Strip } from '@/lib/deadlines/day-strip'
import type { ReasonLine } from '@/lib/deadlines/explanation'
import type { DueStanding } from '@/lib/deadlines/standing'
import { DayStrip } from './day-strip'
import { DueChip } from './due-chip'

/** What both forms of the explanation need. `dueAt` is the machine's time, `due` the words ("17:00 thứ Năm 26/11/2026"). */
type DeadlineProps = { dueAt: string; due: string; strip: Strip; reasons: readonly ReasonLine[] }

/** For citizens: the date in full, the strip, and why it is that day, step by step (`explainAtLength`). */
export function ExplainedDeadline({ dueAt, due, standing, strip, reasons }: DeadlineProps & { standing: DueStanding | null }) {
  return (
    <>
      <p className="due-cit">
        <strong>
          <time dateTime={dueAt}>{due}</time>
        </strong>
        {standing === null ? null : <DueChip standing={standing} />}
      </p>
      <DayStrip strip={strip} />
      <div className="why">
        <h3>Vì sao là ngày này?</h3>
        <Reasons lines={reasons} />
      </div>
    </>
  )
}

/** For staff: the same in the width of a column (`explainBriefly`); `limit` is the lawful time ("3 ngày làm việc"). */
export function DenseDeadline({ dueAt, due, limit, strip, reasons }: DeadlineProps & { limit: string }) {
  return (
    <>
      <p className="due-at">
        <time dateTime={dueAt}>{due}</time> <span className="note">{limit}</span>
      </p>
      <DayStrip strip={strip} />
      <div className="why">
        <Reasons lines={reasons} />
      </div>
    </>
  )
}

function Reasons({ lines }: { lines: readonly ReasonLine[] }): ReactNode {
  return (
    <ol>
      {lines.map(({ when, text, isOff }) => (
        <li key={`${when} ${text}`} className={isOff ? 'off' : undefined}>
          <span>{when}</span>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  )
}
