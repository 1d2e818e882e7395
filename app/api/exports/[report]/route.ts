import { refusalPage } from '@/app/refusal-page'
import { bookIn, numberIn } from '@/app/(staff)/can-bo/so-theo-doi/addresses'
import type { Actor } from '@/lib/access/policy'
import { csvOf } from '@/lib/documents/write-csv'
import { xlsxOf } from '@/lib/documents/write-xlsx'
import { COLUMNS, HEADS, type Line } from '@/lib/dossiers/register/rules'
import { cellTexts, csvCells, SHEET_WIDTHS, sheetCells } from '@/lib/dossiers/register/cells'
import { IMPORT_COLUMNS, IMPORT_HEADS } from '@/lib/dossiers/register/import-columns'
import { openRegister, readRegisterPiece } from '@/lib/dossiers/register/queries'
import type { Book } from '@/lib/dossiers/register/schema'
import { partWords } from '@/lib/dossiers/register/words'
import { actorForRead } from '@/lib/identity/session'
import { renderRegister } from '@/lib/papers/render'
import { letterheadOf } from '@/lib/papers/rules'
import { refused } from '@/lib/platform/refusal'

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
type Format = keyof typeof TYPES

const isFormat = (text: string): text is Format => Object.hasOwn(TYPES, text)

/**
 * `so-theo-doi.pdf`, `.xlsx`, `.csv`: a register of the address's field and year, narrowed as on its page. `?sau=` and `?den=`: the numbers that a
 * printed part begins after and ends with. `mau-so-theo-doi.xlsx`, `.csv`: the template of a register to be brought in, for anyone.
 */
export async function GET(request: Request, { params }: { params: Promise<{ report: string }> }): Promise<Response> {
  const { report } = await params
  const [name, format = ''] = report.split('.')
  if (name === 'mau-so-theo-doi' && isFormat(format) && format !== 'pdf') return template(format)
  const asked = await actorForRead()
  if (!asked.ok) return refusalPage(asked)
  if (name !== 'so-theo-doi' || !isFormat(format)) return refusalPage(refused('not_found'))
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { field = '', year = 0, ...more } = bookIn(query)
  const book = { field, year, ...more }
  const opened = await openRegister(asked.value, { ...book, format })
  // What names no book names nothing.
  if (!opened.ok) return refusalPage(opened.code === 'invalid_input' ? refused('not_found') : opened)
  const from = { after: numberIn(query.sau), until: format === 'pdf' ? numberIn(query.den) : undefined }
  const first = await readRegisterPiece(asked.value, { ...book, ...from })
  if (!first.ok) return refusalPage(first)
  const file = `so-theo-doi-${field}-${year}.${format}`
  if (format === 'pdf') return answer(new Blob([await printed(opened.value, book, first.value)]).stream(), { format, file })
  const pieces = piecesFrom(asked.value, book, first.value)
  return answer(streamOf(format === 'xlsx' ? asSheet(opened.value.field, pieces) : asText(pieces)), { format, file })
}

type Opened = Extract<Awaited<ReturnType<typeof openRegister>>, { ok: true }>['value']

async function printed({ commune, field, volume, day }: Opened, book: Book, lines: readonly Line[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await renderRegister({
    letterhead: letterheadOf(commune),
    commune: commune.name,
    ...{ field, volume, day, year: book.year },
    part: partWords(book),
    heads: COLUMNS.map((column) => HEADS[column]),
    lines: lines.map(cellTexts),
  })
  return new Uint8Array(bytes)
}

/** The empty register that is filled to be brought in: heads alone, so it is nobody's secret. */
function template(format: Exclude<Format, 'pdf'>): Response {
  const heads = IMPORT_COLUMNS.map((column) => IMPORT_HEADS[column])
  const columns = heads.map((head) => ({ head, width: Math.max(14, head.length + 4) }))
  const bytes = format === 'xlsx' ? xlsxOf({ name: 'Sổ theo dõi', columns }, nothing()) : csvOf(heads, nothing())
  return answer(streamOf(bytes), { format, file: `mau-so-theo-doi.${format}` })
}

async function* nothing(): AsyncGenerator<never> {}

/** All lines of a book, as many at a time as one question answers. A question that is refused half-way ends the download with a fault. */
async function* piecesFrom(actor: Actor, book: Book, first: readonly Line[]): AsyncGenerator<readonly Line[]> {
  let piece = first
  while (piece.length > 0) {
    yield piece
    const next = await readRegisterPiece(actor, { ...book, after: piece.at(-1)?.number })
    if (!next.ok) throw new Error(`The register could not be read to its end: ${next.code}`)
    piece = next.value
  }
}

async function* mapped<T>(pieces: AsyncIterable<readonly Line[]>, cells: (line: Line) => T): AsyncGenerator<T[]> {
  for await (const piece of pieces) yield piece.map(cells)
}

const asSheet = (field: string, pieces: AsyncIterable<readonly Line[]>) =>
  xlsxOf(
    {
      name: field.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31),
      columns: COLUMNS.map((column) => ({ head: HEADS[column], width: SHEET_WIDTHS[column] })),
    },
    mapped(pieces, sheetCells),
  )

const asText = (pieces: AsyncIterable<readonly Line[]>) =>
  csvOf(
    COLUMNS.map((column) => HEADS[column]),
    mapped(pieces, csvCells),
  )

/** Piece by piece, as fast as the browser takes it; let go when the browser leaves. */
function streamOf(bytes: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await bytes.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await bytes.return(undefined)),
  })
}

const answer = (body: ReadableStream<Uint8Array>, { format, file }: { format: Format; file: string }): Response =>
  new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${file}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
