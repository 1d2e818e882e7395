/** What needs the leader today: lists of open dossiers. Pure. */
import { addDays, instantAt, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { nextWorkingDay, type WorkCalendar } from '@/lib/deadlines/working-time'

/**
 * `overdue`, `due_today` and `due_next` are disjoint and have no result yet; `my_approval` waits for the one who reads; `at_risk` is what will
 * be late if nobody acts now; `no_apology` is what of the overdue was received and has no letter of apology, or has outlived the day that its letter
 * promised; `open` is all that is not closed, of which `left` has longer than today, `waiting` lies with the citizen and `finished` has a result that
 * nobody has fetched.
 */
export const TODAY_LISTS = [
  'overdue',
  'no_apology',
  'due_today',
  'due_next',
  'my_approval',
  'at_risk',
  'open',
  'left',
  'waiting',
  'finished',
] as const
export type TodayList = (typeof TODAY_LISTS)[number]

/** The ends of today and of the next working day, as instants, and that day. */
export interface Horizon {
  now: Date
  todayEnds: Date
  nextDay: LocalDate
  nextDayEnds: Date
}

/** The horizon as it is seen at `now`; the next working day is by the commune's calendar. */
export function horizonOf(now: Date, calendar: WorkCalendar): Horizon {
  const today = localDateOf(now)
  const nextDay = nextWorkingDay(today, calendar)
  return { now, todayEnds: instantAt(addDays(today, 1), 0), nextDay, nextDayEnds: instantAt(addDays(nextDay, 1), 0) }
}
