/**
 * The finder: from plain words, with or without accents, to procedures. Pure, since the ranking is a rule that people have to be able to
 * test and change; the few hundred procedures of a commune fit in one read.
 *
 * A procedure is known by several texts: its name, its short name and what people say when they want it (`everyday/`). It is worth as much
 * as its text that is most like the query, and as the share of the query that all it is known by covers together.
 */
import { fold } from '@/lib/text/fold'
import { ABBREVIATIONS } from './everyday-words'
import { type Described, isTelling, type Library, libraryOf, neighbours, PAIR, pairOf, sum } from './search-library'
import { guess, type Meant, rawWords, tokensOf, unglue } from './spelling'

/** `searchText` is folded already. `popular`: place among the often-wanted ones; `fieldPosition`: place of its field. */
export interface Candidate extends Described {
  popular: number | null
  fieldPosition: number
}

/** What the finder looks for a procedure in, folded once when a version is written. */
export const searchTextOf = ({ name, shortName, lead }: { name: string; shortName: string; lead: string }, field: string): string =>
  fold([name, shortName, lead, field].join(' '))

/** Higher is better, about 100 at most; 0 when nothing was asked. */
export type Ranked<C> = C & { score: number }

/** What the likeness of the best text and the share of the query that is covered are worth. */
const LIKENESS = 70
const COVERAGE = 30
/** The same letters with other accents: "bán" is not "bản", but many leave accents out or slip. */
const OTHER_ACCENTS = 0.6
/** A word of the lead or of the field, which are about the procedure without naming it. */
const ELSEWHERE = 0.6
/** Of two equal answers, the one that more people want. */
const POPULAR = 2
/** An answer far below the best one is noise. */
const WORTH_SHOWING = 0.35

/** A word of the query: what it may mean, and how much it tells. */
interface Asked {
  word: string
  /** Null when they say nothing. */
  accents: string | null
  meant: readonly Meant[]
  weight: number
}

function askedOf(query: string, { vocabulary, weigh }: Library): Asked[] {
  const spelled = rawWords(query).map((raw) => ABBREVIATIONS.get(fold(raw)) ?? raw)
  const tokens = tokensOf(spelled.join(' ')).flatMap((token) => {
    const parts = vocabulary.has(token.word) ? null : unglue(token.word, vocabulary)
    return parts ? parts.map((word) => ({ word, accents: null })) : [token]
  })
  return tokens.flatMap(({ word, accents }) => {
    if (vocabulary.has(word)) return [{ word, accents, meant: [{ word, sure: 1 }], weight: weigh(word) }]
    const meant = isTelling(word) ? guess(word, vocabulary) : []
    const [first, ...others] = meant
    if (!first) return []
    const weight = sum(meant, (one) => weigh(one.word) * one.sure) / meant.length
    return [{ word: others.length === 0 ? first.word : word, accents: null, meant, weight }]
  })
}

/** The texts that have a word, by their places: 1 for exactly it, less for one that it may have been. */
function findWord({ meant, accents }: Asked, { texts, withWord }: Library): Map<number, number> {
  const found = new Map<number, number>()
  for (const { word, sure } of meant) {
    for (const place of withWord.get(word) ?? []) {
      const there = texts[place]?.words.get(word) ?? []
      const same = accents === null || there.some((one) => one === null || one === accents)
      found.set(place, Math.max(found.get(place) ?? 0, same ? sure : sure * OTHER_ACCENTS))
    }
  }
  return found
}

/** All ways in which two words of the query may stand together in a text. */
const together = (a: Asked, b: Asked): string[] => a.meant.flatMap((one) => b.meant.map((other) => pairOf(one.word, other.word)))

