/** Deadlines in Vietnamese: the due chip, the door's sign, and one sentence for each reason. Pure. */
import { addDays, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import {
  dateWords,
  durationWords,
  joinWords,
  momentDayMonth,
  momentWords,
  sentenceCase,
  timeWords,
  weekdayDate,
  weekdayDayMonth,
  weekdayWords,
} from '@/lib/text/dates'
import type { OpenState, UnusualDay } from './opening'
import type { Reason, ReceiptTiming, Remaining } from './rules'
import type { DueStanding } from './standing'
import type { ClosedBecause, ClosedTiming } from './working-time'

/**
 * `ngày làm việc 3`, `ngày làm việc 1 và 2`, `ngày làm việc 2 đến 6`. Always figures: "ngày làm việc thứ hai đến thứ sáu" reads as Monday to
 * Friday.
 */
export function workingDayNumbers(first: number, last: number = first): string {
  if (first === last) return `ngày làm việc ${formatNumber(first)}`
  return `ngày làm việc ${formatNumber(first)} ${last === first + 1 ? 'và' : 'đến'} ${formatNumber(last)}`
}

/** The words of the due chip, as members of staff read them or, with `toCitizen`, the one whose dossier it is. */
export function standingWords(standing: DueStanding, toCitizen = false): string {
  switch (standing.kind) {
    case 'left':
      return standing.workingDays === 0 ? 'còn dưới 1 ngày làm việc' : `còn ${formatNumber(standing.workingDays)} ngày làm việc`
    case 'today':
      return 'đến hạn hôm nay'
    case 'late':
      return standing.workingDays === 0 ? 'quá hạn dưới 1 ngày' : `quá hạn ${formatNumber(standing.workingDays)} ngày`
    case 'minutes_left':
      // In the queue the column says what kind of hours they are.
      return `còn ${officeHoursWords(standing.officeMinutes)}${toCitizen ? ' làm việc' : ''}`
    case 'minutes_late':
      return `quá hạn ${lateHoursWords(standing.officeMinutes)}`
    case 'waiting':
      return toCitizen && standing.for !== 'withdrawal' ? 'đang chờ Ông/Bà' : WAITING[standing.for]
    case 'done':
      return DONE[standing.when]
  }
}

const WAITING: Record<Extract<DueStanding, { kind: 'waiting' }>['for'], string> = {
  applicant: 'đang chờ công dân',
  applicant_lapsed: 'chờ công dân đã lâu',
  withdrawal: 'chờ xác nhận rút',
}

/** What is late by a working day (8 hours, Bộ luật Lao động 2019 Điều 105) or more is late by days, as everything else: nobody counts in minutes then. */
const lateHoursWords = (minutes: number): string =>
  minutes < DAY_MINUTES ? officeHoursWords(minutes) : `${formatNumber(Math.floor(minutes / DAY_MINUTES))} ngày`
const DAY_MINUTES = 8 * 60

/** `6 giờ 20 phút`, `2 giờ`, `45 phút`: whole minutes of office time, short enough for a chip. */
function officeHoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), Math.floor(minutes % 60)]
  if (hours === 0) return rest === 0 ? 'dưới 1 phút' : `${rest} phút`
  return rest === 0 ? `${formatNumber(hours)} giờ` : `${formatNumber(hours)} giờ ${rest} phút`
}

const DONE: Record<Extract<DueStanding, { kind: 'done' }>['when'], string> = {
  early: 'xong trước hạn',
  promised_today: 'xong, hẹn hôm nay',
  on_the_day: 'xong đúng hạn',
  late: 'xong quá hạn',
}

/** Why a moment was not in office hours, to follow "lúc 19:42". */
export const TIMING: Record<ClosedTiming, string> = {
  in_break: 'trong giờ nghỉ trưa',
  before_opening: 'trước giờ làm việc',
  after_closing: 'sau giờ làm việc',
  closed_day: 'vào ngày nghỉ',
}

/** `nghỉ Tết Nguyên đán`; names that say "nghỉ" already stay as they are; a day that is not announced yet is "dự kiến". */
function dayOff({ name, provisional }: { name: string; provisional: boolean }): string {
  const rest = /^nghỉ /i.test(name) ? `nghỉ${name.slice(4)}` : `nghỉ ${name}`
  return provisional ? `${rest} (dự kiến)` : rest
}

/** `nghỉ Tết Nguyên đán`, or null for a plain weekend day, which its weekday explains. */
export function closedWords(because: ClosedBecause): string | null {
  return because.why === 'weekend' ? null : dayOff(because)
}

/** `21 giờ làm việc`, or null of a limit in calendar days, whose date moves by the days of the pause. */
export function remainingWords({ remainingMinutes, remainingDays }: Remaining): string | null {
  return remainingDays === null ? `${durationWords(remainingMinutes)} làm việc` : null
}

/** What stands still while the clock does: `còn lại 21 giờ làm việc`; a date in calendar days will move by the days of the pause. */
export const frozenWords = (remaining: Remaining): string => {
  const left = remainingWords(remaining)
  return left === null ? 'ngày hẹn dời đúng số ngày đã chờ' : `còn lại ${left}`
}

/** What stands in place of certainty when a count leaves the announced calendar. */
export function beyondCalendarWords({ side, announced }: Extract<Reason, { kind: 'beyond_calendar' }>): string {
  if (announced === null) return 'Chưa có lịch nghỉ nào được công bố, ngày hẹn có thể thay đổi'
  return side === 'after'
    ? `Lịch nghỉ sau ngày ${dateWords(announced)} mới là dự kiến, ngày hẹn có thể thay đổi khi Nhà nước công bố`
    : `Không có lịch nghỉ trước ngày ${dateWords(announced)}, ngày hẹn có thể chưa đúng`
}

