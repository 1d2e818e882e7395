/** "Tính ngày hẹn trả": what people type into the page's form, as the question that `explainDeadline` answers. Pure. */
import { instantAt, type LocalDate, localDateOf, minuteOfDay, toIsoLocal } from '@/lib/platform/local-date'
import { dateWords, timeWords } from '@/lib/text/dates'
import { readDay } from '@/lib/text/typed-date'
import { type LimitUnit, MAX_LIMIT, type TimeLimit } from './rules'
import { YEARS } from './schema'

/** The boxes of the form, by their names in the address. */
export type TypedQuestion = { ngay: string; gio: string; so: string; 'don-vi': string }

type Errors = Partial<Record<keyof TypedQuestion, string>>

/** `question` is null as long as nothing, or nothing that can be counted, was asked. */
export type ReadQuestion = {
  typed: TypedQuestion
  errors: Errors
  question: { receivedAt: string; value: string; unit: LimitUnit } | null
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
  }
  const isAsked = Object.values(asked).some((value) => value !== undefined && value !== '')
  if (!isAsked) return { typed, errors: {}, question: null }
  const day = readDay(typed.ngay, 'Ngày nhận', YEARS)
  const minute = readMinute(typed.gio)
  const unit = UNIT_CHOICES.find((one) => one.value === typed['don-vi'])?.unit ?? null
  const value = unit === 'SAME_DAY' ? 1 : readCount(typed.so)
  if (day.ok && minute !== null && unit !== null && value !== null)
    return { typed, errors: {}, question: { receivedAt: receivedAt({ day: day.date, minute }, asked, now), value: String(value), unit } }
  const errors: Errors = {
    ...(day.ok ? {} : { ngay: day.sentence }),
    ...(minute === null ? { gio: 'Ghi giờ nhận dạng 8:15 hoặc 14:30' } : {}),
    ...(value === null ? { so: `Nhập thời hạn là số từ 1 đến ${MAX_LIMIT.toLocaleString('vi')}` } : {}),
    ...(unit === null ? { 'don-vi': 'Chọn cách tính thời hạn' } : {}),
  }
  return { typed, errors, question: null }
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
