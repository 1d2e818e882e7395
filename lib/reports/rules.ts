/**
 * THE definition of every figure, over plain facts of one dossier. Each figure is two questions: does the dossier count for it in this period
 * (`of`, the denominator), and does it meet it (`meets`, then it is in the numerator too). What is `of` and does not meet is an exception.
 * Sources: Quyết định 766/QĐ-TTg (index numbers in `words.ts`); `store.ts` says the same in SQL, and a test holds the two together.
 */
import { ONLINE_CHANNELS } from '@/lib/dossiers/rules'
import { addDays, instantAt, type LocalDate } from '@/lib/platform/local-date'
import type { Channel } from '@/prisma/generated/enums'

export const FIGURES = ['received', 'resolved', 'onTime', 'online', 'digitised', 'onlinePayment'] as const
export type Figure = (typeof FIGURES)[number]

/** Both days included, as people say periods. */
export interface Period {
  from: LocalDate
  to: LocalDate
}

/** A period as instants, half-open. What is still open is judged at `judgedAt`: the end of the period, or now when that is earlier. */
export interface Span {
  start: Date
  end: Date
  judgedAt: Date
}

/** The instants of a period as it is seen at `now`. */
export function spanOf({ from, to }: Period, now: Date): Span {
  const end = instantAt(addDays(to, 1), 0)
  return { start: instantAt(from, 0), end, judgedAt: now < end ? now : end }
}

/** All that the figures need to know of one dossier. */
export interface DossierFacts {
  /** From when its time limit runs; null: not received yet, so it counts for nothing. */
  effectiveReceiptAt: Date | null
  /** With every lawful pause in it: supplement time is already subtracted (index 2.1). */
  dueAt: Date | null
  /** The result was issued (national status 9), however long it then lies at the counter. */
  finishedAt: Date | null
  /** The result was issued, or the dossier was stopped without one (index 2.1). */
  endedAt: Date | null
  /** The clock stands since then, while the applicant is asked for something. */
  pausedAt: Date | null
  /** How often she was asked, before and after receipt. */
  supplementRequests: number
  channel: Channel
  hasComponentFile: boolean
  hasResultFile: boolean
  /** At least one fee line above 0 đồng. */
  hasFee: boolean
  /** At least one payment that was made online and arrived. */
  paidOnline: boolean
}

interface Definition {
  of: (facts: DossierFacts, span: Span) => boolean
  meets: (facts: DossierFacts, span: Span) => boolean
}

const within = (at: Date | null, { start, end }: Span): boolean => at !== null && at >= start && at < end

const received = (facts: DossierFacts, span: Span): boolean => within(facts.effectiveReceiptAt, span)

const resolved = (facts: DossierFacts, span: Span): boolean => within(facts.finishedAt, span)

/**
 * On the office's hands in the period: received in it or before it, and not finished before it. A dossier that is carried over counts again,
 * so that one which is late cannot be lost between two periods. A period that has not begun has none.
 */
function inWork({ effectiveReceiptAt, endedAt }: DossierFacts, { start, end, judgedAt }: Span): boolean {
  return effectiveReceiptAt !== null && effectiveReceiptAt < end && (endedAt === null || endedAt >= start) && judgedAt >= start
}

/** Index 2.1: whoever is asked more than once was not told everything at once, and the dossier counts as overdue. */
export const LAWFUL_REQUESTS = 1

/**
 * Ended in time, or still open and in time when judged; the due minute itself is in time. What waits for its applicant, or was stopped while it
 * waited, is judged at the moment of the request (index 2.1).
 */
function inTime({ dueAt, endedAt, pausedAt, supplementRequests }: DossierFacts, { end, judgedAt }: Span): boolean {
  const workedUntil = endedAt !== null && endedAt < end ? endedAt : judgedAt
  const measuredAt = pausedAt !== null && pausedAt < workedUntil ? pausedAt : workedUntil
  return dueAt !== null && measuredAt <= dueAt && supplementRequests <= LAWFUL_REQUESTS
}

const always = (): boolean => true

const DEFINITIONS: Record<Figure, Definition> = {
  received: { of: received, meets: always },
  resolved: { of: resolved, meets: always },
  onTime: { of: inWork, meets: inTime },
  online: { of: received, meets: ({ channel }) => ONLINE_CHANNELS.includes(channel) },
  // "Total" of index 4.2 is what was resolved: a result file cannot exist earlier, and counting open dossiers as failures would make the
  // rate fall with every dossier that comes in.
  digitised: { of: resolved, meets: ({ hasComponentFile, hasResultFile }) => hasComponentFile && hasResultFile },
  // Index 3.6 asks whether the dossier was paid online, not line by line; dossiers where everything is 0 đồng are left out.
  onlinePayment: { of: (facts, span) => received(facts, span) && facts.hasFee, meets: ({ paidOnline }) => paidOnline },
}

/** A share and what it is of. `ratio` (0 to 1) is null where there is nothing to divide by: no percentage is shown then. */
export interface Rate {
  numerator: number
  denominator: number
  ratio: number | null
}

/** A rate with its ratio, null where there is nothing to divide by. */
export const rateOf = (numerator: number, denominator: number): Rate => ({
  numerator,
  denominator,
  ratio: denominator === 0 ? null : numerator / denominator,
})

/** The dossiers behind a figure: those that meet it, all that count for it, or those that count and do not meet it. */
export const PARTS = ['numerator', 'denominator', 'exceptions'] as const
export type Part = (typeof PARTS)[number]

/** Whether a dossier stands in this part of a figure. */
export function belongsTo({ figure, part }: { figure: Figure; part: Part }, facts: DossierFacts, span: Span): boolean {
  const { of, meets } = DEFINITIONS[figure]
  return of(facts, span) && (part === 'denominator' || meets(facts, span) === (part === 'numerator'))
}

/** One figure over a set of dossiers. */
export function countFigure(figure: Figure, dossiers: readonly DossierFacts[], span: Span): Rate {
  const count = (part: Part) => dossiers.filter((facts) => belongsTo({ figure, part }, facts, span)).length
  return rateOf(count('numerator'), count('denominator'))
}
