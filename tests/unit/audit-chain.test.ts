import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChainFault, firstFault, GENESIS, linkHash, type Link, type PlacedLink } from '@/lib/audit/rules'
import { placesAfter } from '@/tests/support/chain'

const COMMUNE = 1
const START = { seq: 0n, hash: GENESIS }

// ── Chains as the office writes them ────────────────────────────────────────────────────────────────────────────────

const plain = fc.oneof(fc.string({ maxLength: 12 }), fc.integer(), fc.boolean(), fc.constant(null))
const facts = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), plain, { maxKeys: 4 })
const instant = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2028-12-31T00:00:00Z'), noInvalidDate: true })
const who = { actorKind: fc.constantFrom('staff', 'citizen', 'system'), actorId: fc.option(fc.uuid(), { nil: null }) }

const auditLink: fc.Arbitrary<Link> = fc.record({
  kind: fc.constant('audit' as const),
  content: fc.record({
    at: instant,
    ...who,
    action: fc.constantFrom('dossier.step', 'dossier.read', 'document.open'),
    subjectKind: fc.constantFrom('dossier', null),
    subjectId: fc.option(fc.uuid(), { nil: null }),
    outcome: fc.constantFrom('done', 'read'),
    detail: facts,
  }),
})

const eventLink: fc.Arbitrary<Link> = fc.record({
  kind: fc.constant('event' as const),
  note: fc.option(fc.string(), { nil: null }),
  content: fc.record({
    dossierId: fc.uuid(),
    seq: fc.integer({ min: 1, max: 40 }),
    at: instant,
    step: fc.constantFrom('submit', 'receive', 'forward', 'take'),
    ...who,
    changes: facts,
    contentHash: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: null }),
  }),
})

const links = (minLength: number) => fc.array(fc.oneof(auditLink, eventLink), { minLength, maxLength: 25 })

type Chain = { rows: PlacedLink[]; head: { seq: bigint; hash: string } }

function written(content: readonly Link[], communeId = COMMUNE): Chain {
  const places = placesAfter(communeId, START, content)
  const rows = content.flatMap((link, index): PlacedLink[] => {
    const place = places[index]
    return place ? [{ ...place, kind: link.kind, content: link.content }] : []
  })
  const last = rows.at(-1)
  return { rows, head: last ? { seq: last.chainSeq, hash: last.hash } : START }
}

/** A chain and the index of one of its rows. */
const chainWithRow = (minLength = 1) =>
  links(minLength).chain((content) => fc.record({ chain: fc.constant(written(content)), at: fc.nat({ max: content.length - 1 }) }))

const check = ({ rows, head }: Chain): ChainFault | null => firstFault(COMMUNE, rows, { head })
const rowAt = (rows: readonly PlacedLink[], at: number): PlacedLink => {
  const row = rows[at]
  if (!row) throw new Error(`the chain has no row ${at}`)
  return row
}
const seqOf = (rows: readonly PlacedLink[], at: number) => rowAt(rows, at).chainSeq
const replaced = (rows: readonly PlacedLink[], at: number, row: PlacedLink) => rows.map((old, index) => (index === at ? row : old))

/** The row with another content, its hash as it was. */
const edited = (row: PlacedLink): PlacedLink =>
  row.kind === 'audit'
    ? { ...row, content: { ...row.content, at: new Date(row.content.at.getTime() + 1) } }
    : { ...row, content: { ...row.content, at: new Date(row.content.at.getTime() - 1) } }

/** The same with the hash made to fit, as somebody would who knows how the hash is made. */
function editedWell(row: PlacedLink): PlacedLink {
  const next = edited(row)
  return { ...next, hash: linkHash(COMMUNE, { chainSeq: next.chainSeq, prevHash: next.prevHash }, next) }
}

// ── What the check says ─────────────────────────────────────────────────────────────────────────────────────────────

