import { FindProcedures } from '@/lib/procedures/schema'
import { pageOf, rank, type Candidate } from '@/lib/procedures/search'
import { fold } from '@/lib/text/fold'
import { loadFields, loadPopular, loadProcedures } from '@/prisma/seed/data'
import { figuresOf, judge, worst, type Judged } from './finder-figures'
import { HALVES, loadFinderQueries } from './finder-queries'

/** What the half that the synonyms were written without has to reach. */
const BAR = { meanReciprocalRank: 0.75, noAnswer: 0.03 }
/** The first page of the finder: what stands beyond it was not found. */
const PAGE = 20
const WORST = 15

const fields = new Map(loadFields().map((field) => [field.code, field]))
const popular = loadPopular()

/** The newest version of every procedure, with the same search text as the seed writes. */
const candidates: Candidate[] = loadProcedures().map(({ code, field, versions }) => {
  const version = versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  const place = fields.get(field)
  if (!version || !place) throw new Error(`${code} has no version or no field`)
  const { name, shortName, lead } = version
  const searchText = fold([name, shortName, lead, place.name].join(' '))
  const often = popular.indexOf(code)
  return { code, name, shortName, searchText, popular: often === -1 ? null : often + 1, fieldPosition: place.position }
})
const nameOf = new Map(candidates.map(({ code, shortName }) => [code, shortName]))

/** Read as the page reads it, ranked as the page ranks it. */
const find = (query: string): string[] =>
  pageOf(rank(FindProcedures.parse({ q: query }).q, candidates), null, PAGE).items.map(({ code }) => code)

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

function describe({ query, right, rank: place, first }: Judged): string {
  const wanted = right.map((code) => nameOf.get(code) ?? code).join(' / ')
  const got = first === null ? 'no answer' : `first: ${nameOf.get(first) ?? first}`
  return `  ${place === null ? 'not found' : `rank ${place}`.padEnd(9)}  “${query}” → ${wanted} (${got})`
}

for (const half of HALVES) {
  const judged = judge(loadFinderQueries(half), find)
  const figures = figuresOf(judged)
  console.log(`\n${half} half: ${figures.queries} queries`)
  console.log(`  mean reciprocal rank  ${figures.meanReciprocalRank.toFixed(3)}`)
  console.log(`  no answer             ${percent(figures.noAnswer)}`)
  console.log(`  right at rank 1       ${percent(figures.rightFirst)}`)
  // The held half is never listed: who reads its failures writes the synonyms that hide them, and the figure says nothing any more.
  if (half === 'open') {
    console.log(`\nThe ${WORST} worst of the open half`)
    for (const one of worst(judged, WORST)) console.log(describe(one))
  } else {
    const met = (holds: boolean) => (holds ? 'met' : 'NOT met')
    console.log(`\nThe bar, on the held half`)
    console.log(`  mean reciprocal rank ≥ ${BAR.meanReciprocalRank}  ${met(figures.meanReciprocalRank >= BAR.meanReciprocalRank)}`)
    console.log(`  no answer ≤ ${percent(BAR.noAnswer)}           ${met(figures.noAnswer <= BAR.noAnswer)}`)
  }
}
