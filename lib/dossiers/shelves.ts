import type { StaffActor } from '@/lib/access/policy'
import { hasRight, hasRightSomewhere, placesOf, signingPlaces } from '@/lib/access/policy'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import type { Prisma } from '@/prisma/generated/client'
import type { HolderKind, Stage } from '@/prisma/generated/enums'

/** The lists into which a member of staff's open dossiers fall. */
export const SHELF_NAMES = [
  'mine',
  'submitted',
  'received',
  'finished',
  'for_others',
  'department',
  'approval',
  'issue',
  'agency',
  'with_departments',
  'supplement_lapsed',
  'awaiting_supplement',
  'overdue',
  'due_today',
] as const
export type Shelf = (typeof SHELF_NAMES)[number]

/** `title` heads the list, `label` stands in the rail below its group, `empty` says that nothing lies there and when to look again. */
export type ShelfWords = { group: 'Việc của tôi' | 'Việc của phòng' | 'Tất cả hồ sơ'; label: string; title: string; empty: string }

export const SHELF_WORDS: Record<Shelf, ShelfWords> = {
  mine: {
    group: 'Việc của tôi',
    label: 'Tất cả',
    title: 'Việc của tôi',
    empty: 'Không có hồ sơ nào đang chờ. Hồ sơ mới sẽ hiện ở đây.',
  },
  submitted: {
    group: 'Việc của tôi',
    label: 'Chờ tiếp nhận',
    title: 'Chờ tiếp nhận',
    empty: 'Không có hồ sơ nào chờ tiếp nhận. Hồ sơ công dân vừa gửi sẽ hiện ở đây.',
  },
  received: { group: 'Việc của tôi', label: 'Chờ chuyển phòng', title: 'Chờ chuyển phòng', empty: 'Hồ sơ đã tiếp nhận đều đã chuyển đi.' },
  finished: {
    group: 'Việc của tôi',
    label: 'Chờ trả kết quả',
    title: 'Chờ trả kết quả',
    empty: 'Không có kết quả nào chờ trả. Kết quả vừa ký duyệt sẽ hiện ở đây.',
  },
  for_others: {
    group: 'Việc của tôi',
    label: 'Nhận cho xã khác',
    title: 'Nhận cho xã khác',
    empty: 'Không có hồ sơ nào quầy này nhận cho xã, phường khác mà chưa trả kết quả.',
  },
  approval: {
    group: 'Việc của tôi',
    label: 'Chờ ký duyệt',
    title: 'Chờ ký duyệt',
    empty: 'Không có kết quả nào chờ ký duyệt. Hồ sơ chuyên viên vừa trình sẽ hiện ở đây.',
  },
  issue: {
    group: 'Việc của tôi',
    label: 'Chờ cấp số',
    title: 'Chờ cấp số, đóng dấu',
    empty: 'Không có kết quả nào chờ cấp số. Kết quả vừa ký sẽ hiện ở đây.',
  },
  agency: {
    group: 'Việc của phòng',
    label: 'Được hỏi phối hợp',
    title: 'Được hỏi phối hợp',
    empty: 'Không có hồ sơ nào chờ cơ quan này trả lời.',
  },
  department: {
    group: 'Việc của phòng',
    label: 'Chờ nhận xử lý',
    title: 'Phòng chờ nhận xử lý',
    empty: 'Không có hồ sơ nào chờ phòng nhận. Hồ sơ Một cửa vừa chuyển sẽ hiện ở đây.',
  },
  with_departments: {
    group: 'Tất cả hồ sơ',
    label: 'Đang ở các phòng',
    title: 'Đang ở các phòng',
    empty: 'Không có hồ sơ nào đang ở các phòng.',
  },
  awaiting_supplement: {
    group: 'Tất cả hồ sơ',
    label: 'Chờ công dân',
    title: 'Chờ công dân bổ sung hoặc nộp tiền',
    empty: 'Không có hồ sơ nào đang chờ công dân.',
  },
  supplement_lapsed: {
    group: 'Việc của tôi',
    label: 'Công dân quá hạn',
    title: 'Công dân quá hạn trả lời',
    empty: 'Không có hồ sơ nào đã yêu cầu bổ sung hoặc nộp tiền mà quá hạn chưa trả lời.',
  },
  overdue: { group: 'Tất cả hồ sơ', label: 'Quá hạn', title: 'Quá hạn', empty: 'Không có hồ sơ nào quá hạn.' },
  due_today: { group: 'Tất cả hồ sơ', label: 'Đến hạn hôm nay', title: 'Đến hạn hôm nay', empty: 'Hôm nay không có hồ sơ nào đến hạn.' },
}

/** Where a dossier lies: the columns by which shelves are told apart. */
export type Place = {
  stage: Stage
  holderKind: HolderKind
  holderDepartment: string | null
  holderStaffId: string | null
  /** Another commune's counter that received it; null: this one's. */
  receivingCommuneId: number | null
}

