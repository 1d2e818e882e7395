/**
 * What the finder knows a set of procedures by, ready to be compared. Building it costs some ten milliseconds, a query less than one, so it is
 * kept as long as the same procedures are asked for.
 */
import { EVERYDAY, FILLER_WORDS } from './everyday-words'
import { type Token, tokensOf } from './spelling'

/** Two words that stand together say more than the two apart. */
export const PAIR = 0.8
/** What a filler still weighs: "con nuôi" is a pair, though "con" alone says nothing. */
const FILLER = 0.15
/** The whole list, one for every field, and the day after a new version. */
const MOST_KEPT = 50

/** What the library is made of. `searchText` is folded already. */
export interface Described {
  code: string
  name: string
  shortName: string
  searchText: string
}

interface Phrase {
  /** The accents that each word stands with. */
  words: ReadonlyMap<string, readonly (string | null)[]>
  pairs: readonly (readonly [string, string])[]
  /** 1 when it is about just this procedure. */
  weight: number
}

/** A phrase of the procedure at place `owner`; `says`: how much there is in it to be matched. */
interface Text {
  words: Phrase['words']
  pairs: ReadonlySet<string>
  weight: number
  owner: number
  says: number
}

export interface Library {
  texts: readonly Text[]
  /** Places in `texts`, by word. */
  withWord: ReadonlyMap<string, readonly number[]>
  /** By procedure, the words of its lead and of its field. */
  elsewhere: readonly ReadonlySet<string>[]
  vocabulary: ReadonlySet<string>
  /** How much a word tells: rare words more than those in every second procedure. */
  weigh: (word: string) => number
}

export const isTelling = (word: string): boolean => !FILLER_WORDS.has(word)
export const pairOf = (a: string, b: string): string => `${a} ${b}`
export const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0)

/** Words that stand side by side, also when only fillers stand between them; each pair once, no word with itself. */
export function neighbours<T extends { word: string }>(words: readonly T[]): [T, T][] {
  const seen = new Set<string>()
  return [words, words.filter(({ word }) => isTelling(word))].flatMap((list) =>
    list.slice(1).flatMap((after, index): [T, T][] => {
      const before = list[index]
      if (before === undefined || before.word === after.word || seen.has(pairOf(before.word, after.word))) return []
      seen.add(pairOf(before.word, after.word))
      return [[before, after]]
    }),
  )
}

function phraseOf(text: string, weight: number): Phrase {
  const tokens = tokensOf(text)
  const words = new Map<string, (string | null)[]>()
  for (const { word, accents } of tokens) words.set(word, [...(words.get(word) ?? []), accents])
  return { words, pairs: neighbours<Token>(tokens).map(([a, b]) => [a.word, b.word]), weight }
}

/** The everyday phrases never change while the portal runs. */
const everyday: ReadonlyMap<string, readonly Phrase[]> = new Map(
  [...EVERYDAY].map(([code, phrases]) => [code, phrases.map(({ phrase, weight }) => phraseOf(phrase, weight))]),
)

function build(procedures: readonly Described[]): Library {
  const phrases = procedures.map(({ code, name, shortName }) => [phraseOf(name, 1), phraseOf(shortName, 1), ...(everyday.get(code) ?? [])])
  const elsewhere = procedures.map(({ searchText }) => new Set(tokensOf(searchText).map(({ word }) => word)))

  const times = new Map<string, number>()
  phrases.forEach((own, owner) => {
    const words = new Set([...(elsewhere[owner] ?? []), ...own.flatMap((phrase) => [...phrase.words.keys()])])
    for (const word of words) times.set(word, (times.get(word) ?? 0) + 1)
  })
  const weights = new Map([...times].map(([word, many]) => [word, Math.log(1 + procedures.length / many) * (isTelling(word) ? 1 : FILLER)]))
  const weigh = (word: string) => weights.get(word) ?? 0

  const texts = phrases.flatMap((own, owner) =>
    own.map(({ words, pairs, weight }): Text => {
      const says = sum([...words.keys()], weigh) + PAIR * sum(pairs, ([a, b]) => Math.sqrt(weigh(a) * weigh(b)))
      return { words, pairs: new Set(pairs.map(([a, b]) => pairOf(a, b))), weight, owner, says }
    }),
  )
  const withWord = new Map<string, number[]>()
  texts.forEach(({ words }, place) => {
    for (const word of words.keys()) {
      const places = withWord.get(word)
      if (places) places.push(place)
      else withWord.set(word, [place])
    }
  })
  return { texts, withWord, elsewhere, vocabulary: new Set(times.keys()), weigh }
}

const kept = new Map<string, Library>()

/** The library of these procedures, in their order. The same procedures give the same library, built once. */
export function libraryOf(procedures: readonly Described[]): Library {
  const key = procedures.map(({ code, name, shortName, searchText }) => `${code}\n${name}\n${shortName}\n${searchText}`).join('\n')
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const library = build(procedures)
  kept.set(key, library)
  return library
}
