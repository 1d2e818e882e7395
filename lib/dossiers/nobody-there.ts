import type { Writing } from '@/lib/access/gate'
import type { Tx } from '@/lib/platform/db'
import { findFillers } from '@/lib/procedures/filling'
import { type Filler, isFilled } from '@/lib/procedures/filling-rules'
import type { Role, Stage } from '@/prisma/generated/enums'
import type { LifeCycle } from './life-cycle'
import { STAGES } from './rules'

/**
 * The stages at which a dossier waits for whoever of a role takes it, and that role. The registrar works for the whole commune. What waits for a
 * signature is not here: nobody signs in the leadership's place, so the administrator is told instead.
 */
const WAITS_FOR: Partial<Record<Stage, { role: Role; anywhere: boolean }>> = {
  in_department: { role: 'specialist', anywhere: false },
  awaiting_issue: { role: 'registrar', anywhere: true },
}
const WAITING_STAGES = STAGES.filter((stage) => WAITS_FOR[stage] !== undefined)

/** Where a dossier waits: at which stage, with which department, and the one that answers for it (left out: not told). */
type Pile = { stage: Stage; holderDepartment: string; departmentCode?: string | undefined }

type Officer = Filler & { id: string; status: string }
type Head = Pick<LifeCycle, 'holderKind' | 'holderDepartment' | 'holderStaffId'>

/**
 * Who holds what would wait there for a role that nobody fills: the head of the department that it lies with, else of the one that answers for it;
 * null where the role is filled, or where there is no head either.
 */
function headInPlaceOf({ stage, holderDepartment, departmentCode }: Pile, fillers: readonly Officer[]): Head | null {
  const waits = WAITS_FOR[stage]
  if (!waits || isFilled(fillers, { role: waits.role, departmentCode: waits.anywhere ? null : holderDepartment })) return null
  const heads = fillers.filter(({ status, roles }) => status === 'ACTIVE' && roles.includes('department_head'))
  const head = answerable({ holderDepartment, departmentCode }).flatMap(
    (code) => heads.find((officer) => officer.departmentCode === code) ?? [],
  )[0]
  return head ? { holderKind: 'person', holderDepartment: head.departmentCode, holderStaffId: head.id } : null
}

/** The departments of which a head may hold it: the one that it lies with before the one that answers for it. */
const answerable = ({ holderDepartment, departmentCode }: Omit<Pile, 'stage'>): string[] => [
  holderDepartment,
  ...(departmentCode === undefined ? [] : [departmentCode]),
]

type Coming = { communeId: number; departmentCode?: string | undefined; set: Partial<LifeCycle> }

/**
 * What a step sets, with the head of the department as the holder where the dossier would wait for a role that nobody there fills. Where there is
 * no head either it stays with the department, whose leader sees it late; the administrator is told of both.
 */
export async function heldByHeadWhereNobodyIs(
  { db, now }: Writing,
  { communeId, departmentCode, set }: Coming,
): Promise<Partial<LifeCycle>> {
  const { stage, holderKind, holderDepartment } = set
  const waits = stage && WAITS_FOR[stage]
  if (!waits || holderKind !== 'department' || !holderDepartment) return set
  const pile = { stage, holderDepartment, departmentCode }
  const fillers = await findFillers(db, communeId, {
    now,
    where: { OR: [{ departmentCode: { in: answerable(pile) } }, ...(waits.anywhere ? [{ roles: { has: waits.role } }] : [])] },
  })
  return { ...set, ...headInPlaceOf(pile, fillers) }
}

/** The piles of a commune that wait for a role which nobody fills now, each with the head who takes them. */
export async function pilesForHeads(db: Tx, communeId: number, now: Date): Promise<{ pile: Required<Pile>; head: Head }[]> {
  const piles = await db.dossier.groupBy({
    by: ['stage', 'holderDepartment', 'departmentCode'],
    where: { communeId, closedAt: null, holderKind: 'department', stage: { in: WAITING_STAGES } },
  })
  if (piles.length === 0) return []
  const fillers = await findFillers(db, communeId, { now })
  return piles.flatMap(({ stage, holderDepartment, departmentCode }) => {
    if (holderDepartment === null) return []
    const pile = { stage, holderDepartment, departmentCode }
    const head = headInPlaceOf(pile, fillers)
    return head === null ? [] : [{ pile, head }]
  })
}
