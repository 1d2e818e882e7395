import type { Component } from '../papers'

/** Names of the boxes of one component on the page that asks for more. The command names its refusals after the second. */
export const askBox = (position: number): string => `ask-${position}`
export const reasonBox = (position: number): string => `reason-${position}`
export const textBox = (position: number): string => `text-${position}`

const ASK = /^ask-(\d{1,4})$/

/** What is asked for, as it was posted. */
export const askedIn = (fields: Readonly<Record<string, string>>) =>
  Object.keys(fields).flatMap((name) => {
    const position = ASK.exec(name)?.[1]
    if (position === undefined) return []
    return [{ position, reasonCode: fields[reasonBox(Number(position))] ?? '', text: fields[textBox(Number(position))] ?? '' }]
  })

/** The posted form as the command takes it. */
export const supplementIn = (fields: Readonly<Record<string, string>>) => ({
  code: fields.code,
  version: fields.version,
  step: fields.step === 'ask_again' ? ('ask_again' as const) : ('ask_for_more' as const),
  items: askedIn(fields),
})

/** What the check has found wanting is ticked already, with the clerk's own words. */
export const askedBefore = (components: readonly Component[]): Record<string, string> =>
  Object.fromEntries(
    components.flatMap(({ position, check, note }) =>
      check === 'INADEQUATE'
        ? [
            [askBox(position), 'yes'],
            [textBox(position), note ?? ''],
          ]
        : [],
    ),
  )
