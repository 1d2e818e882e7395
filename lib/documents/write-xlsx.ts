import { strToU8, Zip, ZipDeflate } from 'fflate'
import { daysBetween, localDateOf, minuteOfDay, parseLocalDate } from '@/lib/platform/local-date'

/** A moment is written as a date cell of the office's own time; null leaves the cell empty. */
export type SheetCell = string | number | Date | null
export type SheetPlan = {
  /** Name of the one sheet: at most 31 letters, none of `[]:*?/\`. */
  name: string
  columns: readonly { head: string; width: number }[]
}

/** Styles by their place in `STYLES`. */
const [MOMENT, HEAD] = [1, 2]

/**
 * A spreadsheet (ECMA-376) piece by piece, as its rows come: what is held in memory does not grow with the book. The libraries for this build the
 * whole file before its first byte. Text is text, also where it begins like a formula.
 */
export async function* xlsxOf(plan: SheetPlan, pieces: AsyncIterable<readonly (readonly SheetCell[])[]>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    ready.push(bytes)
  })
  for (const [path, content] of Object.entries(partsOf(plan))) add(zip, path).push(strToU8(content), true)
  const sheet = add(zip, 'xl/worksheets/sheet1.xml')
  const heads = plan.columns.map(({ head }) => head)
  sheet.push(strToU8(`${XML}${sheetBegin(plan)}${rowOf(1, heads, HEAD)}`))
  let number = 1
  for await (const rows of pieces) {
    sheet.push(strToU8(rows.map((cells) => rowOf((number += 1), cells)).join('')))
    yield* ready.splice(0)
  }
  sheet.push(strToU8('</sheetData></worksheet>'), true)
  zip.end()
  yield* ready.splice(0)
}

function add(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path)
  zip.add(part)
  return part
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>`

const partsOf = ({ name }: SheetPlan): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `${XML}${STYLES}`,
})

/** The head stays in sight while the rows are scrolled. */
const sheetBegin = ({ columns }: SheetPlan): string =>
  `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
<cols>${columns.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>`

const rowOf = (number: number, cells: readonly SheetCell[], style = 0): string =>
  `<row r="${number}">${cells.map((cell, index) => cellOf(`${columnName(index)}${number}`, cell, style)).join('')}</row>`

function cellOf(place: string, cell: SheetCell, style: number): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (cell instanceof Date) return `<c r="${place}" s="${MOMENT}"><v>${serialOf(cell)}</v></c>`
  return `<c r="${place}" t="inlineStr"${style === 0 ? '' : ` s="${style}"`}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

const EPOCH = parseLocalDate('1899-12-30')

/** Days since the spreadsheet's day nought, on the office's wall. */
function serialOf(at: Date): number {
  if (EPOCH === null) throw new Error('The calendar has that day')
  return daysBetween(EPOCH, localDateOf(at)) + minuteOfDay(at) / 1_440
}

/** A, B … Z, AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}

/** Text as XML may carry it; what XML has no way to write is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
