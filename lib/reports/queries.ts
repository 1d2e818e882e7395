import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone, may } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import { localDateOf } from '@/lib/platform/local-date'
import { Prisma } from '@/prisma/generated/client'
import { type Bucket, bucketsOf, bucketUnit, FIRST_YEAR, yearPeriod } from './period'
import { FIGURES, type Figure, type Period, type Rate, rateOf, type Span, spanOf } from './rules'
import { AskedDashboard, AskedFigures } from './schema'
import { belongsToSql, countable, countedBy, type Filter, figuresSql, LOCAL } from './store'

export type Figures = Record<Figure, Rate>

type Counted = { numerators: number[]; denominators: number[] }

function asFigures({ numerators, denominators }: Counted): Figures {
  const rate = (figure: Figure) => {
    const at = FIGURES.indexOf(figure)
    return rateOf(numerators[at] ?? 0, denominators[at] ?? 0)
  }
  return {
    received: rate('received'),
    resolved: rate('resolved'),
    onTime: rate('onTime'),
    online: rate('online'),
    digitised: rate('digitised'),
    onlinePayment: rate('onlinePayment'),
  }
}

/** The figures of several spans in one statement, in their order. */
export async function countFigures(
  db: Tx,
  from: { communeId: number; scope: Prisma.Sql; filter?: Filter },
  spans: readonly Span[],
): Promise<Figures[]> {
  const one = (span: Span, place: number) => Prisma.sql`
    SELECT ${place}::int AS place, ${figuresSql(span)} FROM dossier d WHERE ${countable({ communeId: from.communeId, scope: from.scope }, span, from.filter)}`
  const rows = await db.$queryRaw<Counted[]>`${Prisma.join(spans.map(one), ' UNION ALL ')} ORDER BY place`
  return rows.map(asFigures)
}

const WHOLE_COMMUNE = Prisma.sql`TRUE`

/** The figures of the commune whose site this is: rates and totals, which say nothing of anyone. */
export const readPublicFigures = query({
  name: 'report.read_public_figures',
  input: AskedFigures,
  allow: anyone,
  run: async ({ db, actor, now }, { from, to, field }) => {
    const period = { from, to }
    const of = { communeId: actor.communeId, scope: WHOLE_COMMUNE, filter: { field } }
    const [figures] = await countFigures(db, of, [spanOf(period, now)])
    if (!figures) throw new Error('A count gave no row')
    return { period, figures }
  },
})

/** One year of the public record. `closed`: the year is over, its figures stand. */
export type YearRecord = { year: number; closed: boolean; figures: Figures }

/** What the office shows of itself: this year so far, and the last year before it in which anything was resolved, if there is one. */
export const readPublicRecord = query({
  name: 'report.read_public_record',
  input: z.object({}),
  allow: anyone,
  run: async ({ db, actor, now }): Promise<{ now: Date; years: YearRecord[] }> => {
    const { communeId } = actor
    const thisYear = Number(localDateOf(now).slice(0, 4))
    const [first, current] = [spanOf(yearPeriod(FIRST_YEAR), now), spanOf(yearPeriod(thisYear), now)]
    const [last] = await db.$queryRaw<{ at: Date | null }[]>`
      SELECT max("finishedAt") AS at FROM dossier
      WHERE "communeId" = ${communeId} AND "finishedAt" >= ${first.start} AND "finishedAt" < ${current.start}`
    const years = [thisYear, ...(last?.at ? [Number(localDateOf(last.at).slice(0, 4))] : [])]
    const figures = await countFigures(
      db,
      { communeId, scope: WHOLE_COMMUNE },
      years.map((year) => spanOf(yearPeriod(year), now)),
    )
    return { now, years: figures.map((of, index) => ({ year: years[index] ?? thisYear, closed: index > 0, figures: of })) }
  },
})

export type FieldOrDepartment = { code: string; name: string; figures: Figures }

type Group = Counted & { size: number } & Record<'field' | 'department', { code: string; name: string; position: number }>

const NOTHING_COUNTED: Counted & { size: number } = { numerators: [], denominators: [], size: 0 }

const plus = (a: readonly number[], b: readonly number[]) => b.map((count, index) => count + (a[index] ?? 0))

