/**
 * The life of a dossier as a rule book on paper has it, read line by line by somebody who has never seen the program: the reference that the random
 * walks compare `lib/dossiers` with. Its lines are `reference-book.ts`. Written from NĐ 118/2025/NĐ-CP Điều 17–22 and the list of national states, and
 * it imports no rule.
 */
import { FOR_APPLICANTS, isOtherCounters, type Line, linesFrom, linesOf } from './reference-book'
import type { ReferenceClock } from './reference-clock'

/** The ten states of TT 04/2025/TT-VPCP, each with the places that it covers. */
const STATES: readonly (readonly [number, string])[] = [
  [1, 'submitted'],
  [2, 'received'],
  [3, 'refused'],
  [4, 'in_department in_hand with_agency awaiting_approval awaiting_issue'],
  [5, 'awaiting_supplement'],
  [6, 'awaiting_payment'],
  [7, 'withdrawal_asked'],
  [8, 'withdrawn stopped'],
  [9, 'finished'],
  [10, 'returned'],
]
export const stateOf = (place: string): number | undefined => STATES.find(([, places]) => places.split(' ').includes(place))?.[0]

const ROLE_WORDS: Record<string, string> = { centre_director: 'director', department_head: 'head' }

type Post = { communeId: number; staffId: string; departmentCode: string; roles: readonly string[] }
/** Somebody who tries a step. Staff have their own post and those of the colleagues they stand in for. */
export type Trier = { kind: 'staff'; posts: readonly Post[] } | { kind: 'citizen' | 'anonymous' | 'system' }

/** The dossier as a folder with a slip of paper on it; times are minutes. */
export type Folder = {
  place: string
  /** The commune that decides, and the other one whose counter has received it; null: its own. */
  commune: number
  otherCounter: number | null
  department: string
  worker: string | null
  holder: { kind: string; department: string | null; officer: string | null }
  received: number | null
  first: number | null
  due: number | null
  told: number | null
  standsSince: number | null
  stood: readonly (readonly [number, number])[]
  askedAtWork: number | null
  asked: number
  apologised: number | null
  cameFrom: string | null
  agency: string | null
  done: number | null
  givenOut: number | null
  closed: number | null
  /** By when somebody has to act, and by when the work at this place should be done. */
  actBy: number | null
  workBy: number | null
}

type WayLine = { kind: string; minutes: number; departmentCode: string | null }
/** What the house is like. */
export type House = {
  clock: ReferenceClock
  limit: { value: number; unit: string }
  way: readonly WayLine[]
  desk: string
  leadership: string
  agencies: readonly string[]
  supplementDays: number
}
type Deed = { event: string; now: number; post: Post | null; named?: { departmentCode: string; staffId: string | null } | undefined }

/** A folder that somebody has just sent. */
export const sentFolder = (
  house: House,
  { department, now, otherCounter = null }: { department: string; now: number; otherCounter?: number | null },
): Folder => ({
  ...{ commune: 1, otherCounter },
  ...{ place: 'submitted', department, worker: null, holder: { kind: 'desk', department: house.desk, officer: null } },
  ...{ received: null, first: null, due: null, told: null, standsSince: null, stood: [], askedAtWork: null, asked: 0, apologised: null },
  ...{ cameFrom: null, agency: null, done: null, givenOut: null, closed: null, actBy: house.clock.after(now, 480), workBy: null },
})

/** What the dossier waits for; null: nothing. */
export const awaited = (place: string): string | null => linesFrom(place).find(({ isNext }) => isNext)?.event ?? null
export const eventsFrom = (place: string): readonly string[] => linesFrom(place).map(({ event }) => event)

function isTheOne(post: Post, folder: Folder, which: string): boolean {
  const isThere = folder.holder.department === post.departmentCode
  if (which === 'there') return isThere
  if (which === 'holder') return folder.holder.officer === post.staffId
  if (which === 'worker') return folder.worker === post.staffId
  if (which === 'answers') return post.roles.includes('leader') || post.departmentCode === folder.department
  return which === 'any' || isThere || folder.worker === post.staffId
}

