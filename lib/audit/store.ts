import type { Tx } from '@/lib/platform/db'
import { GENESIS, placesAfter } from './rules'
import type { Link, PlacedLink } from './rules'

type Head = { seq: bigint; hash: string }

/** Locks the commune's chain head for the rest of the transaction. Always the last lock taken: dossier, number book, chain head. */
export async function lockHead(tx: Tx, communeId: number): Promise<Head> {
  const locked = await tx.$queryRaw<Head[]>`
    INSERT INTO chain_head ("communeId", seq, hash) VALUES (${communeId}, 0, ${GENESIS})
    ON CONFLICT ("communeId") DO UPDATE SET seq = chain_head.seq
    RETURNING seq, hash`
  const head = locked[0]
  if (!head) throw new Error('The chain head was neither found nor made')
  return head
}

/** Appends links to the commune's chain in the given order, with the rows and the reasons that belong to them. */
export async function appendToChain(tx: Tx, communeId: number, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  const places = placesAfter(communeId, await lockHead(tx, communeId), links)
  const placed = links.map((link, index) => ({ link, place: places[index] })).flatMap(({ link, place }) => (place ? [{ link, place }] : []))
  const events = placed.flatMap(({ link, place }) => (link.kind === 'event' ? [{ communeId, ...link.content, ...place }] : []))
  const lines = placed.flatMap(({ link, place }) => (link.kind === 'audit' ? [{ communeId, ...link.content, ...place }] : []))
  const notes = links.flatMap((link) =>
    link.kind === 'event' && link.note !== null
      ? [{ communeId, dossierId: link.content.dossierId, seq: link.content.seq, text: link.note }]
      : [],
  )
  if (events.length > 0) await tx.dossierEvent.createMany({ data: events })
  if (notes.length > 0) await tx.eventNote.createMany({ data: notes })
  if (lines.length > 0) await tx.auditLine.createMany({ data: lines })
  const last = places[places.length - 1]
  if (last) await tx.chainHead.update({ where: { communeId }, data: { seq: last.chainSeq, hash: last.hash } })
}

/** A commune's links from `after` on, in order, at most `limit`: what the check of the chain walks. */
export async function readLinks(tx: Tx, communeId: number, after: bigint, limit: number): Promise<PlacedLink[]> {
  const where = { communeId, chainSeq: { gt: after, lte: after + BigInt(limit) } }
  const [events, lines] = await Promise.all([
    tx.dossierEvent.findMany({ where, orderBy: { chainSeq: 'asc' }, take: limit }),
    tx.auditLine.findMany({ where, orderBy: { chainSeq: 'asc' }, take: limit }),
  ])
  const links: PlacedLink[] = [
    ...events.map(({ communeId: _commune, chainSeq, prevHash, hash, changes, ...rest }) => ({
      kind: 'event' as const,
      chainSeq,
      prevHash,
      hash,
      content: { ...rest, changes: plain(changes) },
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
