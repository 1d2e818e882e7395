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
      where: { communeId, kind: 'DEPARTMENT', code: { not: departmentCode } },
      orderBy: { position: 'asc' },
      select: { code: true, name: true },
    })
    return departments.map(({ code, name }) => ({ to: code, name, departmentCode: code, staffId: null }))
  }
  const officers = await db.staff.findMany({
    where: { communeId, departmentCode, status: 'ACTIVE', roles: { hasSome: [...POLICY['dossier.process']] } },
    orderBy: [{ fullName: 'asc' }, { id: 'asc' }],
    select: { id: true, fullName: true },
  })
  return officers.flatMap(({ id, fullName }) => (id === holderStaffId ? [] : [{ to: id, name: fullName, departmentCode, staffId: id }]))
}
