import type { Tx } from '@/lib/platform/db'
import type { LocalDate } from '@/lib/platform/local-date'
import { notOverOn } from '@/lib/procedures/store'
import type { InUse } from '@/lib/staff/department-rules'

/** Counts, by the code of a department; 0 for one that is not among them. */
type CountAt = (code: string) => number

const countAt = (rows: readonly { code: string; count: number }[]): CountAt => {
  const counts = new Map(rows.map(({ code, count }) => [code, count]))
  return (code) => counts.get(code) ?? 0
}

/** How many open dossiers are under way at each department: that it resolves, holds, or was asked about. */
export async function countOpenDossiers(db: Tx, communeId: number): Promise<CountAt> {
  return countAt(
    await db.$queryRaw<{ code: string; count: number }[]>`
      SELECT place.code, count(*)::int FROM dossier d
      CROSS JOIN LATERAL (SELECT DISTINCT unnest(ARRAY[d."departmentCode", d."holderDepartment", d."withAgency"]) AS code) place
      WHERE d."communeId" = ${communeId} AND d."closedAt" IS NULL AND place.code IS NOT NULL GROUP BY place.code`,
  )
}

/** How many officers work in each department. */
export async function countOfficers(db: Tx, communeId: number): Promise<CountAt> {
  const groups = await db.staff.groupBy({ by: ['departmentCode'], where: { communeId, status: 'ACTIVE' }, _count: { _all: true } })
  return countAt(groups.map(({ departmentCode: code, _count }) => ({ code, count: _count._all })))
}

/**
 * What still needs a department on this day. Of the procedures those that name it from today on, and those of which a dossier is still on an
 * older version's way that leads there.
 */
export async function useOf(db: Tx, { communeId, code }: { communeId: number; code: string }, today: LocalDate): Promise<InUse> {
  const named = { some: { departmentCode: code } }
  const [dossiers, officers, versions] = await Promise.all([
    countOpenDossiers(db, communeId),
    countOfficers(db, communeId),
    db.procedureVersion.findMany({
      where: {
        OR: [
          {
            AND: [notOverOn(today), { OR: [{ departmentCode: code }, { steps: named }] }],
          },
          { steps: named, dossiers: { some: { communeId, closedAt: null } } },
        ],
      },
      distinct: ['procedureCode'],
      select: { procedureCode: true },
    }),
  ])
  return { dossiers: dossiers(code), officers: officers(code), procedures: versions.length }
}
