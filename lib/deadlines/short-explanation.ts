/** The same reasons in few words: for staff beside a dossier, for the line on Mẫu 01, and for someone who only plans to file. Pure. */
import { addDays, daysBetween, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import {
  dateWords,
  dayMonth,
  daysWords,
  joinWords,
  momentDayMonth,
  rangeWords,
  sentenceCase,
  shortMoment,
  timeWords,
  weekdayDayMonth,
  weekdayWords,
} from '@/lib/text/dates'
import { type ReasonLine, skippedRuns, type Telling, weekdaysOf } from './explanation'
import { type Deadline, effectiveReceiptOf, type Reason } from './rules'
import { frozenWords, remainingWords, TIMING } from './words'
import { limitWords } from '@/lib/text/limits'

/** More weekend days than this are counted instead of listed. */
const LISTED_WEEKEND_DAYS = 4

const momentHead = (at: Date) => `${dayMonth(localDateOf(at))}, ${timeWords(at)}`

function submittedNote({ receivedAt }: Deadline, { calendar, submittedAt }: Telling): string {
  if (!submittedAt || submittedAt.getTime() === receivedAt.getTime()) return ''
  const day = localDateOf(submittedAt)
  const isOutOfHours = effectiveReceiptOf(submittedAt, calendar).getTime() !== submittedAt.getTime()
  if (day === localDateOf(receivedAt)) return ''
  if (!isOutOfHours) return `; nộp lúc ${momentDayMonth(submittedAt)}`
  return addDays(day, 1) === localDateOf(receivedAt) ? '; nộp ngoài giờ hôm trước' : `; nộp ngoài giờ ${dayMonth(day)}`
}

function skippedLines(reasons: readonly Reason[], means = 'không tính'): ReasonLine[] {
  const runs = skippedRuns(reasons)
  const weekends = runs.filter(({ name }) => name === null).flatMap(({ dates }) => dates)
  const line = (dates: readonly LocalDate[], what: string, when = daysWords(dates)) => ({
    first: dates[0] ?? '',
    told: { when, text: `${sentenceCase(what)}: ${means}`, isOff: true },
  })
  const weekend =
    weekends.length === 0
      ? []
      : [line(weekends, weekdaysOf(weekends), weekends.length > LISTED_WEEKEND_DAYS ? `${weekends.length} ngày` : daysWords(weekends))]
  const named = runs.flatMap(({ dates, name }) => (name === null ? [] : [line(dates, withoutRest(name))]))
  return [...weekend, ...named].toSorted((a, b) => (a.first < b.first ? -1 : 1)).map(({ told }) => told)
}

/** Beside "không tính" the word "nghỉ" says nothing more; names that begin with it for another reason keep it. */
function withoutRest(name: string): string {
  return /^nghỉ (bù|hoán đổi)/.test(name) ? name : name.replace(/^nghỉ /, '')
}

/** The count of the first due time, before any pause. */
function beforeDue(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.slice(
    0,
    reasons.findIndex((reason) => reason.kind === 'due'),
  )
}

function endWords({ limit, reasons }: Deadline): string {
  switch (limit.unit) {
    case 'WORKING_DAY':
      return `Hết ${limitWords(limit)}`
    case 'DAY': {
      const rolled = beforeDue(reasons).find((reason) => reason.kind === 'rolled')
      return `Hết ${limitWords(limit)}${rolled ? `; ${dayMonth(rolled.from)} nghỉ nên chuyển` : ''}`
    }
    case 'HOUR':
      return `Hết ${limitWords(limit)}`
    case 'SAME_DAY':
      return reasons.some((reason) => reason.kind === 'same_day' && reason.inTime)
        ? 'Trong ngày, vì nhận trước 15:00'
        : 'Ngày làm việc tiếp theo, vì nhận từ 15:00'
  }
}

/** The reasons for staff: receipt, days off, end, pauses. */
export function explainBriefly(deadline: Deadline, telling: Telling): ReasonLine[] {
  const { receivedAt, effectiveReceipt, firstDueAt, reasons } = deadline
  const received = reasons.find((reason) => reason.kind === 'received')
  const shifted =
    received && received.timing !== 'in_hours' ? ` ${TIMING[received.timing]}, tính từ ${momentDayMonth(effectiveReceipt)}` : ''
  const first = beforeDue(reasons)
  const stood = reasons.some(({ kind }) => kind === 'paused' || kind === 'paused_too_late' || kind === 'frozen')
  return [
    { when: momentHead(receivedAt), text: `Tiếp nhận${shifted}${submittedNote(deadline, telling)}`, isOff: false },
    // Calendar days count through closed ones; those that the end moves over are said with the end.
    ...(deadline.limit.unit === 'DAY' ? [] : skippedLines(first)),
    { when: momentHead(firstDueAt), text: `${endWords(deadline)}${stood ? '' : '; chưa tạm dừng lần nào'}`, isOff: false },
    ...reasons.slice(first.length).flatMap((reason, index, later) => {
      if (reason.kind !== 'skipped') return pauseLines(reason)
      if (later[index - 1]?.kind === 'skipped') return []
      const end = later.findIndex((next, at) => at > index && next.kind !== 'skipped')
      return skippedLines(
        later.slice(index, end === -1 ? undefined : end),
        deadline.limit.unit === 'DAY' ? 'nghỉ nên chuyển' : 'không tính',
      )
    }),
  ]
}

/** Office time goes on with what remained; a date in calendar days moves by the days of the pause. */
function movedBy({ from, to, by: _by, ...remaining }: Extract<Reason, { kind: 'paused' }>): string {
  const left = remainingWords(remaining)
  return left === null ? `hạn dời ${daysBetween(localDateOf(from), localDateOf(to))} ngày` : `còn ${left}`
}

function pauseLines(reason: Reason): ReasonLine[] {
  switch (reason.kind) {
    case 'paused':
      return [
        {
          when: momentHead(reason.from),
          text: `${reason.by === 'office' ? 'Dừng giải quyết' : 'Dừng chờ người nộp'} đến ${momentDayMonth(reason.to)}; ${movedBy(reason)}; hạn mới ${shortMoment(reason.dueAt)}`,
          isOff: false,
        },
      ]
    case 'paused_too_late':
      return [{ when: momentHead(reason.from), text: 'Dừng khi đã hết hạn: hạn không đổi', isOff: false }]
    case 'frozen':
      return [{ when: momentHead(reason.since), text: `Đang dừng chờ người nộp; ${frozenWords(reason)}`, isOff: false }]
    case 'beyond_calendar':
      return [
        {
          when: 'Lưu ý',
          text:
            reason.announced === null
              ? 'Chưa có lịch nghỉ'
              : reason.side === 'after'
                ? `Lịch nghỉ sau ${dateWords(reason.announced)} là dự kiến`
                : `Không có lịch nghỉ trước ${dateWords(reason.announced)}`,
          isOff: false,
        },
      ]
    default:
      return []
  }
}

/** A name that has brackets of its own: `Quốc khánh (ngày liền kề)` becomes `Quốc khánh, ngày liền kề`. */
function inBrackets(name: string): string {
  return name.replaceAll(' (', ', ').replaceAll(')', '')
}

/** `thứ Bảy 21, Chủ nhật 22 và thứ Ba 24/11 (Ngày Văn hóa Việt Nam)` */
function skippedPhrase(reasons: readonly Reason[]): string {
  const runs = skippedRuns(reasons)
  const days = runs.flatMap(({ dates }) => dates)
  if (days.length > 8) {
    const names = runs.flatMap(({ name }) => (name === null ? [] : [withoutRest(name).replace(/ \(.*\)$/, '')]))
    return `${days.length} ngày nghỉ${names.length > 0 ? `, trong đó có ${joinWords([...new Set(names)])}` : ''}`
  }
  const dayOf = (date: LocalDate, next: LocalDate | undefined) =>
    `${weekdayWords(date)} ${next?.slice(0, 7) === date.slice(0, 7) ? date.slice(8) : dayMonth(date)}`
  return joinWords(
    runs.flatMap(({ dates, name }) => {
      const [first, last] = [dates[0], dates.at(-1)]
      if (name === null || first === undefined || last === undefined) return dates.map((date) => dayOf(date, days[days.indexOf(date) + 1]))
      const range = first === last ? weekdayDayMonth(first) : rangeWords(first, last)
      return [`${range} (${inBrackets(withoutRest(name))})`]
    }),
  )
}

function outside(reasons: readonly Reason[]): string {
  const received = reasons.find((reason) => reason.kind === 'received')
  return received === undefined || received.timing === 'in_hours' ? 'ngoài giờ làm việc' : TIMING[received.timing]
}

/** "Cách tính ngày hẹn" on Mẫu 01, one phrase without a full stop. Speaks of the first due time: the form is given at receipt. */
export function countingPhrase(deadline: Deadline): string {
  const { limit, receivedAt, effectiveReceipt, reasons } = deadline
  const skipped = skippedPhrase(beforeDue(reasons))
  const rolled = beforeDue(reasons).find((reason) => reason.kind === 'rolled')
  const parts = [
    receivedAt.getTime() === effectiveReceipt.getTime() ? '' : `nhận ${outside(reasons)}, tính từ ${momentDayMonth(effectiveReceipt)}`,
    limit.unit === 'HOUR' ? 'chỉ tính giờ làm việc' : '',
    limit.unit === 'SAME_DAY'
      ? `nhận ${reasons.some((r) => r.kind === 'same_day' && r.inTime) ? 'trước 15:00, trả trong ngày' : 'từ 15:00, trả ngày làm việc tiếp theo'}`
      : '',
    limit.unit === 'WORKING_DAY' || limit.unit === 'DAY' ? 'ngày nhận không tính' : '',
    limit.unit === 'DAY' ? 'tính cả ngày nghỉ' : '',
    rolled ? `ngày cuối ${dayMonth(rolled.from)} là ngày nghỉ nên chuyển sang ${weekdayDayMonth(rolled.to)}` : '',
    skipped !== '' && !rolled ? `không tính ${skipped}` : '',
  ]
  return parts.filter((part) => part !== '').join('; ')
}

/** For someone who plans to file today: the rule about the first day and the named days off on the way, in full sentences. */
export function previewNote({ limit, reasons }: Deadline): string {
  const rule =
    limit.unit === 'HOUR'
      ? 'Chỉ tính giờ làm việc.'
      : limit.unit === 'SAME_DAY'
        ? 'Nộp trước 15:00 thì trả trong ngày.'
        : limit.unit === 'DAY'
          ? 'Ngày nộp không tính, ngày nghỉ vẫn tính.'
          : 'Ngày nộp không tính.'
  const named = skippedRuns(reasons).flatMap(({ dates, name }) => {
    const [first, last] = [dates[0], dates.at(-1)]
    if (name === null || first === undefined || last === undefined) return []
    return [`${sentenceCase(first === last ? weekdayDayMonth(first) : `từ ${rangeWords(first, last)}`)} ${name}.`]
  })
  return [rule, ...named].join(' ')
}
