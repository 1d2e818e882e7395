import type { Tx } from '@/lib/platform/db'
import { runningAt } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'
import type { Filler } from './filling-rules'

/** Who does work at a moment: whoever is not suspended, and a suspended officer's place while somebody stands in. */
const atWorkAt = (now: Date): Prisma.StaffWhereInput => ({
  OR: [{ status: 'ACTIVE' }, { absences: { some: { ...runningAt(now), substitute: { status: 'ACTIVE' } } } }],
})

/** Everybody by whom a step can be filled now, `where` narrows it; for commands of modules to the right. */
export const findFillers = (
  db: Tx,
  communeId: number,
  { now, where = {} }: { now: Date; where?: Prisma.StaffWhereInput },
): Promise<(Filler & { id: string; status: string; fullName: string })[]> =>
  db.staff.findMany({
    where: { AND: [{ communeId }, atWorkAt(now), where] },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, status: true, fullName: true, departmentCode: true, roles: true },
  })
