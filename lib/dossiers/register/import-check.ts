/** A whole file against what the office knows: which lines are new, which the books have already, and every fault by line and column. Pure. */
import type { ReadRow } from '@/lib/documents/read-sheet'
import type { LocalDate } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { fold } from '@/lib/text/fold'
import { headOf, IMPORT_HEADS, type ImportColumn, MOST_LINES, NEEDED } from './import-columns'
import type { FaultCode, RegisterFault } from './import-faults'
import { dayOf, readLine, type WrittenLine, yearOfLine } from './import-lines'

/** Titles and letterhead that may stand above the head. */
const HEAD_WITHIN = 20

export type KnownVersion = {
  id: string
  procedureCode: string
  name: string
  shortName: string
  departmentCode: string
  field: string
  /** First day in force. */
  from: LocalDate
}
/** `isClosed`: what is not given back yet cannot lie there. */
type KnownDepartment = { code: string; name: string; isClosed?: boolean }
export type KnownOffice = { versions: readonly KnownVersion[]; departments: readonly KnownDepartment[] }
/** A dossier that stands in a book already. `foldedName`: null where the person was erased. */
export type KnownDossier = {
  code: string
  field: string
  year: number | null
  number: number | null
  receivedAt: Date | null
  foldedName: string | null
}

/** A line whose procedure and department are the office's own. */
export type PlacedLine = WrittenLine & { version: KnownVersion; departmentCode: string; year: number }

export type Read = { total: number; lines: readonly PlacedLine[]; faults: readonly RegisterFault[] }

const ofFile = (code: FaultCode, said = ''): Read => ({ total: 0, lines: [], faults: [{ line: 0, column: '', code, said }] })

/** Reads all rows below the head. `rows`: null where the file could not be read. */
export function readRegisterFile(rows: readonly ReadRow[] | null, office: KnownOffice, today: LocalDate): Read {
  if (rows === null) return ofFile('unreadable')
  const heads = rows.slice(0, HEAD_WITHIN).map(({ cells }) => headOf(cells))
  const best = heads.reduce((chosen, head, index) => (head.size > (heads[chosen]?.size ?? 0) ? index : chosen), 0)
  const at = heads[best] ?? new Map<ImportColumn, number>()
  const lacking = NEEDED.filter((column) => !at.has(column) && !(column === 'procedure' && at.has('procedureCode')))
  if (lacking.length > 0) return ofFile('no_head', lacking.map((column) => IMPORT_HEADS[column]).join(', '))
  const below = rows.slice(best + 1)
  if (below.length === 0) return ofFile('no_lines')
  if (below.length > MOST_LINES) return ofFile('too_many', formatNumber(MOST_LINES))
  const procedures = proceduresOf(office.versions)
  // Of two with one name it is the open one.
  const inOrder = office.departments.toSorted((one, other) => Number(other.isClosed ?? false) - Number(one.isClosed ?? false))
  const departments = new Map(inOrder.map(({ code, name }) => [fold(name), code]))
  const faults: RegisterFault[] = []
  const lines: PlacedLine[] = []
  for (const row of below) {
    const line = readLine(row, at, today)
    const placed = Array.isArray(line) ? line : placeLine(line, { procedures, departments, office })
    if (Array.isArray(placed)) faults.push(...placed)
    else lines.push(placed)
  }
  return { total: below.length, lines, faults }
}

type Procedures = { byCode: ReadonlyMap<string, readonly KnownVersion[]>; byName: ReadonlyMap<string, ReadonlySet<string>> }

function proceduresOf(versions: readonly KnownVersion[]): Procedures {
  const byCode = new Map<string, KnownVersion[]>()
  const byName = new Map<string, Set<string>>()
  for (const version of versions) {
    byCode.set(version.procedureCode, [...(byCode.get(version.procedureCode) ?? []), version])
    for (const name of [version.name, version.shortName])
      byName.set(fold(name), (byName.get(fold(name)) ?? new Set()).add(version.procedureCode))
  }
  return { byCode, byName }
}

type Places = { procedures: Procedures; departments: ReadonlyMap<string, string>; office: KnownOffice }