describe('an untouched chain', () => {
  test('has no fault, whatever was written', () => {
    fc.assert(
      fc.property(links(0), (content) => {
        expect(check(written(content))).toBeNull()
      }),
    )
  })

  test('is the same whether its links came one by one or many at once', () => {
    fc.assert(
      fc.property(links(1), fc.nat(), (content, cut) => {
        const part = cut % (content.length + 1)
        const first = placesAfter(COMMUNE, START, content.slice(0, part))
        const last = first.at(-1)
        const head = last ? { seq: last.chainSeq, hash: last.hash } : START
        expect([...first, ...placesAfter(COMMUNE, head, content.slice(part))]).toEqual(placesAfter(COMMUNE, START, content))
      }),
    )
  })

  test('can be checked in parts, each from where the last ended', () => {
    fc.assert(
      fc.property(chainWithRow(), ({ chain, at }) => {
        const { chainSeq: seq, hash } = rowAt(chain.rows, at)
        expect(firstFault(COMMUNE, chain.rows.slice(0, at + 1), { head: { seq, hash } })).toBeNull()
        expect(firstFault(COMMUNE, chain.rows.slice(at + 1), { head: chain.head, from: { seq, hash } })).toBeNull()
      }),
    )
  })

  test('does not mind that the database gives its facts back in another order', () => {
    fc.assert(
      fc.property(links(1), (content) => {
        const chain = written(content)
        const rows = chain.rows.map((row) =>
          row.kind === 'event' && 'changes' in row.content
            ? { ...row, content: { ...row.content, changes: Object.fromEntries(Object.entries(row.content.changes).reverse()) } }
            : row,
        )
        expect(check({ ...chain, rows })).toBeNull()
      }),
    )
  })
})

