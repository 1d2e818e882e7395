import { z } from 'zod'
import { query, type Reading } from '@/lib/access/gate'
import { asStaff, hasRightSomewhere, staffOnly, type StaffActor } from '@/lib/access/policy'
import { openState, type OpenState } from '@/lib/deadlines/opening'
import { loadCalendar } from '@/lib/deadlines/store'
import { openWords, tomorrowWords } from '@/lib/deadlines/words'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { loadFields } from '@/lib/procedures/store'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import { Channel } from '@/prisma/generated/enums'
import { after, byAnswer, Cursor, ofPart, orderOf, type Part, partOf, PARTS, partsOf, timeOf } from './queue-parts'
import { queueRow, ROW } from './queue-row'
import { DossierCode } from './schema'
import { askedClause, countOn, endOfDay, groupOf, isAskedOf, onShelf, shelvesOf, SHELF_NAMES, SHELF_WORDS } from './shelves'
import { receivedBy, visibleTo } from './store'

const PAGE = 50

const ShelfName = z.enum(SHELF_NAMES).catch('mine')

/** A shelf with what narrows it; what makes no sense is left out, since it comes from an address. */
const Narrowed = z.object({
  shelf: ShelfName,
  field: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  channel: z.enum(Channel).optional().catch(undefined),
})
type Narrowed = z.output<typeof Narrowed>

/** The open dossiers that this person sees. */
const openTo = (staff: StaffActor): Prisma.DossierWhereInput => ({
  AND: [{ communeId: staff.communeId, closedAt: null }, visibleTo(staff)],
})

/** What this person's counter has received for other communes and is not closed: a shelf of its own, since another commune holds it. */
const forOthers = (staff: StaffActor): Prisma.DossierWhereInput => ({ AND: [{ closedAt: null }, receivedBy(staff)] })

const receives = (staff: StaffActor): boolean => hasRightSomewhere(staff, 'dossier.receive')

const narrowed = (staff: StaffActor, { shelf, field, channel }: Narrowed, now: Date): Prisma.DossierWhereInput => ({
  AND: [
    shelf === 'for_others' ? forOthers(staff) : { AND: [openTo(staff), onShelf(shelf, staff, now)] },
    field ? { fieldCode: field } : {},
    channel ? { channel } : {},
  ],
})

/**
 * One page of a shelf, at most 50 rows, with what each row waits for and the cursor of the next page: by the time to act, and after
 * everything that can still be late the results that wait for their owners, or else uncollected ones would head the list for ever.
 */
export const findQueue = query({
  name: 'dossier.find_queue',
  input: Narrowed.extend({ cursor: Cursor.optional().catch(undefined) }),
  allow: staffOnly,
  run: async ({ db, actor, now }, { cursor, ...wanted }) => {
    const staff = asStaff(actor)
    const where = narrowed(staff, wanted, now)
    const part = (name: Part, take: number) =>
      db.dossier.findMany({
        where: { AND: [where, ofPart(name, staff), cursor?.part === name ? after(cursor) : {}] },
        orderBy: orderOf(name),
        take,
        select: ROW,
      })
    const [first = 'open', ...others] = partsOf(staff, wanted.shelf, cursor)
    const [begun, calendar] = await Promise.all([part(first, PAGE + 1), loadCalendar(db, staff.communeId)])
    const rows = [...begun]
    for (const name of others) if (rows.length <= PAGE) rows.push(...(await part(name, PAGE + 1 - rows.length)))
    const shown = rows.slice(0, PAGE)
    const last = rows.length > PAGE ? shown.at(-1) : undefined
    const lastPart = last && partOf(staff, last)
    const lastAt = lastPart && last[timeOf(lastPart)]
    return {
      rows: shown.map((row) => queueRow(row, staff, { now, calendar })),
      next: lastAt ? `${lastPart}_${lastAt.toISOString()}_${last.id}` : null,
      calendarNote: noteOf(openState(now, calendar)),
      now,
    }
  },
})

