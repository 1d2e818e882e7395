import type { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { mayForAll } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { mustBeDepartment } from '@/lib/staff/commands'
import { freeKey } from '@/lib/text/free-key'
import { type Content, contentOf, type List } from './content'
import { markOf } from './marks'
import { firstDayFault, type Part } from './rules'
import {
  ArrangeEntry,
  Basis,
  Fee,
  FeeWords,
  FirstDay,
  Limit,
  Names,
  OfProcedure,
  OfWholeDraft,
  Paper,
  SaveEntry,
  SavePart,
  WayStepIn,
} from './schema'
import { contentOfDraft, keepContent, type Kept, loadWritten, lockKept } from './store'

/** What was typed in the boxes of one page. Refusals: `invalid_input` with a sentence for each box. */
function readBoxes<T>(schema: z.ZodType<T>, fields: Readonly<Record<string, string>>): T {
  const read = schema.safeParse(fields)
  if (read.success) return read.data
  const sentences: Record<string, string> = {}
  for (const { path, message } of read.error.issues) sentences[path.map(String).join('.')] ??= message
  throw new Refusal('invalid_input', {}, sentences)
}

/**
 * Begins the next version of a procedure from the newest one. One that is begun already is gone on with, whoever began it.
 * Refusals: `not_found`, `not_allowed`.
 */
export const startVersion = command({
  name: 'procedure.start_version',
  input: OfProcedure,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async (writing, { code }, { draft, newest }) => {
    if (draft) return { isNew: false }
    const content = { ...contentOf(await loadWritten(writing.db, newest.id)), firstDay: null }
    await keepContent(writing, { code, baseId: newest.id }, content)
    return { isNew: true }
  },
  about: ({ code }) => ({ kind: 'procedure', id: code }),
})

type PagePart = z.output<typeof SavePart>['part']

/** Each page's boxes as what they change of the content. */
const READ: Record<PagePart, (fields: Readonly<Record<string, string>>) => Partial<Content>> = {
  names: (fields) => readBoxes(Names, fields),
  limit: (fields) => readBoxes(Limit, fields),
  fees: (fields) => readBoxes(FeeWords, fields),
  basis: (fields) => readBoxes(Basis, fields),
  day: (fields) => readBoxes(FirstDay, fields),
}

/** Saves one page of the draft. Refusals: `invalid_input`, `changed_meanwhile` where another has saved this page meanwhile, `not_found`. */
export const saveVersionPart = command({
  name: 'procedure.save_version_part',
  input: SavePart,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async (writing, { part, fields, seen }, kept) => {
    const before = contentOfDraft(kept)
    const after = { ...before, ...READ[part](fields) }
    const fault = part === 'day' ? firstDayFault(after.firstDay, { newest: kept.newest, today: localDateOf(writing.now) }) : null
    if (fault !== null) throw new Refusal('invalid_input', {}, { firstDay: fault })
    if (part === 'limit' && after.departmentCode !== before.departmentCode) await mustBeDepartment(writing, after.departmentCode)
    await save(writing, kept, { part, seen, before, after })
    return {}
  },
  about: ({ code, part }) => ({ kind: 'procedure', id: code, detail: { part } }),
})

type Saving = { part: Part; seen: string; before: Content; after: Content }

/** The same once more, after an answer that was lost, is no other content. */
async function save(writing: Writing, kept: Kept, { part, seen, before, after }: Saving): Promise<void> {
  const here = markOf(before, part)
  if (seen !== here && markOf(after, part) !== here) throw new Refusal('changed_meanwhile')
  await keepContent(writing, { code: kept.code, baseId: kept.newest.id }, after)
}

/** A key for a new entry, readable and not yet taken. */
const keyFor = (name: string, taken: readonly string[]): string =>
  freeKey(name, { joint: '-', longest: 60, otherwise: 'khac' }, (key) => taken.includes(key))

/** `list` with `entry` at place `at`, or at its end. Refusals: `changed_meanwhile` where there is no such place any more. */
function placed<T>(list: readonly T[], at: number | null, entry: T): T[] {
  if (at === null) return [...list, entry]
  if (at > list.length) throw new Refusal('changed_meanwhile')
  return list.with(at - 1, entry)
}

type Entry = { content: Content; at: number | null; fields: Readonly<Record<string, string>> }

/** The content with one entry of a list written anew. */
const WRITE: Record<List, (entry: Entry) => Partial<Content>> = {
  fees: ({ content: { fees }, at, fields }) => {
    const { verified, ...fee } = readBoxes(Fee, fields)
    const code =
      (at === null ? undefined : fees[at - 1]?.code) ??
      keyFor(
        fee.name,
        fees.map((one) => one.code),
      )
    return { fees: placed(fees, at, { ...fee, code, unverified: !verified }) }
  },
  papers: ({ content: { papers }, at, fields }) => {
    const paper = readBoxes(Paper, fields)
    const key =
      (at === null ? undefined : papers[at - 1]?.key) ??
      keyFor(
        paper.name,
        papers.map((one) => one.key),
      )
    return { papers: placed(papers, at, { ...paper, key }) }
  },
  way: ({ content: { way }, at, fields }) => ({ way: placed(way, at, readBoxes(WayStepIn, fields)) }),
}

/** So many entries a list may have: more is a mistake, and pages show them all. */
const MOST_ENTRIES = 60

/** Writes one entry of a list, a new one at its end. Refusals: `invalid_input`, `changed_meanwhile`, `not_found`. */
export const saveVersionEntry = command({
  name: 'procedure.save_version_entry',
  input: SaveEntry,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async (writing, { list, at, fields, seen }, kept) => {
    const before = contentOfDraft(kept)
    const after = { ...before, ...WRITE[list]({ content: before, at, fields }) }
    if (after[list].length > MOST_ENTRIES) throw new Refusal('invalid_input', {}, { name: `Danh sách có nhiều nhất ${MOST_ENTRIES} mục` })
    const named = list === 'way' ? (after.way[at === null ? after.way.length - 1 : at - 1]?.departmentCode ?? null) : null
    if (named !== null && !before.way.some(({ departmentCode }) => departmentCode === named)) await mustBeDepartment(writing, named)
    await save(writing, kept, { part: list, seen, before, after })
    return {}
  },
  about: ({ code, list, at }) => ({ kind: 'procedure', id: code, detail: { list, at } }),
})

/** `list` with the entry at `index` moved, or taken out. */
function arranged<T>(list: readonly T[], index: number, to: 'up' | 'down' | 'out'): T[] {
  const entry = list[index]
  if (entry === undefined) throw new Refusal('changed_meanwhile')
  const others = list.toSpliced(index, 1)
  return to === 'out' ? others : others.toSpliced(Math.max(0, to === 'up' ? index - 1 : index + 1), 0, entry)
}

/** Moves one entry of a list up or down, or takes it out. Refusals: `changed_meanwhile`, `not_found`. */
export const arrangeVersionEntry = command({
  name: 'procedure.arrange_version_entry',
  input: ArrangeEntry,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async (writing, { list, at, to, seen }, kept) => {
    const before = contentOfDraft(kept)
    // Where it was moved already, the place of another entry is meant by the same number.
    if (seen !== markOf(before, list)) throw new Refusal('changed_meanwhile')
    const index = at - 1
    const after = {
      fees: () => ({ ...before, fees: arranged(before.fees, index, to) }),
      papers: () => ({ ...before, papers: arranged(before.papers, index, to) }),
      way: () => ({ ...before, way: arranged(before.way, index, to) }),
    }[list]()
    await save(writing, kept, { part: list, seen, before, after })
    return {}
  },
  about: ({ code, list, at, to }) => ({ kind: 'procedure', id: code, detail: { list, at, to } }),
})

/** Puts the draft away, whether or not it can be read. Refusals: `changed_meanwhile` where somebody has gone on with it, `not_found`. */
export const dropVersionDraft = command({
  name: 'procedure.drop_version_draft',
  input: OfWholeDraft,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async ({ db }, { code, seen }, { draft }) => {
    if (draft?.content && markOf(draft.content, 'whole') !== seen) throw new Refusal('changed_meanwhile')
    await db.procedureDraft.deleteMany({ where: { procedureCode: code } })
    return {}
  },
  about: ({ code }) => ({ kind: 'procedure', id: code }),
})
