/** Sheets of paper that a counter keeps of a component, by kind, and the boxes that count them. Pure. */
import { z } from 'zod'
import type { Prisma } from '@/prisma/generated/client'
import type { Channel } from '@/prisma/generated/enums'

/** The kinds of sheets that a counter keeps, as the receipt counts them. */
export const SHEETS = ['originals', 'certified', 'copies'] as const
export type SheetKind = (typeof SHEETS)[number]

/** What is there of a component on paper. `shown`: compared and given back at once. */
export type Held = Record<SheetKind, number> & { shown: boolean }
export const NOTHING_HELD: Held = { originals: 0, certified: 0, copies: 0, shown: false }

/** Names of a component's boxes: the sheets kept, and that it was only shown. */
export const countBox = (kind: SheetKind, position: number): string => `${kind}-${position}`
export const shownBox = (position: number): string => `shown-${position}`

/** Sheets of one kind; a box left empty is none. */
const Sheets = z
  .string()
  .trim()
  .transform((typed) => (typed === '' ? '0' : typed))
  .pipe(z.string().regex(/^\d{1,2}$/, 'Số bản là số từ 0 đến 99'))
  .transform(Number)

export type TypedSheets = Readonly<Record<SheetKind, string>>

/** The counts as typed, or a sentence for each box that holds no count. */
export function readSheets(
  typed: TypedSheets,
): { counts: Record<SheetKind, number> } | { faults: { kind: SheetKind; sentence: string }[] } {
  const read = SHEETS.map((kind) => ({ kind, ...Sheets.safeParse(typed[kind]) }))
  const faults = read.flatMap(({ kind, error }) => (error ? [{ kind, sentence: error.issues[0]?.message ?? '' }] : []))
  if (faults.length > 0) return { faults }
  const of = (wanted: SheetKind): number => read.find(({ kind }) => kind === wanted)?.data ?? 0
  return { counts: { originals: of('originals'), certified: of('certified'), copies: of('copies') } }
}

/** Whether the counter keeps any of it, in a query. */
export const HELD = {
  OR: [{ originals: { gt: 0 } }, { certified: { gt: 0 } }, { copies: { gt: 0 } }],
} satisfies Prisma.DossierComponentWhereInput

/** Whether any of it is there. */
export const isHeld = ({ originals, certified, copies, shown }: Held): boolean => originals + certified + copies > 0 || shown

/** What is wrong with a paper of which nothing is there. */
export const NOTHING_THERE = 'Ghi số bản đã nhận, quét tệp, hoặc đánh dấu chỉ xuất trình'

/** Whether a dossier of this channel may have come on paper, so that the desk counts sheets. */
export const isOnPaper = (channel: Channel): boolean => channel === 'COUNTER' || channel === 'POSTAL'
