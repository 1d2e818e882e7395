/**
 * When a dossier is due, and why. The day of receipt does not count (Civil Code 2015, Art. 147.2); an end on a closed day moves to the
 * next working day (Art. 148.5); office hours, the 15:00 rule and the stopped clock are those of the one-stop mechanism (Decree 118/2025).
 */
import { addDays, daysBetween, instantAt, type LocalDate, localDateOf, minuteOfDay } from '@/lib/platform/local-date'
import {
  addOfficeMinutes,
  type ClosedBecause,
  closedBecause,
  closingTime,
  type ClosedTiming,
  isWorkingDay,
  nextWorkingDay,
  officeAt,
  officeMinutesBetween,
  type WorkCalendar,
} from './working-time'

export type LimitUnit = 'SAME_DAY' | 'WORKING_DAY' | 'DAY' | 'HOUR'

/** `value` is 1 to 1,000 of `unit`; `SAME_DAY` has only one meaning and ignores it; `HOUR` is an hour of office time. */
export interface TimeLimit {
  value: number
  unit: LimitUnit
}

export const MAX_LIMIT = 1000

/**
 * The clock stands from `from` until `to`, while the office waits for the citizen; null = it still stands. `by`: the office had stopped the dossier
 * and has taken it up again.
 */
export interface Pause {
  from: Date
  to: Date | null
  by?: 'office'
}

export type ReceiptTiming = 'in_hours' | ClosedTiming

/** What a stopped clock keeps: office minutes, and for a limit in calendar days the days up to the due date (else null). */
export interface Remaining {
  remainingMinutes: number
  remainingDays: number | null
}

/** One step of the count. The list stands in the order in which the steps applied and names a skipped day once. */
export type Reason =
  | { kind: 'received'; at: Date; effective: Date; timing: ReceiptTiming }
  | { kind: 'skipped'; date: LocalDate; because: ClosedBecause }
  | { kind: 'working_day'; date: LocalDate; number: number; swapped: string | null }
  | { kind: 'calendar_days'; from: LocalDate; to: LocalDate; days: number }
  | { kind: 'office_time'; date: LocalDate; minutes: number; swapped: string | null }
  | { kind: 'same_day'; inTime: boolean }
  | { kind: 'rolled'; from: LocalDate; to: LocalDate }
  | { kind: 'due'; at: Date }
  | ({ kind: 'paused'; from: Date; to: Date; by?: 'office'; dueAt: Date } & Remaining)
  | { kind: 'paused_too_late'; from: Date; to: Date | null; dueAt: Date }
  | ({ kind: 'frozen'; since: Date } & Remaining)
  | { kind: 'beyond_calendar'; side: 'before' | 'after'; announced: LocalDate | null }

export interface Deadline {
  receivedAt: Date
  limit: TimeLimit
  effectiveReceipt: Date
  /** Without any pause; never changes. */
  firstDueAt: Date
  /** With every closed pause; while `frozen`, as it stood when the clock stopped. */
  dueAt: Date
  /** The clock stands now: nobody can say the due time before it runs again. */
  frozen: ({ since: Date } & Remaining) | null
  reasons: readonly Reason[]
}

interface Counted {
  dueAt: Date
  reasons: Reason[]
}

/** Receipts from here on are too late for a same-day result. */
const SAME_DAY_UNTIL = 15 * 60

function skippedWithin(from: LocalDate, to: LocalDate, calendar: WorkCalendar): Reason[] {
  const reasons: Reason[] = []
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const because = closedBecause(date, calendar)
    if (because) reasons.push({ kind: 'skipped', date, because })
  }
  return reasons
}

function swappedName(date: LocalDate, calendar: WorkCalendar): string | null {
  const day = calendar.days.get(date)
  return day?.kind === 'SWAP_WORK' ? day.name : null
}

/** The close of `date`, or of the next working day when the office is closed on it. */
function closeOfDayOrNext(date: LocalDate, calendar: WorkCalendar): Counted {
  if (isWorkingDay(date, calendar)) return { dueAt: closingTime(date, calendar), reasons: [] }
  const to = nextWorkingDay(date, calendar)
  return { dueAt: closingTime(to, calendar), reasons: [...skippedWithin(date, to, calendar), { kind: 'rolled', from: date, to }] }
}

/** How each unit counts from the effective receipt. */
const COUNT: Record<LimitUnit, (start: Date, value: number, calendar: WorkCalendar) => Counted> = {
  SAME_DAY(start, _value, calendar) {
    const day = localDateOf(start)
    const inTime = minuteOfDay(start) < SAME_DAY_UNTIL
    const end = inTime ? day : nextWorkingDay(day, calendar)
    return { dueAt: closingTime(end, calendar), reasons: [{ kind: 'same_day', inTime }, ...skippedWithin(day, end, calendar)] }
  },

  WORKING_DAY(start, value, calendar) {
    const reasons: Reason[] = []
    let day = localDateOf(start)
    for (let number = 1; number <= value; number++) {
      const next = nextWorkingDay(day, calendar)
      reasons.push(...skippedWithin(addDays(day, 1), next, calendar))
      reasons.push({ kind: 'working_day', date: next, number, swapped: swappedName(next, calendar) })
      day = next
    }
    return { dueAt: closingTime(day, calendar), reasons }
  },

  DAY(start, value, calendar) {
    const day = localDateOf(start)
    const end = addDays(day, value)
    const { dueAt, reasons } = closeOfDayOrNext(end, calendar)
    return { dueAt, reasons: [{ kind: 'calendar_days', from: addDays(day, 1), to: end, days: value }, ...reasons] }
  },

  HOUR(start, value, calendar) {
    const dueAt = addOfficeMinutes(start, value * 60, calendar)
    const reasons: Reason[] = []
    for (let date = localDateOf(start); date <= localDateOf(dueAt); date = addDays(date, 1)) {
      reasons.push(...skippedWithin(date, date, calendar))
      const midnight = instantAt(date, 1440)
      const minutes = officeMinutesBetween(
        start > instantAt(date, 0) ? start : instantAt(date, 0),
        dueAt < midnight ? dueAt : midnight,
        calendar,
      )
      if (minutes > 0) reasons.push({ kind: 'office_time', date, minutes, swapped: swappedName(date, calendar) })
    }
    return { dueAt, reasons }
  },
}

