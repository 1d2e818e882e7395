import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff, may } from '@/lib/access/policy'
import { Plan, planOf } from '@/lib/deadlines/plan-schema'
import { columnOfLocalDate } from '@/lib/platform/local-date'
import { Prisma } from '@/prisma/generated/client'
import { effectsOf, type Effect } from '../calendar-effect'
import { communesOf, mustBeAhead } from '../calendar-queries'
import { saveStep } from '../store'

/**
 * Changes a day of the calendar or the office hours, and with them the due dates that the law lets follow, each with its event. Received dossiers
 * keep the count of their receipt. Answers how many due dates changed. Refusals: `invalid_input`, `changed_meanwhile`.
 */
export const changeCalendar = command({
  name: 'dossier.change_calendar',
  input: Plan,
  allow: (actor) => may(actor, 'calendar.manage'),
  run: async (writing, plan) => {
    const { db, now } = writing
    mustBeAhead(plan, now)
    // One change at a time: each is worked out from the calendar that the one before left.
    await db.$executeRaw`LOCK TABLE calendar_change IN EXCLUSIVE MODE`
    const communes = await communesOf(writing, plan)
    let moved = 0
    for (const communeId of communes) {
      await db.$queryRaw`
        SELECT 1 FROM dossier WHERE "communeId" = ${communeId} AND "closedAt" IS NULL AND "finishedAt" IS NULL ORDER BY id FOR UPDATE`
      const effects = (await effectsOf({ db, now }, communeId, planOf(plan))).filter(({ kind }) => kind !== 'kept')
      for (const effect of effects) await saveEffect(writing, effect)
      moved += effects.length
    }
    if ('day' in plan) await saveDay(writing, plan.day)
    else await saveHours(writing, plan.hours)
    return { moved }
  },
  about: (plan, _subject, { moved }) =>
    'day' in plan
      ? { kind: 'calendar', id: plan.day.date, detail: { kind: plan.day.kind, moved } }
      : { kind: 'office_hours', id: plan.hours.validFrom, detail: { moved } },
})

/** What the person was told last follows only where it was that same due time: an apology's later day stands. */
async function saveEffect(writing: Writing, { dossier, kind, from, to }: Effect): Promise<void> {
  const told = dossier.appointmentAt?.getTime() === from.getTime() ? { appointmentAt: to } : {}
  const next = dossier.nextDueAt?.getTime() === from.getTime() ? { nextDueAt: to } : {}
  const set = kind === 'answer' ? { nextDueAt: to } : { dueAt: to, ...next, ...told }
  await saveStep(writing, dossier, { step: 'calendar_changed', set, version: dossier.version })
}

type DayIn = Extract<Plan, { day: unknown }>['day']
type HoursIn = Extract<Plan, { hours: unknown }>['hours']

async function saveDay({ db, actor, now, newId }: Writing, { date: day, kind, name, legalRef, provisional }: DayIn): Promise<void> {
  const date = columnOfLocalDate(day)
  const before = await db.calendarDay.findUnique({ where: { date }, select: { kind: true, name: true, provisional: true } })
  const after = kind === 'NONE' ? null : { kind, name, provisional }
  if (after === null) await db.calendarDay.deleteMany({ where: { date } })
  else {
    const row = { ...after, legalRef }
    await db.calendarDay.upsert({ where: { date }, create: { date, ...row }, update: row, select: { date: true } })
  }
  const who = { communeId: actor.communeId, byStaffId: asStaff(actor).staffId }
  const change = { before: before ?? Prisma.DbNull, after: after ?? Prisma.DbNull }
  await db.calendarChange.create({ data: { id: newId(), at: now, date, ...change, ...who }, select: { id: true } })
}

async function saveHours({ db, actor: { communeId }, now }: Writing, { validFrom: from, ...hours }: HoursIn): Promise<void> {
  const validFrom = columnOfLocalDate(from)
  const row = { ...hours, announcedAt: now }
  await db.officeHours.upsert({
    where: { communeId_validFrom: { communeId, validFrom } },
    create: { communeId, validFrom, ...row },
    update: row,
    select: { validFrom: true },
  })
}
