import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { Prisma } from '@/prisma/generated/client'
import { listDossiers, PAGE } from './listed'
import { countFigures } from './queries'
import { spanOf } from './rules'
import { AskedCounted } from './schema'
import { belongsToSql, countable, countedBy } from './store'

/**
 * The dossiers that a figure counted: those that meet it, all it is of, or its exceptions; newest receipt first, 50 a page. With them the
 * figures of the same period, field and department, and the names of both. Refusals: `not_allowed`.
 */
export const findCounted = query({
  name: 'report.find_counted',
  input: AskedCounted,
  allow: (actor) => may(actor, 'report.read'),
  run: async ({ db, actor, now }, { figure, part, from, to, field, department, cursor }) => {
    const { communeId } = actor
    const period = { from, to }
    const span = spanOf(period, now)
    const scope = countedBy(actor)
    const filter = { field, department }
    const calendar = await loadCalendar(db, communeId)
    const [page, figures, names] = await Promise.all([
      listDossiers(db, {
        where: Prisma.sql`${countable(communeId, scope, span, filter)} AND ${belongsToSql(figure, part, span)}`,
        by: { column: Prisma.sql`d."effectiveReceiptAt"`, of: (row) => row.effectiveReceiptAt, descending: true },
        cursor,
        limit: PAGE,
        now,
        calendar,
      }),
      countFigures(db, { communeId, scope, filter }, [span]),
      db.$queryRaw<{ agencyCode: string; field: string | null; department: string | null }[]>`
        SELECT "agencyCode", (SELECT name FROM field WHERE code = ${field ?? ''}) AS field,
          (SELECT name FROM department WHERE "communeId" = ${communeId} AND code = ${department ?? ''}) AS department
        FROM commune WHERE id = ${communeId}`,
    ])
    const [counted] = figures
    const [named] = names
    if (!counted || !named) throw new Error('A count gave no row')
    return { ...page, now, period, figures: counted, ...named }
  },
})
