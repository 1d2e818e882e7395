/** "Tính ngày hẹn trả": what people type into the page's form, as the question that `explainDeadline` answers. Pure. */
import { instantAt, type LocalDate, localDateOf, minuteOfDay, toIsoLocal } from '@/lib/platform/local-date'
import { dateWords, timeWords } from '@/lib/text/dates'
import { readDay } from '@/lib/text/typed-date'
import { type LimitUnit, MAX_LIMIT, type TimeLimit } from './rules'
import { YEARS } from './schema'

/** The boxes of the form, by their names in the address. */
export type TypedQuestion = { ngay: string; gio: string; so: string; 'don-vi': string; 'dung-tu': string; 'dung-den': string }

/** A day without an hour: its noon, when the office is closed for an hour and a half. */
const NOON = 12 * 60

type Errors = Partial<Record<keyof TypedQuestion, string>>

/** `question` is null as long as nothing, or nothing that can be counted, was asked. */
export type ReadQuestion = {
  typed: TypedQuestion
  errors: Errors
  question: { receivedAt: string; value: string; unit: LimitUnit; pauses: string } | null
}

/** The units as they stand in addresses, in the order of the form. */
export const UNIT_CHOICES = [
  { value: 'ngay-lam-viec', label: 'ngày làm việc', unit: 'WORKING_DAY' },
  { value: 'ngay', label: 'ngày (tính cả ngày nghỉ)', unit: 'DAY' },
  { value: 'gio-lam-viec', label: 'giờ làm việc', unit: 'HOUR' },
  { value: 'trong-ngay', label: 'trả trong ngày', unit: 'SAME_DAY' },
] as const satisfies readonly { value: string; label: string; unit: LimitUnit }[]

/** The address that counts the limit of a procedure from now on. */
export function questionAddress({ value, unit }: TimeLimit): string {
  const choice = UNIT_CHOICES.find((one) => one.unit === unit)
  return `/tinh-ngay-hen?${new URLSearchParams({ so: String(value), 'don-vi': choice?.value ?? '' })}`
}

/**
 * The question behind an address. A day or an hour that is left out is that of `now`; without a limit nothing is asked yet. What cannot be
 * read is answered with a sentence at its box.
 */
export function readTypedQuestion(asked: Partial<TypedQuestion>, now: Date): ReadQuestion {
  const typed = {
    ngay: asked.ngay?.trim() || dateWords(localDateOf(now)),
    gio: asked.gio?.trim() || timeWords(now),
    so: asked.so?.trim() ?? '',
    'don-vi': asked['don-vi'] ?? UNIT_CHOICES[0].value,
    'dung-tu': asked['dung-tu']?.trim() ?? '',
    'dung-den': asked['dung-den']?.trim() ?? '',
  }
  // One stretch of waiting, in whole days.
  const pause = readPause(typed)
  const isAsked = Object.values(asked).some((value) => value !== undefined && value !== '')
  if (!isAsked) return { typed, errors: {}, question: null }
  const day = readDay(typed.ngay, 'Ngày nhận', YEARS)
  const minute = readMinute(typed.gio)
  const unit = UNIT_CHOICES.find((one) => one.value === typed['don-vi'])?.unit ?? null
  const value = unit === 'SAME_DAY' ? 1 : readCount(typed.so)
  if (day.ok && minute !== null && unit !== null && value !== null && pause.ok) {
    const from = receivedAt({ day: day.date, minute }, asked, now)
    if (pause.from === null) return { typed, errors: {}, question: { receivedAt: from, value: String(value), unit, pauses: '' } }
    if (pause.from < day.date) return { typed, errors: { 'dung-tu': 'Ngày bắt đầu chờ phải từ ngày nhận hồ sơ trở đi' }, question: null }
    return { typed, errors: {}, question: { receivedAt: from, value: String(value), unit, pauses: pausesFrom(from, pause) } }
  }
  const errors: Errors = {
    ...(day.ok ? {} : { ngay: day.sentence }),
    ...(minute === null ? { gio: 'Ghi giờ nhận dạng 8:15 hoặc 14:30' } : {}),
    ...(value === null ? { so: `Nhập thời hạn là số từ 1 đến ${MAX_LIMIT.toLocaleString('vi')}` } : {}),
    ...(unit === null ? { 'don-vi': 'Chọn cách tính thời hạn' } : {}),
    ...(pause.ok ? {} : pause.errors),
  }
  return { typed, errors, question: null }
}

type Pause = { ok: true; from: LocalDate; to: LocalDate } | { ok: true; from: null } | { ok: false; errors: Errors }

/** The stretch in which the office waited for papers; both days or none. */
function readPause(typed: TypedQuestion): Pause {
  if (typed['dung-tu'] === '' && typed['dung-den'] === '') return { ok: true, from: null }
  const from = readDay(typed['dung-tu'], 'Ngày bắt đầu chờ', YEARS)
  const to = readDay(typed['dung-den'], 'Ngày nhận được bổ sung', YEARS)
  const errors: Errors = {
    ...(from.ok ? {} : { 'dung-tu': from.sentence }),
    ...(to.ok ? {} : { 'dung-den': to.sentence }),
  }
  if (!from.ok || !to.ok) return { ok: false, errors }
  if (to.date <= from.date) return { ok: false, errors: { 'dung-den': 'Ngày nhận được bổ sung phải sau ngày bắt đầu chờ' } }
  return { ok: true, from: from.date, to: to.date }
}

/** As the public interface takes it: from the noon of the first day (or the receipt, if that was later) to the noon of the last. */
function pausesFrom(receivedAt: string, { from, to }: { from: LocalDate; to: LocalDate }): string {
  const begin = toIsoLocal(instantAt(from, NOON))
  const isEarly = new Date(begin) < new Date(receivedAt)
  return `${isEarly ? receivedAt : begin}/${toIsoLocal(instantAt(to, NOON))}`
}

/** To the second when it is now, else to the minute that was typed. */
function receivedAt({ day, minute }: { day: LocalDate; minute: number }, asked: Partial<TypedQuestion>, now: Date): string {
  const isNow = !asked.ngay && !asked.gio && minute === minuteOfDay(now)
  return toIsoLocal(isNow ? now : instantAt(day, minute))
}

/** `8:15`, `08.15`, `8h15`, `8h`, `8 giờ 15`: the minute of the day, or null. */
function readMinute(text: string): number | null {
  const match = /^(\d{1,2})\s*(?:[:.hg]|giờ)\s*(\d{1,2})?\s*(?:phút|p)?$/i.exec(text)
  if (!match) return null
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')]
  return hour < 24 && minute < 60 ? hour * 60 + minute : null
}

function readCount(text: string): number | null {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= MAX_LIMIT ? count : null
}