/** The version in force on the day of receipt; the oldest where the list of procedures begins later. */
function placeLine(line: WrittenLine, { procedures, departments, office }: Places): PlacedLine | RegisterFault[] {
  const no = (column: ImportColumn, code: FaultCode, said: string): RegisterFault => ({ line: line.line, column, code, said })
  const codes = line.procedureCode === null ? [...(procedures.byName.get(fold(line.procedure ?? '')) ?? [])] : [line.procedureCode]
  const versions = codes.length === 1 ? (procedures.byCode.get(codes[0] ?? '') ?? []) : []
  const version = versions.findLast(({ from }) => from <= line.receivedAt.day) ?? versions[0]
  const department = line.department === null ? version?.departmentCode : departments.get(fold(line.department))
  const ours = office.departments.find(({ code }) => code === department)
  const isOurs = ours !== undefined
  const faults = [
    ...(version
      ? []
      : line.procedureCode !== null
        ? [no('procedureCode', 'unknown_procedure_code', line.procedureCode)]
        : codes.length > 1
          ? [no('procedure', 'several_procedures', codes.join(', '))]
          : [no('procedure', 'unknown_procedure', (line.procedure ?? '').slice(0, 160))]),
    ...(isOurs || (line.department === null && !version)
      ? []
      : [no('department', 'unknown_department', office.departments.map(({ name }) => name).join('; '))]),
    ...(ours?.isClosed === true && line.returnedAt === null ? [no('department', 'closed_department', ours.name)] : []),
  ]
  if (faults.length > 0 || !version || department === undefined) return faults
  return { ...line, version, departmentCode: department, year: yearOfLine(line) }
}

/** The books that lines belong into. */
export function booksOf(lines: readonly PlacedLine[]): { field: string; year: number }[] {
  const books = new Map(lines.map(({ version: { field }, year }) => [`${field} ${year}`, { field, year }]))
  return [...books.values()]
}

const bookKey = (field: string, year: number | null): string => `${field} ${year}`

/** The lines that the books do not have yet, and what keeps them out. A line that a book has already is left out: so a file can be sent again. */
export function compareWithBooks(
  { lines, faults: before }: Read,
  known: readonly KnownDossier[],
): { fresh: PlacedLine[]; faults: RegisterFault[] } {
  const byNumber = new Map(known.map((dossier) => [`${bookKey(dossier.field, dossier.year)} ${dossier.number}`, dossier]))
  const byCode = new Map(known.map((dossier) => [dossier.code, dossier]))
  const [numbers, codes] = [new Map<string, number>(), new Map<string, number>()]
  const faults: RegisterFault[] = []
  const fresh: PlacedLine[] = []
  for (const line of lines) {
    const place = `${bookKey(line.version.field, line.year)} ${line.number}`
    const no = (column: ImportColumn, code: FaultCode, said: string) => void faults.push({ line: line.line, column, code, said })
    const found = faults.length
    const [twice, codeTwice] = [numbers.get(place), line.code === null ? undefined : codes.get(line.code)]
    if (twice !== undefined) no('number', 'number_twice', String(twice))
    if (codeTwice !== undefined) no('code', 'code_twice', String(codeTwice))
    numbers.set(place, numbers.get(place) ?? line.line)
    if (line.code !== null) codes.set(line.code, codes.get(line.code) ?? line.line)
    const there = byNumber.get(place)
    if (there && isSame(line, there)) continue
    if (there) no('number', 'number_taken', there.code)
    const owner = line.code === null ? undefined : byCode.get(line.code)
    if (owner && !there) no('code', 'code_taken', owner.number === null ? 'chưa vào sổ' : `số ${owner.number} năm ${owner.year}`)
    if (faults.length === found) fresh.push(line)
  }
  // A line that cannot be read has a number too: gaps are told once all lines can be.
  return { fresh, faults: [...before, ...faults, ...(before.length + faults.length > 0 ? [] : gapsIn(lines, known))] }
}

/** The same book, number and day, and neither code nor name speaks against it. */
const isSame = (line: PlacedLine, there: KnownDossier): boolean =>
  (line.code === null || line.code === there.code) &&
  dayOf(there.receivedAt) === line.receivedAt.day &&
  (there.foldedName === null || there.foldedName === fold(line.fullName))

/** Numbers of a book have no gaps: what is missing before a line is said there, once. */
function gapsIn(lines: readonly PlacedLine[], known: readonly KnownDossier[]): RegisterFault[] {
  const books = new Map<string, Map<number, PlacedLine | null>>()
  const bookOf = (key: string) => {
    const book = books.get(key) ?? new Map<number, PlacedLine | null>()
    books.set(key, book)
    return book
  }
  for (const line of lines) bookOf(bookKey(line.version.field, line.year)).set(line.number, line)
  for (const { field, year, number } of known)
    if (number !== null && books.has(bookKey(field, year))) bookOf(bookKey(field, year)).set(number, null)
  return [...books.values()].flatMap((book) => {
    const numbers = [...book.keys()].sort((one, other) => one - other)
    return numbers.flatMap((number, index): RegisterFault[] => {
      const last = numbers[index - 1] ?? 0
      const line = book.get(number)
      if (!line || number === last + 1) return []
      const said = number === last + 2 ? `số ${last + 1}` : `các số ${last + 1} đến ${number - 1}`
      return [{ line: line.line, column: 'number', code: 'number_gap', said }]
    })
  })
}
