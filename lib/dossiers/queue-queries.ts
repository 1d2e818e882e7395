import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { staffOnly, type Actor, type StaffActor } from '@/lib/access/policy'
import { dueStanding, finishedStanding, type DueStanding } from '@/lib/deadlines/standing'
import { loadCalendar } from '@/lib/deadlines/store'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import { mayMove, nextStep, type Step } from './rules'
import { onShelf, shelvesOf, SHELF_WORDS, type Shelf } from './shelves'
import { visibleTo } from './store'

const PAGE = 50

const ROW = {
  id: true,
  code: true,
  stage: true,
  holderKind: true,
  holderDepartment: true,
  holderStaffId: true,
  nextDueAt: true,
  dueAt: true,
  finishedAt: true,
  channel: true,
  applicant: { select: { fullName: true } },
  procedureVersion: { select: { name: true, shortName: true } },
} satisfies Prisma.DossierSelect

type Row = Prisma.DossierGetPayload<{ select: typeof ROW }>

const Cursor = z
  .string()
  .transform((text) => text.split('_'))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
  .transform(([at, id]) => ({ at: new Date(at), id }))

const FindQueue = z.object({
  shelf: z.enum(Object.keys(SHELF_WORDS) as [Shelf, ...Shelf[]]).catch('mine'),
  field: z.string().max(60).optional(),
  channel: z.enum(['ONLINE', 'COUNTER', 'POSTAL', 'NATIONAL_PORTAL']).optional().catch(undefined),
  cursor: Cursor.optional().catch(undefined),
})

const asStaff = (actor: Actor): StaffActor => {
  if (actor.kind !== 'staff') throw new Error('The gate lets only staff in here')
  return actor
}

/** One page of a shelf in order of the time to act, at most 50 rows, with what each row waits for and the cursor of the next page. */
export const findQueue = query({
  name: 'dossier.find_queue',
  input: FindQueue,
  allow: staffOnly,
  run: async ({ db, actor, now }, { shelf, field, channel, cursor }) => {
    const staff = asStaff(actor)
    const [rows, calendar] = await Promise.all([
      db.dossier.findMany({
        where: {
          AND: [
            { communeId: staff.communeId, closedAt: null },
            visibleTo(staff),
            onShelf(shelf, staff, now),
            field ? { fieldCode: field } : {},
            channel ? { channel } : {},
            // The redundant bound lets PostgreSQL start at the cursor instead of walking there.
            cursor ? { nextDueAt: { gte: cursor.at }, OR: [{ nextDueAt: { gt: cursor.at } }, { id: { gt: cursor.id } }] } : {},
          ],
        },
        orderBy: [{ nextDueAt: 'asc' }, { id: 'asc' }],
        take: PAGE + 1,
        select: ROW,
      }),
      loadCalendar(db, staff.communeId),
    ])
    const shown = rows.slice(0, PAGE)
    const last = rows.length > PAGE ? shown[shown.length - 1] : undefined
    return {
      rows: shown.map((row) => queueRow(row, staff, now, calendar)),
      next: last?.nextDueAt ? `${last.nextDueAt.toISOString()}_${last.id}` : null,
    }
  },
})

export type QueueRow = {
  code: string
  applicant: string
  procedure: string
  shortName: string
  stage: Row['stage']
  dueAt: Date
  standing: DueStanding
  /** What this person can do now; null: it waits for somebody else. */
  step: Step | null
}

function queueRow(row: Row, staff: StaffActor, now: Date, calendar: WorkCalendar): QueueRow {
  const step = nextStep(row.stage)
  const dueAt = row.nextDueAt ?? row.dueAt ?? now
  return {
    code: row.code,
    applicant: row.applicant?.fullName ?? 'Đã xóa theo thời hạn lưu',
    procedure: row.procedureVersion.name,
    shortName: row.procedureVersion.shortName,
    stage: row.stage,
    dueAt,
    standing: row.finishedAt ? finishedStanding({ finishedAt: row.finishedAt, dueAt: row.dueAt ?? dueAt, now }) : dueStanding(now, dueAt, calendar),
    step: step && mayMove(staff, row, step) === true ? step : null,
  }
}

/** How many dossiers lie on each of this person's shelves: the numbers of the rail. */
export const countShelves = query({
  name: 'dossier.count_shelves',
  input: z.object({}),
  allow: staffOnly,
  run: async ({ db, actor, now }) => {
    const staff = asStaff(actor)
    const shelves = shelvesOf(staff)
    const open = (shelf: Shelf): Prisma.DossierWhereInput => ({ AND: [{ communeId: staff.communeId, closedAt: null }, visibleTo(staff), onShelf(shelf, staff, now)] })
    const counts = await Promise.all(shelves.map((shelf) => db.dossier.count({ where: open(shelf) })))
    return shelves.map((shelf, index) => ({ shelf, ...SHELF_WORDS[shelf], count: counts[index] ?? 0 }))
  },
})

/** The one search field: a code or its end, a name with or without accents, a phone's digits. At most 20 rows, newest first. */
export const searchDossiers = query({
  name: 'dossier.search',
  input: z.object({ q: z.string().trim().max(120) }),
  allow: staffOnly,
  run: async ({ db, actor, now }, { q }) => {
    const staff = asStaff(actor)
    const digits = q.replace(/\D/g, '')
    const folded = fold(q)
    const matches: Prisma.DossierWhereInput[] = [
      ...(q.length >= 4 ? [{ code: { contains: q.toUpperCase().replace(/\s+/g, '') } }] : []),
      ...(digits.length >= 3 && digits.length === q.replace(/[\s.]/g, '').length ? [{ applicant: { phone: { endsWith: digits } } }] : []),
      ...(folded.length >= 2 && digits === '' ? [{ applicant: { foldedName: { contains: folded } } }] : []),
    ]
    if (matches.length === 0) return []
    const [rows, calendar] = await Promise.all([
      db.dossier.findMany({ where: { AND: [{ communeId: staff.communeId }, visibleTo(staff), { OR: matches }] }, orderBy: { submittedAt: 'desc' }, take: 20, select: ROW }),
      loadCalendar(db, staff.communeId),
    ])
    return rows.map((row) => queueRow(row, staff, now, calendar))
  },
  logsRead: ({ q }) => ({ kind: 'search', id: 'dossier', detail: { length: q.length } }),
})
