// What the load was told, line by line: the only witness of what had been promised before something was killed.
import { appendFileSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** `attach`: a file comes to a draft. The others are steps of the dossier. */
export const WRITES = ['attach', 'submit', 'receive', 'forward', 'take'] as const
export type Write = (typeof WRITES)[number]

const Entry = z.object({
  write: z.enum(WRITES),
  draftId: z.string(),
  /** Null until the dossier has one. */
  code: z.string().nullable(),
  /** `asked`: sent for the first time. `acknowledged`: the person read that it was done. `refused`: the person was told no. */
  state: z.enum(['asked', 'acknowledged', 'refused']),
  /** How often the same form was sent. */
  sent: z.number(),
})
export type Entry = z.infer<typeof Entry>

export const note = (file: string, entry: Entry): void => appendFileSync(file, `${JSON.stringify(entry)}\n`)

export const readJournal = (file: string): Entry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Entry.parse(JSON.parse(line)))
