// Requests that no page would send: a sound one, spoiled in one to three places by a dice with a seed, so that a fault can be asked for again.
import type { Dice } from '@/prisma/seed/builders/dice'
import { asForm } from '@/tests/support/access-matrix-http'
import { COOKIES, HEADERS, METHODS, NAMES, PARAMETERS, TEXTS, TYPES } from '@/tests/support/malformed-parts'

type Fields = readonly (readonly [string, string])[]
type Body = { type: string; bytes: Buffer }

/** A request that is answered well. `fields`: what its form sends; `body`: what else it carries. */
export type Sound = {
  method: string
  path: string
  cookie: string
  headers?: Record<string, string>
  fields?: Fields
  body?: { type: string; content: string }
}
/** A request as it is sent, with the names of what was done to it. */
export type Spoiled = { method: string; path: string; headers: Record<string, string>; body: Buffer; ways: readonly string[] }

type Draft = { method: string; path: string; headers: Record<string, string>; fields: Fields | null; body: Body | null }
type Way = { name: string; fits: (draft: Draft) => boolean; spoil: (draft: Draft, dice: Dice) => void }

const always = () => true
const hasQuery = ({ path }: Draft) => path.includes('?')
const hasFields = ({ fields }: Draft) => (fields?.length ?? 0) > 0

/** As a header may carry it: what Node itself would not send is left out. */
const headerText = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '').slice(0, 8_000)

/** Without half a letter, which a cut may leave. */
const wellFormed = (text: string): string => Buffer.from(text).toString('utf8')

