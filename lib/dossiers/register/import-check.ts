/** A whole file against what the office knows: which lines are new, which the books have already, and every fault by line and column. Pure. */
import type { ReadRow } from '@/lib/documents/read-sheet'
import type { LocalDate } from '@/lib/platform/local-date'
import { formatNumber } from '@/lib/platform/money'
import { fold } from '@/lib/text/fold'
import { headOf, IMPORT_HEADS, type ImportColumn, MOST_LINES, NEEDED } from './import-columns'
import type { FaultCode, RegisterFault } from './import-faults'
import { dayOf, readLine, readPlace, type WrittenLine, type WrittenPlace, yearOfLine } from './import-lines'

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

/** A line that has its number in a book, whatever else is wrong with it. */
type Numbered = Pick<WrittenLine, 'line' | 'number' | 'code' | 'receivedAt'> & { fullName: string | null; field: string; year: number }
/** One of which the book or the number cannot be told: it may be what seems to be missing. */
type Loose = Pick<WrittenPlace, 'line' | 'number'>

export type Read = {
  total: number
  lines: readonly PlacedLine[]
  /** Of the lines with faults: those whose place in the books can be told, and the others. */
  numbered: readonly Numbered[]
  loose: readonly Loose[]
  faults: readonly RegisterFault[]
}

const ofFile = (code: FaultCode, said = ''): Read => ({
  ...{ total: 0, lines: [], numbered: [], loose: [] },
  faults: [{ line: 0, column: '', code, said }],
})

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
  const numbered: Numbered[] = []
  const loose: Loose[] = []
  for (const row of below) {
    const line = readLine(row, at, today)
    const placed = Array.isArray(line) ? line : placeLine(line, { procedures, departments, office })
    if (!Array.isArray(placed)) {
      lines.push(placed)
      continue
    }
    faults.push(...placed)
    const place = readPlace(row, at, today)
    const inBook = numberedOf(place, procedures)
    if (inBook) numbered.push(inBook)
    else loose.push(place)
  }
  return { total: below.length, lines, numbered, loose, faults }
}

function numberedOf({ number, receivedAt, ...place }: WrittenPlace, procedures: Procedures): Numbered | null {
  if (number === null || receivedAt === null) return null
  const { version } = versionOf({ ...place, receivedAt }, procedures)
  return version ? { ...place, number, receivedAt, field: version.field, year: yearOfLine({ receivedAt }) } : null
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

/** The version in force on the day of receipt; the oldest where the list of procedures begins later. `codes`: all that the name may mean. */
function versionOf(
  { procedureCode, procedure, receivedAt }: Pick<WrittenLine, 'procedureCode' | 'procedure' | 'receivedAt'>,
  known: Procedures,
) {
  const codes = procedureCode === null ? [...(known.byName.get(fold(procedure ?? '')) ?? [])] : [procedureCode]
  const versions = codes.length === 1 ? (known.byCode.get(codes[0] ?? '') ?? []) : []
  return { codes, version: versions.findLast(({ from }) => from <= receivedAt.day) ?? versions[0] }
}

function placeLine(line: WrittenLine, { procedures, departments, office }: Places): PlacedLine | RegisterFault[] {
  const no = (column: ImportColumn, code: FaultCode, said: string): RegisterFault => ({ line: line.line, column, code, said })
  const { codes, version } = versionOf(line, procedures)
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

/** Every line that has its number in a book, in the order of the file; `placed`: nothing is wrong with it so far. */
const inFileOrder = ({ lines, numbered }: Pick<Read, 'lines' | 'numbered'>): (Numbered & { placed: PlacedLine | null })[] =>
  [
    ...lines.map((placed) => ({ ...placed, field: placed.version.field, placed })),
    ...numbered.map((line) => ({ ...line, placed: null })),
  ].sort((one, other) => one.line - other.line)

/** The books that a file's lines belong into, and the codes that they name. */
export function namedIn(read: Read): { books: { field: string; year: number }[]; codes: string[] } {
  const lines = inFileOrder(read)
  const books = new Map(lines.map(({ field, year }) => [bookKey(field, year), { field, year }]))
  return { books: [...books.values()], codes: lines.flatMap(({ code }) => code ?? []) }
}

const bookKey = (field: string, year: number | null): string => `${field} ${year}`

/** The lines that the books do not have yet, and what keeps them out. A line that a book has already is left out: so a file can be sent again. */
export function compareWithBooks(read: Read, known: readonly KnownDossier[]): { fresh: PlacedLine[]; faults: RegisterFault[] } {
  const byNumber = new Map(known.map((dossier) => [`${bookKey(dossier.field, dossier.year)} ${dossier.number}`, dossier]))
  const byCode = new Map(known.map((dossier) => [dossier.code, dossier]))
  const [numbers, codes] = [new Map<string, number>(), new Map<string, number>()]
  const faults: RegisterFault[] = []
  const fresh: PlacedLine[] = []
  const lines = inFileOrder(read)
  for (const line of lines) {
    const place = `${bookKey(line.field, line.year)} ${line.number}`
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
    if (faults.length === found && line.placed) fresh.push(line.placed)
  }
  return { fresh, faults: [...read.faults, ...faults, ...gapsIn({ lines, loose: read.loose }, known)] }
}

/** The same book, number and day, and neither code nor name speaks against it. */
const isSame = (line: Numbered, there: KnownDossier): boolean =>
  (line.code === null || line.code === there.code) &&
  dayOf(there.receivedAt) === line.receivedAt.day &&
  (there.foldedName === null || line.fullName === null || there.foldedName === fold(line.fullName))

type OfFile = { lines: readonly Numbered[]; loose: readonly Loose[] }

/** Numbers of a book have no gaps: what is missing before a line is said there, once, unless lines that cannot be placed may be just that. */
function gapsIn({ lines, loose }: OfFile, known: readonly KnownDossier[]): RegisterFault[] {
  const books = new Map<string, Map<number, Numbered | null>>()
  const bookOf = (key: string) => {
    const book = books.get(key) ?? new Map<number, Numbered | null>()
    books.set(key, book)
    return book
  }
  for (const line of lines) bookOf(bookKey(line.field, line.year)).set(line.number, line)
  for (const { field, year, number } of known)
    if (number !== null && books.has(bookKey(field, year))) bookOf(bookKey(field, year)).set(number, null)
  return [...books.values()].flatMap((book) => {
    const numbers = [...book.keys()].sort((one, other) => one - other)
    return numbers.flatMap((number, index): RegisterFault[] => {
      const last = numbers[index - 1] ?? 0
      const line = book.get(number)
      if (!line || number === last + 1) return []
      const lastLine = book.get(last)?.line ?? 0
      const maybe = loose.filter((one) =>
        one.number === null ? one.line > lastLine && one.line < line.line : one.number > last && one.number < number,
      )
      if (maybe.length >= number - last - 1) return []
      const said = number === last + 2 ? `số ${last + 1}` : `các số ${last + 1} đến ${number - 1}`
      return [{ line: line.line, column: 'number', code: 'number_gap', said }]
    })
  })
}
