import { type Actor, hasRight } from '@/lib/access/policy'
import { Prisma } from '@/prisma/generated/client'
import type { Horizon, TodayList } from './today'

/**
 * Open dossiers `d` of the commune that the actor may see, as `visibleTo` of the dossiers says it; a test compares the two for every role.
 * `department`: only what lies there.
 */
export function openTo(actor: Actor, department: string | undefined): Prisma.Sql {
  const own = ownOf(actor)
  const kept = department === undefined ? Prisma.empty : Prisma.sql`AND ${HELD_BY} = ${department}`
  return Prisma.sql`d."communeId" = ${actor.communeId} AND d."closedAt" IS NULL ${own} ${kept}`
}

/** What narrows the commune's dossiers to those of an actor. */
function ownOf(actor: Actor): Prisma.Sql {
  if (actor.kind === 'system' || hasRight(actor, 'dossier.read_all')) return Prisma.empty
  if (actor.kind !== 'staff' || !hasRight(actor, 'dossier.read_department')) return Prisma.sql`AND FALSE`
  const { departmentCode } = actor
  return Prisma.sql`AND d."receivedAt" IS NOT NULL AND (d."departmentCode" = ${departmentCode} OR d."holderDepartment" = ${departmentCode})`
}

/** Where a dossier lies; while it waits for the citizen, with the department that will get it back. */
export const HELD_BY = Prisma.sql`coalesce(d."holderDepartment", d."departmentCode")`

/** How an open dossier stands: exactly one of these holds for each. */
export const isFinished = Prisma.sql`(d."finishedAt" IS NOT NULL)`
/** It waits for the citizen: nobody in the office is late. */
export const isWaiting = Prisma.sql`(d."finishedAt" IS NULL AND d."holderKind" = 'applicant')`
const ours = Prisma.sql`d."finishedAt" IS NULL AND d."holderKind" <> 'applicant'`
/** The office had to act before now. */
export const isLate = ({ now }: Horizon) => Prisma.sql`(${ours} AND d."nextDueAt" < ${now})`
/** The office has to act before today ends. */
export const isToday = ({ now, todayEnds }: Horizon) => Prisma.sql`(${ours} AND d."nextDueAt" >= ${now} AND d."nextDueAt" < ${todayEnds})`
/** The office has longer than today. */
export const isLeft = ({ todayEnds }: Horizon) => Prisma.sql`(${ours} AND d."nextDueAt" >= ${todayEnds})`

const mine = (actor: Actor) =>
  actor.kind === 'staff' && hasRight(actor, 'dossier.approve')
    ? Prisma.sql`(d.stage = 'awaiting_approval' AND d."holderDepartment" = ${actor.departmentCode})`
    : Prisma.sql`FALSE`

/** Counts and lists are made of the same conditions, so a number always opens a list of that length. */
export const ON_LIST: Record<TodayList, (horizon: Horizon, actor: Actor) => Prisma.Sql> = {
  overdue: isLate,
  // An extension was sent with its letter (`extendedAt`), which promised another day (`appointmentAt`); a clock that stands makes nobody late.
  no_apology: (horizon) =>
    Prisma.sql`(${isLate(horizon)} AND d."receivedAt" IS NOT NULL AND d."pausedAt" IS NULL
      AND CASE WHEN d."extendedAt" IS NULL THEN d."dueAt" ELSE d."appointmentAt" END < ${horizon.now})`,
  due_today: isToday,
  due_next: (horizon) => Prisma.sql`(${isLeft(horizon)} AND d."nextDueAt" < ${horizon.nextDayEnds})`,
  my_approval: (_horizon, actor) => mine(actor),
  // Due by the next working day and nobody has taken it, or there is no draft of a result.
  at_risk: (
    horizon,
  ) => Prisma.sql`(${isLate(horizon)} OR ${isToday(horizon)} OR (${isLeft(horizon)} AND d."nextDueAt" < ${horizon.nextDayEnds}
    AND (d.stage IN ('submitted', 'received', 'in_department') OR NOT d."hasResultFile")))`,
  open: () => Prisma.sql`TRUE`,
  left: isLeft,
  waiting: () => isWaiting,
  finished: () => isFinished,
}