/** Text for an address, sometimes as it is: `%` alone is a fault that people make by hand. */
const inAddress = (dice: Dice, text: string): string => {
  const short = text.slice(0, 6_000)
  return dice.draw() < 0.2 ? short.replace(/[^\x21-\x7e]|#/g, '') : encodeURIComponent(wellFormed(short))
}

function replaceSegment(draft: Draft, dice: Dice): void {
  const [place = '/', query] = draft.path.split('?')
  const segments = place.split('/')
  segments[dice.between(1, Math.max(1, segments.length - 1))] = inAddress(dice, dice.pick(TEXTS))
  draft.path = [segments.join('/'), ...(query === undefined ? [] : [query])].join('?')
}

function replaceParameter(draft: Draft, dice: Dice): void {
  const [place = '/', query = ''] = draft.path.split('?')
  const pairs = query.split('&')
  const index = dice.between(0, pairs.length - 1)
  const name = pairs[index]?.split('=')[0] ?? ''
  pairs[index] = `${name}=${inAddress(dice, dice.pick(TEXTS))}`
  if (dice.draw() < 0.3) pairs.push(`${name}=x`)
  draft.path = `${place}?${pairs.join('&')}`
}

const WAYS: readonly Way[] = [
  { name: 'segment', fits: always, spoil: replaceSegment },
  {
    name: 'deeper',
    fits: always,
    spoil: (draft, dice) => void (draft.path = draft.path.replace(/(\?|$)/, `/${inAddress(dice, dice.pick(TEXTS))}$1`)),
  },
  { name: 'parameter', fits: hasQuery, spoil: replaceParameter },
  {
    name: 'another parameter',
    fits: always,
    spoil: (draft, dice) =>
      void (draft.path += `${hasQuery(draft) ? '&' : '?'}${dice.pick(PARAMETERS)}=${inAddress(dice, dice.pick(TEXTS))}`),
  },
  { name: 'method', fits: always, spoil: (draft, dice) => void (draft.method = dice.pick(METHODS)) },
  {
    name: 'header',
    fits: always,
    spoil: (draft, dice) => {
      const [name, values] = dice.pick(HEADERS)
      draft.headers[name] = headerText(dice.draw() < 0.2 ? dice.pick(TEXTS) : dice.pick(values))
    },
  },
  {
    name: 'cookie',
    fits: always,
    spoil: (draft, dice) =>
      void (draft.headers.cookie = `${draft.headers.cookie ?? ''}; ${dice.pick(COOKIES)}=${headerText(encodeURIComponent(dice.pick(TEXTS))).slice(0, 3_000)}`),
  },
  { name: 'no cookie', fits: always, spoil: (draft) => void (draft.headers.cookie = '') },
  {
    name: 'value',
    fits: hasFields,
    spoil: (draft, dice) => void (draft.fields = withOne(draft.fields ?? [], dice, ([name]) => [[name, dice.pick(TEXTS)]])),
  },
  {
    name: 'value twice',
    fits: hasFields,
    spoil: (draft, dice) => void (draft.fields = withOne(draft.fields ?? [], dice, (pair) => [pair, [pair[0], dice.pick(TEXTS)]])),
  },
  { name: 'no value', fits: hasFields, spoil: (draft, dice) => void (draft.fields = withOne(draft.fields ?? [], dice, () => [])) },
  {
    name: 'name',
    fits: hasFields,
    spoil: (draft, dice) => void (draft.fields = withOne(draft.fields ?? [], dice, ([, value]) => [[dice.pick(NAMES), value]])),
  },
  {
    name: 'another field',
    fits: hasFields,
    spoil: (draft, dice) => void (draft.fields = [...(draft.fields ?? []), [dice.pick(NAMES), dice.pick(TEXTS)]]),
  },
  {
    name: 'many fields',
    fits: hasFields,
    spoil: (draft) =>
      void (draft.fields = [...(draft.fields ?? []), ...Array.from({ length: 1_500 }, (_, n): [string, string] => [`f${n}`, 'x'])]),
  },
  {
    name: 'cut',
    fits: (draft) => bodyOf(draft) !== null,
    spoil: (draft, dice) => spoilBody(draft, ({ type, bytes }) => ({ type, bytes: bytes.subarray(0, dice.between(0, bytes.length)) })),
  },
  {
    name: 'a wrong byte',
    fits: (draft) => bodyOf(draft) !== null,
    spoil: (draft, dice) =>
      spoilBody(draft, ({ type, bytes }) => {
        const spoilt = Buffer.from(bytes)
        for (let turn = 0; turn < 4 && spoilt.length > 0; turn += 1) spoilt[dice.between(0, spoilt.length - 1)] = dice.between(0, 255)
        return { type, bytes: spoilt }
      }),
  },
  {
    name: 'type',
    fits: (draft) => bodyOf(draft) !== null,
    spoil: (draft, dice) => spoilBody(draft, ({ bytes }) => ({ type: dice.pick(TYPES), bytes })),
  },
  {
    name: 'another body',
    fits: always,
    spoil: (draft, dice) => void (draft.body = { type: dice.pick(TYPES), bytes: Buffer.from(dice.pick(TEXTS)) }),
  },
]

function withOne(fields: Fields, dice: Dice, change: (pair: readonly [string, string]) => (readonly [string, string])[]): Fields {
  const chosen = dice.between(0, fields.length - 1)
  return fields.flatMap((pair, index) => (index === chosen ? change(pair) : [pair]))
}

function bodyOf({ fields, body }: Draft): Body | null {
  if (body !== null || fields === null) return body
  const { type, content } = asForm(fields)
  return { type, bytes: Buffer.from(content) }
}

function spoilBody(draft: Draft, change: (body: Body) => Body): void {
  const body = bodyOf(draft)
  if (body !== null) draft.body = change(body)
}

/** `sound`, spoiled by the dice in one to three ways. A write still says that it comes from a page of ours (`origin`): else nothing would be read. */
export function spoil(sound: Sound, { dice, origin }: { dice: Dice; origin: string }): Spoiled {
  const { method, path, cookie, fields = null } = sound
  const headers: Record<string, string> = { cookie, ...(method === 'GET' ? {} : { origin }), ...sound.headers }
  const body = sound.body ? { type: sound.body.type, bytes: Buffer.from(sound.body.content) } : null
  const draft: Draft = { method, path, headers, fields, body }
  const ways: string[] = []
  for (let left = dice.between(1, 3); left > 0; left -= 1) {
    const way = dice.pick(WAYS.filter(({ fits }) => fits(draft)))
    way.spoil(draft, dice)
    ways.push(way.name)
  }
  const sent = bodyOf(draft)
  if (sent !== null) draft.headers['content-type'] = headerText(sent.type)
  return { method: draft.method, path: draft.path, headers: draft.headers, body: sent?.bytes ?? Buffer.alloc(0), ways }
}