/** What is unusual about today or tomorrow; nothing on most days. */
const noteOf = (state: OpenState): string | null => (state.today ? openWords(state) : tomorrowWords(state))

const GROUP = ['stage', 'holderKind', 'holderDepartment', 'holderStaffId', 'receivingCommuneId', 'fieldCode', 'channel'] as const

/**
 * How many dossiers lie on each of this person's shelves, how many on the shelf at hand as it is narrowed, and by which fields it can be
 * narrowed. Two statements count, whatever the number of shelves: over groups of all open dossiers, and of those late or due today.
 */
export const countShelves = query({
  name: 'dossier.count_shelves',
  input: Narrowed,
  allow: staffOnly,
  run: async ({ db, actor, now }, { shelf: at, field, channel }) => {
    const staff = asStaff(actor)
    const where = openTo(staff)
    const [open, counted, fields] = await Promise.all([
      db.dossier.groupBy({
        by: ['communeId', ...GROUP],
        // In one question: what is held for other communes is told apart by whose it is.
        where: receives(staff) ? { OR: [where, forOthers(staff)] } : where,
        _count: { _all: true },
      }),
      countPressing(db, staff, now),
      loadFields(db),
    ])
    const all = open.filter(({ communeId }) => communeId === staff.communeId)
    const others = open.filter(({ communeId }) => communeId !== staff.communeId)
    const groups = {
      all: all.map(({ _count, communeId: _commune, ...group }) => ({ ...group, count: _count._all })),
      overdue: counted.filter(({ isLate }) => isLate),
      today: counted.filter(({ isLate }) => !isLate),
    }
    const fits = (group: { fieldCode: string; channel: string }) =>
      (!field || group.fieldCode === field) && (!channel || group.channel === channel)
    const used = new Set((at === 'for_others' ? others : groups.all).map(({ fieldCode }) => fieldCode))
    const sum = (list: readonly { _count: { _all: number } }[]) => list.reduce((total, { _count }) => total + _count._all, 0)
    const here = { all: groups.all.filter(fits), overdue: groups.overdue.filter(fits), today: groups.today.filter(fits) }
    return {
      shelves: shelvesOf(staff).flatMap((shelf) => {
        const count = shelf === 'for_others' ? sum(others) : countOn(shelf, staff, groups).count
        // Most counters receive for no other commune, and need no list that stays empty.
        if (shelf === 'for_others' && count === 0 && at !== shelf) return []
        return [{ shelf, group: groupOf(shelf, staff), label: SHELF_WORDS[shelf].label, count }]
      }),
      // Whether it is late is the deciding commune's to say.
      at: at === 'for_others' ? { count: sum(others.filter(fits)), overdue: 0, today: 0 } : countOn(at, staff, here),
      fields: fields.filter(({ code }) => used.has(code) || code === field),
    }
  },
})

/** Groups of what is late or still due today; for the people of another agency, of what it is asked by the time it has to answer in. */
async function countPressing(db: Reading['db'], staff: StaffActor, now: Date) {
  const [where, asked] = [openTo(staff), askedClause(staff)]
  const soon = { lt: endOfDay(now) }
  const pressing = { finishedAt: null, nextDueAt: soon }
  const isLate = (at: Date | null) => at !== null && at < now
  if (asked === null) {
    const groups = await db.dossier.groupBy({
      by: [...GROUP, 'nextDueAt'],
      where: { AND: [where, pressing] },
      _count: { _all: true },
    })
    return groups.map(({ _count, nextDueAt, ...group }) => ({ ...group, count: _count._all, isLate: isLate(nextDueAt) }))
  }
  const groups = await db.dossier.groupBy({
    by: [...GROUP, 'nextDueAt', 'stepDueAt'],
    where: { AND: [where, { OR: [{ AND: [{ NOT: asked }, pressing] }, { AND: [asked, { stepDueAt: soon }] }] }] },
    _count: { _all: true },
  })
  return groups.map(({ _count, nextDueAt, stepDueAt, ...group }) => ({
    ...group,
    ...{ count: _count._all, isLate: isLate(isAskedOf(staff, { ...group, communeId: staff.communeId }) ? stepDueAt : nextDueAt) },
  }))
}

