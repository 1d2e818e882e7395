import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { Prisma } from '@/prisma/generated/client'
import { listDossiers, PAGE } from './listed'
import { countFigures } from './queries'
import { spanOf } from './rules'
import { AskedCounted } from './schema'
import { belongsToSql, countable, countedBy } from './store'

/** A list to choose from; null where there is nothing. */
type Named = { code: string; name: string }[] | null
type Choices = { agencyCode: string; fields: Named; departments: Named }

/**
 * The dossiers that a figure counted: those that meet it, all it is of, or its exceptions; newest receipt first, 50 a page. With them the
 * figures of the same period, field and department, and all fields and departments to choose from. Refusals: `not_allowed`.
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
    const [page, figures, chosen] = await Promise.all([
      listDossiers(db, {
        where: Prisma.sql`${countable({ communeId, scope }, span, filter)} AND ${belongsToSql(figure, part, span)}`,
        by: { column: Prisma.sql`d."effectiveReceiptAt"`, of: (row) => row.effectiveReceiptAt, descending: true },
        cursor,
        limit: PAGE,
        now,
        calendar,
      }),
      countFigures(db, { communeId, scope, filter }, [span]),
      db.$queryRaw<Choices[]>`
        SELECT (SELECT "agencyCode" FROM commune WHERE id = ${communeId}) AS "agencyCode",
          (SELECT json_agg(json_build_object('code', code, 'name', name) ORDER BY position) FROM field) AS fields,
          (SELECT json_agg(json_build_object('code', d.code, 'name', d.name) ORDER BY d.position)
            FROM department d WHERE d."communeId" = ${communeId} AND d.kind <> 'LEADERSHIP'
              AND EXISTS (SELECT 1 FROM procedure_version version WHERE version."departmentCode" = d.code)) AS departments`,
    ])
    const [counted] = figures
    const [choices] = chosen
    if (!counted || !choices) throw new Error('A count gave no row')
    return { ...page, now, period, figures: counted, ...choices }
  },
})
