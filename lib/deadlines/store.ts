import type { Tx } from '@/lib/platform/db'
import { localDateOfColumn, type Weekday } from '@/lib/platform/local-date'
import { DEFAULT_OFFICE_HOURS, type OfficeHours, workCalendar, type WorkCalendar } from './working-time'

const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6]

/**
 * The calendar by which the commune works: the State's days off, shared by all, and the commune's own hours, each set from its first day
 * on. A commune that has set no hours keeps the default ones.
 */
export async function loadCalendar(db: Tx, communeId: number): Promise<WorkCalendar> {
  const [days, hours] = await Promise.all([
    // A dozen rows a year: all of them are read, since a count may run over any of them.
    db.calendarDay.findMany({ select: { date: true, kind: true, name: true, provisional: true }, orderBy: { date: 'asc' } }),
    db.officeHours.findMany({ where: { communeId }, orderBy: { validFrom: 'asc' } }),
  ])
  return workCalendar(
    days.map(({ date, ...day }) => ({ ...day, date: localDateOfColumn(date) })),
    hours.length === 0 ? [DEFAULT_OFFICE_HOURS] : hours.map(officeHours),
  )
}

function officeHours(row: {
  validFrom: Date
  weekdays: number[]
  morningOpens: number
  morningCloses: number
  afternoonOpens: number
  afternoonCloses: number
}): OfficeHours {
  return {
    validFrom: localDateOfColumn(row.validFrom),
    weekdays: WEEKDAYS.filter((weekday) => row.weekdays.includes(weekday)),
    // An office that works half days has an empty block for the other half.
    blocks: [
      { opens: row.morningOpens, closes: row.morningCloses },
      { opens: row.afternoonOpens, closes: row.afternoonCloses },
    ].filter(({ opens, closes }) => opens < closes),
  }
}
