import { countBox, type SheetKind, SHEETS, shownBox } from '@/lib/dossiers/sheets'
import type { Component } from '../papers'

/** Names of a component's boxes: what was found, and what is wrong with it. The command names its refusals after the first. */
export const checkBox = (position: number): string => `check-${position}`
export const noteBox = (position: number): string => `note-${position}`

/** Name of the box of a fee that is due only in some cases. */
export const feeBox = (code: string): string => `fee-${code}`

const CHECK = /^check-(\d{1,4})$/
const FEE = /^fee-(.+)$/

/** The check as it was posted. */
export function checksIn(fields: Readonly<Record<string, string>>) {
  const boxes = Object.entries(fields)
  return {
    code: fields.code,
    version: fields.version,
    checks: boxes.flatMap(([name, check]) => {
      const position = CHECK.exec(name)?.[1]
      return position === undefined
        ? []
        : [
            {
              ...{ position, check, note: check === 'INADEQUATE' ? (fields[noteBox(Number(position))] ?? '') : '' },
              ...sheetsIn(fields, Number(position)),
            },
          ]
    }),
  }
}

/** The sheets as they were counted; nothing where the page does not count them. */
function sheetsIn(fields: Readonly<Record<string, string>>, position: number) {
  const typed = (kind: SheetKind) => fields[countBox(kind, position)]
  const originals = typed('originals')
  if (originals === undefined) return {}
  const shown = fields[shownBox(position)] !== undefined
  return { sheets: { originals, certified: typed('certified') ?? '', copies: typed('copies') ?? '', shown } }
}

/** The posted form as the command of receipt takes it. */
export const receiptIn = (fields: Readonly<Record<string, string>>) => ({
  ...checksIn(fields),
  fees: Object.keys(fields).flatMap((name) => FEE.exec(name)?.[1] ?? []),
})

/**
 * What is chosen before the clerk looks: what was found before, on a check that was not finished or before a supplement; else only that the
 * applicant's own "does not apply" needs no paper. With it the sheets that the counter has.
 */
export function checksBefore(components: readonly Component[]): Record<string, string> {
  return Object.fromEntries(
    components.flatMap(({ position, check, applies, note, sheets }) => {
      // Left empty, a paper that is only shown is kept as not shown; that is no finding of anybody's, least of all of what is looked up.
      const isFound = check !== 'PENDING' && check !== 'NOT_PRESENTED'
      const found = isFound ? check : applies === false ? 'NOT_NEEDED' : null
      return [
        ...SHEETS.flatMap((kind) => (sheets[kind] > 0 ? [[countBox(kind, position), String(sheets[kind])]] : [])),
        ...(sheets.shown ? [[shownBox(position), 'yes']] : []),
        ...(found === null ? [] : [[checkBox(position), found]]),
        ...(found === null || note === null ? [] : [[noteBox(position), note]]),
      ]
    }),
  )
}
