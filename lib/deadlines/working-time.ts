/**
 * Office time: when the office is open, and how to count in its hours and days. Pure; the hours and the calendar are data.
 * Elapsed time is kept in whole milliseconds inside and handed out in minutes, so a receipt at 14:59:30 is never rounded.
 */
import {
  addDays,
  daysBetween,
  instantAt,
  type LocalDate,
  localDateOf,
  minuteOfDay,
  parseLocalDate,
  type Weekday,
  weekdayOf,
} from '@/lib/platform/local-date'

/** Minutes of the local day, half-open: at `opens` the office is open, at `closes` it is closed. */
export interface OfficeBlock {
  opens: number
  closes: number
}

/** Hours in force from `validFrom` on (null = always, until later hours take over): the blocks of every weekday named. */
export interface OfficeHours {
  validFrom: LocalDate | null
  weekdays: readonly Weekday[]
  blocks: readonly OfficeBlock[]
  /** When these hours became known; left out or null: always. */
  announcedAt?: Date | null
}

export const DEFAULT_OFFICE_HOURS: OfficeHours = {
  validFrom: null,
  weekdays: [1, 2, 3, 4, 5],
  blocks: [
    { opens: 7 * 60, closes: 11 * 60 + 30 },
    { opens: 13 * 60 + 30, closes: 17 * 60 },
  ],
}

export type CalendarKind = 'HOLIDAY' | 'SWAP_OFF' | 'SWAP_WORK'

/** `provisional`: worked out ahead by the Labour Code; the State may still move it when it announces the year. */
export interface CalendarDay {
  kind: CalendarKind
  name: string
  provisional: boolean
}

/** A day that became something else at a moment; null: an ordinary day. */
interface CalendarChange {
  at: Date
  date: LocalDate
  before: CalendarDay | null
}

export interface WorkCalendar {
  /** What was changed since, oldest first. */
  changes?: readonly CalendarChange[]
  /** Oldest first; a day has the hours of the last entry that is in force. */
  hours: readonly OfficeHours[]
  days: ReadonlyMap<LocalDate, CalendarDay>
  /** First and last day for which the holidays are certain, whole years; null when no year is. */
  announcedFrom: LocalDate | null
  announcedUntil: LocalDate | null
}

/** Why the office does not work on a day. */
export type ClosedBecause =
  { why: 'weekend' } | { why: 'holiday'; name: string; provisional: boolean } | { why: 'swap_off'; name: string; provisional: boolean }

function yearEdge(date: LocalDate, yearsLater: number, monthDay: '01-01' | '12-31'): LocalDate {
  const edge = parseLocalDate(`${String(Number(date.slice(0, 4)) + yearsLater).padStart(4, '0')}-${monthDay}`)
  if (edge === null) throw new RangeError('a calendar outside the years 0000 to 9999')
  return edge
}

/**
 * A calendar from its rows (any order, one a date) and the office hours. The State announces whole years: the calendar is certain from
 * 1 January of its first year to 31 December before its first provisional year, or of its last year when nothing is provisional.
 * Throws on hours that never open or blocks that are empty, out of order or overlap: every count would be endless or wrong.
 */
export function workCalendar(
  rows: readonly ({ date: LocalDate } & CalendarDay)[],
  hours: readonly OfficeHours[] = [DEFAULT_OFFICE_HOURS],
): WorkCalendar {
  if (hours.length === 0) throw new RangeError('a calendar needs office hours')
  for (const { weekdays, blocks } of hours) {
    if (weekdays.length === 0 || blocks.length === 0) throw new RangeError('office hours that never open')
    let end = 0
    for (const { opens, closes } of blocks) {
      if (opens < end || closes <= opens || closes > 1440) throw new RangeError('office blocks must follow one another within one day')
      end = closes
    }
  }
  const sorted = rows.toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const first = sorted[0]
  const last = sorted.at(-1)
  const firstProvisional = sorted.find((row) => row.provisional)
  const until = firstProvisional ? yearEdge(firstProvisional.date, -1, '12-31') : last ? yearEdge(last.date, 0, '12-31') : null
  const from = first ? yearEdge(first.date, 0, '01-01') : null
  const isCertain = from !== null && until !== null && from < until
  return {
    hours: hours.toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1)),
    days: new Map(sorted.map(({ date, kind, name, provisional }) => [date, { kind, name, provisional }])),
    announcedFrom: isCertain ? from : null,
    announcedUntil: isCertain ? until : null,
  }
}

function hoursOn(date: LocalDate, calendar: WorkCalendar): OfficeHours {
  const inForce = calendar.hours.findLast(({ validFrom }) => validFrom === null || validFrom <= date) ?? calendar.hours[0]
  if (!inForce) throw new RangeError('a calendar without office hours')
  return inForce
}

/** Why the office is closed on `date`; null on a working day (a swapped Saturday is one). */
export function closedBecause(date: LocalDate, calendar: WorkCalendar): ClosedBecause | null {
  const day = calendar.days.get(date)
  if (day?.kind === 'SWAP_WORK') return null
  // A named day says its name also on a weekend: "Quốc khánh" explains more than "Thứ Bảy".
  if (day === undefined) return hoursOn(date, calendar).weekdays.includes(weekdayOf(date)) ? null : { why: 'weekend' }
  return { why: day.kind === 'HOLIDAY' ? 'holiday' : 'swap_off', name: day.name, provisional: day.provisional }
}

