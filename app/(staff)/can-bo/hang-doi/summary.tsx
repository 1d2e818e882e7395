import type { ReactNode } from 'react'
import type { Counts } from '@/lib/dossiers/shelves'
import { localDateOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { sentenceCase, timeWords, weekdayDate } from '@/lib/text/dates'

/** What is in the list, and the hour it was drawn at: "18 hồ sơ, 2 quá hạn, 6 đến hạn hôm nay. Thứ Hai 23/11/2026, 09:40. Mai nghỉ …". */
export function summaryOf({ count, overdue, today }: Counts, { now, calendarNote }: { now: Date; calendarNote: string | null }): ReactNode {
  const at = `${sentenceCase(weekdayDate(localDateOf(now)))}, ${timeWords(now)}.`
  return (
    <>
      {formatNumber(count)} hồ sơ
      {overdue === 0 ? null : (
        <>
          , <strong>{formatNumber(overdue)} quá hạn</strong>
        </>
      )}
      {today === 0 ? null : `, ${formatNumber(today)} đến hạn hôm nay`}. {at}
      {calendarNote === null ? null : ` ${calendarNote}.`}
    </>
  )
}