function receivedSentence(at: Date, effective: Date, timing: ReceiptTiming): string {
  if (timing === 'in_hours') return `Nhận lúc ${momentWords(at)}, trong giờ làm việc: tính từ lúc này`
  return `Nhận lúc ${momentWords(at)}, ${TIMING[timing]}: tính từ ${momentWords(effective)}`
}

/** ` (làm bù cho 31/8)`, or nothing. */
export function swappedWords(swapped: string | null): string {
  return swapped === null ? '' : ` (${swapped.slice(0, 1).toLocaleLowerCase('vi')}${swapped.slice(1)})`
}

const SENTENCE: { [K in Reason['kind']]: (reason: Extract<Reason, { kind: K }>) => string } = {
  received: ({ at, effective, timing }) => receivedSentence(at, effective, timing),
  skipped: ({ date, because }) => {
    const rest = closedWords(because)
    return `${sentenceCase(weekdayDate(date))}: ${rest ? `${rest}, ` : ''}không tính`
  },
  working_day: ({ date, number, swapped }) => `${sentenceCase(weekdayDate(date))}: ${workingDayNumbers(number)}${swappedWords(swapped)}`,
  calendar_days: ({ from, to, days }) => `Từ ${dateWords(from)} đến ${dateWords(to)}: ${formatNumber(days)} ngày, tính cả ngày nghỉ`,
  office_time: ({ date, minutes, swapped }) => `${sentenceCase(weekdayDate(date))}: tính ${durationWords(minutes)}${swappedWords(swapped)}`,
  same_day: ({ inTime }) => (inTime ? 'Trước 15:00: trả trong ngày' : 'Từ 15:00 trở đi: trả vào ngày làm việc tiếp theo'),
  rolled: ({ from, to }) => `Ngày cuối ${dateWords(from)} là ngày nghỉ: chuyển sang ${weekdayDate(to)}`,
  due: ({ at }) => `Hết hạn lúc ${momentWords(at)}`,
  paused: ({ from, to, dueAt, ...remaining }) =>
    `Tạm dừng từ ${momentWords(from)} đến ${momentWords(to)}, ${frozenWords(remaining)}: hết hạn lúc ${momentWords(dueAt)}`,
  paused_too_late: ({ from, dueAt }) =>
    `Tạm dừng từ ${momentWords(from)}, khi đã hết hạn lúc ${momentWords(dueAt)}: không kéo dài thời hạn`,
  frozen: ({ since, ...remaining }) => `Đang tạm dừng từ ${momentWords(since)}, ${frozenWords(remaining)}`,
  beyond_calendar: beyondCalendarWords,
}

/** One full sentence (without a full stop) for one step of the count, dates with their year. */
export function reasonWords<K extends Reason['kind']>(reason: Extract<Reason, { kind: K }>): string {
  const sentence: (reason: Extract<Reason, { kind: K }>) => string = SENTENCE[reason.kind]
  return sentence(reason)
}

/** `Đang mở cửa, đến 11:30`; closed: why, and when the door opens. */
export function openWords({ now, today, tomorrow }: OpenState): string {
  if (now.state === 'open') return `Đang mở cửa, đến ${timeWords(now.until)}`
  if (now.timing === 'in_break') return `Nghỉ trưa, mở lại lúc ${timeWords(now.opensAt)}`
  if (now.timing === 'before_opening') return `Chưa mở cửa, mở lúc ${timeWords(now.opensAt)}`
  const opens = localDateOf(now.opensAt) === tomorrow ? `${timeWords(now.opensAt)} ngày mai` : momentDayMonth(now.opensAt)
  if (now.timing === 'after_closing') return `Đã đóng cửa, mở lại ${opens}`
  return today ? `Hôm nay ${dayOff(today)}, mở lại ${opens}` : `Hôm nay nghỉ, mở lại ${opens}`
}

/** Days in a row that carry the same name. */
function sameName(days: readonly UnusualDay[]): { from: LocalDate; to: LocalDate; day: UnusualDay }[] {
  const runs: { from: LocalDate; to: LocalDate; day: UnusualDay }[] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.day.name === day.name && addDays(run.to, 1) === day.date) run.to = day.date
    else runs.push({ from: day.date, to: day.date, day })
  }
  return runs
}

/**
 * The unusual days ahead, in two parts of one sentence: `Mai thứ Ba 24/11 nghỉ` and `Ngày Văn hóa Việt Nam`. Null when no day ahead is
 * unusual.
 */
export function aheadWords({ ahead, tomorrow }: OpenState): { what: string; why: string } | null {
  const first = ahead[0]
  if (!first) return null
  const same = ahead.filter((day) => day.works === first.works)
  const runs = sameName(same)
  const days = joinWords(
    runs.map(({ from, to }) => {
      const head = from === tomorrow ? `mai ${weekdayDayMonth(from)}` : weekdayDayMonth(from)
      return from === to ? head : `từ ${head} đến ${weekdayDayMonth(to)}`
    }),
  )
  const names = [...new Set(runs.map(({ day }) => (day.provisional ? `${day.name} (dự kiến)` : day.name)))]
  return { what: `${sentenceCase(days)} ${first.works ? 'làm việc' : 'nghỉ'}`, why: joinWords(names) }
}

/** `Mai nghỉ Ngày Văn hóa Việt Nam`, for a line of small print; null when tomorrow is like every other day of its weekday. */
export function tomorrowWords({ ahead, tomorrow }: OpenState): string | null {
  const day = ahead.find(({ date }) => date === tomorrow)
  if (!day) return null
  return day.works ? `Mai ${weekdayWords(tomorrow)} làm việc${swappedWords(day.name)}` : `Mai ${dayOff(day)}`
}
