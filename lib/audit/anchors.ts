import { constants } from 'node:fs'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sameText, signRecord } from '@/lib/platform/crypto'
import { canonicalJson } from '@/lib/platform/digest'
import { env } from '@/lib/platform/env'
import { DayText } from '@/lib/platform/day-text'
import type { LocalDate } from '@/lib/platform/local-date'
import type { Tx } from '@/lib/platform/db'

// The head of each commune's chain, noted day by day outside of the database. Whoever can write to the database can cut a chain's tail and set the
// head back, or write the whole chain anew: inside of it nothing tells. They cannot do that to a file that the database does not reach, nor
// sign a line of it.

const Anchor = z.object({
  day: DayText('not a day'),
  seq: z.string().regex(/^\d{1,18}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Signature of the anchor before, so that none in between can be taken out; empty in the first. */
  previous: z.string(),
  signature: z.string(),
})
export type Anchor = z.infer<typeof Anchor>

/** `torn`: lines that a crash cut off. They prove nothing and hide nothing, since every whole line names the one before. */
export type AnchorFile = { anchors: Anchor[]; torn: number }

const folder = (): string => join(env().DATA_DIR, 'anchors')
const fileOf = (communeId: number): string => join(folder(), `${communeId}.jsonl`)

const signatureOf = (communeId: number, { signature: _own, ...signed }: Omit<Anchor, 'signature'> & { signature?: string }): string =>
  signRecord('audit anchor', canonicalJson({ communeId, ...signed }))

/** Whether this installation signed the anchor, for this commune. */
export const isSigned = (communeId: number, anchor: Anchor): boolean => sameText(anchor.signature, signatureOf(communeId, anchor))

/** The commune's anchors in the order they were written; null where the file does not exist. */
export async function readAnchors(communeId: number): Promise<AnchorFile | null> {
  const text = await readFile(fileOf(communeId), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const lines = text.split('\n').filter((line) => line !== '')
  const anchors = lines.map(parsed).filter((anchor) => anchor !== null)
  return { anchors, torn: lines.length - anchors.length }
}

function parsed(line: string): Anchor | null {
  try {
    return Anchor.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/**
 * Notes the commune's head as the anchor of `day`. Answers whether one was written: a commune without a chain has nothing to note, and with
 * `unlessNoted` a day that has its anchor needs no other. Two at once would fork the file: the caller lets only one run.
 */
export async function writeAnchor(
  db: Tx,
  communeId: number,
  { day, unlessNoted }: { day: LocalDate; unlessNoted: boolean },
): Promise<boolean> {
  const last = (await readAnchors(communeId))?.anchors.at(-1)
  if (unlessNoted && last?.day === day) return false
  const head = await db.chainHead.findUnique({ where: { communeId }, select: { seq: true, hash: true } })
  if (!head || head.seq === 0n) return false
  const anchor = { day, seq: String(head.seq), hash: head.hash, previous: last?.signature ?? '' }
  if (last?.day === day && last.seq === anchor.seq && last.hash === anchor.hash) return false
  await append(communeId, { ...anchor, signature: signatureOf(communeId, anchor) })
  return true
}

/** The line is on the disk when this returns. It begins on a line of its own also behind one that was torn off. */
async function append(communeId: number, anchor: Anchor): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const handle = await open(fileOf(communeId), constants.O_CREAT | constants.O_APPEND | constants.O_RDWR, 0o600)
  try {
    const { size } = await handle.stat()
    const end = size === 0 ? '\n' : (await handle.read({ buffer: Buffer.alloc(1), position: size - 1 })).buffer.toString()
    await handle.appendFile(`${end === '\n' ? '' : '\n'}${JSON.stringify(anchor)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