/** Dossiers whose columns each have one of these values; a column that is not named may have any. */
type Pile = { readonly [C in Exclude<keyof Place, 'receivingCommuneId'>]?: readonly NonNullable<Place[C]>[] } & {
  /** Only what this commune's own counter, or none, has received. */
  readonly isReceivedHere?: true
}

/** `any` due time, past it, or still to come today; the last two are of dossiers without a result, for only those can still be late. */
type Due = 'any' | 'overdue' | 'today'

/** What the office itself holds: a dossier that waits for its applicant is neither late nor due. */
const OURS: Pile = { holderKind: ['desk', 'department', 'person', 'agency'] }

/** A shelf is one table, read twice: as a clause when dossiers are listed (`onShelf`), as a test when they are counted (`countOn`). */
const SHELVES: Record<Shelf, { piles: (actor: StaffActor) => readonly Pile[]; due: Due }> = {
  mine: { piles: workOf, due: 'any' },
  submitted: { piles: () => [{ stage: ['submitted'] }], due: 'any' },
  received: { piles: () => [{ stage: ['received'] }], due: 'any' },
  // What is fetched at another commune's counter lies there, on its shelf `for_others`.
  finished: { piles: () => [{ stage: ['finished'], isReceivedHere: true }], due: 'any' },
  // Listed and counted over other communes' dossiers (`queue-queries.ts`); of the own ones none lies there.
  for_others: { piles: () => [], due: 'any' },
  approval: { piles: (actor) => [{ stage: ['awaiting_approval'], holderDepartment: departmentsOf(actor) }], due: 'any' },
  issue: { piles: () => [{ stage: ['awaiting_issue'] }], due: 'any' },
  agency: { piles: (actor) => [{ stage: ['with_agency'], holderDepartment: departmentsOf(actor) }], due: 'any' },
  department: { piles: (actor) => [{ stage: ['in_department'], holderDepartment: departmentsOf(actor) }], due: 'any' },
  with_departments: { piles: () => [{ holderKind: ['department', 'person', 'agency'] }], due: 'any' },
  awaiting_supplement: { piles: () => [{ holderKind: ['applicant'] }], due: 'any' },
  // Nothing happens to it by itself: somebody has to call the applicant, or decide.
  supplement_lapsed: { piles: () => [{ holderKind: ['applicant'] }], due: 'overdue' },
  overdue: { piles: () => [OURS], due: 'overdue' },
  due_today: { piles: () => [OURS], due: 'today' },
}

/** The departments this person works for: the own one, and those of colleagues they stand in for. */
const departmentsOf = (actor: StaffActor): string[] => placesOf(actor).map(({ departmentCode }) => departmentCode)

/** The other agencies that this person works for: what they are asked has a time of its own, which is not the dossier's. */
const agenciesOf = (actor: StaffActor): string[] =>
  placesOf(actor).flatMap(({ departmentCode, departmentKind }) => (departmentKind === 'AGENCY' ? [departmentCode] : []))

/** Whether this person's agency is asked and has it: for them it is due when the agency has to answer. */
export const isAskedOf = (actor: StaffActor, { communeId, stage, holderDepartment }: AtPlace): boolean =>
  communeId === actor.communeId && stage === 'with_agency' && holderDepartment !== null && agenciesOf(actor).includes(holderDepartment)
type AtPlace = { communeId: number } & Pick<Place, 'stage' | 'holderDepartment'>

/** The same as a clause; null: this person works for no other agency. */
export function askedClause(actor: StaffActor): Prisma.DossierWhereInput | null {
  const agencies = agenciesOf(actor)
  return agencies.length === 0 ? null : { communeId: actor.communeId, stage: 'with_agency', holderDepartment: { in: agencies } }
}

/** Whether a shelf can hold what another agency is asked, and nothing else. */
export const asksOn = (shelf: Shelf): 'all' | 'some' | 'none' => (shelf === 'agency' ? 'all' : MIXED.includes(shelf) ? 'some' : 'none')
const MIXED: readonly Shelf[] = ['mine', 'with_departments', 'overdue', 'due_today']

/** Whether a shelf can hold results that wait for their owners: they lie at a desk. */
export const holdsDone = (shelf: Shelf, actor: StaffActor): boolean =>
  shelf === 'finished' || shelf === 'for_others' || (shelf === 'mine' && hasRightSomewhere(actor, 'dossier.receive'))

/** What waits for this person's own step, or for a step that their roles let them take; for a substitute the colleague's work too. */
function workOf(actor: StaffActor): Pile[] {
  return placesOf(actor).flatMap(workFrom)
}

/** What lies at a desk and is the deciding commune's, whichever counter has received it (`deskOf` in rules.ts). */
const DECIDED_HERE: readonly Stage[] = ['submitted', 'received', 'withdrawal_asked']

