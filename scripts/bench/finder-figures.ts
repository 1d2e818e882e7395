import type { FinderQuery } from './finder-queries'

/** `rank`: the place of the first right procedure, from 1; null when none was found. `found`: how many procedures came back. */
export type Judged = FinderQuery & { rank: number | null; found: number; first: string | null }

/** Asks the finder, which answers codes, best first, as far as a citizen sees them. */
export function judge(queries: readonly FinderQuery[], find: (query: string) => readonly string[]): Judged[] {
  return queries.map((one) => {
    const codes = find(one.query)
    const place = codes.findIndex((code) => one.right.includes(code))
    return { ...one, rank: place === -1 ? null : place + 1, found: codes.length, first: codes[0] ?? null }
  })
}

export interface Figures {
  queries: number
  /** Mean of 1 / rank; a query whose right procedure was not found counts 0. */
  meanReciprocalRank: number
  /** Shares, 0 to 1. */
  noAnswer: number
  rightFirst: number
}

/** The figures of one half; refuses an empty one, which has none. */
export function figuresOf(judged: readonly Judged[]): Figures {
  if (judged.length === 0) throw new Error('no queries to judge')
  const share = (holds: (one: Judged) => boolean) => judged.filter(holds).length / judged.length
  return {
    queries: judged.length,
    meanReciprocalRank: judged.reduce((sum, one) => sum + reciprocal(one), 0) / judged.length,
    noAnswer: share(({ found }) => found === 0),
    rightFirst: share(({ rank }) => rank === 1),
  }
}

/** The queries that the finder serves worst, worst first; of equal ones those without any answer come first, then by spelling. */
export const worst = (judged: readonly Judged[], many: number): Judged[] =>
  judged
    .filter(({ rank }) => rank !== 1)
    .toSorted((a, b) => reciprocal(a) - reciprocal(b) || a.found - b.found || (a.query < b.query ? -1 : 1))
    .slice(0, many)

const reciprocal = ({ rank }: Judged): number => (rank === null ? 0 : 1 / rank)
