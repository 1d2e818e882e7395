/**
 * What becomes of due dates when the calendar is changed. Pure. A dossier keeps the count of the day it was received: the appointment stands on
 * its receipt (NĐ 118/2025/NĐ-CP). Only where the last day itself became a day off, the term ends with the next working day (Bộ luật Dân sự 2015,
 * Điều 148 khoản 5).
 */
import { type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { deadline, type TimeLimit } from './rules'
import {
  type CalendarDay,
  closingTime,
  isWorkingDay,
  nextWorkingDay,
  type OfficeHours,
  workCalendar,
  type WorkCalendar,
} from './working-time'

/** A change that an administrator thinks of: one day (null: an ordinary day again), or hours from a day on. */
export type CalendarPlan = { kind: 'day'; date: LocalDate; day: CalendarDay | null } | { kind: 'hours'; hours: OfficeHours }

const rebuilt = (days: ReadonlyMap<LocalDate, CalendarDay>, hours: readonly OfficeHours[], of: WorkCalendar): WorkCalendar => ({
  ...workCalendar(
    [...days].map(([date, day]) => ({ date, ...day })),
    hours,
  ),
  ...(of.changes ? { changes: of.changes } : {}),
})

/** The calendar as it would be. */
export function withPlan(calendar: WorkCalendar, plan: CalendarPlan, at: Date): WorkCalendar {
  if (plan.kind === 'hours') {
    const others = calendar.hours.filter(({ validFrom }) => validFrom !== plan.hours.validFrom)
    return rebuilt(calendar.days, [...others, { ...plan.hours, announcedAt: at }], calendar)
  }
  const days = new Map(calendar.days)
  const before = days.get(plan.date) ?? null
  if (plan.day === null) days.delete(plan.date)
  else days.set(plan.date, plan.day)
  return { ...rebuilt(days, calendar.hours, calendar), changes: [...(calendar.changes ?? []), { at, date: plan.date, before }] }
}

/** The calendar as it was known at a moment: later changes undone, the newest first. */
export function asKnownAt(calendar: WorkCalendar, at: Date): WorkCalendar {
  const later = (calendar.changes ?? []).filter((change) => change.at > at)
  const hours = calendar.hours.filter(({ announcedAt }) => !announcedAt || announcedAt <= at)
  if (later.length === 0 && hours.length === calendar.hours.length) return calendar
  const days = new Map(calendar.days)
  for (const { date, before } of later.toReversed()) {
    if (before === null) days.delete(date)
    else days.set(date, before)
  }
  return rebuilt(days, hours.length === 0 ? calendar.hours : hours, calendar)
}

/**
 * The calendar by which a received dossier is counted: what was known at its receipt, and from the day on which that count ends what is known now,
 * so that a last day that became a day off is skipped under its name.
 */
export function calendarOfCount(calendar: WorkCalendar, { receivedAt, limit }: { receivedAt: Date; limit: TimeLimit }): WorkCalendar {
  const known = asKnownAt(calendar, receivedAt)
  if (known === calendar) return calendar
  const last = localDateOf(deadline({ receivedAt, limit, calendar: known }).firstDueAt)
  const days = new Map([...[...known.days].filter(([date]) => date < last), ...[...calendar.days].filter(([date]) => date >= last)])
  return rebuilt(days, known.hours, calendar)
}

/** A due time whose day the office does not work any more ends with the next working day; every other one stays. */
export function dueOnWorkingDay(dueAt: Date, calendar: WorkCalendar): Date {
  const day = localDateOf(dueAt)
  return isWorkingDay(day, calendar) ? dueAt : closingTime(nextWorkingDay(day, calendar), calendar)
}
