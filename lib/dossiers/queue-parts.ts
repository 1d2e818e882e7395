/** The parts in which a list of dossiers is shown, each in an order of its own, and the cursor that pages through them. */
import { z } from 'zod'
import type { StaffActor } from '@/lib/access/policy'
import { RowInstant } from '@/lib/platform/row-place'
import type { Prisma } from '@/prisma/generated/client'
import { askedClause, asksOn, holdsDone, isAskedOf, type Shelf } from './shelves'

/**
 * The parts of a list, one after the other, each by time: what another agency is asked (`asked`), for its own people, by the time it has to answer
 * in; what else can still be late (`open`); the results that wait for their owners (`done`).
 */
export const PARTS = ['asked', 'open', 'done'] as const
export type Part = (typeof PARTS)[number]

export const Cursor = z
  .string()
  .transform((text) => text.split('_'))
  .pipe(z.tuple([z.enum(PARTS), RowInstant, z.uuid()]))
  .transform(([part, at, id]) => ({ part, at, id }))
type Cursor = z.output<typeof Cursor>

/** The parts that a shelf has for this person, from the cursor's on. */
export function partsOf(staff: StaffActor, shelf: Shelf, cursor: Cursor | undefined): Part[] {
  const asks = askedClause(staff) === null ? 'none' : asksOn(shelf)
  const has: Record<Part, boolean> = { asked: asks !== 'none', open: asks !== 'all', done: holdsDone(shelf, staff) }
  const parts = PARTS.filter((part) => has[part])
  return cursor ? parts.filter((part) => PARTS.indexOf(part) >= PARTS.indexOf(cursor.part)) : parts
}

export function ofPart(part: Part, staff: StaffActor): Prisma.DossierWhereInput {
  if (part === 'done') return { finishedAt: { not: null } }
  const asked = askedClause(staff)
  if (part === 'asked') return asked ?? {}
  return asked === null ? { finishedAt: null } : { finishedAt: null, NOT: asked }
}

/** The part that a dossier stands in. */
export const partOf = (staff: StaffActor, row: Parameters<typeof isAskedOf>[1] & { finishedAt: Date | null }): Part =>
  row.finishedAt ? 'done' : isAskedOf(staff, row) ? 'asked' : 'open'

/** The time by which a part is ordered: another agency acts by its own, not by that of the whole dossier. */
export const timeOf = (part: Part) => (part === 'asked' ? 'stepDueAt' : 'nextDueAt')

// The redundant bound lets PostgreSQL start at the cursor instead of walking there.
export function after({ part, at, id }: Cursor): Prisma.DossierWhereInput {
  const time = timeOf(part)
  return { [time]: { gte: at }, OR: [{ [time]: { gt: at } }, { id: { gt: id } }] }
}

export const orderOf = (part: Part): Prisma.DossierOrderByWithRelationInput[] => [
  part === 'asked' ? { stepDueAt: { sort: 'asc', nulls: 'first' } } : { nextDueAt: 'asc' },
  { id: 'asc' },
]

type Answering = { id: string; stepDueAt: Date | null }

/** As `orderOf` has what is asked. */
export const byAnswer = (one: Answering, other: Answering): number =>
  (one.stepDueAt?.getTime() ?? 0) - (other.stepDueAt?.getTime() ?? 0) || (one.id < other.id ? -1 : 1)