describe('a chain that somebody touched', () => {
  test('an edited line is named', () => {
    fc.assert(
      fc.property(chainWithRow(), ({ chain, at }) => {
        const rows = replaced(chain.rows, at, edited(rowAt(chain.rows, at)))
        expect(check({ ...chain, rows })).toEqual({ chainSeq: seqOf(chain.rows, at), fault: 'altered' })
      }),
    )
  })

  test('an edited line whose hash was made to fit breaks the next one, and the last one breaks with the head', () => {
    fc.assert(
      fc.property(chainWithRow(), ({ chain, at }) => {
        const rows = replaced(chain.rows, at, editedWell(rowAt(chain.rows, at)))
        const isLast = at === chain.rows.length - 1
        expect(check({ ...chain, rows })).toEqual(
          isLast ? { chainSeq: chain.head.seq, fault: 'altered' } : { chainSeq: seqOf(chain.rows, at) + 1n, fault: 'unlinked' },
        )
      }),
    )
  })

  test('every single field of a line is covered', () => {
    fc.assert(
      fc.property(chainWithRow(), fc.nat(), ({ chain, at }, pick) => {
        const row = rowAt(chain.rows, at)
        const names = Object.keys(row.content)
        const name = names[pick % names.length] ?? 'at'
        const forged = { ...row, content: { ...row.content, [name]: 'somebody else wrote this' } }
        expect(check({ ...chain, rows: replaced(chain.rows, at, forged) })).toEqual({ chainSeq: row.chainSeq, fault: 'altered' })
      }),
    )
  })

  test('a deleted line is named, the last one as a cut tail', () => {
    fc.assert(
      fc.property(chainWithRow(), ({ chain, at }) => {
        const rows = chain.rows.toSpliced(at, 1)
        const isLast = at === chain.rows.length - 1
        expect(check({ ...chain, rows })).toEqual({ chainSeq: seqOf(chain.rows, at), fault: isLast ? 'cut_tail' : 'missing' })
      }),
    )
  })

  test('a deleted line whose followers were moved up is named at its place', () => {
    fc.assert(
      fc.property(chainWithRow(2), ({ chain, at }) => {
        fc.pre(at < chain.rows.length - 1)
        const rows = chain.rows.toSpliced(at, 1).map((row, index) => (index < at ? row : { ...row, chainSeq: row.chainSeq - 1n }))
        expect(check({ ...chain, rows })).toEqual({ chainSeq: seqOf(chain.rows, at), fault: 'unlinked' })
      }),
    )
  })

  test('two lines that changed places are named at the first of them', () => {
    fc.assert(
      fc.property(chainWithRow(2), fc.nat(), ({ chain, at }, other) => {
        const to = other % chain.rows.length
        fc.pre(to !== at)
        const [low, high] = [Math.min(at, to), Math.max(at, to)]
        const [a, b] = [rowAt(chain.rows, low), rowAt(chain.rows, high)]
        const place = ({ chainSeq, prevHash, hash }: PlacedLink) => ({ chainSeq, prevHash, hash })
        // Contents that are the same may change places without anybody losing anything.
        fc.pre(linkHash(COMMUNE, { chainSeq: 1n, prevHash: GENESIS }, a) !== linkHash(COMMUNE, { chainSeq: 1n, prevHash: GENESIS }, b))
        const contentsSwapped = replaced(replaced(chain.rows, low, { ...b, ...place(a) }), high, { ...a, ...place(b) })
        expect(check({ ...chain, rows: contentsSwapped })).toEqual({ chainSeq: a.chainSeq, fault: 'altered' })
        const seqsSwapped = replaced(replaced(chain.rows, low, { ...b, chainSeq: a.chainSeq }), high, { ...a, chainSeq: b.chainSeq })
        expect(check({ ...chain, rows: seqsSwapped })).toEqual({ chainSeq: a.chainSeq, fault: 'unlinked' })
      }),
    )
  })

  test('a tail that was cut off is named at its first line, however long it was', () => {
    fc.assert(
      fc.property(chainWithRow(), ({ chain, at }) => {
        expect(check({ ...chain, rows: chain.rows.slice(0, at) })).toEqual({ chainSeq: seqOf(chain.rows, at), fault: 'cut_tail' })
      }),
    )
  })

  test('a line written behind the head or into a taken place is named', () => {
    fc.assert(
      fc.property(chainWithRow(), fc.oneof(auditLink, eventLink), ({ chain, at }, more) => {
        const [place] = placesAfter(COMMUNE, chain.head, [more])
        if (!place) throw new Error('no place')
        const behind = [...chain.rows, { ...place, kind: more.kind, content: more.content }]
        expect(check({ ...chain, rows: behind })).toEqual({ chainSeq: chain.head.seq + 1n, fault: 'added' })
        const twice = chain.rows.toSpliced(at, 0, rowAt(chain.rows, at))
        expect(check({ ...chain, rows: twice })).toEqual({ chainSeq: seqOf(chain.rows, at), fault: 'added' })
      }),
    )
  })

  test('a chain rewritten from some line on, with every hash made to fit, no longer meets the head', () => {
    fc.assert(
      fc.property(links(1), fc.nat(), (content, from) => {
        const chain = written(content)
        const at = from % content.length
        const forged = written(content.map((link, index) => (index === at ? linkOf(edited(rowAt(chain.rows, index))) : link)))
        expect(check({ rows: forged.rows, head: chain.head })).toEqual({ chainSeq: chain.head.seq, fault: 'altered' })
      }),
    )
  })

  test('a chain is good for its own commune only', () => {
    fc.assert(
      fc.property(links(1), (content) => {
        const neighbours = written(content, 2)
        expect(firstFault(COMMUNE, neighbours.rows, { head: neighbours.head })).toEqual({ chainSeq: 1n, fault: 'altered' })
      }),
    )
  })
})

/** The content of a row as a link's. */
function linkOf(row: PlacedLink): Link {
  return row.kind === 'audit' && 'action' in row.content
    ? { kind: 'audit', content: row.content }
    : { kind: 'event', note: null, content: 'changes' in row.content ? row.content : impossible() }
}

function impossible(): never {
  throw new Error('an event has changes')
}
