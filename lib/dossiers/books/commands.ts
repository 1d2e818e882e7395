import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import type { NumberFormat } from '@/lib/papers/rules'
import { keepChange, lockOffice } from '@/lib/places/changes'
import { columnOfLocalDate, instantAt, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { yearOf } from '../store'
import { type Book, formatFault, formatOn, nextFault } from './rules'
import { BookFormatIn, NextNumber } from './schema'
import { datedFormats, findEveryBook } from './store'
import { numberWords } from './words'

/** The book of a kind. Refusals: `not_found`. */
async function bookOf({ db }: Writing, kind: string): Promise<Book> {
  const book = (await findEveryBook(db)).find((one) => one.kind === kind)
  if (!book) throw new Refusal('not_found')
  return book
}

/**
 * Writes the numbers of a book otherwise from a day on: those of a paper from the day, those of a register from a year's first. What was issued
 * keeps its number as printed, and the numbers go on without a gap. A way that has not begun is replaced.
 * Refusals: `invalid_input` for a day that is over or has numbers already, `changed_meanwhile`, `not_found`.
 */
export const saveBookFormat = command({
  name: 'dossier.save_book_format',
  input: BookFormatIn,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, { kind, sign, digits, from, seen }) => {
    const { db, actor, now } = writing
    const { communeId } = actor
    await lockOffice(writing)
    const book = await bookOf(writing, kind)
    const formats = (await datedFormats(db, communeId))(kind)
    if ((formats.at(-1)?.from ?? '') !== seen) throw new Refusal('changed_meanwhile')
    const isRegister = book.paper === null
    if (sign === '' && !isRegister) throw new Refusal('invalid_input', {}, { sign: 'Nhập ký hiệu ghi sau số' })
    const today = localDateOf(now)
    const fault = formatFault({ from, today, isRegister, taken: await takenSoFar(writing, book) })
    if (fault !== null) throw new Refusal('invalid_input', {}, { [isRegister ? 'year' : 'from']: fault })
    const validFrom = columnOfLocalDate(from)
    await db.bookFormat.deleteMany({ where: { communeId, kind, OR: [{ validFrom }, { validFrom: { gt: columnOfLocalDate(today) } }] } })
    await db.bookFormat.create({ data: { communeId, kind, validFrom, sign, digits }, select: { kind: true } })
    const first = (format: NumberFormat) => numberWords(book, { number: 1, year: Number(from.slice(0, 4)), format })
    await keepChange(writing, {
      ...{ topic: 'BOOK', subject: kind },
      before: { written: first(formatOn(today, formats, book.format)), from: null },
      after: { written: first({ sign, digits }), from },
    })
    return { kind }
  },
  about: ({ kind, sign, digits, from }) => ({ kind: 'book', id: kind, detail: { sign, digits, from } }),
})

/** Numbers that were given today, or of a register this year. */
async function takenSoFar({ db, actor: { communeId }, now }: Writing, book: Book): Promise<number> {
  if (book.paper !== null)
    return db.paper.count({ where: { bookCommuneId: communeId, kind: book.paper, issuedAt: { gte: instantAt(localDateOf(now), 0) } } })
  return db.dossier.count({ where: { communeId, fieldCode: book.field, registerYear: yearOf(now) } })
}

/**
 * Lets a book go on with a number, where an office moves over from paper within the year. Never with one that was given; a number set too high can
 * be set lower again as long as nothing has taken it. Refusals: `invalid_input`, `changed_meanwhile`, `not_found`.
 */
export const setNextNumber = command({
  name: 'dossier.set_next_number',
  input: NextNumber,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, { kind, next, seen }) => {
    const { db, actor, now } = writing
    const { communeId } = actor
    const book = await bookOf(writing, kind)
    const period = String(yearOf(now))
    // The book's own lock: what takes a number meanwhile waits, and what has taken one is there to be seen.
    await db.$executeRaw`INSERT INTO number_book ("communeId", kind, period, last) VALUES (${communeId}, ${kind}, ${period}, 0) ON CONFLICT DO NOTHING`
    const [row] = await db.$queryRaw<{ last: number }[]>`
      SELECT last FROM number_book WHERE "communeId" = ${communeId} AND kind = ${kind} AND period = ${period} FOR UPDATE`
    const last = row?.last ?? 0
    if (last + 1 !== seen) throw new Refusal('changed_meanwhile')
    const fault = nextFault({ next, given: await highestGiven(writing, book) })
    if (fault !== null) throw new Refusal('invalid_input', {}, { next: fault })
    await db.numberBook.update({
      where: { communeId_kind_period: { communeId, kind, period } },
      data: { last: next - 1 },
      select: { last: true },
    })
    await keepChange(writing, { topic: 'BOOK', subject: kind, before: { next: last + 1 }, after: { next } })
    return { kind }
  },
  about: ({ kind, next }) => ({ kind: 'book', id: kind, detail: { next } }),
})

/** The highest number of this year that a paper or a dossier carries; 0: none does. */
async function highestGiven({ db, actor: { communeId }, now }: Writing, book: Book): Promise<number> {
  const year = yearOf(now)
  if (book.paper !== null) {
    const { _max } = await db.paper.aggregate({ where: { bookCommuneId: communeId, kind: book.paper, year }, _max: { number: true } })
    return _max.number ?? 0
  }
  const { _max } = await db.dossier.aggregate({
    where: { communeId, fieldCode: book.field, registerYear: year },
    _max: { registerNumber: true },
  })
  return _max.registerNumber ?? 0
}
