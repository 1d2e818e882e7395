import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

export const HALVES = ['open', 'held'] as const
export type Half = (typeof HALVES)[number]

const FinderQueries = z.array(z.strictObject({ query: z.string().trim().min(1), right: z.array(z.string()).min(1) }))

/** What a citizen types, and the codes of the procedures that answer it: finding any one of them counts. */
export type FinderQuery = z.infer<typeof FinderQueries>[number]

/** The judged queries of one half; throws when the file is not what it should be. */
export const loadFinderQueries = (half: Half): FinderQuery[] =>
  FinderQueries.parse(JSON.parse(readFileSync(new URL(`../../tests/data/finder-queries-${half}.json`, import.meta.url), 'utf8')))

/**
 * The half a query belongs to, by its own SHA-256: whoever adds one cannot choose whether the author of the synonyms sees it, and no
 * query can be moved to where it flatters.
 */
export const halfOf = (query: string): Half =>
  createHash('sha256').update(query.normalize('NFC')).digest().readUInt8(0) % 2 === 0 ? 'open' : 'held'
