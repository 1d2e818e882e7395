import { describe, expect, it } from 'vitest'
import { fold } from '@/lib/text/fold'
import { loadProcedures } from '@/prisma/seed/data'
import { figuresOf, judge, worst } from '@/scripts/bench/finder-figures'
import { HALVES, halfOf, loadFinderQueries } from '@/scripts/bench/finder-queries'

const codes = new Set(loadProcedures().map(({ code }) => code))
const both = HALVES.flatMap((half) => loadFinderQueries(half).map((one) => ({ half, ...one })))

describe('the queries that judge the finder', () => {
  it.each(HALVES)('there are at least 75 in the %s half', (half) => expect(loadFinderQueries(half).length).toBeGreaterThanOrEqual(75))

  it('every right answer is a procedure of the commune, named once', () => {
    expect(both.flatMap(({ right }) => right.filter((code) => !codes.has(code)))).toEqual([])
    expect(both.filter(({ right }) => new Set(right).size !== right.length)).toEqual([])
  })

  it('every procedure is asked for', () => {
    const asked = new Set(both.flatMap(({ right }) => right))
    expect([...codes].filter((code) => !asked.has(code))).toEqual([])
  })

  it('no query stands twice, in either half, with or without accents', () => {
    const seen = both.map(({ query }) => fold(query))
    expect(seen.filter((query, place) => seen.indexOf(query) !== place)).toEqual([])
  })

  it('each stands in the half that its own spelling gives it', () => {
    expect(both.filter(({ half, query }) => halfOf(query) !== half)).toEqual([])
  })

  it('each is written in composed letters, as keyboards send them', () => {
    expect(both.filter(({ query }) => query !== query.normalize('NFC'))).toEqual([])
  })
})

describe('the figures of the finder', () => {
  const answers: Record<string, string[]> = { first: ['a', 'b'], second: ['b', 'a'], wrong: ['b'], none: [] }
  const judged = judge(
    Object.keys(answers).map((query) => ({ query, right: ['a', 'c'] })),
    (query) => answers[query] ?? [],
  )

  it('a wrong answer is an answer, and counts nothing', () =>
    expect(figuresOf(judged)).toEqual({ queries: 4, meanReciprocalRank: 0.375, noAnswer: 0.25, rightFirst: 0.25 }))

  it('the worst come first, and what was right at once does not come', () =>
    expect(worst(judged, 9).map(({ query }) => query)).toEqual(['none', 'wrong', 'second']))

  it('no queries have no figures', () => expect(() => figuresOf([])).toThrow('no queries'))
})
