import type { Tx } from '@/lib/platform/db'
import { type LocalDate, WEEKDAYS } from '@/lib/platform/local-date'
import { type CalendarDay, DEFAULT_OFFICE_HOURS, type OfficeHours, workCalendar, type WorkCalendar } from './working-time'

/** The calendar of each commune as it was last read, under the fingerprint of the rows that it was made from. */
const lastRead = new Map<number, { fingerprint: string; calendar: WorkCalendar }>()

/**
 * The calendar by which the commune works: the State's days off, shared by all, and the commune's own hours, each set from its first day
 * on. A commune that has set no hours keeps the default ones. The rows are asked for each time, but sent and read only where they are no
 * longer those of the calendar at hand: the database, never a clock, says that it still holds.
 */
export async function loadCalendar(db: Tx, communeId: number): Promise<WorkCalendar> {
  const known = lastRead.get(communeId)
  // A dozen rows a year: all of them are read, since a count may run over any of them, and in one round trip, since nearly every page asks.
  const [kept] = await db.$queryRaw<{ fingerprint: string; rows: Rows | null }[]>`
    WITH kept AS MATERIALIZED (SELECT json_build_object(
      'days', (SELECT coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name, 'provisional', provisional) ORDER BY date), '[]')
        FROM calendar_day),
      'changes', (SELECT coalesce(json_agg(json_build_object('at', at, 'date', date, 'before', before) ORDER BY at, id), '[]')
        FROM calendar_change),
      'hours', (SELECT coalesce(json_agg(row_to_json(h) ORDER BY "validFrom"), '[]') FROM office_hours h WHERE "communeId" = ${communeId})
    )::text AS rows), marked AS MATERIALIZED (SELECT rows, md5(rows) AS fingerprint FROM kept)
    SELECT fingerprint, CASE WHEN fingerprint = ${known?.fingerprint ?? ''} THEN NULL ELSE rows::json END AS rows FROM marked`
  if (known && kept?.fingerprint === known.fingerprint) return known.calendar
  const calendar = calendarOf(kept?.rows ?? { days: [], hours: [], changes: [] })
  if (kept) lastRead.set(communeId, { fingerprint: kept.fingerprint, calendar })
  return calendar
}

type Rows = { days: ({ date: LocalDate } & CalendarDay)[]; hours: HoursRow[]; changes: ChangeRow[] }

function calendarOf({ days, hours, changes }: Rows): WorkCalendar {
  const calendar = workCalendar(days, hours.length === 0 ? [DEFAULT_OFFICE_HOURS] : hours.map(officeHours))
  return changes.length === 0 ? calendar : { ...calendar, changes: changes.map((change) => ({ ...change, at: new Date(change.at) })) }
}

type ChangeRow = { at: string; date: LocalDate; before: CalendarDay | null }

type HoursRow = {
  validFrom: LocalDate
  weekdays: number[]
  morningOpens: number
  morningCloses: number
  afternoonOpens: number
  afternoonCloses: number
  announcedAt: string | null
}

function officeHours(row: HoursRow): OfficeHours {
  return {
    validFrom: row.validFrom,
    announcedAt: row.announcedAt === null ? null : new Date(row.announcedAt),
    weekdays: WEEKDAYS.filter((weekday) => row.weekdays.includes(weekday)),
    // An office that works half days has an empty block for the other half.
    blocks: [
      { opens: row.morningOpens, closes: row.morningCloses },
      { opens: row.afternoonOpens, closes: row.afternoonCloses },
    ].filter(({ opens, closes }) => opens < closes),
  }
}
