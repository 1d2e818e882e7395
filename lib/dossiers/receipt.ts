import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import type { Prisma } from '@/prisma/generated/client'
import type { ComponentCheck } from '@/prisma/generated/enums'
import { lookUpOf } from './addresses'
import { type RegisterNumber, takePaperNumber } from './books/store'
import type { Judged } from './checks'
import { issuePaper } from './issue-paper'
import { CENTRE, receivedElsewhere } from './letterhead'
import type { LifeCycle } from './life-cycle'
import { bookOnReceipt, receiptFacts } from './receipt-facts'
import type { Held } from './sheets'
import type { LockedDossier } from './store'

/** What was filed, as it is judged at receipt and as the receipt tells it. */
const FILED = {
  procedureCode: true,
  field: { select: { mark: true } },
  commune: { select: { ...CENTRE, host: true } },
  receivingCommune: { select: CENTRE },
  applicant: {
    select: { fullName: true, personalNumber: true, address: true, phone: true, email: true, returnAddress: true, principal: true },
  },
  answer: { select: { request: true, values: true } },
  components: { select: { position: true, applies: true, originals: true, certified: true, copies: true, shown: true } },
  documents: { where: { purpose: 'COMPONENT', supersededAt: null }, select: { position: true } },
  feeLines: { orderBy: { code: 'asc' }, select: { code: true, name: true, amount: true, quantity: true } },
  payments: { where: { status: 'PAID' }, select: { method: true } },
  procedureVersion: {
    select: {
      fees: true,
      components: {
        orderBy: { position: 'asc' },
        select: { position: true, name: true, requirement: true },
      },
    },
  },
} satisfies Prisma.DossierSelect

export type Filed = Prisma.DossierGetPayload<{ select: typeof FILED }>

/** Everything filed with a locked dossier. */
export const loadFiled = (db: Tx, { communeId, id }: Pick<LockedDossier, 'communeId' | 'id'>): Promise<Filed> =>
  db.dossier.findUniqueOrThrow({ where: { communeId_id: { communeId, id } }, select: FILED })

/** What the receipt says beyond the dossier itself. */
type Receipt = {
  filed: Filed
  set: Partial<LifeCycle>
  calendar: WorkCalendar
  /** Its place in the register. */
  entry: RegisterNumber
  feeLines: readonly { name: string; amount: number; quantity: number }[]
  /** Every component as it was found. */
  judged: readonly Judged[]
}

/**
 * Takes the paper's number and stores its facts. The PDF is made after the commit from these facts alone, so it says what was
 * true at this moment whenever it is printed. Answers the paper's id.
 */
export async function issueReceipt(writing: Writing, dossier: LockedDossier, receipt: Receipt): Promise<string> {
  const { actor } = writing
  const { communeId } = dossier
  const { dueAt, receivedAt } = receipt.set
  const clerk = asStaff(actor)
  if (!dueAt || !receivedAt) throw new Error('A receipt is issued once the clock has started')
  const source = receipt.filed
  if (!source.applicant) throw new Error('The applicant of an open dossier is never deleted')
  const filed = new Set(source.documents.map((document) => document.position))
  const taken = await takePaperNumber(writing, { communeId: actor.communeId, kind: 'RECEIPT' })
  const { limitValue: value, limitUnit: unit, name } = dossier.procedureVersion
  const facts = receiptFacts({
    commune: source.commune,
    ...(source.receivingCommune && actor.communeId !== communeId
      ? receivedElsewhere(source.receivingCommune, { name: source.commune.name, department: dossier.department })
      : {}),
    code: dossier.code,
    channel: dossier.channel,
    returnMethod: dossier.returnMethod,
    returnAddress: source.applicant.returnAddress,
    procedureCode: source.procedureCode,
    limit: { value, unit },
    applicant: source.applicant,
    request: source.answer?.request ?? name,
    ...papersOnReceipt(receipt.judged, filed),
    feeLines: receipt.feeLines,
    paidBy: source.payments[0]?.method ?? null,
    calendar: receipt.calendar,
    receivedAt,
    dueAt,
    number: taken.number,
    book: bookOnReceipt(receipt.entry, source.field.mark, actor.communeId === communeId ? null : source.commune.name),
    receiver: clerk.fullName,
    lookup: lookUpOf(source.commune, dossier.code),
  })
  return issuePaper(writing, dossier, { ...taken, facts })
}

/**
 * The papers as every receipt lists them: what was filed, as sheets or as a file alone, what was shown and given back, and what is still to be
 * shown. A picture of a paper that went back into its owner's hand is an electronic copy and nothing else.
 */
export const papersOnReceipt = (
  papers: readonly (Held & { position: number; name: string; check: ComponentCheck })[],
  files: ReadonlySet<number | null>,
) => ({
  filed: papers
    .map((paper) => ({ ...paper, sheets: paper.originals + paper.certified + paper.copies }))
    .filter(({ sheets, position }) => sheets > 0 || files.has(position))
    .map((paper) => ({ ...paper, electronic: paper.sheets === 0 })),
  presented: papers.filter(({ shown }) => shown).map(({ name }) => name),
  toPresent: papers.filter(({ check }) => check === 'NOT_PRESENTED').map(({ name }) => name),
})
