import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone } from '@/lib/access/policy'
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
