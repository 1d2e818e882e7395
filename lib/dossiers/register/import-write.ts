import { appendManyEvents } from '@/lib/audit/store'
import type { Tx } from '@/lib/platform/db'
import { insertRows, together } from '@/lib/platform/rows'
import { agencyOf } from '@/lib/places/store'
import { dossierCode } from '../rules'
import { compareWithBooks, namedIn, type PlacedLine, type Read } from './import-check'
import type { RegisterFault } from './import-faults'
import { loadDossiers } from './import-known'
import { importRows, type ImportTerms, type NumberedLine } from './import-rows'
import { registerKind } from './rules'

/** Dossiers written by one statement. */
const AT_ONCE = 500

/** What the file says beside what the books have, at this moment. */
export async function compareRead(db: Tx, communeId: number, read: Read) {
  return compareWithBooks(read, await loadDossiers(db, communeId, namedIn(read)))
}

type Book = { kind: string; period: string; last: number }

/**
 * Writes the lines that the registers do not have yet: all, or none where something has come between since the file was looked through, and then
 * its faults. The number books are locked first, so that a receipt of these fields waits for a moment; the chain's head last. `told` hears how many
 * lines are written.
 */
export async function writeRegister(
  tx: Tx,
  { read, terms }: { read: Read; terms: ImportTerms },
  told: (written: number) => Promise<void>,
): Promise<{ added: number } | { faults: RegisterFault[] }> {
  const { communeId } = terms
  await raiseBooks(tx, communeId, booksNeeded(read.lines, terms.agencyCode))
  const { fresh, faults } = await compareRead(tx, communeId, read)
  if (faults.length > 0) return { faults }
  const rows = (await withCodes(tx, terms, fresh)).map((line) => importRows(line, terms))
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE)
    const [handOvers, payments, fees] = [
      some.flatMap(({ handOver }) => handOver ?? []),
      some.flatMap(({ payment }) => payment ?? []),
      some.flatMap(({ feeLine }) => feeLine ?? []),
    ]
    await tx.$executeRaw(
      together([
        insertRows(
          'dossier',
          some.map(({ dossier }) => dossier),
        ),
        insertRows(
          'dossier_applicant',
          some.map(({ applicant }) => applicant),
        ),
        ...(handOvers.length > 0 ? [insertRows('hand_over', handOvers)] : []),
        ...(payments.length > 0 ? [insertRows('payment', payments), insertRows('fee_line', fees)] : []),
      ]),
    )
    await told(start + some.length)
  }
  await appendManyEvents(
    tx,
    communeId,
    rows.map(({ event }) => event),
  )
  return { added: rows.length }
}

const registerBook = ({ version: { field }, year }: PlacedLine) => ({ kind: registerKind(field), period: String(year) })
/** The book of codes of a day, as `openDossier` takes numbers from it. */
const codeBook = (day: string) => ({ kind: 'CODE', period: day })
const dayOfLine = ({ receivedAt }: PlacedLine): string => receivedAt.day.slice(2).replaceAll('-', '')

/** A code of our own agency, as its book counts it; null: it is another agency's. */
function placeInBook(code: string, agencyCode: string): { day: string; number: number } | null {
  const [, day = '', number = ''] = code.split('-')
  return agencyOf(code) === agencyCode && number.length <= 9 ? { day, number: Number(number) } : null
}

/** Every book that the lines touch, at what it stands. */
const booksNeeded = (lines: readonly PlacedLine[], agencyCode: string): Book[] =>
  lines.flatMap((line) => {
    const place = line.code === null ? { day: dayOfLine(line) } : placeInBook(line.code, agencyCode)
    return [{ ...registerBook(line), last: 0 }, ...(place ? [{ ...codeBook(place.day), last: 0 }] : [])]
  })

/** No number that was written by hand is given out again. */
const booksAfter = (lines: readonly PlacedLine[], agencyCode: string): Book[] =>
  lines.flatMap((line) => {
    const place = line.code === null ? null : placeInBook(line.code, agencyCode)
    return [{ ...registerBook(line), last: line.number }, ...(place ? [{ ...codeBook(place.day), last: place.number }] : [])]
  })

/** Locks these books in one order and raises them to what they have to have given out. */
async function raiseBooks(tx: Tx, communeId: number, books: readonly Book[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO number_book AS b ("communeId", kind, period, last)
    SELECT ${communeId}, kind, period, max(last) FROM jsonb_to_recordset(${JSON.stringify(books)}::jsonb) AS wanted(kind text, period text, last int)
    GROUP BY kind, period ORDER BY kind, period
    ON CONFLICT ("communeId", kind, period) DO UPDATE SET last = greatest(b.last, EXCLUDED.last)`
}

/** Codes for the lines that have none, by their day of receipt, after those that were written by hand. */
async function withCodes(tx: Tx, { communeId, agencyCode }: ImportTerms, lines: readonly PlacedLine[]): Promise<NumberedLine[]> {
  await raiseBooks(tx, communeId, booksAfter(lines, agencyCode))
  const days = [...new Set(lines.flatMap((line) => (line.code === null ? [dayOfLine(line)] : [])))]
  const books = await tx.numberBook.findMany({
    where: { communeId, kind: 'CODE', period: { in: days } },
    select: { period: true, last: true },
  })
  const last = new Map(books.map((book) => [book.period, book.last]))
  const numbered = lines.map((line): NumberedLine => {
    if (line.code !== null) return { ...line, code: line.code }
    const day = dayOfLine(line)
    const number = (last.get(day) ?? 0) + 1
    last.set(day, number)
    return { ...line, code: dossierCode(agencyCode, line.receivedAt.day, number) }
  })
  await raiseBooks(
    tx,
    communeId,
    [...last].map(([day, number]) => ({ ...codeBook(day), last: number })),
  )
  return numbered
}