/** Longer shelves are not walked one by one; there the place within them is of no use. */
const WALKED = 300

/** Where a dossier stands on the shelf it was opened from, and its neighbours; null when it is not there (any more) or the shelf is long. */
export const findPlace = query({
  name: 'dossier.find_place',
  input: Narrowed.extend({ code: DossierCode }),
  allow: staffOnly,
  run: async ({ db, actor, now }, { code, ...wanted }) => {
    const staff = asStaff(actor)
    const rows = await db.dossier.findMany({
      where: narrowed(staff, wanted, now),
      orderBy: orderOf('open'),
      take: WALKED + 1,
      select: { communeId: true, id: true, code: true, finishedAt: true, stage: true, holderDepartment: true, stepDueAt: true },
    })
    if (rows.length > WALKED) return null
    const codes = PARTS.flatMap((part) => {
      const those = rows.filter((row) => partOf(staff, row) === part)
      return part === 'asked' ? those.toSorted(byAnswer) : those
    }).map((row) => row.code)
    const at = codes.indexOf(code)
    return at === -1 ? null : { number: at + 1, of: codes.length, before: codes[at - 1] ?? null, after: codes[at + 1] ?? null }
  },
})

/**
 * The one search field: a code or its end, words of a name in any order with or without accents, a phone's digits, a whole personal number (never a
 * part, so that nobody can feel their way to one). At most 20 rows, newest first; `isCut`: there may be more.
 */
export const searchDossiers = query({
  name: 'dossier.search',
  input: z.object({ q: z.string().trim().max(120) }),
  allow: staffOnly,
  run: async ({ db, actor, now }, { q }) => {
    const staff = asStaff(actor)
    const digits = q.replace(/\D/g, '')
    const words = fold(q).split(' ').filter(Boolean)
    const isNumber = digits.length >= 3 && digits.length === q.replace(/[\s.]/g, '').length
    const matches: Prisma.DossierWhereInput[] = [
      // Every code ends with digits; asking a name of it as well would keep the index of names out of use.
      ...(q.length >= 4 && digits !== '' ? [{ code: { endsWith: q.toUpperCase().replace(/\s+/g, '') } }] : []),
      ...(isNumber && !isWholeNumber(q) ? [{ applicant: { phone: { endsWith: digits } } }] : []),
      ...(isWholeNumber(q) ? [{ applicant: { personalNumberHash: hashPersonalNumber(digits) } }] : []),
      // A middle name is often left out, and the given name is often all that is known.
      ...(words.join('').length >= 2 && digits === ''
        ? [{ applicant: { AND: words.map((word) => ({ foldedName: { contains: word } })) } }]
        : []),
    ]
    if (matches.length === 0) return { rows: [], isCut: false, now }
    const find = (among: Prisma.DossierWhereInput) =>
      db.dossier.findMany({
        where: { AND: [among, { OR: matches }] },
        orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
        take: FOUND,
        select: ROW,
      })
    const [own, others, calendar] = await Promise.all([
      find({ AND: [{ communeId: staff.communeId }, visibleTo(staff)] }),
      receives(staff) ? find(receivedBy(staff)) : [],
      loadCalendar(db, staff.communeId),
    ])
    const rows = [...own, ...others].toSorted((a, b) => b.submittedAt.getTime() - a.submittedAt.getTime()).slice(0, FOUND)
    return { rows: rows.map((row) => queueRow(row, staff, { now, calendar })), isCut: rows.length === FOUND, now }
  },
  logsRead: ({ q }) => ({
    kind: 'search',
    id: 'dossier',
    detail: { length: q.length, ...(isWholeNumber(q) ? { field: 'personalNumber' } : {}) },
  }),
})

/** Twelve digits and nothing else but blanks or dots between them. */
const isWholeNumber = (q: string): boolean => /^\d{12}$/.test(q.replace(/[\s.]/g, ''))

/** As many as one screen shows; whoever needs more types more. */
const FOUND = 20
