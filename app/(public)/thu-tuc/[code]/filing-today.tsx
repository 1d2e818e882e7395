import { DayStrip } from '@/components/dossiers/day-strip'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { deadline, type TimeLimit } from '@/lib/deadlines/rules'
import { questionAddress } from '@/lib/deadlines/typed-question'
import { previewNote } from '@/lib/deadlines/short-explanation'
import { beyondCalendarWords } from '@/lib/deadlines/words'
import { closingTime, type WorkCalendar } from '@/lib/deadlines/working-time'
import { localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { momentDayMonth, momentWords, timeWords } from '@/lib/text/dates'

/** "Nộp hôm nay thì khi nào có kết quả?": the appointment of someone who files now, with the days that count. */
export function FilingToday({ limit, now, calendar }: { limit: TimeLimit; now: Date; calendar: WorkCalendar }) {
  const counted = deadline({ receivedAt: now, limit, calendar })
  const isToday = localDateOf(counted.effectiveReceipt) === localDateOf(now)
  const isCertain = counted.reasons.every(({ kind }) => kind !== 'beyond_calendar')
  return (
    <>
      <h2>Nộp hôm nay thì khi nào có kết quả?</h2>
      <p>
        {condition(counted.effectiveReceipt, limit, { now, calendar })}, hẹn trả{' '}
        <strong className="num nowrap">
          <time dateTime={toIsoLocal(counted.dueAt)}>{momentWords(counted.dueAt)}</time>
        </strong>
        .
      </p>
      <DayStrip strip={dayStrip(counted, { now, calendar, receiptCaption: isToday ? 'nộp' : 'nhận' })} />
      <p className="note">
        {previewNote(counted)}
        {isCertain
          ? ''
          : ` ${counted.reasons.flatMap((reason) => (reason.kind === 'beyond_calendar' ? [beyondCalendarWords(reason)] : [])).join('. ')}.`}
      </p>
      <p className="no-print">
        <a className="tap" href={questionAddress(limit)}>
          Tính với ngày khác
        </a>
      </p>
    </>
  )
}

/**
 * Until when the promise holds. A limit in days counts from the day, so all of today is as good as now; a limit in hours, or within the
 * day, counts from the very moment. What arrives when the office is closed counts from its next opening.
 */
function condition(effective: Date, limit: TimeLimit, { now, calendar }: { now: Date; calendar: WorkCalendar }): string {
  const day = localDateOf(effective)
  if (day !== localDateOf(now)) return `Nộp đủ giấy tờ bây giờ thì tính từ ${momentDayMonth(effective)}`
  if (limit.unit === 'HOUR' || limit.unit === 'SAME_DAY') return 'Nộp đủ giấy tờ bây giờ'
  return `Nộp đủ giấy tờ trước ${timeWords(closingTime(day, calendar))} hôm nay`
}