function workFrom(actor: StaffActor): Pile[] {
  const department = [actor.departmentCode]
  return [
    { holderStaffId: [actor.staffId] },
    // A result that is fetched at another commune's counter lies there, and waits for nobody here.
    ...(hasRight(actor, 'dossier.receive')
      ? [
          { holderKind: ['desk' as const], isReceivedHere: true as const },
          { holderKind: ['desk' as const], stage: DECIDED_HERE },
        ]
      : []),
    ...(hasRight(actor, 'dossier.approve') ? [{ stage: ['awaiting_approval' as const], holderDepartment: department }] : []),
    ...(hasRight(actor, 'dossier.issue') ? [{ stage: ['awaiting_issue' as const] }] : []),
    ...(hasRight(actor, 'dossier.process')
      ? [{ stage: ['in_department' as const, 'with_agency' as const], holderDepartment: department }]
      : []),
  ]
}

/** The shelves a member of staff works from, in the order of the rail. The first is where they start. */
export function shelvesOf(actor: StaffActor): Shelf[] {
  const wide = hasRightSomewhere(actor, 'dossier.read_all')
  return [
    'mine',
    ...(hasRightSomewhere(actor, 'dossier.receive')
      ? (['submitted', 'received', 'finished', 'for_others', 'supplement_lapsed'] as const)
      : []),
    ...(signingPlaces(actor).length > 0 ? (['approval'] as const) : []),
    ...(hasRightSomewhere(actor, 'dossier.issue') ? (['issue'] as const) : []),
    ...(hasRightSomewhere(actor, 'dossier.process') ? (['department', 'agency'] as const) : []),
    ...(wide ? (['with_departments'] as const) : []),
    'awaiting_supplement',
    'overdue',
    'due_today',
  ]
}

/** The heading that a shelf stands under in this person's rail: "all" reaches as far as they may see. */
export function groupOf(shelf: Shelf, actor: StaffActor): string {
  const { group } = SHELF_WORDS[shelf]
  return group === 'Tất cả hồ sơ' ? (hasRightSomewhere(actor, 'dossier.read_all') ? 'Cả xã' : 'Cả phòng') : group
}

/** The dossiers on a shelf, beyond what the actor may see at all. */
export function onShelf(shelf: Shelf, actor: StaffActor, now: Date): Prisma.DossierWhereInput {
  const { piles, due } = SHELVES[shelf]
  return { AND: [{ OR: piles(actor).map(clauseOf) }, dueClause(due, actor, now)] }
}

const clauseOf = ({ stage, holderKind, holderDepartment, holderStaffId, isReceivedHere }: Pile): Prisma.DossierWhereInput => ({
  ...(isReceivedHere ? { receivingCommuneId: null } : {}),
  ...(stage ? { stage: { in: [...stage] } } : {}),
  ...(holderKind ? { holderKind: { in: [...holderKind] } } : {}),
  ...(holderDepartment ? { holderDepartment: { in: [...holderDepartment] } } : {}),
  ...(holderStaffId ? { holderStaffId: { in: [...holderStaffId] } } : {}),
})

function dueClause(due: Due, actor: StaffActor, now: Date): Prisma.DossierWhereInput {
  if (due === 'any') return {}
  const within = due === 'overdue' ? { lt: now } : { gte: now, lt: endOfDay(now) }
  const asked = askedClause(actor)
  const byDossier = { finishedAt: null, nextDueAt: within }
  return asked === null ? byDossier : { OR: [{ AND: [asked, { stepDueAt: within }] }, { AND: [{ NOT: asked }, byDossier] }] }
}

/** The first instant that is no longer today. */
export const endOfDay = (now: Date): Date => instantAt(addDays(localDateOf(now), 1), 0)

/** Open dossiers in groups that lie at one place: all of them, those past their due time, those still due today. */
export type Groups<G extends Place> = Record<'all' | 'overdue' | 'today', readonly (G & { count: number })[]>

export type Counts = { count: number; overdue: number; today: number }

/** How many dossiers lie on a shelf, and how many of them are late or due today, counted over groups instead of one by one. */
export function countOn<G extends Place>(shelf: Shelf, actor: StaffActor, groups: Groups<G>): Counts {
  const { piles, due } = SHELVES[shelf]
  const on = piles(actor)
  // What waits for its applicant is late for nobody, where a shelf holds more than the late.
  const isOurs = (group: G) => due !== 'any' || group.holderKind !== 'applicant'
  const sum = (list: readonly (G & { count: number })[]) =>
    list.filter((group) => on.some((pile) => matches(pile, group))).reduce((total, { count }) => total + count, 0)
  const overdue = due === 'today' ? 0 : sum(groups.overdue.filter(isOurs))
  const today = due === 'overdue' ? 0 : sum(groups.today.filter(isOurs))
  return { count: due === 'any' ? sum(groups.all) : overdue + today, overdue, today }
}

function matches(pile: Pile, place: Place): boolean {
  const has = <T>(values: readonly T[] | undefined, value: T | null) => !values || (value !== null && values.includes(value))
  return (
    (!pile.isReceivedHere || place.receivingCommuneId === null) &&
    has(pile.stage, place.stage) &&
    has(pile.holderKind, place.holderKind) &&
    has(pile.holderDepartment, place.holderDepartment) &&
    has(pile.holderStaffId, place.holderStaffId)
  )
}
