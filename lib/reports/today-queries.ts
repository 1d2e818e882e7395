import { z } from 'zod'
import { query, type Reading } from '@/lib/access/gate'
import { asStaff, hasRight, may, signingPlaces } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { Prisma } from '@/prisma/generated/client'
import type { DepartmentKind } from '@/prisma/generated/enums'
import { listDossiers, PAGE } from './listed'
import { AskedToday } from './schema'
import { type Horizon, horizonOf, type TodayList } from './today'
import { HELD_BY, isFinished, isLate, isLeft, isToday, isWaiting, ON_LIST, openTo } from './today-store'

/** Rows of what is at risk that stand on the dashboard itself. */
const AT_RISK_SHOWN = 8

/** Rows of what is overdue without a letter of apology on the dashboard; a page has all of them. */
const NO_APOLOGY_SHOWN = 20

/** What is at risk begins with what is overdue, so both are read at once; so many rows are looked at for the second. */
const LOOKED_AT = 60

const BY_DUE = { column: Prisma.sql`d."nextDueAt"`, of: (row: { nextDueAt: Date | null }) => row.nextDueAt, descending: false }

const listToday = async (
  { db, actor, now }: Reading & { now: Date },
  list: TodayList,
  more: {
    calendar: WorkCalendar
    limit: number
    mark?: TodayList | undefined
    department?: string | undefined
    cursor?: { at: Date; id: string } | undefined
  },
) => {
  const { calendar, limit, mark, department, cursor } = more
  const horizon = horizonOf(now, calendar)
  const where = Prisma.sql`${openTo(actor, department)} AND ${ON_LIST[list](horizon, actor)}`
  return listDossiers(db, { where, by: BY_DUE, mark: mark && ON_LIST[mark](horizon, actor), cursor, limit, now, calendar })
}

type HolderCounts = {
  code: string
  name: string
  late: number
  today: number
  left: number
  wait: number
  done: number
  total: number
}

type HolderRow = HolderCounts & {
  kind: DepartmentKind
  resolves: boolean
  next: number
  mine: number
  notProposed: number
  answers: number
  noApology: number
  oldest: Date | null
  mineDue: Date | null
}

/** Open dossiers by the department that holds them, departments without any too, in the office's order. */
async function countHolders({ db, actor }: Reading, horizon: Horizon): Promise<HolderRow[]> {
  const count = (condition: Prisma.Sql) => Prisma.sql`(count(d.id) FILTER (WHERE ${condition}))::int`
  return db.$queryRaw<HolderRow[]>`
    SELECT department.code, department.name, department.kind::text AS kind,
      EXISTS (SELECT 1 FROM procedure_version version WHERE version."departmentCode" = department.code) AS resolves,
      ${count(isLate(horizon))} AS late, ${count(isToday(horizon))} AS today,
      ${count(isLeft(horizon))} AS left, ${count(isWaiting)} AS wait, ${count(isFinished)} AS done, count(d.id)::int AS total,
      ${count(ON_LIST.due_next(horizon, actor))} AS next, ${count(ON_LIST.my_approval(horizon, actor))} AS mine,
      ${count(Prisma.sql`${isToday(horizon)} AND d.stage NOT IN ('submitted', 'withdrawal_asked', 'awaiting_approval', 'awaiting_issue')`)} AS "notProposed",
      ${count(Prisma.sql`${isToday(horizon)} AND d.stage IN ('submitted', 'withdrawal_asked')`)} AS answers,
      ${count(ON_LIST.no_apology(horizon, actor))} AS "noApology",
      min(d."nextDueAt") FILTER (WHERE ${isLate(horizon)}) AS oldest,
      min(d."nextDueAt") FILTER (WHERE ${ON_LIST.my_approval(horizon, actor)}) AS "mineDue"
    FROM department
    LEFT JOIN dossier d ON ${HELD_BY} = department.code AND ${openTo(actor, undefined)}
    WHERE department."communeId" = ${actor.communeId}
    GROUP BY department.code, department.name, department.kind, department.position
    ORDER BY department.position`
}

