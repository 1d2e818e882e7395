import type { Tx } from '@/lib/platform/db'
import { POLICY } from '@/lib/access/policy'
import type { PassOnStep } from './move-rules'
import type { LockedDossier } from './store'

type Passed = Pick<LockedDossier, 'communeId' | 'departmentCode' | 'holderStaffId'> & {
  department: Pick<LockedDossier['department'], 'kind'>
}

/** To whom a dossier can be given: an officer's id or a department's code, with the name and whose it is then. */
export type Receiver = { to: string; name: string; departmentCode: string; staffId: string | null }

/**
 * Who can be named for this step: the officers of the department who process dossiers and do not hold this one already, or the other departments of
 * the commune. What an agency (Công an xã) is competent for stays with it.
 */
export async function receiversOf(db: Tx, dossier: Passed, step: PassOnStep): Promise<Receiver[]> {
  const { communeId, departmentCode, holderStaffId } = dossier
  if (step === 'pass_to_department') {
    if (dossier.department.kind !== 'DEPARTMENT') return []
    const departments = await db.department.findMany({
      where: { communeId, kind: 'DEPARTMENT', closedAt: null, code: { not: departmentCode } },
      orderBy: { position: 'asc' },
      select: { code: true, name: true },
    })
    return departments.map(({ code, name }) => ({ to: code, name, departmentCode: code, staffId: null }))
  }
  const officers = await officersOf(db, communeId, [departmentCode])
  return officers.flatMap(({ id, fullName }) => (id === holderStaffId ? [] : [{ to: id, name: fullName, departmentCode, staffId: id }]))
}

/** The officers of these departments who process dossiers, by name. */
export const officersOf = (db: Tx, communeId: number, departments: readonly string[]) =>
  db.staff.findMany({
    where: { communeId, departmentCode: { in: [...departments] }, status: 'ACTIVE', roles: { hasSome: [...POLICY['dossier.process']] } },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
    select: { id: true, fullName: true, departmentCode: true },
  })

/** How many open dossiers each of these officers holds now; who holds none is not in it. */
export async function loadOf(db: Tx, communeId: number, staffIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (staffIds.length === 0) return new Map()
  const held = await db.dossier.groupBy({
    by: ['holderStaffId'],
    where: { communeId, closedAt: null, holderStaffId: { in: [...staffIds] } },
    _count: { _all: true },
  })
  return new Map(held.flatMap(({ holderStaffId, _count }) => (holderStaffId === null ? [] : [[holderStaffId, _count._all]])))
}