/** Whether the office opens on that day at all. */
export function isWorkingDay(date: LocalDate, calendar: WorkCalendar): boolean {
  return closedBecause(date, calendar) === null
}

/** The blocks of `date` in order; none on a closed day. A swapped working day has the hours of any other. */
export function blocksOn(date: LocalDate, calendar: WorkCalendar): readonly OfficeBlock[] {
  return isWorkingDay(date, calendar) ? hoursOn(date, calendar).blocks : []
}

/** The first working day after `date`. */
export function nextWorkingDay(date: LocalDate, calendar: WorkCalendar): LocalDate {
  let day = addDays(date, 1)
  while (!isWorkingDay(day, calendar)) day = addDays(day, 1)
  return day
}

/** When the office closes for the night on `date`, which must be a working day. */
export function closingTime(date: LocalDate, calendar: WorkCalendar): Date {
  const last = blocksOn(date, calendar).at(-1)
  if (!last) throw new RangeError(`the office is closed on ${date}`)
  return instantAt(date, last.closes)
}

/** The close of the office on the `days`-th working day after the day of `from`. */
export function closeAfterDays(from: Date, days: number, calendar: WorkCalendar): Date {
  let day = localDateOf(from)
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day, calendar)
  return closingTime(day, calendar)
}

/** The block in which `at` lies, or null. */
function openBlock(at: Date, calendar: WorkCalendar): OfficeBlock | null {
  const minute = minuteOfDay(at)
  return blocksOn(localDateOf(at), calendar).find(({ opens, closes }) => opens <= minute && minute < closes) ?? null
}

/** Half-open: at 11:30 and at 17:00 the office is closed. */
export function isOpen(at: Date, calendar: WorkCalendar): boolean {
  return openBlock(at, calendar) !== null
}

/** The first moment after `at` at which a block opens; at 07:00 sharp that is the afternoon's 13:30. */
export function nextOpening(at: Date, calendar: WorkCalendar): Date {
  for (let date = localDateOf(at); ; date = addDays(date, 1)) {
    for (const { opens } of blocksOn(date, calendar)) {
      const opening = instantAt(date, opens)
      if (opening > at) return opening
    }
  }
}

export type ClosedTiming = 'in_break' | 'before_opening' | 'after_closing' | 'closed_day'

export type OfficeMoment = { state: 'open'; until: Date } | { state: 'closed'; timing: ClosedTiming; opensAt: Date }

/** What the door says at `at`: open until the end of the block, or closed, why, and until when. */
export function officeAt(at: Date, calendar: WorkCalendar): OfficeMoment {
  const date = localDateOf(at)
  const block = openBlock(at, calendar)
  if (block) return { state: 'open', until: instantAt(date, block.closes) }
  const blocks = blocksOn(date, calendar)
  const minute = minuteOfDay(at)
  const isOver = blocks.every(({ closes }) => closes <= minute)
  const isAhead = blocks.every(({ opens }) => opens > minute)
  const timing = blocks.length === 0 ? 'closed_day' : isOver ? 'after_closing' : isAhead ? 'before_opening' : 'in_break'
  return { state: 'closed', timing, opensAt: nextOpening(at, calendar) }
}

/** Office milliseconds from `from` to `to`; 0 when `to` is not later. */
function officeMs(from: Date, to: Date, calendar: WorkCalendar): number {
  let sum = 0
  const last = localDateOf(to)
  for (let date = localDateOf(from); date <= last; date = addDays(date, 1)) {
    for (const { opens, closes } of blocksOn(date, calendar)) {
      const start = Math.max(from.getTime(), instantAt(date, opens).getTime())
      const end = Math.min(to.getTime(), instantAt(date, closes).getTime())
      sum += Math.max(0, end - start)
    }
  }
  return sum
}

/** Minutes of office time from `from` to `to` (a fraction when an edge has seconds); 0 when `to` is not later. */
export function officeMinutesBetween(from: Date, to: Date, calendar: WorkCalendar): number {
  return officeMs(from, to, calendar) / 60_000
}

/**
 * The moment when `minutes` of office time have passed since `at`. A count that ends exactly with a block stays at its end (11:30, not
 * 13:30). No minutes give `at` itself. Throws RangeError on a negative count.
 */
export function addOfficeMinutes(at: Date, minutes: number, calendar: WorkCalendar): Date {
  if (!(minutes >= 0)) throw new RangeError('office time counts forwards')
  let left = Math.round(minutes * 60_000)
  if (left === 0) return at
  for (let date = localDateOf(at); ; date = addDays(date, 1)) {
    for (const { opens, closes } of blocksOn(date, calendar)) {
      const start = Math.max(at.getTime(), instantAt(date, opens).getTime())
      const available = instantAt(date, closes).getTime() - start
      if (available <= 0) continue
      if (available >= left) return new Date(start + left)
      left -= available
    }
  }
}

/** Working days after `from` up to and including `to`; 0 when `to` is the same day or earlier. */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  let count = 0
  for (let n = 1; n <= daysBetween(from, to); n++) if (isWorkingDay(addDays(from, n), calendar)) count++
  return count
}
