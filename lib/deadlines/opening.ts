/** Is the office open now, until when, and which unusual day comes next. Pure. */
import { addDays, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { isWorkingDay, officeAt, type OfficeMoment, type WorkCalendar } from './working-time'

/** A day that differs from what its weekday promises: closed by name, or a weekend day worked in exchange. */
export interface UnusualDay {
  date: LocalDate
  works: boolean
  name: string
  provisional: boolean
}

export interface OpenState {
  now: OfficeMoment
  /** Today, when it is unusual itself. */
  today: UnusualDay | null
  tomorrow: LocalDate
  /** The unusual days that people should know of now: those up to and including the next working day. */
  ahead: readonly UnusualDay[]
}

function unusual(date: LocalDate, calendar: WorkCalendar): UnusualDay | null {
  const day = calendar.days.get(date)
  return day ? { date, works: day.kind === 'SWAP_WORK', name: day.name, provisional: day.provisional } : null
}

function unusualAhead(from: LocalDate, calendar: WorkCalendar): UnusualDay[] {
  const found: UnusualDay[] = []
  for (let date = from; ; date = addDays(date, 1)) {
    const day = unusual(date, calendar)
    if (day) found.push(day)
    if (isWorkingDay(date, calendar)) return found
  }
}

/** What the door says at `now`. */
export function openState(now: Date, calendar: WorkCalendar): OpenState {
  const date = localDateOf(now)
  const tomorrow = addDays(date, 1)
  return { now: officeAt(now, calendar), today: unusual(date, calendar), tomorrow, ahead: unusualAhead(tomorrow, calendar) }
}
