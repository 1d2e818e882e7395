import type { Tx } from '@/lib/platform/db'
import type { LocalDate } from '@/lib/platform/local-date'
import { isSigned, readAnchors, type Anchor } from './anchors'
import { firstFault, GENESIS, type ChainFault, type Head } from './rules'
import { readLinks } from './store'

/** Links held in memory at once. */
const PAGE = 1_000

/** The row in a faulty place, in codes; null where the fault is that there is none. */
export type FaultyRow = { kind: 'event'; dossierCode: string; seq: number; step: string } | { kind: 'audit'; action: string; at: Date }

/**
 * `forged`: not signed by this installation. `gap`: the anchor before it is gone. `cut`: the chain ends before the place that was noted.
 * `rewritten`: another link stands there.
 */
export type AnchorFault = { day: LocalDate; seq: bigint; fault: 'forged' | 'gap' | 'cut' | 'rewritten' }

export type ChainReport = {
  communeId: number
  links: bigint
  fault: (ChainFault & { row: FaultyRow | null }) | null
  /** Null: there is no file of anchors, so a tail that was cut together with its head would not be found. */
  anchors: { checked: number; newestDay: LocalDate | null; torn: number; faults: AnchorFault[] } | null
}

/** Whether nothing was found to be wrong. Missing anchors are said, but prove no wrong. */
export const isWhole = ({ fault, anchors }: ChainReport): boolean => fault === null && (anchors?.faults.length ?? 0) === 0

/**
 * Walks a commune's chain from its first link to its head, and holds it against the anchors. Others may go on writing meanwhile: what comes after
 * the head that was read first is theirs.
 */
export async function verifyChain(db: Tx, communeId: number): Promise<ChainReport> {
  const file = await readAnchors(communeId)
  // Before the head: a link seen now that lies behind the head read next was not written by us.
  const last = await nextLink(db, communeId, { which: 'last', after: 0n })
  const head = (await db.chainHead.findUnique({ where: { communeId }, select: { seq: true, hash: true } })) ?? { seq: 0n, hash: GENESIS }
  const hashes = new Map<string, string | null>(file?.anchors.map(({ seq }) => [seq, null]))
  const fault = (await walk(db, communeId, { head, hashes })) ?? (await behind(db, communeId, { head, last }))
  const faults = (file?.anchors ?? []).flatMap((anchor, index) => {
    const wrong = faultOf(communeId, anchor, { before: file?.anchors[index - 1], head, found: hashes.get(anchor.seq) ?? null, fault })
    return wrong === null ? [] : [{ day: anchor.day, seq: BigInt(anchor.seq), fault: wrong }]
  })
  return {
    communeId,
    links: head.seq,
    fault: fault && { ...fault, row: await rowAt(db, communeId, fault.chainSeq) },
    anchors: file && { checked: file.anchors.length, newestDay: file.anchors.at(-1)?.day ?? null, torn: file.torn, faults },
  }
}

/** The first fault up to the head. Fills in the hashes of the places that `hashes` asks for. */
async function walk(
  db: Tx,
  communeId: number,
  { head, hashes }: { head: Head; hashes: Map<string, string | null> },
): Promise<ChainFault | null> {
  let at: Head = { seq: 0n, hash: GENESIS }
  while (at.seq < head.seq) {
    const links = (await readLinks(db, communeId, { after: at.seq, limit: PAGE })).filter(({ chainSeq }) => chainSeq <= head.seq)
    const end = links.at(-1)
    if (!end) {
      const next = await nextLink(db, communeId, { which: 'first', after: at.seq })
      return { chainSeq: at.seq + 1n, fault: next !== null && next <= head.seq ? 'missing' : 'cut_tail' }
    }
    for (const { chainSeq, hash } of links) if (hashes.has(String(chainSeq))) hashes.set(String(chainSeq), hash)
    const isLast = end.chainSeq === head.seq
    const fault = firstFault(communeId, links, { head: isLast ? head : { seq: end.chainSeq, hash: end.hash }, from: at })
    if (fault) return fault
    at = { seq: end.chainSeq, hash: end.hash }
  }
  return null
}

/** A link behind the head: written around the door that moves it. */
async function behind(db: Tx, communeId: number, { head, last }: { head: Head; last: bigint | null }): Promise<ChainFault | null> {
  if (last === null || last <= head.seq) return null
  return { chainSeq: (await nextLink(db, communeId, { which: 'first', after: head.seq })) ?? last, fault: 'added' }
}

type Held = { before: Anchor | undefined; head: Head; found: string | null; fault: ChainFault | null }

function faultOf(communeId: number, anchor: Anchor, { before, head, found, fault }: Held): AnchorFault['fault'] | null {
  if (!isSigned(communeId, anchor)) return 'forged'
  if (anchor.previous !== (before?.signature ?? '')) return 'gap'
  const seq = BigInt(anchor.seq)
  if (seq > head.seq) return 'cut'
  // Beyond the first fault nothing was read; the fault itself says enough.
  if (found === null) return fault && fault.chainSeq <= seq ? null : 'cut'
  return found === anchor.hash ? null : 'rewritten'
}

/** The place of the first link after `after`, or of the last of all; null where there is none. */
async function nextLink(db: Tx, communeId: number, { which, after }: { which: 'first' | 'last'; after: bigint }): Promise<bigint | null> {
  const asked = {
    where: { communeId, chainSeq: { gt: after } },
    orderBy: { chainSeq: which === 'first' ? 'asc' : 'desc' },
    select: { chainSeq: true },
  } as const
  const places = [await db.dossierEvent.findFirst(asked), await db.auditLine.findFirst(asked)].flatMap((row) => row?.chainSeq ?? [])
  return places.toSorted((a, b) => (a < b === (which === 'first') ? -1 : 1))[0] ?? null
}

async function rowAt(db: Tx, communeId: number, chainSeq: bigint): Promise<FaultyRow | null> {
  const event = await db.dossierEvent.findUnique({
    where: { communeId_chainSeq: { communeId, chainSeq } },
    select: { seq: true, step: true, dossier: { select: { code: true } } },
  })
  if (event) return { kind: 'event', dossierCode: event.dossier.code, seq: event.seq, step: event.step }
  const line = await db.auditLine.findUnique({ where: { communeId_chainSeq: { communeId, chainSeq } }, select: { action: true, at: true } })
  return line && { kind: 'audit', action: line.action, at: line.at }
}
