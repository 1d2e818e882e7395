import { findFillers } from '@/lib/procedures/filling'
import { isFilled } from '@/lib/procedures/filling-rules'
import type { Writing } from '@/lib/access/gate'
import type { Role, Stage } from '@/prisma/generated/enums'
import type { LifeCycle } from './life-cycle'

/**
 * The stages at which a dossier waits for whoever of a role takes it, and that role. The registrar works for the whole commune. What waits for a
 * signature is not here: nobody signs in the leadership's place, so the administrator is told instead.
 */
const WAITS_FOR: Partial<Record<Stage, { role: Role; anywhere: boolean }>> = {
  in_department: { role: 'specialist', anywhere: false },
  awaiting_issue: { role: 'registrar', anywhere: true },
}

type Coming = { communeId: number; departmentCode?: string | undefined; set: Partial<LifeCycle> }

/**
 * What a step sets, with the head of the department as the holder where the dossier would wait for a role that nobody there fills: the head of
 * the department that it comes to, else of the one that answers for it. Where there is no head either it stays with the department, whose leader
 * sees it late; the administrator is told of both.
 */
export async function heldByHeadWhereNobodyIs(
  { db, now }: Writing,
  { communeId, departmentCode, set }: Coming,
): Promise<Partial<LifeCycle>> {
  const { stage, holderKind, holderDepartment } = set
  const waits = stage && WAITS_FOR[stage]
  if (!waits || holderKind !== 'department' || !holderDepartment) return set
  const departments = [holderDepartment, ...(departmentCode === undefined ? [] : [departmentCode])]
  const fillers = await findFillers(db, communeId, {
    now,
    where: { OR: [{ departmentCode: { in: departments } }, ...(waits.anywhere ? [{ roles: { has: waits.role } }] : [])] },
  })
  if (isFilled(fillers, { role: waits.role, departmentCode: waits.anywhere ? null : holderDepartment })) return set
  const heads = fillers.filter(({ status, roles }) => status === 'ACTIVE' && roles.includes('department_head'))
  const head = departments.flatMap((code) => heads.find((officer) => officer.departmentCode === code) ?? [])[0]
  return head ? { ...set, holderKind: 'person', holderDepartment: head.departmentCode, holderStaffId: head.id } : set
}
