import type { Tx } from '@/lib/platform/db'
import { columnOfLocalDate, type LocalDate } from '@/lib/platform/local-date'
import type { InUse } from '@/lib/staff/department-rules'
import type { Prisma } from '@/prisma/generated/client'

/** Open dossiers that a department resolves, holds, or was asked about. */
const openAt = (communeId: number, code: string): Prisma.DossierWhereInput => ({
  ...{ communeId, closedAt: null },
  OR: [{ departmentCode: code }, { holderDepartment: code }, { withAgency: code }],
})

/** How many open dossiers are under way at a department. */
export const countDossiersAt = (db: Tx, communeId: number, code: string): Promise<number> =>
  db.dossier.count({ where: openAt(communeId, code) })

/**
 * What still needs a department on this day. Of the procedures those that name it from today on, and those of which a dossier is still on an
 * older version's way that leads there.
 */
export async function useOf(db: Tx, { communeId, code }: { communeId: number; code: string }, today: LocalDate): Promise<InUse> {
  const named = { some: { departmentCode: code } }
  const [dossiers, officers, versions] = await Promise.all([
    countDossiersAt(db, communeId, code),
    db.staff.count({ where: { communeId, departmentCode: code, status: 'ACTIVE' } }),
    db.procedureVersion.findMany({
      where: {
        OR: [
          {
            AND: [
              { OR: [{ validTo: null }, { validTo: { gte: columnOfLocalDate(today) } }] },
              { OR: [{ departmentCode: code }, { steps: named }] },
            ],
          },
          { steps: named, dossiers: { some: { communeId, closedAt: null } } },
        ],
      },
      distinct: ['procedureCode'],
      select: { procedureCode: true },
    }),
  ])
  return { dossiers, officers, procedures: versions.length }
}