/** Of each procedure of the library, in its order: how well it answers, 0 to 100. */
function scoresOf(query: string, library: Library): number[] {
  const asked = askedOf(query, library)
  const words = asked.filter(({ word }, index) => asked.findIndex((one) => one.word === word) === index)
  const found = new Map(words.map((one) => [one.word, findWord(one, library)]))
  const foundAt = ({ word }: Asked, place: number) => found.get(word)?.get(place) ?? 0
  const pairs = neighbours(asked).map(([a, b]) => ({
    a,
    b,
    ways: together(a, b),
    weight: PAIR * Math.sqrt(a.weight * b.weight),
  }))
  const wordsWeigh = sum(words, ({ weight }) => weight)
  const asks = wordsWeigh + sum(pairs, ({ weight }) => weight)

  const likeness = library.elsewhere.map(() => 0)
  const covered = library.elsewhere.map((about) =>
    words.map(({ meant }) => Math.max(0, ...meant.map(({ word, sure }) => (about.has(word) ? sure * ELSEWHERE : 0)))),
  )
  const touched = new Set([...found.values()].flatMap((places) => [...places.keys()]))
  for (const place of touched) {
    const text = library.texts[place]
    if (!text) continue
    const own = covered[text.owner]
    words.forEach((one, index) => {
      if (own) own[index] = Math.max(own[index] ?? 0, foundAt(one, place) * text.weight)
    })
    // What the query and the text share, against what both say.
    const shared =
      sum(words, (one) => one.weight * foundAt(one, place)) +
      sum(pairs, ({ a, b, ways, weight }) => {
        const both = Math.min(foundAt(a, place), foundAt(b, place))
        return both > 0 && ways.some((pair) => text.pairs.has(pair)) ? weight * both : 0
      })
    likeness[text.owner] = Math.max(likeness[text.owner] ?? 0, (text.weight * shared) / Math.sqrt(asks * text.says))
  }

  const someTell = words.some(({ word }) => isTelling(word))
  return covered.map((shares, owner) => {
    if (words.every(({ word }, index) => shares[index] === 0 || (someTell && !isTelling(word)))) return 0
    const share = sum(words, (one) => one.weight * (shares[words.indexOf(one)] ?? 0)) / wordsWeigh
    return LIKENESS * (likeness[owner] ?? 0) + COVERAGE * share
  })
}

const vietnamese = new Intl.Collator('vi')

/** Best first; equals by field, then the often-wanted ones, then by name. The code decides last, so the order is always the same. */
function byRank(a: Ranked<Candidate>, b: Ranked<Candidate>): number {
  return (
    b.score - a.score ||
    a.fieldPosition - b.fieldPosition ||
    (a.popular ?? Infinity) - (b.popular ?? Infinity) || // NaN of two infinities is falsy, so the next key decides
    vietnamese.compare(a.name, b.name) ||
    (a.code < b.code ? -1 : 1)
  )
}

/**
 * The procedures that answer `query`, best first. An empty query gives all of them in the order of the fields. A query that is a
 * procedure's code gives that one.
 */
export function rank<C extends Candidate>(query: string, candidates: readonly C[]): Ranked<C>[] {
  const exact = candidates.find(({ code }) => code === query.trim())
  if (exact) return [{ ...exact, score: 1 }]
  if (fold(query) === '') return candidates.map((candidate) => ({ ...candidate, score: 0 })).toSorted(byRank)

  const scores = scoresOf(query, libraryOf(candidates))
  const ranked = candidates.flatMap((candidate, index) => {
    const score = scores[index] ?? 0
    const favour = candidate.popular === null ? 0 : POPULAR
    return score === 0 ? [] : [{ ...candidate, score: Number((score + favour).toFixed(4)) }]
  })
  const top = Math.max(0, ...ranked.map(({ score }) => score))
  return ranked.filter(({ score }) => score >= top * WORTH_SHOWING).toSorted(byRank)
}

/** Below this share of the best score an answer is only related. */
const NEAR = 0.85
/** So many are shown in any case, and no more however close they are. */
const LEAST_NEAR = 3
const MOST_NEAR = 5

/** How many of the first are near enough to stand on the page; the rest are only related. A handful is shown whole. */
export function countNear(ranked: readonly Ranked<Candidate>[]): number {
  const top = ranked[0]?.score ?? 0
  if (top === 0 || ranked.length <= MOST_NEAR) return ranked.length
  const near = ranked.filter(({ score }) => score >= top * NEAR).length
  return Math.min(Math.max(near, LEAST_NEAR), MOST_NEAR)
}

/** Keyset paging over a ranking: the page after `cursor` (the code and score of the last one shown), and the cursor of the next. */
export function pageOf<C extends Candidate>(
  ranked: readonly Ranked<C>[],
  cursor: string | null,
  size: number,
): { items: Ranked<C>[]; nextCursor: string | null } {
  const [lastCode, lastScore] = (cursor ?? '').split('~')
  const at = ranked.findIndex(({ code }) => code === lastCode)
  // A procedure that has gone since: go on below its score, so that nothing is shown twice.
  const rest = cursor === null ? ranked : at >= 0 ? ranked.slice(at + 1) : ranked.filter(({ score }) => score < Number(lastScore))
  const items = rest.slice(0, size)
  const last = items.at(-1)
  return { items, nextCursor: last && rest.length > size ? `${last.code}~${last.score}` : null }
}
