/** Days, times and durations in Vietnamese words: 24-hour clock, `dd/mm/yyyy`, and the weekday wherever someone has to come or to act. */
import { addDays, type LocalDate, localDateOf, minuteOfDay, weekdayOf } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const
const SHORT_WEEKDAYS = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

/** `thứ Hai … Chủ nhật`, as inside a sentence. */
export function weekdayWords(date: LocalDate): string {
  return WEEKDAYS[weekdayOf(date)]
}

/** `T2 … T7`, `CN`. */
export function shortWeekday(date: LocalDate): string {
  return SHORT_WEEKDAYS[weekdayOf(date)]
}

/** `27/11/2026` */
export function dateWords(date: LocalDate): string {
  return `${dayMonth(date)}/${date.slice(0, 4)}`
}

/** `27/11` */
export function dayMonth(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}`
}

/** `thứ Hai 23/11` */
export function weekdayDayMonth(date: LocalDate): string {
  return `${weekdayWords(date)} ${dayMonth(date)}`
}

/** `thứ Hai 23/11/2026` */
export function weekdayDate(date: LocalDate): string {
  return `${weekdayWords(date)} ${dateWords(date)}`
}

/** `08:15`, seconds cut off. */
export function timeWords(at: Date): string {
  const minute = minuteOfDay(at)
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** `17:00 thứ Sáu 27/11/2026`: a time at which someone must come or act. */
export function momentWords(at: Date): string {
  return `${timeWords(at)} ${weekdayDate(localDateOf(at))}`
}

/** `17:00 27/11/2026`, for the cells of a sheet. */
export function plainMoment(at: Date): string {
  return `${timeWords(at)} ${dateWords(localDateOf(at))}`
}

/** `17:00 thứ Sáu 27/11`, where the year is plain from what stands around it. */
export function momentDayMonth(at: Date): string {
  return `${timeWords(at)} ${weekdayDayMonth(localDateOf(at))}`
}

/** `17:00 T6 27/11`, for columns. */
export function shortMoment(at: Date): string {
  const date = localDateOf(at)
  return `${timeWords(at)} ${shortWeekday(date)} ${dayMonth(date)}`
}

/** `08 giờ 15 phút, ngày 20 tháng 11 năm 2026`, as the forms of Circular 03/2025/TT-VPCP have it. */
export function momentOnForm(at: Date): string {
  const minute = minuteOfDay(at)
  return `${pad(Math.floor(minute / 60))} giờ ${pad(minute % 60)} phút, ${dayOnForm(localDateOf(at))}`
}

/** `ngày 20 tháng 11 năm 2026` */
export function dayOnForm(date: LocalDate): string {
  return `ngày ${date.slice(8)} tháng ${date.slice(5, 7)} năm ${date.slice(0, 4)}`
}

/** `a`, `a và b`, `a, b và c`. */
export function joinWords(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} và ${last}`
}

/** Capital first letter, for a line's head. */
export function sentenceCase(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}

/** From `from` to `to`: `16/02`, `16 đến 20/02`, `30/11 đến 02/12`. */
export function rangeWords(from: LocalDate, to: LocalDate): string {
  if (from === to) return dayMonth(from)
  return `${from.slice(0, 7) === to.slice(0, 7) ? from.slice(8) : dayMonth(from)} đến ${dayMonth(to)}`
}

/** Days in order, the month said once: `24/11`, `21 và 22/11`, `30/11 và 01/12`; from three days in a row on as a range, `16 đến 20/02`. */
export function daysWords(dates: readonly LocalDate[]): string {
  const first = dates[0]
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return ''
  if (dates.length > 2 && dates.every((date, index) => date === addDays(first, index))) return rangeWords(first, last)
  return joinWords(dates.map((date, index) => (dates[index + 1]?.slice(0, 7) === date.slice(0, 7) ? date.slice(8) : dayMonth(date))))
}

/** `2 giờ 30 phút`, `3 giờ`, `45 phút`; rounded to the minute. */
export function durationWords(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const parts = [hours > 0 ? `${formatNumber(hours)} giờ` : '', whole % 60 > 0 || whole === 0 ? `${whole % 60} phút` : '']
  return parts.filter((part) => part !== '').join(' ')
}
