import type { StaffActor } from '@/lib/access/policy'
import { hasRight } from '@/lib/access/policy'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import type { Prisma } from '@/prisma/generated/client'

/** The lists into which a member of staff's open dossiers fall. */
export type Shelf =
  | 'mine'
  | 'submitted'
  | 'received'
  | 'finished'
  | 'department'
  | 'approval'
  | 'with_departments'
  | 'overdue'
  | 'due_today'

export type ShelfWords = { group: 'Việc của tôi' | 'Việc của phòng' | 'Cả xã'; label: string; empty: string }

export const SHELF_WORDS: Record<Shelf, ShelfWords> = {
  mine: { group: 'Việc của tôi', label: 'Tất cả', empty: 'Không có hồ sơ nào đang chờ. Hồ sơ mới sẽ hiện ở đây.' },
  submitted: { group: 'Việc của tôi', label: 'Chờ tiếp nhận', empty: 'Không có hồ sơ nào chờ tiếp nhận.' },
  received: { group: 'Việc của tôi', label: 'Chờ chuyển phòng', empty: 'Hồ sơ đã tiếp nhận đều đã chuyển đi.' },
  finished: { group: 'Việc của tôi', label: 'Chờ trả kết quả', empty: 'Không có kết quả nào chờ trả.' },
  approval: { group: 'Việc của tôi', label: 'Chờ ký duyệt', empty: 'Không có kết quả nào chờ ký duyệt.' },
  department: { group: 'Việc của phòng', label: 'Chờ nhận xử lý', empty: 'Không có hồ sơ nào chờ phòng nhận.' },
  with_departments: { group: 'Cả xã', label: 'Đang ở các phòng', empty: 'Không có hồ sơ nào đang ở các phòng.' },
  overdue: { group: 'Cả xã', label: 'Quá hạn', empty: 'Không có hồ sơ nào quá hạn.' },
  due_today: { group: 'Cả xã', label: 'Đến hạn hôm nay', empty: 'Hôm nay không có hồ sơ nào đến hạn.' },
}

/** The shelves a member of staff works from, in the order of the rail. The first is where they start. */
export function shelvesOf(actor: StaffActor): Shelf[] {
  const wide = hasRight(actor, 'dossier.read_all')
  return [
    'mine',
    ...(hasRight(actor, 'dossier.receive') ? (['submitted', 'received', 'finished'] as const) : []),
    ...(hasRight(actor, 'dossier.approve') ? (['approval'] as const) : []),
    ...(hasRight(actor, 'dossier.process') ? (['department'] as const) : []),
    ...(wide ? (['with_departments'] as const) : []),
    'overdue',
    'due_today',
  ]
}

/** The dossiers on a shelf, beyond what the actor may see at all. `mine` is what waits for this person's own step. */
export function onShelf(shelf: Shelf, actor: StaffActor, now: Date): Prisma.DossierWhereInput {
  switch (shelf) {
    case 'mine':
      return { OR: workOf(actor) }
    case 'submitted':
    case 'received':
    case 'finished':
      return { stage: shelf }
    case 'approval':
      return { stage: 'awaiting_approval', holderDepartment: actor.departmentCode }
    case 'department':
      return { stage: 'in_department', holderDepartment: actor.departmentCode }
    case 'with_departments':
      return { holderKind: { in: ['department', 'person'] } }
    case 'overdue':
      return { nextDueAt: { lt: now }, finishedAt: null }
    case 'due_today':
      return { nextDueAt: { gte: now, lt: instantAt(addDays(localDateOf(now), 1), 0) } }
  }
}

function workOf(actor: StaffActor): Prisma.DossierWhereInput[] {
  return [
    { holderStaffId: actor.staffId },
    ...(hasRight(actor, 'dossier.receive') ? [{ holderKind: 'desk' as const }] : []),
    ...(hasRight(actor, 'dossier.approve') ? [{ stage: 'awaiting_approval' as const, holderDepartment: actor.departmentCode }] : []),
    ...(hasRight(actor, 'dossier.process') ? [{ stage: 'in_department' as const, holderDepartment: actor.departmentCode }] : []),
  ]
}
