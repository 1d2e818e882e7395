import type { Tx } from '@/lib/platform/db'
import { canonicalJson } from '@/lib/platform/digest'
import { named } from '@/lib/platform/rows'
import { Prisma } from '@/prisma/generated/client'
import { GENESIS, linkHash } from './rules'
import type { EventContent, Link, PlacedLink } from './rules'

/** Links in their order, with what else the statement writes that appends them: nothing of it happens unless all of it does. */
export type Addition = { links: readonly Link[]; writes?: readonly Prisma.Sql[]; jobs?: readonly Job[] }
export type Job = { name: string; payload: Readonly<Record<string, string | number>> }

/**
 * Appends links to the commune's chain in the given order, with the rows and the reasons that belong to them: one statement, which locks
 * the head until the transaction ends. Always the last lock taken: dossier, number book, chain head. A link's hash is made there as
 * `linkHash` makes it, since only there the hash before it is known without another round trip under the lock.
 */
export async function appendToChain(tx: Tx, communeId: number, addition: Addition): Promise<void> {
  const { links } = addition
  if (links.length === 0) return
  if ((await append(tx, communeId, addition)) > 0) return
  // The first link of all. Two at once make one head, and what went along is written already.
  await tx.$executeRaw`INSERT INTO chain_head ("communeId", seq, hash) VALUES (${communeId}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`
  await append(tx, communeId, { links })
}

/** Answers how many links found a head to follow: all or none. */
async function append(tx: Tx, communeId: number, { links, writes = [], jobs = [] }: Addition): Promise<number> {
  const given = links.map(({ kind, content, ...more }) => ({
    ...content,
    kind,
    covered: canonicalJson(content),
    note: 'note' in more ? more.note : null,
  }))
  const has = (kind: Link['kind']) => links.some((link) => link.kind === kind)
  const parts = [
    ...(has('event') ? [EVENTS(communeId), ...(given.some(({ note }) => note !== null) ? [NOTES(communeId)] : [])] : []),
    ...(has('audit') ? [LINES(communeId)] : []),
    ...writes,
  ]
  const queued = Prisma.sql`
    SELECT count(graphile_worker.add_job(job.name, job.payload, max_attempts := 12))
    FROM jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) job(name text, payload json)`
  const [answer] = await tx.$queryRaw<{ placed: number }[]>`
    WITH RECURSIVE head AS MATERIALIZED (SELECT seq, hash FROM chain_head WHERE "communeId" = ${communeId} FOR UPDATE),
    link AS MATERIALIZED (
      SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS (kind text, covered text, note text,
        at timestamptz, "actorKind" text, "actorId" text, "actorCommuneId" int, "dossierId" uuid, seq int, step text, changes jsonb, "contentHash" text,
        action text, "subjectKind" text, "subjectId" text, outcome text, detail jsonb)) WITH ORDINALITY AS given(kind, covered, note,
        at, "actorKind", "actorId", "actorCommuneId", "dossierId", seq, step, changes, "contentHash", action, "subjectKind", "subjectId", outcome, detail, place)),
    placed AS (
      SELECT 0::bigint AS place, seq AS "chainSeq", NULL::text AS "prevHash", hash FROM head
      UNION ALL
      SELECT link.place, placed."chainSeq" + 1, placed.hash, encode(sha256(convert_to(
        concat_ws(chr(10), ${communeId}::int, placed."chainSeq" + 1, placed.hash, link.kind, link.covered), 'UTF8')), 'hex')
      FROM placed JOIN link ON link.place = placed.place + 1),
    moved AS (
      UPDATE chain_head SET seq = placed."chainSeq", hash = placed.hash FROM placed
      WHERE "communeId" = ${communeId} AND placed.place = ${links.length}),
    ${Prisma.join(named(parts))}
    SELECT (SELECT count(*) FROM placed WHERE place > 0)::int AS placed${jobs.length > 0 ? Prisma.sql`, (${queued})::int` : Prisma.empty}`
  return answer?.placed ?? 0
}

/** Links of one statement of a long addition. */
const AT_ONCE = 1_000

/**
 * Appends very many events, last in their transaction. The statement above looks through all of its links for each of them, which is nothing for
 * ten and minutes for ten thousand; here the hashes are made beforehand, under the lock of the head, which is held for a second or two.
 */
