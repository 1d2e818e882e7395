import type { Writing } from '@/lib/access/gate'
import { type NumberFormat, USUAL_FORMATS, writtenNumber } from '@/lib/papers/rules'
import type { Tx } from '@/lib/platform/db'
import { type LocalDate, localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { registerKind } from '../register/rules'
import { yearOf } from '../store'
import { type Book, booksOf, type DatedFormat, type NumberedKind } from './rules'

/** Every book of a commune: the fields are those of the installation. */
export const findEveryBook = async (db: Tx): Promise<Book[]> =>
  booksOf(await db.field.findMany({ orderBy: { position: 'asc' }, select: { code: true, name: true, mark: true } }))

/** The ways of writing that the commune has set, by book. */
export async function datedFormats(db: Tx, communeId: number): Promise<(kind: string) => DatedFormat[]> {
  const rows = await db.bookFormat.findMany({
    where: { communeId },
    orderBy: [{ kind: 'asc' }, { validFrom: 'asc' }],
    select: { kind: true, validFrom: true, sign: true, digits: true },
  })
  return (wanted) =>
    rows.flatMap(({ kind, validFrom, ...format }) => (kind === wanted ? [{ ...format, from: localDateOfColumn(validFrom) }] : []))
}

/** A number that a paper has taken from a commune's book, and how it is written for good. */
export type PaperNumber<K extends NumberedKind = NumberedKind> = {
  kind: K
  number: number
  year: number
  printed: string
  bookCommuneId: number
}

/**
 * Takes the next number of a kind of paper, written as the office writes it today. `communeId`: whose letterhead the paper bears, since that is whose
 * number it is read as. Gap-free: the book stays locked until the transaction ends. Whoever takes several takes them in one order whichever commune's
 * they are: the register before papers, STOP before CONTROL, the chain's head last.
 */
export async function takePaperNumber<K extends NumberedKind>(
  { db, now }: Pick<Writing, 'db' | 'now'>,
  { communeId, kind }: { communeId: number; kind: K },
): Promise<PaperNumber<K>> {
  const year = yearOf(now)
  const { last: number, format } = await takeWritten(db, { communeId, kind, year, day: localDateOf(now) })
  return { kind, number, year, bookCommuneId: communeId, printed: writtenNumber(number, format ?? USUAL_FORMATS[kind]) }
}

/** A number of a register. `format`: what the office has said of this year's volume; null: nothing, and then the field's own mark holds. */
export type RegisterNumber = { year: number; ordinal: number; format: NumberFormat | null }

/** Takes the next number of a field's register. Gap-free as above. */
export async function takeRegisterNumber(
  { db, now }: Pick<Writing, 'db' | 'now'>,
  { communeId, field }: { communeId: number; field: string },
): Promise<RegisterNumber> {
  const year = yearOf(now)
  const { last: ordinal, format } = await takeWritten(db, { communeId, kind: registerKind(field), year, day: localDateOf(now) })
  return { year, ordinal, format }
}

type Taking = { communeId: number; kind: string; year: number; day: LocalDate }

/** Number and way of writing in one statement, since every receipt takes two of them. */
async function takeWritten(db: Tx, { communeId, kind, year, day }: Taking): Promise<{ last: number; format: NumberFormat | null }> {
  const taken = await db.$queryRaw<{ last: number; format: NumberFormat | null }[]>`
    INSERT INTO number_book ("communeId", kind, period, last) VALUES (${communeId}, ${kind}, ${String(year)}, 1)
    ON CONFLICT ("communeId", kind, period) DO UPDATE SET last = number_book.last + 1
    RETURNING last, (
      SELECT jsonb_build_object('sign', sign, 'digits', digits) FROM book_format f
      WHERE f."communeId" = ${communeId} AND f.kind = ${kind} AND f."validFrom" <= ${day}::date ORDER BY f."validFrom" DESC LIMIT 1) AS format`
  const first = taken[0]
  if (!first) throw new Error('The number book gave no number')
  return first
}