const IF: Record<string, (folder: Folder) => string> = {
  '': () => 'yes',
  'not received': ({ received }) => (received === null ? 'yes' : 'step_not_possible'),
  received: ({ received }) => (received === null ? 'step_not_possible' : 'yes'),
  'never asked': ({ askedAtWork }) => (askedAtWork === null ? 'yes' : 'already_asked'),
  'asked before': ({ askedAtWork }) => (askedAtWork === null ? 'step_not_possible' : 'yes'),
  'by the office': ({ cameFrom }) => (cameFrom === null ? 'step_not_possible' : 'yes'),
  'no apology yet': ({ apologised }) => (apologised === null ? 'yes' : 'already_extended'),
}

const isOfOffice = (post: Post, { commune, otherCounter }: Folder, isOtherToo: boolean): boolean =>
  post.communeId === commune || (isOtherToo && post.communeId === otherCounter)

/** From which of their posts staff may act by one of these lines. */
const postFor = (posts: readonly Post[], folder: Folder, lines: readonly Line[]): Post | undefined =>
  posts.find((post) =>
    lines.some(
      ({ from, event, who, which }) =>
        isOfOffice(post, folder, isOtherCounters(from, event)) &&
        post.roles.some((role) => who.includes(ROLE_WORDS[role] ?? role)) &&
        isTheOne(post, folder, which),
    ),
  )

/** `yes` with the post from which it is done, or why not. */
export function mayDo(trier: Trier, folder: Folder, event: string): { answer: string; post: Post | null } {
  const no = (answer: string) => ({ answer, post: null })
  if (trier.kind === 'anonymous') return no('sign_in_needed')
  if (trier.kind === 'system') return no('not_allowed')
  if (trier.kind === 'citizen' && !FOR_APPLICANTS.has(event)) return no('not_allowed')
  const lines = linesOf(folder.place, event)
  const [line] = lines
  if (!line) return no('step_not_possible')
  const post = trier.kind === 'staff' ? postFor(trier.posts, folder, lines) : null
  if (post === undefined || (post === null && !line.who.includes('applicant'))) return no('not_allowed')
  return { answer: IF[line.only]?.(folder) ?? `no such condition: ${line.only}`, post }
}

function placeAfter(line: Line, folder: Folder, house: House): string {
  if (line.to === 'same') return folder.place
  if (line.to === 'signed') return house.way.some(({ kind }) => kind === 'ISSUE') ? 'awaiting_issue' : 'finished'
  if (line.to !== 'back') return line.to
  return folder.cameFrom ?? (folder.received === null ? 'submitted' : 'in_hand')
}

/** Kinds of work that the way allots time to, by place. */
const WORK: Record<string, readonly string[]> = {
  ...{ received: ['INTAKE'], in_department: ['REVIEW', 'DRAFT'], in_hand: ['REVIEW', 'DRAFT'] },
  ...{ with_agency: ['AGENCY'], awaiting_approval: ['SIGN'], awaiting_issue: ['ISSUE'] },
}
const CLOSED = ['returned', 'refused', 'withdrawn', 'stopped']
const WAITS = ['awaiting_supplement', 'awaiting_payment', 'withdrawal_asked']

/** The folder after a deed that was allowed. */
export function afterDeed(folder: Folder, deed: Deed, house: House): Folder {
  const [line] = linesOf(folder.place, deed.event)
  if (!line) throw new Error(`The book has no ${deed.event} from ${folder.place}`)
  const next: Folder = { ...folder, place: placeAfter(line, folder, house) }
  turnClock(next, line, { deed, house })
  writeDates(next, { folder, line, deed })
  giveTo(next, line, { deed, house })
  next.actBy = actBy(next, folder, { deed, house })
  next.workBy = workBy(next, folder, { deed, house })
  return next
}

type Doing = { deed: Deed; house: House }

function turnClock(next: Folder, { clock }: Line, { deed: { now }, house }: Doing): void {
  if (clock === 'start') {
    next.received = now
    next.first = next.due = next.told = house.clock.due(now, house.limit, [])
  }
  if (clock === 'stand' && next.received !== null) next.standsSince ??= now
  if (clock === 'again') {
    takeUp(next, now, house)
    return
  }
  if (clock !== 'go' || next.received === null || next.standsSince === null || WAITS.includes(next.place)) return
  if (now > next.standsSince) next.stood = [...next.stood, [next.standsSince, now]]
  next.standsSince = null
  next.due = house.clock.due(next.received, house.limit, next.stood)
  next.told = next.apologised !== null && next.told !== null && next.told > next.due ? next.told : next.due
}