export async function appendManyEvents(tx: Tx, communeId: number, contents: readonly EventContent[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO chain_head ("communeId", seq, hash) VALUES (${communeId}, 0, ${GENESIS}) ON CONFLICT DO NOTHING`
  const [head] = await tx.$queryRaw<
    { seq: bigint; hash: string }[]
  >`SELECT seq, hash FROM chain_head WHERE "communeId" = ${communeId} FOR UPDATE`
  if (!head) throw new Error('The chain has a head')
  let { seq, hash } = head
  const placed = contents.map((content) => {
    const prevHash = hash
    seq += 1n
    hash = linkHash(communeId, { chainSeq: seq, prevHash }, { kind: 'event', content })
    return { ...content, communeId, chainSeq: String(seq), prevHash, hash }
  })
  for (let start = 0; start < placed.length; start += AT_ONCE)
    await tx.$executeRaw`
      INSERT INTO dossier_event SELECT * FROM jsonb_populate_recordset(NULL::dossier_event, ${JSON.stringify(placed.slice(start, start + AT_ONCE))}::jsonb)`
  await tx.$executeRaw`UPDATE chain_head SET seq = ${seq}, hash = ${hash} WHERE "communeId" = ${communeId}`
}

const EVENTS = (communeId: number) => Prisma.sql`
  INSERT INTO dossier_event
    ("communeId", "dossierId", seq, "chainSeq", at, step, "actorKind", "actorId", "actorCommuneId", changes, "contentHash", "prevHash", hash)
  SELECT ${communeId}, "dossierId", seq, "chainSeq", at, step, "actorKind", "actorId", "actorCommuneId", changes, "contentHash", "prevHash", hash
  FROM link JOIN placed USING (place) WHERE kind = 'event'`

const NOTES = (communeId: number) => Prisma.sql`
  INSERT INTO event_note ("communeId", "dossierId", seq, text)
  SELECT ${communeId}, "dossierId", seq, note FROM link JOIN placed USING (place) WHERE kind = 'event' AND note IS NOT NULL`

const LINES = (communeId: number) => Prisma.sql`
  INSERT INTO audit_line
    ("communeId", "chainSeq", at, "actorKind", "actorId", action, "subjectKind", "subjectId", outcome, detail, "prevHash", hash)
  SELECT ${communeId}, "chainSeq", at, "actorKind", "actorId", action, "subjectKind", "subjectId", outcome, detail, "prevHash", hash
  FROM link JOIN placed USING (place) WHERE kind = 'audit'`

/** A commune's links from `after` on, in order, at most `limit`: what the check of the chain walks. */
export async function readLinks(tx: Tx, communeId: number, { after, limit }: { after: bigint; limit: number }): Promise<PlacedLink[]> {
  const where = { communeId, chainSeq: { gt: after, lte: after + BigInt(limit) } }
  const events = await tx.dossierEvent.findMany({ where, orderBy: { chainSeq: 'asc' }, take: limit })
  const lines = await tx.auditLine.findMany({ where, orderBy: { chainSeq: 'asc' }, take: limit })
  const links: PlacedLink[] = [
    ...events.map(({ communeId: _commune, chainSeq, prevHash, hash, changes, actorCommuneId, ...rest }) => ({
      kind: 'event' as const,
      chainSeq,
      prevHash,
      hash,
      content: { ...rest, ...(actorCommuneId === null ? {} : { actorCommuneId }), changes: plain(changes) },
    })),
    ...lines.map(({ communeId: _commune, chainSeq, prevHash, hash, detail, ...rest }) => ({
      kind: 'audit' as const,
      chainSeq,
      prevHash,
      hash,
      content: { ...rest, detail: plain(detail) },
    })),
  ]
  return links.sort((a, b) => (a.chainSeq < b.chainSeq ? -1 : 1))
}

/** Chained JSON columns are flat objects of plain values; anything else was not written by us and hashes to something else. */
function plain(value: unknown): Record<string, string | number | boolean | null> {
  if (value === null || typeof value !== 'object') return {}
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      member === null || typeof member === 'string' || typeof member === 'number' || typeof member === 'boolean'
        ? member
        : JSON.stringify(member),
    ]),
  )
}
