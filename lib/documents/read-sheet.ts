import { open, readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { openOfficeFile } from './open-office-file'

/** What a cell of somebody's spreadsheet holds. A date is the wall's day and hour, read as if it were UTC. */
export type ReadCell = string | number | boolean | Date | null
/** A row by its number in the spreadsheet, the first is 1. */
export type ReadRow = { number: number; cells: readonly ReadCell[] }

export type SheetKind = 'xlsx' | 'csv'
export type SheetRefusal = 'old_office' | 'password' | 'unsafe' | 'other'

const ZIP = 'PK'
const OLD_OFFICE = 'd0cf11e0'

/**
 * Whether a file that has arrived is a spreadsheet that can be read: XLSX, looked through to its end so that nothing in it swells or acts, or text
 * in UTF-8. Reads no cell.
 */
export async function inspectSheet(path: string): Promise<{ ok: true; kind: SheetKind } | { ok: false; because: SheetRefusal }> {
  const start = await firstBytes(path)
  if (start.toString('hex').startsWith(OLD_OFFICE)) return { ok: false, because: 'old_office' }
  if (start.toString('latin1').startsWith(ZIP)) {
    const opened = await openOfficeFile(path)
    if (opened.outcome === 'other' && opened.found === 'spreadsheet') return { ok: true, kind: 'xlsx' }
    if (opened.outcome === 'password' || opened.outcome === 'unsafe') return { ok: false, because: opened.outcome }
    return { ok: false, because: 'other' }
  }
  return isText(await readFile(path)) ? { ok: true, kind: 'csv' } : { ok: false, because: 'other' }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The rows of the first sheet, text composed (NFC) and trimmed, empty rows left out; null: it cannot be read after all. */
export async function readRows(bytes: Buffer, kind: SheetKind): Promise<ReadRow[] | null> {
  const rows = await (kind === 'xlsx' ? readSheet(bytes) : Promise.resolve().then(() => readText(bytes.toString('utf8')))).catch(() => null)
  return (
    rows?.flatMap((cells, index) => {
      const clean = cells.map(cleaned)
      return clean.every((cell) => cell === null) ? [] : [{ number: index + 1, cells: clean }]
    }) ?? null
  )
}

/** Excel writes the separator of the machine's language. */
function readText(text: string): string[][] {
  const start = text.slice(0, 2_000)
  const count = (mark: string) => start.split(mark).length
  const delimiter = [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
  return parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false })
}

/** The apostrophe before what looks like a formula is the spreadsheet's, not the writer's. */
const cleaned = (cell: unknown): ReadCell => {
  if (typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date) return cell
  if (typeof cell !== 'string') return null
  const text = cell
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
  return text === '' ? null : text
}
