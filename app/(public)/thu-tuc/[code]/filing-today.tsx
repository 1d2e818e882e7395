import { DayStrip } from '@/components/dossiers/day-strip'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { deadline, effectiveReceiptOf, type TimeLimit } from '@/lib/deadlines/rules'
import { questionAddress } from '@/lib/deadlines/typed-question'
import { previewNote } from '@/lib/deadlines/short-explanation'
import { beyondCalendarWords } from '@/lib/deadlines/words'
import { limitWords } from '@/lib/text/limits'
import { addOfficeMinutes, closingTime, type WorkCalendar } from '@/lib/deadlines/working-time'
import { ANSWER_MINUTES } from '@/lib/dossiers/rules'
import { localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { momentDayMonth, momentWords, timeWords } from '@/lib/text/dates'

type Props = { limit: TimeLimit; now: Date; calendar: WorkCalendar; online: boolean }

/** Where the limit begins on a day that the office names later, there is no date to promise. */
export const NoDateYet = ({ limit }: { limit: TimeLimit }) => (
  <>
    <h2>Nộp hôm nay thì khi nào có kết quả?</h2>
    <p>Chưa nói trước được ngày: thời hạn {limitWords(limit)} tính từ ngày thụ lý, không phải từ ngày nộp.</p>
  </>
)

/**
 * "Nộp hôm nay thì khi nào có kết quả?": the appointment of someone who files now at the counter, with the days that count. What is sent over the
 * network is received up to eight office hours later (`ANSWER_MINUTES`), so for that the latest date is told.
 */
export function FilingToday({ limit, now, calendar, online }: Props) {
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
      {online ? <Online limit={limit} now={now} calendar={calendar} /> : null}
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

/** The latest date of what is sent now: received when the time to answer is over. */
function Online({ limit, now, calendar }: Omit<Props, 'online'>) {
  const received = addOfficeMinutes(effectiveReceiptOf(now, calendar), ANSWER_MINUTES, calendar)
  const { dueAt } = deadline({ receivedAt: received, limit, calendar })
  return (
    <p>
      Nộp trực tuyến thì tính từ lúc tiếp nhận, chậm nhất {ANSWER_MINUTES / 60} giờ làm việc sau khi gửi, nên muộn nhất{' '}
      <time className="num nowrap" dateTime={toIsoLocal(dueAt)}>
        {momentWords(dueAt)}
      </time>
      .
    </p>
  )
}

/**
 * Until when the promise holds. A limit in days counts from the day, so all of today is as good as now; a limit in hours, or within the
 * day, counts from the very moment. What arrives when the office is closed counts from its next opening.
 */
function condition(effective: Date, limit: TimeLimit, { now, calendar }: { now: Date; calendar: WorkCalendar }): string {
  const day = localDateOf(effective)
  if (day !== localDateOf(now)) return `Nộp đủ giấy tờ tại quầy thì tính từ ${momentDayMonth(effective)}`
  if (limit.unit === 'HOUR' || limit.unit === 'SAME_DAY') return 'Nộp đủ giấy tờ tại quầy bây giờ'
  return `Nộp đủ giấy tờ tại quầy trước ${timeWords(closingTime(day, calendar))} hôm nay`
}
