import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import type { NumberFormat } from '@/lib/papers/rules'
import { localDateOf } from '@/lib/platform/local-date'
import { yearOf } from '../store'
import { type Book, type DatedFormat, formatOn } from './rules'
import { datedFormats, findEveryBook } from './store'

/** A book as it stands this year: the number that comes next, how it is written today, and from when otherwise. */
export type BookNow = Book & {
  next: number
  now: NumberFormat
  /** What has been set and has not begun. */
  coming: DatedFormat | null
  /** First day of the newest way that was set; empty: none was. For the command, which refuses a page that is older. */
  seen: string
}

/** Every book of the commune as it stands this year, opened or not. */
export const findBooks = query({
  name: 'dossier.find_books',
  input: z.object({}),
  allow: (actor) => may(actor, 'commune.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const [today, year] = [localDateOf(now), yearOf(now)]
    const [all, formatsOf, rows] = await Promise.all([
      findEveryBook(db),
      datedFormats(db, communeId),
      db.numberBook.findMany({ where: { communeId, period: String(year) }, select: { kind: true, last: true } }),
    ])
    return {
      ...{ today, year },
      books: all.map((book): BookNow => {
        const formats = formatsOf(book.kind)
        return {
          ...book,
          next: (rows.find(({ kind }) => kind === book.kind)?.last ?? 0) + 1,
          now: formatOn(today, formats, book.format),
          coming: formats.findLast(({ from }) => from > today) ?? null,
          seen: formats.at(-1)?.from ?? '',
        }
      }),
    }
  },
})