/** The counts of all departments together; `oldestDueAt` is of what is overdue, `nextApprovalDueAt` of what this person has to approve. */
function together(rows: readonly HolderRow[]) {
  const sum = (of: (row: HolderRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const first = (of: (row: HolderRow) => Date | null) =>
    rows.map(of).reduce((early, at) => (at !== null && (early === null || at < early) ? at : early), null)
  const all = {
    late: sum((row) => row.late),
    today: sum((row) => row.today),
    left: sum((row) => row.left),
    wait: sum((row) => row.wait),
    done: sum((row) => row.done),
    total: sum((row) => row.total),
  }
  return {
    all,
    counts: {
      overdue: all.late,
      due_today: all.today,
      due_next: sum((row) => row.next),
      my_approval: sum((row) => row.mine),
      open: all.total,
    },
    notProposed: sum((row) => row.notProposed),
    /** Of what is due today: not a result but an answer, to a new dossier or to the wish to stop one. */
    answersToday: sum((row) => row.answers),
    oldestDueAt: first((row) => row.oldest),
    nextApprovalDueAt: first((row) => row.mineDue),
  }
}

const standings = ({ code, name, late, today, left, wait, done, total }: HolderRow): HolderCounts => ({
  code,
  name,
  late,
  today,
  left,
  wait,
  done,
  total,
})

/**
 * What needs the leader today: counts that open their lists, what is overdue without a letter of apology, what will be late if nobody acts, and the open dossiers by who holds them.
 * Heads of department see their own. Refusals: `not_allowed`.
 */
export const readToday = query({
  name: 'report.read_today',
  input: z.object({}),
  allow: (actor) => may(actor, 'report.read'),
  run: async (reading) => {
    const { db, actor, now } = reading
    const calendar = await loadCalendar(db, actor.communeId)
    const horizon = horizonOf(now, calendar)
    const [rows, pressing] = await Promise.all([
      countHolders(reading, horizon),
      listToday(reading, 'at_risk', { calendar, limit: LOOKED_AT, mark: 'no_apology' }),
    ])
    const noApology = pressing.rows.filter(({ isMarked }) => isMarked).slice(0, NO_APOLOGY_SHOWN)
    return {
      ...together(rows),
      now,
      calendar,
      nextDay: horizon.nextDay,
      approves: signingPlaces(asStaff(actor)).length > 0,
      apologises: hasRight(asStaff(actor), 'dossier.extend'),
      risk: { rows: pressing.rows.slice(0, AT_RISK_SHOWN), isCut: pressing.rows.length > AT_RISK_SHOWN },
      noApology: { rows: noApology, isCut: rows.reduce((sum, row) => sum + row.noApology, 0) > noApology.length },
      // The leadership signs, the desk takes in: neither has figures of its own where it resolves nothing.
      departments: rows.filter(({ kind, resolves }) => kind !== 'LEADERSHIP' && resolves).map(({ code, name }) => ({ code, name })),
      holders: rows.filter(({ total }) => total > 0).map(standings),
    }
  },
})

/** How many dossiers stand on a list, by the same conditions as its rows. */
async function countToday(
  { db, actor }: Reading,
  list: TodayList,
  { horizon, department }: { horizon: Horizon; department: string | undefined },
): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM dossier d WHERE ${openTo(actor, department)} AND ${ON_LIST[list](horizon, actor)}`
  return row?.count ?? 0
}

/** One of today's lists with how many there are, nearest time to act first, 50 a page; `department` keeps what lies with one. Refusals: `not_allowed`. */
export const findToday = query({
  name: 'report.find_today',
  input: AskedToday,
  allow: (actor) => may(actor, 'report.read'),
  run: async (reading, { list, department, cursor }) => {
    const { db, actor, now } = reading
    const calendar = await loadCalendar(db, actor.communeId)
    const [page, count, named] = await Promise.all([
      listToday(reading, list, { calendar, limit: PAGE, department, cursor }),
      countToday(reading, list, { horizon: horizonOf(now, calendar), department }),
      department === undefined
        ? null
        : db.department.findUnique({ where: { communeId_code: { communeId: actor.communeId, code: department } }, select: { name: true } }),
    ])
    return { ...page, count, now, department: named?.name ?? null }
  },
})
