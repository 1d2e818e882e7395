import { canonicalJson, sha256 } from '@/lib/platform/digest'

// One chain per commune over audit lines and dossier events, in the order they were written: each link's hash covers its own
// content and the hash before it, so that an edit, a deletion or a changed order shows at the first bad link.

/** What a chained row says of itself, without personal data: codes, ids, instants and hashes. */
export type Link = { kind: 'audit'; content: AuditContent } | { kind: 'event'; content: EventContent; note: string | null }

type AuditContent = {
  at: Date
  actorKind: string
  actorId: string | null
  action: string
  subjectKind: string | null
  subjectId: string | null
  outcome: string
  detail: AuditDetail
}

export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>

export type EventContent = {
  dossierId: string
  seq: number
  at: Date
  step: string
  actorKind: string
  actorId: string | null
  /** Whose officer acted; left out: one of this commune, or nobody of an office. */
  actorCommuneId?: number
  changes: Readonly<Record<string, string | number | boolean | null>>
  contentHash: string | null
}

/** The place of a link in its commune's chain. */
export type Place = { chainSeq: bigint; prevHash: string; hash: string }

/** The last link of a chain, or of a part of it. */
export type Head = { seq: bigint; hash: string }

/** The hash before the first link. */
export const GENESIS = '0'.repeat(64)

/** Hash of one link. `communeId` and `chainSeq` are covered, so a link cannot be moved to another chain or place. */
export const linkHash = (
  communeId: number,
  { chainSeq, prevHash }: Omit<Place, 'hash'>,
  { kind, content }: Pick<Link, 'kind' | 'content'>,
): string => sha256(`${communeId}\n${chainSeq}\n${prevHash}\n${kind}\n${canonicalJson(content)}`)

export type PlacedLink = Place & Pick<Link, 'kind' | 'content'>
export type ChainFault = { chainSeq: bigint; fault: 'missing' | 'added' | 'unlinked' | 'altered' | 'cut_tail' }

/**
 * The first fault of a chain read in order of `chainSeq`, or null. `head` is the kept head: a chain that ends before it has
 * lost its tail, one that goes on behind it was added to. `from` continues an earlier check.
 */
export function firstFault(
  communeId: number,
  links: Iterable<PlacedLink>,
  { head, from = { seq: 0n, hash: GENESIS } }: { head: Head; from?: Head },
): ChainFault | null {
  let { seq, hash } = from
  for (const link of links) {
    // Events and audit lines lie in two tables, so two links can claim one place although each table has it only once.
    if (link.chainSeq <= seq || link.chainSeq > head.seq) return { chainSeq: link.chainSeq, fault: 'added' }
    if (link.chainSeq !== seq + 1n) return { chainSeq: seq + 1n, fault: 'missing' }
    if (link.prevHash !== hash) return { chainSeq: link.chainSeq, fault: 'unlinked' }
    if (linkHash(communeId, { chainSeq: link.chainSeq, prevHash: link.prevHash }, link) !== link.hash)
      return { chainSeq: link.chainSeq, fault: 'altered' }
    seq = link.chainSeq
    hash = link.hash
  }
  if (seq < head.seq) return { chainSeq: seq + 1n, fault: 'cut_tail' }
  // The last link was rewritten together with its own hash: only the head still knows the old one.
  return hash === head.hash ? null : { chainSeq: seq, fault: 'altered' }
}
