import type { Component } from '../papers'

/** Names of a component's boxes: what was found, and what is wrong with it. The command names its refusals after the first. */
export const checkBox = (position: number): string => `check-${position}`
export const noteBox = (position: number): string => `note-${position}`

/** Name of the box of a fee that is due only in some cases. */
export const feeBox = (code: string): string => `fee-${code}`

const CHECK = /^check-(\d{1,4})$/
const FEE = /^fee-(.+)$/

/** The posted form as the command takes it. */
export function receiptIn(fields: Readonly<Record<string, string>>) {
  const boxes = Object.entries(fields)
  return {
    code: fields.code,
    version: fields.version,
    checks: boxes.flatMap(([name, check]) => {
      const position = CHECK.exec(name)?.[1]
      return position === undefined
        ? []
        : [{ position, check, note: check === 'INADEQUATE' ? (fields[noteBox(Number(position))] ?? '') : '' }]
    }),
    fees: boxes.flatMap(([name]) => FEE.exec(name)?.[1] ?? []),
  }
}

/** What is chosen before the clerk has looked: only that the applicant's own "does not apply" needs no paper. */
export function checksBefore(components: readonly Component[]): Record<string, string> {
  return Object.fromEntries(components.filter(({ applies }) => applies === false).map(({ position }) => [checkBox(position), 'NOT_NEEDED']))
}