/** Counts of groups together, since one pass over the dossiers is enough for every way of grouping them. */
const sumOf = (groups: readonly Group[]): Counted & { size: number } =>
  groups.reduce(
    (all, { numerators, denominators, size }) => ({
      numerators: plus(all.numerators, numerators),
      denominators: plus(all.denominators, denominators),
      size: all.size + size,
    }),
    NOTHING_COUNTED,
  )

/** The groups by one of their keys, the largest first. */
function grouped(groups: readonly Group[], key: 'field' | 'department') {
  const places = new Map(groups.map((group) => [group[key].code, group[key]]))
  return [...places.values()]
    .map(({ code, name, position }) => {
      const sum = sumOf(groups.filter((group) => group[key].code === code))
      return { code, name, position, size: sum.size, figures: asFigures(sum) }
    })
    .toSorted((a, b) => b.size - a.size)
}

const bare = ({ code, name, figures }: FieldOrDepartment): FieldOrDepartment => ({ code, name, figures })

/**
 * The dashboard's figures of a period: all, by field (most received first), by department (in the office's order) and along time. A head of
 * department counts their own department only. `department` keeps one department. Refusals: `not_allowed`.
 */
export const readFigures = query({
  name: 'report.read_figures',
  input: AskedDashboard,
  allow: (actor) => may(actor, 'report.read'),
  run: async ({ db, actor, now }, { from, to, department }) => {
    const period = { from, to }
    const span = spanOf(period, now)
    const counted = countable({ communeId: actor.communeId, scope: countedBy(actor) }, span, { department })
    const [groups, series] = await Promise.all([
      db.$queryRaw<Group[]>`
        WITH counted AS MATERIALIZED (
          SELECT d."fieldCode" AS field, d."departmentCode" AS department, count(*)::int AS size, ${figuresSql(span)}
          FROM dossier d WHERE ${counted} GROUP BY d."fieldCode", d."departmentCode")
        SELECT json_build_object('code', field.code, 'name', field.name, 'position', field.position) AS field,
          json_build_object('code', department.code, 'name', department.name, 'position', department.position) AS department,
          size, numerators, denominators
        FROM counted
        JOIN field ON field.code = counted.field
        JOIN department ON department."communeId" = ${actor.communeId} AND department.code = counted.department
        ORDER BY field.name`,
      readSeries(db, counted, { period, span }),
    ])
    return {
      now,
      period,
      figures: asFigures(sumOf(groups)),
      byField: grouped(groups, 'field')
        .toSorted((a, b) => b.figures.received.denominator - a.figures.received.denominator)
        .map(bare),
      byDepartment: grouped(groups, 'department')
        .toSorted((a, b) => a.position - b.position)
        .map(bare),
      unit: bucketUnit(period),
      series,
    }
  },
})

export type Point = Omit<Bucket, 'start'> & { received: number; resolved: number }

/** Received and resolved in each part of the period, the empty parts too. */
async function readSeries(db: Tx, counted: Prisma.Sql, { period, span }: { period: Period; span: Span }): Promise<Point[]> {
  const unit = bucketUnit(period)
  const part = (figure: Figure, at: Prisma.Sql) => Prisma.sql`
    SELECT ${figure}::text AS figure, to_char(date_trunc(${unit}::text, ${at} AT TIME ZONE ${LOCAL}), 'YYYY-MM-DD') AS start
    FROM dossier d WHERE ${counted} AND ${belongsToSql(figure, 'denominator', span)}`
  const rows = await db.$queryRaw<{ figure: Figure; start: string; count: number }[]>`
    SELECT figure, start, count(*)::int AS count
    FROM (${part('received', Prisma.sql`d."effectiveReceiptAt"`)} UNION ALL ${part('resolved', Prisma.sql`d."finishedAt"`)}) parts
    GROUP BY figure, start`
  const countOf = (figure: Figure, start: string) => rows.find((row) => row.figure === figure && row.start === start)?.count ?? 0
  return bucketsOf(period).map(({ start, ...bucket }) => ({
    ...bucket,
    received: countOf('received', start),
    resolved: countOf('resolved', start),
  }))
}
