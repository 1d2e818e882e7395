import type { Reading } from '@/lib/access/gate'
import { goesOn, type Lying, type Unit, unitKey, unitOf } from './hand-overs'
import { visibleTo } from './store'

/** Hand-overs from one place of the office to another: how many, and of which dossiers. */
export type Passage = { from: Unit; to: Unit; count: number; dossierIds: string[] }

/** The columns by which a place is told, and whether a dossier was received. */
const COLUMNS: readonly string[] = ['stage', 'holderKind', 'holderDepartment', 'receivedAt'] satisfies (keyof Lying | 'receivedAt')[]

type Counted = { before: Lying; after: Lying; count: number; dossierIds: string[] }

/**
 * What this person may see of what went from one place of the office to another in a stretch of time, in the order of the first. The database folds
 * the events as far as places are told by them, and counts; what a place is, `unitOf` says. What goes to an applicant is told by the register.
 */
export async function passagesIn({ db, actor }: Reading, { gte, lt }: { gte: Date; lt: Date }): Promise<Passage[]> {
  const { communeId } = actor
  // Ids alone: one of each dossier that anything happened to.
  const moved = await db.dossierEvent.findMany({
    where: { at: { gte, lt }, communeId, dossier: visibleTo(actor) },
    distinct: ['dossierId'],
    select: { dossierId: true },
  })
  const ids = moved.map(({ dossierId }) => dossierId)
  if (ids.length === 0) return []
  const counted = await db.$queryRaw<Counted[]>`
    WITH told AS (
      SELECT e."dossierId", e.at, so_far.columns AS before, so_far.columns || e.changes AS after
      FROM dossier_event e CROSS JOIN LATERAL (
        SELECT coalesce(jsonb_object_agg(one.key, one.value ORDER BY p.seq), '{}') AS columns
        FROM dossier_event p CROSS JOIN LATERAL jsonb_each(p.changes) AS one
        WHERE p."communeId" = e."communeId" AND p."dossierId" = e."dossierId" AND p.seq < e.seq AND one.key = ANY(${COLUMNS})
      ) so_far
      WHERE e."communeId" = ${communeId} AND e.at >= ${gte} AND e.at < ${lt} AND e."dossierId" = ANY(${ids}::uuid[])
    ), lying AS (
      SELECT "dossierId", at,
        jsonb_build_object('stage', before->'stage', 'holderKind', before->'holderKind', 'holderDepartment', before->'holderDepartment') AS before,
        jsonb_build_object('stage', after->'stage', 'holderKind', after->'holderKind', 'holderDepartment', after->'holderDepartment') AS after
      FROM told WHERE before->>'receivedAt' IS NOT NULL
    )
    SELECT before, after, count(*)::int AS count, array_agg(DISTINCT "dossierId"::text) AS "dossierIds"
    FROM lying WHERE before <> after GROUP BY before, after ORDER BY min(at), before, after`
  return passagesOf(counted)
}

/** The same place may be told by several stages: a department has what waits there and what is in hand. */
function passagesOf(counted: readonly Counted[]): Passage[] {
  const passages = new Map<string, Passage>()
  for (const { before, after, count, dossierIds } of counted) {
    const [from, to] = [unitOf(before), unitOf(after)]
    if (!goesOn({ before, after }) || from.as === 'applicant' || to.as === 'applicant') continue
    const key = `${unitKey(from)} ${unitKey(to)}`
    const known = passages.get(key) ?? { from, to, count: 0, dossierIds: [] }
    passages.set(key, { from, to, count: known.count + count, dossierIds: [...known.dossierIds, ...dossierIds] })
  }
  return [...passages.values()]
}
