import type { Tx } from '@/lib/platform/db'
import { dueOnWorkingDay, withPlan, type CalendarPlan } from '@/lib/deadlines/calendar-plan'
import { deadline } from '@/lib/deadlines/rules'
import { loadCalendar } from '@/lib/deadlines/store'
import type { Prisma } from '@/prisma/generated/client'
import { answerDueAt } from './transition'

const OPEN = {
  communeId: true,
  id: true,
  code: true,
  version: true,
  stage: true,
  submittedAt: true,
  receivedAt: true,
  dueAt: true,
  nextDueAt: true,
  appointmentAt: true,
  askedInWorkAt: true,
  supplements: { orderBy: { number: 'desc' }, take: 1, select: { answeredAt: true } },
  procedureVersion: { select: { limitValue: true, limitUnit: true } },
} satisfies Prisma.DossierSelect

type OpenDossier = Prisma.DossierGetPayload<{ select: typeof OPEN }>

/** `answer`: the time to answer is counted anew; `moved`: the last day became a day off; `kept`: a new count would differ, the receipt stands. */
export type Effect = { dossier: OpenDossier; kind: 'answer' | 'moved' | 'kept'; from: Date; to: Date }

/** Dossiers of a commune that can still be late: about 2 % of all, read whole. What waits for its applicant is counted when she has answered. */
const openIn = (db: Tx, communeId: number) =>
  db.dossier.findMany({
    where: { communeId, closedAt: null, finishedAt: null, holderKind: { not: 'applicant' } },
    orderBy: { id: 'asc' },
    select: OPEN,
  })

/** What a plan does to the open dossiers of one commune; for hours only those of the commune itself are asked about. */
export async function effectsOf({ db, now }: { db: Tx; now: Date }, communeId: number, plan: CalendarPlan): Promise<Effect[]> {
  const [calendar, dossiers] = await Promise.all([loadCalendar(db, communeId), openIn(db, communeId)])
  const planned = withPlan(calendar, plan, now)
  return dossiers.flatMap((dossier): Effect[] => {
    const { submittedAt, receivedAt, dueAt, nextDueAt, procedureVersion } = dossier
    if (receivedAt === null) {
      // After an answered supplement the eight hours have begun anew.
      const to = answerDueAt(dossier.supplements[0]?.answeredAt ?? submittedAt, planned)
      return nextDueAt === null || same(to, nextDueAt) ? [] : [{ dossier, kind: 'answer', from: nextDueAt, to }]
    }
    if (dueAt === null) return []
    const moved = dueOnWorkingDay(dueAt, planned)
    if (!same(moved, dueAt)) return [{ dossier, kind: 'moved', from: dueAt, to: moved }]
    // With a pause in it the receipt's own count says nothing any more.
    if (dossier.askedInWorkAt !== null) return []
    const limit = { value: procedureVersion.limitValue, unit: procedureVersion.limitUnit }
    const [before, after] = [calendar, planned].map((by) => deadline({ receivedAt, limit, calendar: by }).dueAt)
    return before && after && !same(before, after) ? [{ dossier, kind: 'kept', from: dueAt, to: after }] : []
  })
}

const same = (a: Date, b: Date): boolean => a.getTime() === b.getTime()
