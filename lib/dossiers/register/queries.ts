import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { maySomewhere } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import { addDays, instantAt, type LocalDate, localDateOf, parseLocalDate } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import type { Prisma } from '@/prisma/generated/client'
import { formatOn, registerFormat } from '../books/rules'
import { datedFormats } from '../books/store'
import { yearOf } from '../store'
import { type BookStanding, type Entry, lineOf, PRINTED_AT_ONCE, registerKind, volumeName } from './rules'
import { Book, BookNumber } from './schema'

/** Lines of one page on the screen. */
const PAGE = 50

const ENTRY = {
  code: true,
  registerNumber: true,
  stage: true,
  returnMethod: true,
  receivedAt: true,
  dueAt: true,
  appointmentAt: true,
  returnedAt: true,
  closedAt: true,
  procedureVersion: { select: { name: true } },
  department: { select: { name: true } },
  applicant: { select: { fullName: true, address: true, phone: true } },
  handOver: { select: { method: true, receiverName: true } },
} satisfies Prisma.DossierSelect & Record<keyof Entry, unknown>

const OF_STANDING: Record<BookStanding, Prisma.DossierWhereInput> = {
  open: { finishedAt: null, closedAt: null },
  waiting: { finishedAt: { not: null }, closedAt: null },
  returned: { stage: 'returned' },
  stopped: { finishedAt: null, closedAt: { not: null } },
}

/** The lines of a book that somebody asks for, in its order. */
const inBook = (communeId: number, { field, year, month, standing }: Book): Prisma.DossierWhereInput => ({
  ...{ communeId, fieldCode: field, registerYear: year },
  ...(month === undefined ? {} : { receivedAt: monthOf(year, month) }),
  ...(standing === undefined ? {} : OF_STANDING[standing]),
})

function monthOf(year: number, month: number): { gte: Date; lt: Date } {
  const first = parseLocalDate(`${year}-${String(month).padStart(2, '0')}-01`)
  if (first === null) throw new Error('A month has a first day')
  const next = parseLocalDate(`${addDays(first, 31).slice(0, 7)}-01`) ?? first
  return { gte: instantAt(first, 0), lt: instantAt(next, 0) }
}

function lastDayOf(year: number): LocalDate {
  const day = parseLocalDate(`${year}-12-31`)
  if (day === null) throw new Error('A year has a last day')
  return day
}

type Piece = { after?: number | undefined; until?: number | undefined; take: number }

const linesOf = async (db: Tx, where: Prisma.DossierWhereInput, { after = 0, until, take }: Piece) =>
  (
    await db.dossier.findMany({
      where: { AND: [where, { registerNumber: { gt: after, ...(until === undefined ? {} : { lte: until }) } }] },
      orderBy: { registerNumber: 'asc' },
      take,
      select: ENTRY,
    })
  ).map(lineOf)

/** The name of a field's volume of a year: with the field's own mark until the office says otherwise. */
function volumeOf(field: { code: string; mark: string | null }, year: number, formatsOf: Awaited<ReturnType<typeof datedFormats>>): string {
  const { sign } = formatOn(lastDayOf(year), formatsOf(registerKind(field.code)), registerFormat(field.mark))
  return volumeName({ year, mark: sign || null })
}

/** Every book that a number was taken from: the fields in their order, each with its years, newest first, and the last number of each. */
export const findRegisters = query({
  name: 'register.find',
  input: z.object({}),
  allow: (actor) => maySomewhere(actor, 'register.read'),
  run: async ({ db, actor, now }) => {
    const fields = await db.field.findMany({ orderBy: { position: 'asc' }, select: { code: true, name: true, mark: true } })
    const formatsOf = await datedFormats(db, actor.communeId)
    const books = await db.numberBook.findMany({
      where: { communeId: actor.communeId, kind: { in: fields.map(({ code }) => registerKind(code)) } },
      orderBy: { period: 'desc' },
      select: { kind: true, period: true, last: true },
    })
    return {
      year: yearOf(now),
      fields: fields.flatMap((field) => {
        const years = books.flatMap(({ kind, period, last }) =>
          kind === registerKind(field.code) ? [{ year: Number(period), last, volume: volumeOf(field, Number(period), formatsOf) }] : [],
        )
        return years.length === 0 ? [] : [{ code: field.code, name: field.name, years }]
      }),
    }
  },
})

/** One page of a book on the screen, at most 50 lines, and the number after which the next page begins. */
export const readRegister = query({
  name: 'register.read',
  input: Book.extend({ after: BookNumber }),
  allow: (actor) => maySomewhere(actor, 'register.read'),
  run: async ({ db, actor }, { after, ...book }) => {
    const lines = await linesOf(db, inBook(actor.communeId, book), { after, take: PAGE + 1 })
    const shown = lines.slice(0, PAGE)
    return { lines: shown, next: lines.length > PAGE ? (shown.at(-1)?.number ?? null) : null }
  },
})

/** How a book is taken out of the system, for the audit line. */
const Format = z.enum(['pdf', 'xlsx', 'csv'])

/** What stands above a book that is printed or downloaded. Who took which book is logged. Refusals: `not_found` for a field that is none. */
export const openRegister = query({
  name: 'register.open',
  input: Book.extend({ format: Format }),
  allow: (actor) => maySomewhere(actor, 'register.read'),
  run: async ({ db, actor, now }, { field, year }) => {
    const found = await db.field.findUnique({ where: { code: field }, select: { name: true, mark: true } })
    if (!found) throw new Refusal('not_found')
    const commune = await db.commune.findUniqueOrThrow({
      where: { id: actor.communeId },
      select: { name: true, parentAgency: true, centreName: true, placeName: true },
    })
    const volume = volumeOf({ code: field, mark: found.mark }, year, await datedFormats(db, actor.communeId))
    return { commune, field: found.name, volume, day: localDateOf(now) }
  },
  logsRead: ({ field, year, month, standing, format }) => ({
    kind: 'register',
    id: `${field} ${year}`,
    detail: { format, month: month ?? null, standing: standing ?? null },
  }),
})

/** The next lines of a book that is printed or downloaded, at most 500, after `after` and up to `until`. */
export const readRegisterPiece = query({
  name: 'register.read_piece',
  input: Book.extend({ after: BookNumber, until: BookNumber }),
  allow: (actor) => maySomewhere(actor, 'register.read'),
  run: ({ db, actor }, { after, until, ...book }) => linesOf(db, inBook(actor.communeId, book), { after, until, take: PRINTED_AT_ONCE }),
})
