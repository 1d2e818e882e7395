/**
 * Days on the wall of the office. A `LocalDate` is a day in Asia/Ho_Chi_Minh, an instant is a `Date`; the two are never mixed.
 * Viet Nam has kept UTC+7 without summer time since 13/06/1975, so the offset is a constant and no time-zone table is needed.
 */

declare const localDateBrand: unique symbol

/** A day in Viet Nam, `YYYY-MM-DD`, which exists in the calendar. Compares and sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** 0 = Sunday … 6 = Saturday, as in `Date`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]
const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000
const OFFSET_MS = 7 * 60 * MS_PER_MINUTE

function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const midnight = new Date(`${text}T00:00:00Z`)
  // `Date` rolls 31/02 over into March; a day that does not come back as itself is not in the calendar.
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)
}

/** `Date` writes no day that the calendar lacks, so only the years have to be looked at: beyond 0000 to 9999 its text is longer. */
const isDayOf = (iso: string, day: string): day is LocalDate => iso.length === '2026-11-23T00:00:00.000Z'.length && day.length === 10

function dateOfUtc(utcMs: number): LocalDate {
  const iso = new Date(utcMs).toISOString()
  const day = iso.slice(0, 10)
  if (!isDayOf(iso, day)) throw new RangeError('a day outside the years 0000 to 9999')
  return day
}

function utcMidnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** The day that `text` (`YYYY-MM-DD`) names, or null when it is written otherwise or is not in the calendar. */
export function parseLocalDate(text: string): LocalDate | null {
  return isLocalDate(text) ? text : null
}

/** The day in Viet Nam on which `instant` falls. */
export function localDateOf(instant: Date): LocalDate {
  return dateOfUtc(instant.getTime() + OFFSET_MS)
}

/** Whole minutes since local midnight, 0 to 1439; seconds are cut off, so 11:29:59 is still 11:29. */
export function minuteOfDay(instant: Date): number {
  const sinceMidnight = (((instant.getTime() + OFFSET_MS) % MS_PER_DAY) + MS_PER_DAY) % MS_PER_DAY
  return Math.floor(sinceMidnight / MS_PER_MINUTE)
}

/** The instant at `minute` minutes after local midnight of `date` (1440 is the next midnight). */
export function instantAt(date: LocalDate, minute: number): Date {
  return new Date(utcMidnight(date) - OFFSET_MS + minute * MS_PER_MINUTE)
}

/** The day `days` calendar days after `date` (before it, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfUtc(utcMidnight(date) + days * MS_PER_DAY)
}

/** Calendar days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY)
}

/** The weekday of `date`, 0 = Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  const weekday = WEEKDAYS[new Date(utcMidnight(date)).getUTCDay()]
  if (weekday === undefined) throw new RangeError('a day without a weekday')
  return weekday
}

/** ISO 8601 with Viet Nam's offset, `2026-11-27T17:00:00+07:00`; milliseconds only when there are any. */
export function toIsoLocal(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().replace('.000Z', '').replace('Z', '')}+07:00`
}

/** The day that a `date` column holds; Prisma hands it out as midnight UTC. */
export function localDateOfColumn(value: Date): LocalDate {
  return dateOfUtc(value.getTime())
}

/** `date` as Prisma wants it for a `date` column. */
export function columnOfLocalDate(date: LocalDate): Date {
  return new Date(utcMidnight(date))
}
