import type { ReactNode } from 'react'
import type { DayStrip as Strip } from '@/lib/deadlines/day-strip'
import type { ReasonLine } from '@/lib/deadlines/explanation'
import type { DueStanding } from '@/lib/deadlines/standing'
import { DayStrip } from './day-strip'
import { DueChip } from './due-chip'

/** How a date was counted: the strip, and the steps in words. */
type Count = { strip: Strip; reasons: readonly ReasonLine[] }

type ForCitizens = Count & {
  /** The date in the machine's time and in words ("17:00 thứ Năm 26/11/2026"); `lead` stands before it. */
  at: { iso: string; text: string }
  lead?: string
  standing: DueStanding | null
  /** What else there is to say of the date, below it. */
  below?: ReactNode
}

/** For citizens: the date in full, the strip, and why it is that day, step by step (`explainAtLength`). */
export function ExplainedDeadline({ at, lead, standing, below, ...count }: ForCitizens) {
  return (
    <>
      <p className="due-cit">
        <strong>
          {lead === undefined ? null : `${lead} `}
          <time dateTime={at.iso}>{at.text}</time>
        </strong>
        {standing === null ? null : <DueChip standing={standing} toCitizen />}
      </p>
      {below === undefined ? null : <p>{below}</p>}
      <Counted {...count} question={below === undefined ? 'Vì sao là ngày này?' : 'Ngày hẹn được tính thế nào?'} />
    </>
  )
}

/** The strip with the reasons, under their question. */
export function Counted({ strip, reasons, question }: Count & { question: string }) {
  return (
    <>
      <DayStrip strip={strip} />
      <div className="why">
        <h3>{question}</h3>
        <Reasons lines={reasons} />
      </div>
    </>
  )
}

type ForStaff = Count & { dueAt: string; due: string; limit: string }

/** For staff: the same in the width of a column (`explainBriefly`); `limit` is the lawful time ("3 ngày làm việc"). */
export function DenseDeadline({ dueAt, due, limit, strip, reasons }: ForStaff) {
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
