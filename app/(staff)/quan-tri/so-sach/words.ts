import type { BookNow } from '@/lib/dossiers/books/queries'
import { numberWords } from '@/lib/dossiers/books/words'
import { PAPER_NAMES } from '@/lib/papers/words'
import { dateWords } from '@/lib/text/dates'

/** What a book is called: the paper's name, or the field of a register. */
export const bookName = (book: BookNow): string =>
  book.paper === null ? `Sổ theo dõi hồ sơ, lĩnh vực ${book.name}` : PAPER_NAMES[book.paper]

/** The next number as it would be written today. */
export const nextWords = (book: BookNow, year: number): string => numberWords(book, { number: book.next, year, format: book.now })

/** What was set for a day to come, as the first number from then on is written; null: nothing was. */
export function comingWords(book: BookNow, year: number): string | null {
  const { coming } = book
  if (coming === null) return null
  const begins = Number(coming.from.slice(0, 4))
  const written = numberWords(book, { number: begins === year ? book.next : 1, year: begins, format: coming })
  return book.paper === null ? `Từ năm ${begins}: ${written}` : `Từ ${dateWords(coming.from)}: ${written}`
}
