import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

/** A statement as it went to PostgreSQL. */
export type Sent = { text: string; values: unknown[] }

const Line = z.object({ text: z.string(), values: z.array(z.unknown()) })

/** What the recording process sent while `work` ran, in order, BEGIN and COMMIT among it. */
export async function recorded(file: string, work: () => Promise<unknown>): Promise<Sent[]> {
  writeFileSync(file, '')
  await work()
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return lines.map((line) => Line.parse(JSON.parse(line)))
}
