/**
 * The definitions of `rules.ts` as SQL over a dossier `d`. A test counts both over generated dossiers; whoever changes one side changes the
 * other.
 */
import { type Actor, hasRight } from '@/lib/access/policy'
import { ONLINE_CHANNELS } from '@/lib/dossiers/rules'
import { Prisma } from '@/prisma/generated/client'
import { FIGURES, LAWFUL_REQUESTS, type Figure, type Part, type Span } from './rules'

const TRUE = Prisma.sql`TRUE`

/** Dossiers whose figures an actor may count: the whole commune where they read all of it, else their own department's. */
export function countedBy(actor: Actor): Prisma.Sql {
  if (actor.kind !== 'staff' || hasRight(actor, 'dossier.read_all')) return TRUE
  return Prisma.sql`d."departmentCode" = ${actor.departmentCode}`
}

const received = ({ start, end }: Span) => Prisma.sql`(d."effectiveReceiptAt" >= ${start} AND d."effectiveReceiptAt" < ${end})`

const resolved = ({ start, end }: Span) => Prisma.sql`(d."finishedAt" >= ${start} AND d."finishedAt" < ${end})`

/** Of a dossier that was stopped the end is its closing. */
const ENDED = Prisma.sql`COALESCE(d."finishedAt", d."closedAt")`

const inWork = ({ start, end, judgedAt }: Span) => Prisma.sql`(
  d."effectiveReceiptAt" < ${end} AND (${ENDED} IS NULL OR ${ENDED} >= ${start}) AND ${judgedAt}::timestamptz >= ${start}::timestamptz)`

const inTime = ({ end, judgedAt }: Span) =>
  Prisma.sql`(least(CASE WHEN ${ENDED} < ${end} THEN ${ENDED} ELSE ${judgedAt}::timestamptz END, d."pausedAt") <= d."dueAt"
    AND d."supplementRequests" <= ${LAWFUL_REQUESTS})`

const isOnline = Prisma.sql`(d.channel::text = ANY(${[...ONLINE_CHANNELS]}))`

const hasFee = Prisma.sql`
  EXISTS (SELECT 1 FROM fee_line f WHERE f."communeId" = d."communeId" AND f."dossierId" = d.id AND f.amount > 0 AND f."cancelledAt" IS NULL)`

const paidOnline = Prisma.sql`
  EXISTS (
    SELECT 1 FROM payment p WHERE p."communeId" = d."communeId" AND p."dossierId" = d.id AND p.method = 'ONLINE' AND p.status = 'PAID')`

const SQL: Record<Figure, { of: (span: Span) => Prisma.Sql; meets: (span: Span) => Prisma.Sql }> = {
  received: { of: received, meets: () => TRUE },
  resolved: { of: resolved, meets: () => TRUE },
  onTime: { of: inWork, meets: inTime },
  online: { of: received, meets: () => isOnline },
  digitised: { of: resolved, meets: () => Prisma.sql`(d."hasComponentFile" AND d."hasResultFile")` },
  onlinePayment: { of: (span) => Prisma.sql`(${received(span)} AND ${hasFee})`, meets: () => paidOnline },
}

/** Whether a dossier `d` stands in this part of a figure. What is not known to meet it is an exception, so NULL counts as no. */
export function belongsToSql(figure: Figure, part: Part, span: Span): Prisma.Sql {
  const { of, meets } = SQL[figure]
  if (part === 'denominator') return of(span)
  return Prisma.sql`(${of(span)} AND (${meets(span)}) ${part === 'numerator' ? Prisma.sql`IS TRUE` : Prisma.sql`IS NOT TRUE`})`
}

export type Filter = { field?: string | undefined; department?: string | undefined }

/**
 * The received dossiers `d` of a commune that a period may count. The bounds at the end only keep the rest of the archive unread: they are
 * wider than every figure's own question.
 */
export const countable = (
  { communeId, scope }: { communeId: number; scope: Prisma.Sql },
  { start, end }: Span,
  { field, department }: Filter = {},
): Prisma.Sql => Prisma.sql`
  d."communeId" = ${communeId} AND d."effectiveReceiptAt" IS NOT NULL AND ${scope}
    ${field === undefined ? Prisma.empty : Prisma.sql`AND d."fieldCode" = ${field}`}
    ${department === undefined ? Prisma.empty : Prisma.sql`AND d."departmentCode" = ${department}`}
    AND (d."effectiveReceiptAt" < ${end} OR d."finishedAt" < ${end})
    AND (d."effectiveReceiptAt" >= ${start} OR d."finishedAt" >= ${start} OR d."finishedAt" IS NULL)`

const counts = (part: Part, span: Span): Prisma.Sql =>
  Prisma.sql`ARRAY[${Prisma.join(FIGURES.map((figure) => Prisma.sql`count(*) FILTER (WHERE ${belongsToSql(figure, part, span)})`))}]::int[]`

/** Numerators and denominators of all figures, in the order of `FIGURES`. */
export const figuresSql = (span: Span): Prisma.Sql =>
  Prisma.sql`${counts('numerator', span)} AS numerators, ${counts('denominator', span)} AS denominators`

/** Viet Nam's offset, as in `platform/local-date`: no table of time zones is asked. */
export const LOCAL = Prisma.sql`INTERVAL '+07:00'`
