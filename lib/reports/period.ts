/** Periods as people choose them, and the parts into which a chart divides them. Pure. */
import { addDays, daysBetween, type LocalDate, parseLocalDate } from '@/lib/platform/local-date'
import { dateWords } from '@/lib/text/dates'
import { readDay } from '@/lib/text/typed-date'
import type { Period } from './rules'

/** Outside of these years a period is a typing error. */
export const YEARS = { first: 2000, last: 2100 } as const

/** The first year of which figures are kept. */
export const FIRST_YEAR = 2024
const EARLIER_YEARS = 2

const pad = (n: number): string => String(n).padStart(2, '0')

function mustBeDay(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new RangeError(`${text} is not in the calendar`)
  return date
}

/** The first day of a month; months run on over the years, so 13 is January of the next one. */
function monthStart(year: number, month: number): LocalDate {
  const index = year * 12 + month - 1
  return mustBeDay(`${Math.floor(index / 12)}-${pad((index % 12) + 1)}-01`)
}

const months = (year: number, month: number, count: number): Period => ({
  from: monthStart(year, month),
  to: addDays(monthStart(year, month + count), -1),
})

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4))
const monthOf = (date: LocalDate): number => Number(date.slice(5, 7))
const quarterOf = (date: LocalDate): number => Math.ceil(monthOf(date) / 3)

/** A whole calendar year. */
export const yearPeriod = (year: number): Period => months(year, 1, 12)

export interface QuickPeriod {
  /** As it stands in the address. */
  key: string
  label: string
  period: Period
}

/** What is chosen most often: this month, quarter and year, and the years before. The year stands first: it is the default. */
export function quickPeriods(today: LocalDate): QuickPeriod[] {
  const year = yearOf(today)
  const earlier = Array.from({ length: EARLIER_YEARS }, (_, index) => year - 1 - index).filter((one) => one >= FIRST_YEAR)
  return [
    { key: 'nam-nay', label: 'Năm nay', period: yearPeriod(year) },
    { key: 'quy-nay', label: 'Quý này', period: months(year, quarterOf(today) * 3 - 2, 3) },
    { key: 'thang-nay', label: 'Tháng này', period: months(year, monthOf(today), 1) },
    ...earlier.map((one) => ({ key: `nam-${one}`, label: `Năm ${one}`, period: yearPeriod(one) })),
  ]
}

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** `năm 2024`, `quý IV/2026`, `tháng 11/2026`, else `từ 01/01/2024 đến 15/03/2024`. */
export function periodWords({ from, to }: Period): string {
  const same = (other: Period) => other.from === from && other.to === to
  const [year, month] = [yearOf(from), monthOf(from)]
  if (same(yearPeriod(year))) return `năm ${year}`
  if (month % 3 === 1 && same(months(year, month, 3))) return `quý ${ROMAN[quarterOf(from) - 1]}/${year}`
  if (same(months(year, month, 1))) return `tháng ${month}/${year}`
  return from === to ? `ngày ${dateWords(from)}` : `từ ${dateWords(from)} đến ${dateWords(to)}`
}

/** What an address of the dashboard asks for: one of the quick choices, or two days, `dd/mm/yyyy` from the form. */
export interface AskedPeriod {
  ky?: string | undefined
  tu?: string | undefined
  den?: string | undefined
}

export interface ReadPeriod {
  period: Period
  /** The quick choice that the period is, if it is one. */
  choice: string | null
  /** As typed, for the boxes. */
  typed: { tu: string; den: string }
  errors: { tu?: string; den?: string }
}

