/** "Tính ngày hẹn trả": what people type into the page's form, as the question that `explainDeadline` answers. Pure. */
import { instantAt, type LocalDate, localDateOf, toIsoLocal } from '@/lib/platform/local-date'
import { dateWords, timeWords } from '@/lib/text/dates'
import { readDay } from '@/lib/text/typed-date'
import { type LimitUnit, MAX_LIMIT, type TimeLimit } from './rules'
import { YEARS } from './schema'

/** What was typed into the boxes of the form. */
type TypedQuestion = { ngay: string; gio: string; so: string; 'don-vi': string; pauses: readonly TypedPause[] }
export type TypedPause = { from: string; to: string }

/** The boxes by their names in the address; what an address does not have is missing or empty. */
type Boxes = Readonly<Record<string, string | undefined>>

/** A day without an hour: its noon, when the office is closed for an hour and a half. */
const NOON = 12 * 60

/** More than any dossier has: papers are asked for once, by a leader once more, and money is waited for now and then. */
export const MOST_PAUSES = 10

/** By the name of the box. */
type Errors = Readonly<Record<string, string>>

/** `question` is null as long as nothing, or nothing that can be counted, was asked. */
export type ReadQuestion = {
  typed: TypedQuestion
  errors: Errors
  question: { receivedAt: string; value: string; unit: LimitUnit; pauses: string } | null
}

/** The button that was pressed: to fill in a procedure's limit, to draw boxes for one more pause, or to count. */
export const PRESS = { box: 'lam', fill: 'dien', more: 'them', count: 'tinh' } as const

/** The boxes of a pause, the first being number 1. */
export const pauseBoxes = (number: number): { from: string; to: string } =>
  number === 1 ? { from: 'dung-tu', to: 'dung-den' } : { from: `dung-tu-${number}`, to: `dung-den-${number}` }

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
 * The question behind an address. A day or an hour that is left out is that of `now`; without a limit nothing is asked yet. Pauses whose two
 * boxes were emptied are gone. What cannot be read is answered with a sentence at its box; whoever asks for boxes of one more pause has not
 * finished, and is told nothing yet.
 */
export function readTypedQuestion(asked: Boxes, now: Date): ReadQuestion {
  const box = (name: string): string => asked[name]?.trim() ?? ''
  const typed = {
    ngay: box('ngay') || dateWords(localDateOf(now)),
    gio: box('gio') || timeWords(now),
    so: box('so'),
    'don-vi': box('don-vi') || UNIT_CHOICES[0].value,
    pauses: typedPauses(box),
  }
  const isAsked = typed.pauses.length > 0 || ['ngay', 'gio', 'so', 'don-vi'].some((name) => box(name) !== '')
  if (!isAsked || box(PRESS.box) === PRESS.more) return { typed, errors: {}, question: null }
  const day = readDay(typed.ngay, 'Ngày nhận', YEARS)
  const minute = readMinute(typed.gio)
  const unit = UNIT_CHOICES.find((one) => one.value === typed['don-vi'])?.unit ?? null
  const value = unit === 'SAME_DAY' ? 1 : readCount(typed.so)
  const pauses = readPauses(typed.pauses, day.ok ? day.date : null)
  if (day.ok && minute !== null && unit !== null && value !== null && 'spans' in pauses) {
    const from = receivedAt({ day: day.date, minute }, { isNow: box('ngay') === '' && box('gio') === '', now })
    return { typed, errors: {}, question: { receivedAt: from, value: String(value), unit, pauses: pausesFrom(from, pauses.spans) } }
  }
  const errors: Errors = {
    ...(day.ok ? {} : { ngay: day.sentence }),
    ...(minute === null ? { gio: 'Ghi giờ nhận dạng 8:15 hoặc 14:30' } : {}),
    ...(value === null ? { so: `Nhập thời hạn là số từ 1 đến ${MAX_LIMIT.toLocaleString('vi')}` } : {}),
    ...(unit === null ? { 'don-vi': 'Chọn cách tính thời hạn' } : {}),
    ...('spans' in pauses ? {} : pauses.errors),
  }
  return { typed, errors, question: null }
}

/** The pauses of which something was typed, moved up to fill the gaps. */
const typedPauses = (box: (name: string) => string): TypedPause[] =>
  Array.from({ length: MOST_PAUSES }, (_, index) => pauseBoxes(index + 1))
    .map(({ from, to }) => ({ from: box(from), to: box(to) }))
    .filter(({ from, to }) => from !== '' || to !== '')

/** A stretch in which the office waited, in whole days. */
type Span = { number: number; from: LocalDate; to: LocalDate }

/** The stretches, all of them or the sentences at the boxes: they begin at or after the `receipt` (null: not known) and do not overlap. */
function readPauses(typed: readonly TypedPause[], receipt: LocalDate | null): { spans: Span[] } | { errors: Errors } {
  const spans: Span[] = []
  const errors: Record<string, string> = {}
  for (const [index, { from, to }] of typed.entries()) {
    const boxes = pauseBoxes(index + 1)
    const first = readDay(from, 'Ngày bắt đầu chờ', YEARS)
    const last = readDay(to, 'Ngày nhận được bổ sung', YEARS)
    if (!first.ok) errors[boxes.from] = first.sentence
    if (!last.ok) errors[boxes.to] = last.sentence
    if (!first.ok || !last.ok) continue
    const span = { number: index + 1, from: first.date, to: last.date }
    const other = spans.find((one) => one.from < span.to && span.from < one.to)
    if (span.to <= span.from) errors[boxes.to] = 'Ngày nhận được bổ sung phải sau ngày bắt đầu chờ'
    else if (receipt !== null && span.from < receipt) errors[boxes.from] = 'Ngày bắt đầu chờ phải từ ngày nhận hồ sơ trở đi'
    else if (other) errors[boxes.from] = `Lần chờ này trùng với lần ${other.number}. Kiểm tra lại các ngày`
    else spans.push(span)
  }
  return Object.keys(errors).length === 0 ? { spans } : { errors }
}

/** As the public interface takes them: from the noon of the first day (or the receipt, if that was later) to the noon of the last. */
const pausesFrom = (receivedAt: string, spans: readonly Span[]): string =>
  spans
    .map(({ from, to }) => {
      const begin = toIsoLocal(instantAt(from, NOON))
      const isEarly = new Date(begin) < new Date(receivedAt)
      return `${isEarly ? receivedAt : begin}/${toIsoLocal(instantAt(to, NOON))}`
    })
    .join(',')

/** To the second when it is now, else to the minute that was typed. */
const receivedAt = ({ day, minute }: { day: LocalDate; minute: number }, { isNow, now }: { isNow: boolean; now: Date }): string =>
  toIsoLocal(isNow ? now : instantAt(day, minute))

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
