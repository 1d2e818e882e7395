/**
 * The finder: from plain words, with or without accents, to procedures. Pure, since the ranking is a rule that people have to be able to
 * test and change; the few hundred procedures of a commune fit in one read.
 */
import { fold } from '@/lib/text/fold'
import { EVERYDAY_WORDS, FILLER_WORDS } from './everyday-words'

/** `searchText` is folded already. `popular`: place among the often-wanted ones; `fieldPosition`: place of its field. */
export interface Candidate {
  code: string
  name: string
  shortName: string
  searchText: string
  popular: number | null
  fieldPosition: number
}

/** Higher is better; 0 when nothing was asked. */
export type Ranked<C> = C & { score: number }

/** What a matched word is worth by where it stands; a pair of words that stand together says more than the two apart. */
const WORTH = { name: 4, shortName: 3, elsewhere: 1 } as const
const PAIR = { name: 3, elsewhere: 1 } as const
/** A word that only begins like the typed one: people press Enter early. */
const BEGINNING = 0.4
const SHORTEST_BEGINNING = 3
/** The share of a name that the query covers, so that the plain procedure stands before its special cases. */
const COVERAGE = 6
const POPULAR = 2
/** What a filler still weighs: "con nuôi" is a pair, though "con" alone says nothing. */
const FILLER = 0.15
/** An answer far below the best one is noise. */
const WORTH_SHOWING = 0.35

interface Folded {
  name: readonly string[]
  nameText: string
  short: ReadonlySet<string>
  all: ReadonlySet<string>
  allText: string
}

const padded = (text: string): string => ` ${text} `

function folded({ code, name, shortName, searchText }: Candidate): Folded {
  const nameText = fold(name)
  const allText = `${searchText} ${fold(code)}`
  const short = fold(shortName).split(' ')
  const nameWords = nameText.split(' ')
  return {
    name: nameWords,
    nameText: padded(nameText),
    short: new Set(short),
    all: new Set([...nameWords, ...short, ...allText.split(' ')]),
    allText: padded(allText),
  }
}

/** The query as typed, and once more for each everyday phrase in it, with the official words in its place. */
function wordings(query: string): string[] {
  const text = padded(query)
  const official = EVERYDAY_WORDS.flatMap(([says, means]) =>
    says.filter((phrase) => text.includes(padded(phrase))).map((phrase) => text.replace(padded(phrase), padded(means)).trim()),
  )
  return [query, ...official]
}

/** How much a word tells: rare words more than those in every second procedure. */
function weights(documents: readonly Folded[]): (word: string) => number {
  const seen = new Map<string, number>()
  for (const { all } of documents) for (const word of all) seen.set(word, (seen.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + documents.length / (1 + (seen.get(word) ?? 0))) * (FILLER_WORDS.has(word) ? FILLER : 1)
}

function worthOf(word: string, { name, short, all }: Folded): number {
  if (name.includes(word)) return WORTH.name
  if (short.has(word)) return WORTH.shortName
  if (all.has(word)) return WORTH.elsewhere
  if (word.length < SHORTEST_BEGINNING) return 0
  if (name.some((other) => other.startsWith(word))) return WORTH.name * BEGINNING
  return [...all].some((other) => other.startsWith(word)) ? WORTH.elsewhere * BEGINNING : 0
}

function scoreOf(words: readonly string[], document: Folded, weight: (word: string) => number): number {
  const telling = words.filter((word) => !FILLER_WORDS.has(word))
  if ((telling.length > 0 ? telling : words).every((word) => worthOf(word, document) === 0)) return 0
  const matched = [...new Set(words)].reduce((sum, word) => sum + weight(word) * worthOf(word, document), 0)
  const pairs = words.slice(1).reduce((sum, word, index) => {
    const before = words[index] ?? ''
    const pair = padded(`${before} ${word}`)
    const worth = document.nameText.includes(pair) ? PAIR.name : document.allText.includes(pair) ? PAIR.elsewhere : 0
    return sum + worth * Math.min(weight(before), weight(word))
  }, 0)
  const total = document.name.reduce((sum, word) => sum + weight(word), 0)
  const covered = document.name.filter((word) => words.includes(word)).reduce((sum, word) => sum + weight(word), 0)
  return matched + pairs + COVERAGE * (covered / total)
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
  const asked = fold(query)
  if (asked === '') return candidates.map((candidate) => ({ ...candidate, score: 0 })).toSorted(byRank)

  const documents = candidates.map(folded)
  const weight = weights(documents)
  const asks = wordings(asked).map((wording) => wording.split(' '))
  const ranked = candidates.flatMap((candidate, index) => {
    const document = documents[index]
    const best = document === undefined ? 0 : Math.max(...asks.map((words) => scoreOf(words, document, weight)))
    const favour = candidate.popular === null ? 0 : POPULAR
    return best === 0 ? [] : [{ ...candidate, score: Number((best + favour).toFixed(4)) }]
  })
  const top = Math.max(0, ...ranked.map(({ score }) => score))
  return ranked.filter(({ score }) => score >= top * WORTH_SHOWING).toSorted(byRank)
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
