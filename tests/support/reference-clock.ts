/**
 * The office's clock for the reference model of a dossier's life: every minute at which the office is open, written down one after the other, so that
 * counting is looking up a line. Shares no code with `lib/deadlines`. Minutes are numbered from 1 January 1970 in Viet Nam.
 */
import { slowOffice, type SlowCalendar } from './slow-deadline'

const DAY = 1440
const OFFSET = 7 * 60

export const minuteOf = (at: Date): number => Math.floor(at.getTime() / 60_000) + OFFSET
export const instantOf = (minute: number): Date => new Date((minute - OFFSET) * 60_000)

type Limit = { value: number; unit: string }
type Span = readonly [number, number]

export type ReferenceClock = ReturnType<typeof referenceClock>

/** The clock from one day to another (both `YYYY-MM-DD`); what lies outside is not written down and must not be asked. */
export function referenceClock(calendar: SlowCalendar, from: string, to: string) {
  const office = slowOffice(calendar)
  const start = minuteOf(new Date(`${from}T00:00:00+07:00`))
  const end = minuteOf(new Date(`${to}T00:00:00+07:00`))
  const open: number[] = []
  /** How many open minutes lie before a minute. */
  const before = new Uint32Array(end - start + 1)
  for (let minute = start; minute < end; minute++) {
    before[minute - start] = open.length
    if (office.isOpen(instantOf(minute))) open.push(minute)
  }
  before[end - start] = open.length

  function countBefore(minute: number): number {
    const count = before[minute - start]
    if (count === undefined) throw new RangeError(`${instantOf(minute).toISOString()} is not written down`)
    return count
  }
  function line(number: number): number {
    const minute = open[number]
    if (minute === undefined) throw new RangeError('The list of open minutes ends before that')
    return minute
  }
  const dayOf = (minute: number): number => Math.floor(minute / DAY)
  const worksOn = (day: number): boolean => countBefore((day + 1) * DAY) > countBefore(day * DAY)
  /** The minute after the last open one of the day. */
  const closeOf = (day: number): number => line(countBefore((day + 1) * DAY) - 1) + 1
  function workingDayFrom(day: number): number {
    return worksOn(day) ? day : workingDayFrom(day + 1)
  }
  function workingDaysAfter(day: number, days: number): number {
    return days === 0 ? day : workingDaysAfter(workingDayFrom(day + 1), days - 1)
  }
  /** When so many open minutes are over. */
  const after = (minute: number, minutes: number): number => (minutes === 0 ? minute : line(countBefore(minute) + minutes - 1) + 1)
  const between = (one: number, other: number): number => Math.max(0, countBefore(other) - countBefore(one))

  function firstDue(received: number, { value, unit }: Limit): number {
    const begun = line(countBefore(received))
    const today = dayOf(begun)
    if (unit === 'HOUR') return after(begun, value * 60)
    if (unit === 'DAY') return closeOf(workingDayFrom(today + value))
    if (unit === 'SAME_DAY') return closeOf(begun - today * DAY < 900 ? today : workingDayFrom(today + 1))
    return closeOf(workingDaysAfter(today, value))
  }

  return {
    after,
    between,
    /** The close of the first day at work that is so many calendar days away or more. */
    closeInDays: (minute: number, days: number): number => closeOf(workingDayFrom(dayOf(minute) + days)),
    /** The close of the so-manieth day at work after that one. */
    closeInWorkingDays: (minute: number, days: number): number => closeOf(workingDaysAfter(dayOf(minute), days)),
    begins: (received: number): number => line(countBefore(received)),
    /** When a dossier is due; the clock stood in each span. */
    due(received: number, limit: Limit, stood: readonly Span[]): number {
      return stood.reduce(
        (due, [from, until]) => {
          if (from >= due) return due
          if (limit.unit === 'DAY') return closeOf(workingDayFrom(dayOf(due) + dayOf(until) - dayOf(from)))
          return after(until, between(from, due))
        },
        firstDue(received, limit),
      )
    },
  }
}