/** Stopped by the office, which then knows where it stood; what the applicant wished herself is closed for good. */
const wasStopped = (next: Folder, folder: Folder): boolean => next.place === 'stopped' && folder.place !== 'withdrawal_asked'

/** From the stop until now the clock has stood, unless it stood already: then it stands on. */
function takeUp(next: Folder, now: number, house: House): void {
  const since = next.closed
  next.closed = null
  if (next.received === null || next.standsSince !== null || since === null) return
  if (now > since) next.stood = [...next.stood, [since, now]]
  next.due = house.clock.due(next.received, house.limit, next.stood)
  next.told = next.apologised !== null && next.told !== null && next.told > next.due ? next.told : next.due
}

function writeDates(next: Folder, { folder, line, deed: { event, now } }: { folder: Folder; line: Line; deed: Deed }): void {
  if (next.place === 'awaiting_supplement' && line.to !== 'back') {
    next.asked = folder.asked + 1
    if (next.received !== null) next.askedAtWork = now
  }
  if (event === 'extend') next.apologised = now
  if (event === 'reopen') next.done = null
  if (next.place === 'finished') next.done = now
  if (next.place === 'returned') next.givenOut = now
  if (CLOSED.includes(next.place)) next.closed = now
  next.cameFrom = next.place === 'withdrawal_asked' || wasStopped(next, folder) ? folder.place : null
}

/** Who has it at each place, where the line names nobody. */
function giveTo(next: Folder, { holder }: Line, { deed: { event, post, named }, house }: Doing): void {
  const give = (kind: string, department: string | null, officer: string | null = null) => (next.holder = { kind, department, officer })
  const { place } = next
  if (place !== 'with_agency' && place !== 'withdrawal_asked' && !(place === 'stopped' && next.cameFrom !== null)) next.agency = null
  if (event === 'extend') return
  if (holder === 'named' && named) {
    if (place === 'with_agency') next.agency = named.departmentCode
    else [next.department, next.worker] = [named.departmentCode, named.staffId]
  }
  if (holder === 'actor') next.worker = post?.staffId ?? null
  if (place === 'in_department' || place === 'received') next.worker = holder === 'named' ? next.worker : null
  if (CLOSED.includes(place)) give('nobody', null)
  else if (place === 'awaiting_supplement' || place === 'awaiting_payment') give('applicant', null)
  else if (place === 'in_hand') give('person', next.department, next.worker)
  else if (place === 'in_department') give('department', next.department)
  else if (place === 'with_agency') give('agency', next.agency)
  else if (place === 'awaiting_approval') give('department', house.agencies.includes(next.department) ? next.department : house.leadership)
  else if (place === 'awaiting_issue')
    give('department', house.way.find(({ kind }) => kind === 'ISSUE')?.departmentCode ?? house.leadership)
  else give('desk', house.desk)
}

function actBy(next: Folder, { actBy: before }: Folder, { deed: { now }, house }: Doing): number | null {
  if (CLOSED.includes(next.place)) return null
  if (next.place === 'awaiting_supplement' || next.place === 'awaiting_payment') return house.clock.closeInDays(now, house.supplementDays)
  if (next.place === 'withdrawal_asked' || next.received === null) return house.clock.after(now, 480)
  return (next.place === 'finished' ? next.told : next.due) ?? before
}

function workBy(next: Folder, folder: Folder, { deed: { now }, house }: Doing): number | null {
  const kinds = WORK[next.place] ?? []
  if (folder.workBy !== null && kinds.length > 0 && kinds[0] === WORK[folder.place]?.[0]) return folder.workBy
  const allotted = house.way.filter(({ kind }) => kinds.includes(kind))
  if (allotted.length === 0) return null
  const minutes = allotted.reduce((sum, line) => sum + line.minutes, 0)
  const by = house.clock.after(now, minutes)
  return next.due !== null && by > next.due ? next.due : by
}
