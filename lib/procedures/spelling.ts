/**
 * Text as the finder compares it, word by word, and what a mistyped word may have been. Pure.
 */
import { fold } from '@/lib/text/fold'
import { SAME_WORDS } from './everyday-words'

/** A folded word, and the accents it was typed with: null when the whole text has none, so that they say nothing. */
export interface Token {
  word: string
  accents: string | null
}

/** Both ways of writing are right: "ký" and "kí", "lý" and "lí". */
const withoutY = (word: string): string => word.replace(/(?<=^|[bhklmst])y$/, 'i')

/**
 * The accents of a word, wherever they stand: "hoà" and "hòa" have the same. Hook and tilde count as one: half of the country speaks and
 * writes them alike.
 */
const accentsOf = (raw: string): string =>
  [...raw.replaceAll('đ', 'd\u0335').normalize('NFD')]
    .filter((letter) => /\p{M}/u.test(letter))
    .map((mark) => (mark === '\u0309' ? '\u0303' : mark))
    .toSorted()
    .join('')

/** The words of a text, in lower case with their accents. */
export const rawWords = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((raw) => raw !== '')

const plain = (text: string): string[] => fold(text).split(' ').map(withoutY)

/** By the first word, longest phrase first. */
const SAME = (() => {
  const byFirst = new Map<string, { said: readonly string[]; stands: readonly string[] }[]>()
  for (const [stands, ...phrases] of SAME_WORDS) {
    for (const said of phrases.map(plain)) {
      const first = said[0] ?? ''
      const alike = [...(byFirst.get(first) ?? []), { said, stands: plain(stands) }]
      byFirst.set(
        first,
        alike.toSorted((a, b) => b.said.length - a.said.length),
      )
    }
  }
  return byFirst
})()

function withSameWords(tokens: readonly Token[]): Token[] {
  const result: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at]
    if (!token) break
    const same = SAME.get(token.word)?.find(({ said }) => said.every((word, index) => tokens[at + index]?.word === word))
    if (same) result.push(...same.stands.map((word) => ({ word, accents: null })))
    else result.push(token)
    at += same ? same.said.length : 1
  }
  return result
}

/** The words of a text as the finder compares them. */
export function tokensOf(text: string): Token[] {
  const raws = rawWords(text)
  const accented = raws.some((raw) => accentsOf(raw) !== '')
  return withSameWords(
    raws.flatMap((raw) => {
      const word = withoutY(fold(raw))
      return word === '' ? [] : [{ word, accents: accented ? accentsOf(raw) : null }]
    }),
  )
}

/** What is left of Telex ("ddawng kys") or VNI ("d9a8ng") keys when the keyboard was not switched on. */
const withoutKeys = (word: string): string =>
  withoutY(
    word
      .replace(/\d/g, '')
      .replace(/dd/g, 'd')
      .replace(/([aeo])\1/g, '$1')
      .replace(/(?<=[aou])w/g, '')
      .replace(/^w/, 'u')
      .replace(/(?<=[aeiouy][a-z]*)[sfrxjz]/g, ''),
  )

/** How a syllable sounds to those who write as they speak: s and x, ch and tr, d, gi, r and v, n and ng, c and t are taken for each other. */
const spellAsHeard = (word: string): string =>
  word
    .replace(/^(ch|tr)/, 'c')
    .replace(/^(gi|d|r|v)/, 'd')
    .replace(/^[sx]/, 's')
    .replace(/^ngh?/, 'n')
    .replace(/^[ln]/, 'n')
    .replace(/^[kq](?!h)/, 'k')
    .replace(/(nh|ng|n)$/, 'n')
    .replace(/(ch|c|t)$/, 'c')

const heard = new Map<string, string>()

/** The sounds of the known words never change; what people type is not kept. */
function soundOf(known: string): string {
  const sound = heard.get(known) ?? spellAsHeard(known)
  heard.set(known, sound)
  return sound
}

/** One letter more, less, another, or two swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  const [restA, restB] = [a.slice(start), b.slice(start)]
  const swapped = restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1) || swapped
}

/** A word that may have been meant, and how sure that is, 0 to 1. */
export interface Meant {
  word: string
  sure: number
}

const SHORTEST_TO_GUESS = 3
const SURE = { keys: 0.95, beginning: 0.75, sound: 0.75, slip: 0.6 } as const

/** What a word that stands nowhere may have been: nothing for a word that is like no known one. */
export function guess(word: string, known: ReadonlySet<string>): Meant[] {
  const keyed = withoutKeys(word)
  if (keyed !== word && known.has(keyed)) return [{ word: keyed, sure: SURE.keys }]
  if (word.length < SHORTEST_TO_GUESS) return []
  const sound = spellAsHeard(word)
  return [...known].flatMap((other): Meant[] => {
    if (/\d/.test(other) || other.length < 2) return []
    if (other.startsWith(word)) return [{ word: other, sure: SURE.beginning }]
    if (soundOf(other) === sound) return [{ word: other, sure: SURE.sound }]
    return isOneSlip(word, other) || (keyed.length >= SHORTEST_TO_GUESS && isOneSlip(keyed, other))
      ? [{ word: other, sure: SURE.slip }]
      : []
  })
}

/** Two known words typed as one: "khaisinh". Null when it is not that, nor when Telex keys explain it: "coong" is "cong", not "co ong". */
export function unglue(word: string, known: ReadonlySet<string>): [string, string] | null {
  if (known.has(withoutKeys(word))) return null
  for (let at = 2; at <= word.length - 2; at += 1) {
    const parts: [string, string] = [word.slice(0, at), word.slice(at)]
    if (parts.every((part) => known.has(part))) return parts
  }
  return null
}
