import type { Writing } from '@/lib/access/gate'
import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'
import { takePaperNumber } from './books/store'
import { issuePaper } from './issue-paper'
import { refusalFacts, supplementFacts } from './slip-facts'
import { slipSource } from './slip-source'
import type { LockedDossier } from './store'

/** Position and name of what a dossier declares, beside its components: it can be asked about too, and is answered in words. */
export const DECLARED = { position: 0, name: 'Nội dung đã khai trong hồ sơ' } as const

/** One thing that is asked for, with the whole sentence that says why. */
export type Asked = { position: number; name: string; reasonCode: string | null; reason: string }

/** Issues Phiếu yêu cầu bổ sung (Mẫu 02). Answers its id. */
export async function issueSupplement(writing: Writing, dossier: LockedDossier, asked: readonly Asked[]): Promise<string> {
  const taken = await takePaperNumber(writing, { communeId: writing.actor.communeId, kind: 'SUPPLEMENT' })
  const { papers: _papers, ...source } = await slipSource(writing, dossier, taken.number)
  const facts = supplementFacts(
    source,
    asked.map(({ name, reason }) => ({ name, reason })),
  )
  return issuePaper(writing, dossier, { ...taken, facts })
}

/** Issues Phiếu từ chối tiếp nhận (Mẫu 03). Answers its id. */
export async function issueRefusal(writing: Writing, dossier: LockedDossier, reason: string): Promise<string> {
  const taken = await takePaperNumber(writing, { communeId: writing.actor.communeId, kind: 'REFUSAL' })
  const { papers, ...source } = await slipSource(writing, dossier, taken.number)
  const facts = refusalFacts(source, { reason, submittedAt: dossier.submittedAt, papers })
  return issuePaper(writing, dossier, { ...taken, facts })
}

const REQUEST = {
  number: true,
  askedAt: true,
  paperId: true,
  items: { orderBy: { position: 'asc' }, select: { position: true, reason: true, answer: true } },
} satisfies Prisma.SupplementRequestSelect

export type OpenRequest = Prisma.SupplementRequestGetPayload<{ select: typeof REQUEST }>

/** The request that waits for its answer; null when there is none. */
export const openRequest = (db: Tx, { communeId, id: dossierId }: { communeId: number; id: string }): Promise<OpenRequest | null> =>
  db.supplementRequest.findFirst({ where: { communeId, dossierId, answeredAt: null }, orderBy: { number: 'desc' }, select: REQUEST })

/** Positions that have neither a new file nor a word yet. */
export const unanswered = (
  { items }: Pick<OpenRequest, 'items'>,
  staged: readonly { position: number | null }[],
): OpenRequest['items'][number][] =>
  items.filter(({ position, answer }) => (answer ?? '').trim() === '' && !staged.some((file) => file.position === position))

/** Names of the boxes of an answer: the file input and the words of one asked component. */
export const answerFileBox = (position: number): string => `bo-sung-${position}`
export const answerBox = (position: number): string => `tra-loi-${position}`
