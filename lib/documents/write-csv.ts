import { stringify } from 'csv-stringify/sync'

/** Tells Excel that the letters are Vietnamese. */
const BOM = '\ufeff'

/**
 * Comma-separated text (RFC 4180) piece by piece. A cell that begins like a formula gets an apostrophe before it, or a spreadsheet would work it
 * out when somebody opens the file.
 */
export async function* csvOf(head: readonly string[], pieces: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const lines = (rows: readonly (readonly string[])[]) =>
    encoder.encode(stringify([...rows], { escape_formulas: true, record_delimiter: 'windows' }))
  yield encoder.encode(BOM)
  yield lines([head])
  for await (const rows of pieces) if (rows.length > 0) yield lines(rows)
}