/** The period that was asked for. What cannot be read is answered with a sentence at its box, and with this year's figures meanwhile. */
export function readPeriod(asked: AskedPeriod, today: LocalDate): ReadPeriod {
  const quick = quickPeriods(today)
  const chosen = quick.find(({ key }) => key === asked.ky)?.period ?? null
  const typed = { tu: asked.tu?.trim() ?? '', den: asked.den?.trim() ?? '' }
  const fallback = chosen ?? yearPeriod(yearOf(today))
  if (chosen || (typed.tu === '' && typed.den === '')) return answer(fallback, quick)
  const from = readDay(typed.tu, 'Ngày đầu kỳ', YEARS)
  const to = readDay(typed.den, 'Ngày cuối kỳ', YEARS)
  if (from.ok && to.ok && from.date <= to.date) return answer({ from: from.date, to: to.date }, quick)
  const errors = {
    ...(from.ok ? {} : { tu: from.sentence }),
    ...(to.ok ? {} : { den: to.sentence }),
    ...(from.ok && to.ok ? { den: `Ngày cuối kỳ phải từ ${dateWords(from.date)} trở đi` } : {}),
  }
  return { period: fallback, choice: null, typed, errors }
}

function answer(period: Period, quick: readonly QuickPeriod[]): ReadPeriod {
  return {
    period,
    choice: quick.find((one) => one.period.from === period.from && one.period.to === period.to)?.key ?? null,
    typed: { tu: dateWords(period.from), den: dateWords(period.to) },
    errors: {},
  }
}

export type BucketUnit = 'day' | 'month' | 'quarter' | 'year'

const MOST_DAYS = 28
const MOST_MONTHS = 12
const MOST_QUARTERS = 12

/** The parts that a chart of this period has: at most about thirty days, twelve months or twelve quarters, else years. */
export function bucketUnit({ from, to }: Period): BucketUnit {
  const apart = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
  if (apart === 0 || daysBetween(from, to) < MOST_DAYS) return 'day'
  if (apart < MOST_MONTHS) return 'month'
  return (yearOf(to) - yearOf(from)) * 4 + quarterOf(to) - quarterOf(from) < MOST_QUARTERS ? 'quarter' : 'year'
}

/** `start` is the first day of the whole month, quarter or year, also where the period begins within it; `period` is the part itself. */
export interface Bucket {
  start: LocalDate
  period: Period
  /** For a wide axis, and for a narrow one and the table. */
  name: string
  short: string
}

const STEP: Record<BucketUnit, (start: LocalDate) => LocalDate> = {
  day: (start) => addDays(start, 1),
  month: (start) => monthStart(yearOf(start), monthOf(start) + 1),
  quarter: (start) => monthStart(yearOf(start), monthOf(start) + 3),
  year: (start) => monthStart(yearOf(start) + 1, 1),
}

const FIRST: Record<BucketUnit, (from: LocalDate) => LocalDate> = {
  day: (from) => from,
  month: (from) => monthStart(yearOf(from), monthOf(from)),
  quarter: (from) => monthStart(yearOf(from), quarterOf(from) * 3 - 2),
  year: (from) => monthStart(yearOf(from), 1),
}

const NAMES: Record<BucketUnit, (start: LocalDate, oneYear: boolean) => { name: string; short: string }> = {
  day: (start) => ({ name: String(Number(start.slice(8))), short: String(Number(start.slice(8))) }),
  month: (start, oneYear) => {
    const month = String(monthOf(start))
    return { name: oneYear ? `T${month}` : `T${month}/${start.slice(2, 4)}`, short: month }
  },
  quarter: (start) => {
    const name = `${ROMAN[quarterOf(start) - 1]}/${start.slice(2, 4)}`
    return { name, short: name }
  },
  year: (start) => ({ name: String(yearOf(start)), short: String(yearOf(start)) }),
}

/** Every part of the period in order, the empty ones too: a month without dossiers is a finding. */
export function bucketsOf(period: Period): Bucket[] {
  const unit = bucketUnit(period)
  const oneYear = yearOf(period.from) === yearOf(period.to)
  const buckets: Bucket[] = []
  for (let start = FIRST[unit](period.from); start <= period.to; start = STEP[unit](start)) {
    const end = addDays(STEP[unit](start), -1)
    const part = { from: start < period.from ? period.from : start, to: end > period.to ? period.to : end }
    buckets.push({ start, period: part, ...NAMES[unit](start, oneYear) })
  }
  return buckets
}
