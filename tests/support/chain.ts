// A chain as the rules make it, without a database.
import { linkHash, type Link, type Place } from '@/lib/audit/rules'

/** Places of new links after the head `(seq, hash)`, in order. */
export function placesAfter(communeId: number, head: { seq: bigint; hash: string }, links: readonly Link[]): Place[] {
  let { seq, hash } = head
  return links.map((link) => {
    const prevHash = hash
    seq += 1n
    hash = linkHash(communeId, { chainSeq: seq, prevHash }, link)
    return { chainSeq: seq, prevHash, hash }
  })
}
