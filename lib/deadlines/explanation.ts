/** "Vì sao là ngày này?": the steps of a count as the lines of a list, for citizens. Pure. */
import { addDays, daysBetween, type LocalDate, localDateOf, weekdayOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import {
  dayMonth,
  daysWords,
  durationWords,
  momentDayMonth,
  momentWords,
  rangeWords,
  sentenceCase,
  timeWords,
  weekdayDayMonth,
  weekdayWords,
} from '@/lib/text/dates'
import { stripLayout } from './day-strip'
import type { Deadline, Reason } from './rules'
import { beyondCalendarWords, closedWords, remainingWords, swappedWords, TIMING, workingDayNumbers } from './words'
import { officeAt, type WorkCalendar } from './working-time'

/** `isOff`: a line that takes days out of the count, drawn quieter. */
export interface ReasonLine {
  when: string
  text: string
  isOff: boolean
}

/** `submittedAt`: when the citizen sent the dossier, if that was another moment than its receipt by the office. */
export interface Telling {
  now: Date
  calendar: WorkCalendar
  submittedAt?: Date | null
}

type Of<K extends Reason['kind']> = Extract<Reason, { kind: K }>
/** A line with the last day it speaks of, so that the due time joins the line of its own day. */
type Told = ReasonLine & { last: LocalDate | null }

const headOf = (date: LocalDate) => sentenceCase(weekdayDayMonth(date))

/** Skipped days that share a line: the weekend, or days in the list's order with one name. `name` is null for plain weekend days. */
export function skippedRuns(reasons: readonly Reason[]): { dates: LocalDate[]; name: string | null }[] {
  const runs: { dates: LocalDate[]; name: string | null }[] = []
  for (const reason of reasons) {
    if (reason.kind !== 'skipped') continue
    const name = closedWords(reason.because)
    const run = runs.at(-1)
    const previous = run?.dates.at(-1)
    if (run && run.name === name && previous !== undefined && addDays(previous, 1) === reason.date) run.dates.push(reason.date)
    else runs.push({ dates: [reason.date], name })
  }
  return runs
}

/** `thứ Bảy, Chủ nhật`: the weekdays of `dates`, each once, Monday first. */
export function weekdaysOf(dates: readonly LocalDate[]): string {
  const mondayFirst = dates.toSorted((a, b) => ((weekdayOf(a) + 6) % 7) - ((weekdayOf(b) + 6) % 7))
  return [...new Set(mondayFirst.map(weekdayWords))].join(', ')
}

function skippedLines(reasons: readonly Reason[]): Told[] {
  return skippedRuns(reasons).map(({ dates, name }) => ({
    when: dates.length === 1 && dates[0] !== undefined && name !== null ? headOf(dates[0]) : daysWords(dates),
    text: `${sentenceCase(name ?? weekdaysOf(dates))}: không tính`,
    isOff: true,
    last: null,
  }))
}

/** A long count names its holidays and only numbers its weekends. */
function skippedSummary(reasons: readonly Reason[]): Told[] {
  const runs = skippedRuns(reasons)
  const count = runs.reduce((sum, { dates }) => sum + dates.length, 0)
  if (runs.length <= 2) return skippedLines(reasons)
  const weekends = runs.filter(({ name }) => name === null).flatMap(({ dates }) => dates)
  const parts = [
    ...(weekends.length > 0 ? [`${weekends.length} ngày ${weekdaysOf(weekends)}`] : []),
    ...runs.flatMap(({ dates, name }) => (name === null ? [] : [`${name} ${daysWords(dates)}`])),
  ]
  return [{ when: `${count} ngày nghỉ`, text: `Không tính: ${parts.join('; ')}`, isOff: true, last: null }]
}

function submittedLine(deadline: Deadline, { calendar, submittedAt }: Telling): Told[] {
  if (!submittedAt || submittedAt.getTime() === deadline.receivedAt.getTime()) return []
  const day = localDateOf(submittedAt)
  const moment = officeAt(submittedAt, calendar)
  // Where the office took it in on the same day, the line of the receipt says what that day was.
  const isTold = moment.state === 'open' || localDateOf(deadline.receivedAt) === day
  const out = isTold ? '' : `, ${TIMING[moment.timing]} nên chuyển sang ${movedTo(day, moment.opensAt)}`
  return [{ when: headOf(day), text: `Gửi lúc ${timeWords(submittedAt)}${out}`, isOff: false, last: null }]
}

function movedTo(day: LocalDate, opensAt: Date): string {
  const moved = localDateOf(opensAt)
  return moved === addDays(day, 1) ? 'sáng hôm sau' : moved === day ? timeWords(opensAt) : weekdayDayMonth(moved)
}

/** What the day of receipt means for the count. */
function receiptMeans({ limit, reasons }: Deadline): string {
  if (limit.unit === 'HOUR') return 'Tính giờ từ lúc này'
  if (limit.unit !== 'SAME_DAY') return 'Ngày tiếp nhận chưa tính'
  const isInTime = reasons.some((reason) => reason.kind === 'same_day' && reason.inTime)
  return isInTime ? 'Trước 15:00 nên trả trong ngày' : 'Từ 15:00 trở đi nên trả vào ngày làm việc tiếp theo'
}

function receivedLines(deadline: Deadline, received: Of<'received'>): Told[] {
  const { at, effective, timing } = received
  const [day, last] = [localDateOf(at), localDateOf(effective)]
  const means = receiptMeans(deadline)
  if (timing === 'in_hours') return [{ when: headOf(day), text: `Tiếp nhận lúc ${timeWords(at)}. ${means}`, isOff: false, last }]
  const came = `Hồ sơ đến lúc ${timeWords(at)}, ${TIMING[timing]}`
  if (day === last) return [{ when: headOf(day), text: `${came} nên tính từ ${timeWords(effective)}. ${means}`, isOff: false, last }]
  return [
    { when: headOf(day), text: came, isOff: false, last: null },
    ...skippedLines(deadline.reasons.filter((reason) => reason.kind === 'skipped' && reason.date < last)),
    { when: headOf(last), text: `Tính là tiếp nhận lúc ${timeWords(effective)}. ${means}`, isOff: false, last },
  ]
}

/** The days of a run: all of them when they follow one another, else only from where to where. */
function runDays(days: readonly { date: LocalDate }[]): string {
  const dates = days.map(({ date }) => date)
  const [first, last] = [dates[0], dates.at(-1)]
  if (first === undefined || last === undefined) return ''
  if (dates.length === 1) return headOf(first)
  return dates.length === daysBetween(first, last) + 1 ? daysWords(dates) : rangeWords(first, last)
}

function workingDayLine(days: readonly Of<'working_day'>[], today: LocalDate): Told[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return []
  const isToday = days.some(({ date }) => date === today) ? ' (hôm nay)' : ''
  const more = first === last ? `${swappedWords(first.swapped)}${isToday}` : ''
  return [
    { when: runDays(days), text: `${sentenceCase(workingDayNumbers(first.number, last.number))}${more}`, isOff: false, last: last.date },
  ]
}

function officeTimeLine(days: readonly Of<'office_time'>[]): Told[] {
  const last = days.at(-1)
  if (!last) return []
  const minutes = days.reduce((sum, day) => sum + day.minutes, 0)
  const text = `Tính ${durationWords(minutes)}${days.length === 1 ? swappedWords(last.swapped) : ''}`
  return [{ when: runDays(days), text, isOff: false, last: last.date }]
}

/** A stretch of counted and skipped days: day by day for a week, runs for a month, a summary beyond. The last counted day stands alone. */
function stretchLines(stretch: readonly Reason[], layout: ReturnType<typeof stripLayout>, today: LocalDate): Told[] {
  const end = stretch.findLast((reason) => reason.kind === 'working_day' || reason.kind === 'office_time')
  const lines: Told[] = []
  const flush = (run: readonly Reason[]) => {
    const first = run[0]
    if (first?.kind === 'skipped') lines.push(...skippedLines(run))
    else
      lines.push(
        ...workingDayLine(
          run.filter((reason) => reason.kind === 'working_day'),
          today,
        ),
        ...officeTimeLine(run.filter((reason) => reason.kind === 'office_time')),
      )
  }
  if (layout === 'list') {
    flush(stretch.filter((reason) => reason.kind !== 'skipped' && reason !== end))
    lines.push(...skippedSummary(stretch))
    if (end) flush([end])
    return lines
  }
  let run: Reason[] = []
  for (const reason of stretch) {
    const first = run[0]
    const joins = first?.kind === reason.kind && (reason.kind === 'skipped' || (layout === 'weeks' && reason !== end))
    if (first && !joins) {
      flush(run)
      run = []
    }
    run.push(reason)
  }
  if (run.length > 0) flush(run)
  return lines
}

function pauseLine(reason: Of<'paused' | 'paused_too_late' | 'frozen'>): Told {
  const line = (when: string, text: string): Told => ({ when, text, isOff: false, last: null })
  switch (reason.kind) {
    case 'paused':
      return line(
        rangeWords(localDateOf(reason.from), localDateOf(reason.to)),
        `${reason.by === 'office' ? 'Dừng giải quyết' : 'Tạm dừng'} từ ${momentDayMonth(reason.from)} đến ${momentDayMonth(reason.to)}. ${movedBy(reason)} nên hẹn mới là ${momentWords(reason.dueAt)}`,
      )
    case 'paused_too_late':
      return line(dayMonth(localDateOf(reason.from)), `Tạm dừng từ ${timeWords(reason.from)}, khi đã hết hạn, nên ngày hẹn không đổi`)
    case 'frozen':
      return line(dayMonth(localDateOf(reason.since)), `Tạm dừng từ ${timeWords(reason.since)}. ${goesOnWith(reason)}`)
  }
}

/** Office time goes on with what remained; a date in calendar days moves by the days of the pause. */
function movedBy({ from, to, by: _by, ...remaining }: Of<'paused'>): string {
  const left = remainingWords(remaining)
  return left === null ? `Dời ${formatNumber(daysBetween(localDateOf(from), localDateOf(to)))} ngày` : `Còn lại ${left}`
}

function goesOnWith(reason: Of<'frozen'>): string {
  const left = remainingWords(reason)
  return left === null ? 'Khi tính tiếp, ngày hẹn dời đúng số ngày đã dừng' : `Còn lại ${left}, tính tiếp khi hết tạm dừng`
}

/**
 * The closed days that an end in calendar days moves over. They are counted up to the end itself, so none of them is "không tính"; a plain
 * weekend says all with its weekday.
 */
function rolledLine(reason: Of<'rolled'>, { limit, reasons }: Deadline): Told {
  const isFirst = reasons.find(({ kind }) => kind === 'rolled') === reason
  const because = reasons.find((other) => other.kind === 'skipped' && other.date === reason.from)
  const name = because?.kind === 'skipped' ? closedWords(because.because) : null
  const what = isFirst && limit.unit === 'DAY' ? `Ngày thứ ${formatNumber(limit.value)}` : 'Ngày cuối'
  return {
    when: headOf(reason.to),
    text: `${what} là ${weekdayDayMonth(reason.from)}${name === null ? '' : `, ${name},`} nên chuyển sang ${weekdayDayMonth(reason.to)}`,
    isOff: false,
    last: reason.to,
  }
}

/** Puts the due time on the line of its own day, or on a line of its own. */
function tellDue(lines: Told[], at: Date, isClosing: boolean): void {
  const day = localDateOf(at)
  const words = `hết hạn lúc ${isClosing ? 'đóng cửa, ' : ''}${timeWords(at)}`
  const before = lines.at(-1)
  if (before && before.last === day) lines[lines.length - 1] = { ...before, text: `${before.text}: ${words}` }
  else lines.push({ when: headOf(day), text: sentenceCase(words), isOff: false, last: day })
}

const COUNTED: readonly Reason['kind'][] = ['skipped', 'working_day', 'office_time']

/** The reasons as a list for citizens: the days up to a week one by one, a month in runs, a longer count in sum. */
export function explainAtLength(deadline: Deadline, telling: Telling): ReasonLine[] {
  const layout = stripLayout(deadline, telling.now)
  const today = localDateOf(telling.now)
  const start = localDateOf(deadline.effectiveReceipt)
  const lines: Told[] = submittedLine(deadline, telling)
  let stretch: Reason[] = []
  for (const reason of [...deadline.reasons, null]) {
    if (reason && COUNTED.includes(reason.kind)) {
      // Days before the effective receipt stand with the receipt, those that the end moves over with the end.
      if (reason.kind !== 'skipped' || (reason.date >= start && deadline.limit.unit !== 'DAY')) stretch.push(reason)
      continue
    }
    lines.push(...stretchLines(stretch, layout, today))
    stretch = []
    if (reason) lines.push(...otherLines(lines, reason, deadline))
  }
  return lines.map(({ when, text, isOff }) => ({ when, text, isOff }))
}

function otherLines(lines: Told[], reason: Reason, deadline: Deadline): Told[] {
  switch (reason.kind) {
    case 'received':
      return receivedLines(deadline, reason)
    case 'calendar_days':
      return [
        {
          when: rangeWords(reason.from, reason.to),
          text: `Đếm ${formatNumber(reason.days)} ngày, tính cả ngày nghỉ`,
          isOff: false,
          last: reason.to,
        },
      ]
    case 'rolled':
      return [rolledLine(reason, deadline)]
    case 'due':
      tellDue(lines, reason.at, deadline.limit.unit !== 'HOUR')
      return []
    case 'paused':
    case 'paused_too_late':
    case 'frozen':
      return [pauseLine(reason)]
    case 'beyond_calendar':
      return [{ when: 'Lưu ý', text: beyondCalendarWords(reason), isOff: false, last: null }]
    case 'same_day':
    case 'skipped':
    case 'working_day':
    case 'office_time':
      return []
  }
}