function remainingAt(at: Date, { dueAt, unit }: { dueAt: Date; unit: LimitUnit }, calendar: WorkCalendar): Remaining {
  return {
    remainingMinutes: officeMinutesBetween(at, dueAt, calendar),
    remainingDays: unit === 'DAY' ? daysBetween(localDateOf(at), localDateOf(dueAt)) : null,
  }
}

/** The due time after a pause: what remained, counted from the resumption. A limit in calendar days moves by the days between. */
function resumed(to: Date, remaining: Remaining, calendar: WorkCalendar): Counted {
  if (remaining.remainingDays !== null) return closeOfDayOrNext(addDays(localDateOf(to), remaining.remainingDays), calendar)
  const after = addOfficeMinutes(to, remaining.remainingMinutes, calendar)
  return { dueAt: after, reasons: skippedWithin(localDateOf(to), localDateOf(after), calendar) }
}

function inOrder(pauses: readonly Pause[], receivedAt: Date): readonly Pause[] {
  const sorted = pauses.toSorted((a, b) => a.from.getTime() - b.from.getTime())
  let free: Date | null = receivedAt
  for (const { from, to } of sorted) {
    if (free === null || from < free || (to !== null && to <= from))
      throw new RangeError('pauses begin after the receipt, end after they begin, and never overlap')
    free = to
  }
  return sorted
}

/** Outside the announced years the holidays are guesses or unknown; `announced` is the edge that was crossed (null: no year is announced). */
function beyondCalendar(receivedAt: Date, dueAt: Date, { announcedFrom, announcedUntil }: WorkCalendar): Reason[] {
  const reasons: Reason[] = []
  if (announcedFrom !== null && localDateOf(receivedAt) < announcedFrom)
    reasons.push({ kind: 'beyond_calendar', side: 'before', announced: announcedFrom })
  if (announcedUntil === null || localDateOf(dueAt) > announcedUntil)
    reasons.push({ kind: 'beyond_calendar', side: 'after', announced: announcedUntil })
  return reasons
}

function withoutRepeatedDays(reasons: readonly Reason[]): Reason[] {
  const named = new Set<LocalDate>()
  return reasons.filter((reason) => {
    if (reason.kind !== 'skipped') return true
    const isNew = !named.has(reason.date)
    named.add(reason.date)
    return isNew
  })
}

/** The moment from which the clock runs: `at` itself in office hours, else the next opening (in the lunch break that is the afternoon). */
export function effectiveReceiptOf(at: Date, calendar: WorkCalendar): Date {
  const moment = officeAt(at, calendar)
  return moment.state === 'open' ? at : moment.opensAt
}

/**
 * The due time of a dossier received at `receivedAt`, with every step of the count. Pauses may come in any order; one that begins at or
 * after the due time changes nothing, one without an end freezes what remains.
 * Throws RangeError on a limit outside 1..1,000 and on pauses that overlap or begin before the receipt: schemas refuse these earlier.
 */
export function deadline(facts: { receivedAt: Date; limit: TimeLimit; pauses?: readonly Pause[]; calendar: WorkCalendar }): Deadline {
  const { receivedAt, limit, pauses = [], calendar } = facts
  if (!Number.isInteger(limit.value) || limit.value < 1 || limit.value > MAX_LIMIT) throw new RangeError('a limit is 1 to 1,000')

  const moment = officeAt(receivedAt, calendar)
  const effectiveReceipt = moment.state === 'open' ? receivedAt : moment.opensAt
  const counted = COUNT[limit.unit](effectiveReceipt, limit.value, calendar)
  const reasons: Reason[] = [
    { kind: 'received', at: receivedAt, effective: effectiveReceipt, timing: moment.state === 'open' ? 'in_hours' : moment.timing },
    ...skippedWithin(localDateOf(receivedAt), localDateOf(effectiveReceipt), calendar),
    ...counted.reasons,
    { kind: 'due', at: counted.dueAt },
  ]

  let dueAt = counted.dueAt
  let frozen: Deadline['frozen'] = null
  for (const { from, to, ...why } of inOrder(pauses, receivedAt)) {
    if (from >= dueAt) {
      reasons.push({ kind: 'paused_too_late', from, to, dueAt })
      continue
    }
    const remaining = remainingAt(from, { dueAt, unit: limit.unit }, calendar)
    if (to === null) {
      frozen = { since: from, ...remaining }
      reasons.push({ kind: 'frozen', ...frozen })
      continue
    }
    const after = resumed(to, remaining, calendar)
    dueAt = after.dueAt
    reasons.push({ kind: 'paused', from, to, ...why, dueAt, ...remaining }, ...after.reasons)
  }
  reasons.push(...beyondCalendar(receivedAt, dueAt, calendar))
  return { receivedAt, limit, effectiveReceipt, firstDueAt: counted.dueAt, dueAt, frozen, reasons: withoutRepeatedDays(reasons) }
}
