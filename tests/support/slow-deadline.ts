/**
 * The deadline as a patient person with a wall clock and a paper calendar finds it: look at one minute after another. An independent
 * reference for the property tests; it shares no code with `lib/deadlines` and is right because it is too simple to be wrong.
 * Minutes are numbered from 1 January 1970 in Viet Nam. Works to the minute.
 */

export interface SlowCalendar {
  days: readonly { date: string; kind: string }[]
  /** [opens, closes) in minutes of the day, Monday to Friday. */
  blocks: readonly (readonly [number, number])[]
}

export interface SlowQuestion {
  receivedAt: Date
  value: number
  unit: string
  pauses: readonly (readonly [Date, Date])[]
}

const DAY = 1440

function minuteNumber(at: Date): number {
  return Math.floor(at.getTime() / 60_000) + 7 * 60
}

function instantOf(minute: number): Date {
  return new Date((minute - 7 * 60) * 60_000)
}

/** Walks the paper calendar from 1 January 1970, month by month. */
function dayName(day: number): string {
  let left = day
  for (let year = 1970; ; year++) {
    const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    const months = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    for (const [index, length] of months.entries()) {
      if (left < length) return `${year}-${String(index + 1).padStart(2, '0')}-${String(left + 1).padStart(2, '0')}`
      left -= length
    }
  }
}

export function slowOffice(calendar: SlowCalendar) {
  const kinds = new Map(calendar.days.map(({ date, kind }) => [date, kind]))
  const known = new Map<number, boolean>()

  function worksOn(day: number): boolean {
    let works = known.get(day)
    if (works === undefined) {
      const kind = kinds.get(dayName(day))
      // 1 January 1970 was a Thursday, so days 2 and 3 were the first Saturday and Sunday.
      const isWeekend = day % 7 === 2 || day % 7 === 3
      works = kind === 'SWAP_WORK' || (kind === undefined && !isWeekend)
      known.set(day, works)
    }
    return works
  }

  function isOpen(minute: number): boolean {
    if (!worksOn(Math.floor(minute / DAY))) return false
    const ofDay = minute % DAY
    return calendar.blocks.some(([opens, closes]) => ofDay >= opens && ofDay < closes)
  }

  /** The minute after the last open one of the day. */
  function closeOf(day: number): number {
    let minute = (day + 1) * DAY - 1
    while (!isOpen(minute)) minute--
    return minute + 1
  }

  function firstOpenFrom(minute: number): number {
    let at = minute
    while (!isOpen(at)) at++
    return at
  }

  function openMinutes(from: number, to: number): number {
    let count = 0
    for (let minute = from; minute < to; minute++) if (isOpen(minute)) count++
    return count
  }

  function after(from: number, minutes: number): number {
    let left = minutes
    let minute = from
    while (left > 0) {
      if (isOpen(minute)) left--
      minute++
    }
    return minute
  }

  function workingDayFrom(day: number): number {
    let at = day
    while (!worksOn(at)) at++
    return at
  }

  function firstDue(received: number, value: number, unit: string): number {
    const start = firstOpenFrom(received)
    const today = Math.floor(start / DAY)
    if (unit === 'HOUR') return after(start, value * 60)
    if (unit === 'DAY') return closeOf(workingDayFrom(today + value))
    if (unit === 'SAME_DAY') return closeOf(start % DAY < 900 ? today : workingDayFrom(today + 1))
    let day = today
    for (let seen = 0; seen < value;) {
      day++
      if (worksOn(day)) seen++
    }
    return closeOf(day)
  }

  return {
    isOpen: (at: Date) => isOpen(minuteNumber(at)),
    openMinutesBetween: (from: Date, to: Date) => openMinutes(minuteNumber(from), minuteNumber(to)),
    workingDaysAfter(from: Date, to: Date): number {
      let count = 0
      for (let day = Math.floor(minuteNumber(from) / DAY) + 1; day <= Math.floor(minuteNumber(to) / DAY); day++) if (worksOn(day)) count++
      return count
    },
    due({ receivedAt, value, unit, pauses }: SlowQuestion): { effectiveReceipt: Date; firstDueAt: Date; dueAt: Date } {
      const received = minuteNumber(receivedAt)
      const first = firstDue(received, value, unit)
      let due = first
      for (const [from, to] of pauses.map(([a, b]) => [minuteNumber(a), minuteNumber(b)] as const)) {
        if (from >= due) continue
        if (unit === 'DAY') {
          const moved = Math.floor(due / DAY) + Math.floor(to / DAY) - Math.floor(from / DAY)
          due = closeOf(workingDayFrom(moved))
        } else {
          due = after(to, openMinutes(from, due))
        }
      }
      return { effectiveReceipt: instantOf(firstOpenFrom(received)), firstDueAt: instantOf(first), dueAt: instantOf(due) }
    },
  }
}
