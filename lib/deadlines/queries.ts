import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone, may } from '@/lib/access/policy'
import { columnOfLocalDate, localDateOf, localDateOfColumn, parseLocalDate } from '@/lib/platform/local-date'
import { deadline } from './rules'
import { DeadlineQuestion } from './schema'
import { loadCalendar } from './store'

/** The due time of a dossier that someone imagines, by the calendar of the commune whose site this is, with every step of the count. */
export const explainDeadline = query({
  name: 'deadline.explain',
  input: DeadlineQuestion,
  allow: anyone,
  run: async ({ db, actor }, question) => deadline({ ...question, calendar: await loadCalendar(db, actor.communeId) }),
})

/** The calendar of the commune whose site this is: days off and office hours are public (they hang at the door). */
export const readCalendar = query({
  name: 'deadline.calendar',
  input: z.object({}),
  allow: anyone,
  run: async ({ db, actor, now }) => ({ calendar: await loadCalendar(db, actor.communeId), now }),
})

/** The days of the calendar from the beginning of this year on, with what each rests on, for whoever keeps it. */
export const findDays = query({
  name: 'deadline.find_days',
  input: z.object({}),
  allow: (actor) => may(actor, 'calendar.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const from = parseLocalDate(`${localDateOf(now).slice(0, 4)}-01-01`) ?? localDateOf(now)
    const [days, hours] = await Promise.all([
      db.calendarDay.findMany({ where: { date: { gte: columnOfLocalDate(from) } }, orderBy: { date: 'asc' } }),
      db.officeHours.findMany({ where: { communeId }, orderBy: { validFrom: 'asc' } }),
    ])
    return {
      days: days.map((day) => ({ ...day, date: localDateOfColumn(day.date) })),
      hours: hours.map((row) => ({ ...row, validFrom: localDateOfColumn(row.validFrom) })),
      today: localDateOf(now),
    }
  },
})
