import { query } from '@/lib/access/gate'
import type { Reading } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { firstDayOf, Plan, planOf } from '@/lib/deadlines/plan-schema'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { effectsOf } from './calendar-effect'

/** Named at most in each list; the number says how many there are. */
const NAMED = 20

/** The communes whose dossiers a plan touches: days off are the State's and everyone's, hours are the commune's own. */
export const communesOf = async ({ db, actor }: Reading, plan: Plan): Promise<number[]> =>
  'hours' in plan ? [actor.communeId] : (await db.commune.findMany({ orderBy: { id: 'asc' }, select: { id: true } })).map(({ id }) => id)

/** Refuses what has begun: what is past was counted and lived by. */
export function mustBeAhead(plan: Plan, now: Date): void {
  if (firstDayOf(plan) > localDateOf(now)) return
  const sentence = 'Chỉ sửa được từ ngày mai trở đi'
  throw new Refusal('invalid_input', {}, 'day' in plan ? { 'day.date': sentence } : { 'hours.validFrom': sentence })
}

/** What would become of the open dossiers if the calendar were changed so: which due dates change, and which do not. Nothing is written. */
export const previewCalendar = query({
  name: 'dossier.preview_calendar',
  input: Plan,
  allow: (actor) => may(actor, 'calendar.manage'),
  run: async (reading, plan) => {
    const { db, actor, now } = reading
    mustBeAhead(plan, now)
    const communes = await communesOf(reading, plan)
    let elsewhere = 0
    for (const communeId of communes.filter((id) => id !== actor.communeId))
      elsewhere += (await effectsOf({ db, now }, communeId, planOf(plan))).filter(({ kind }) => kind !== 'kept').length
    const effects = await effectsOf({ db, now }, actor.communeId, planOf(plan))
    const of = (wanted: (typeof effects)[number]['kind']) => {
      const found = effects.filter(({ kind }) => kind === wanted)
      return { count: found.length, named: found.slice(0, NAMED).map(({ dossier, from, to }) => ({ code: dossier.code, from, to })) }
    }
    return { answer: of('answer'), moved: of('moved'), kept: of('kept'), elsewhere }
  },
})
