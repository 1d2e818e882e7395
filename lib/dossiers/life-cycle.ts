import type { Channel, HolderKind, Outcome, ReturnMethod, Stage } from '@/prisma/generated/enums'
import type { EventContent } from '@/lib/audit/rules'
import type { Pause } from '@/lib/deadlines/rules'

/**
 * The columns of a dossier that its events decide. An event carries the ones it sets, as plain values; the dossier row is
 * their fold, and replaying the events gives the same columns again.
 */
export type LifeCycle = {
  code: string
  /** At whose counter it was taken in, where that is another commune's than the one that decides; null: its own. */
  receivingCommuneId: number | null
  channel: Channel
  departmentCode: string
  returnMethod: ReturnMethod
  stage: Stage
  holderKind: HolderKind
  holderDepartment: string | null
  holderStaffId: string | null
  processorId: string | null
  nextDueAt: Date | null
  submittedAt: Date
  receivedAt: Date | null
  effectiveReceiptAt: Date | null
  firstDueAt: Date | null
  dueAt: Date | null
  appointmentAt: Date | null
  finishedAt: Date | null
  returnedAt: Date | null
  closedAt: Date | null
  registerYear: number | null
  registerNumber: number | null
  pausedAt: Date | null
  askedInWorkAt: Date | null
  supplementRequests: number
  hasComponentFile: boolean
  hasResultFile: boolean
  outcome: Outcome | null
  resultNumber: string | null
  stepDueAt: Date | null
  stageBefore: Stage | null
  withAgency: string | null
  extendedAt: Date | null
}

export type Changes = EventContent['changes']

/** Columns that hold instants: text in an event, `Date` in the row. */
const INSTANTS: ReadonlySet<string> = new Set<keyof LifeCycle>([
  'nextDueAt',
  'submittedAt',
  'receivedAt',
  'effectiveReceiptAt',
  'firstDueAt',
  'dueAt',
  'appointmentAt',
  'finishedAt',
  'returnedAt',
  'closedAt',
  'pausedAt',
  'askedInWorkAt',
  'stepDueAt',
  'extendedAt',
])

/** The columns a step sets, as an event keeps them. */
export const asChanges = (set: Partial<LifeCycle>): Changes =>
  Object.fromEntries(Object.entries(set).map(([column, value]) => [column, value instanceof Date ? value.toISOString() : value]))

/** One event applied to the columns so far. */
export const applyChanges = (columns: Readonly<Record<string, unknown>>, changes: Changes): Record<string, unknown> => ({
  ...columns,
  ...Object.fromEntries(
    Object.entries(changes).map(([column, value]) => [column, INSTANTS.has(column) && typeof value === 'string' ? new Date(value) : value]),
  ),
})

/** The life-cycle columns that a dossier's events give, in order of `seq`, beginning with an empty row. */
export const replay = (events: readonly { changes: Changes }[]): Record<string, unknown> =>
  events.reduce<Record<string, unknown>>((columns, event) => applyChanges(columns, event.changes), EMPTY_LIFE_CYCLE)

/** What a row has before its first event. */
export const EMPTY_LIFE_CYCLE = {
  receivingCommuneId: null,
  holderDepartment: null,
  holderStaffId: null,
  processorId: null,
  nextDueAt: null,
  receivedAt: null,
  effectiveReceiptAt: null,
  firstDueAt: null,
  dueAt: null,
  appointmentAt: null,
  finishedAt: null,
  returnedAt: null,
  closedAt: null,
  registerYear: null,
  registerNumber: null,
  pausedAt: null,
  askedInWorkAt: null,
  supplementRequests: 0,
  hasComponentFile: false,
  hasResultFile: false,
  outcome: null,
  resultNumber: null,
  stepDueAt: null,
  stageBefore: null,
  withAgency: null,
  extendedAt: null,
} satisfies Partial<LifeCycle>

/**
 * The pauses of the legal clock that a dossier's events tell, in the order of the events: an event that sets `pausedAt` begins one, the event
 * that takes it away ends it. So does the time between a stop and the taking up again, if the clock did not stand already.
 */
export function pausesIn(events: readonly { at: Date; changes: unknown }[]): Pause[] {
  const pauses: Pause[] = []
  let closed: Date | null = null
  for (const { at, changes } of events) {
    if (typeof changes !== 'object' || changes === null) continue
    if ('closedAt' in changes) {
      if (changes.closedAt === null && closed !== null && closed < at && pauses.at(-1)?.to !== null)
        pauses.push({ from: closed, to: at, by: 'office' })
      closed = changes.closedAt === null ? null : at
    }
    if (!('pausedAt' in changes)) continue
    if (changes.pausedAt !== null) pauses.push({ from: at, to: null })
    else if (pauses.at(-1)?.to === null) pauses.push({ from: pauses.pop()?.from ?? at, to: at })
  }
  return pauses
}
