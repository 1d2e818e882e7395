import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import type { Prisma } from '@/prisma/generated/client'
import { lookUpOf } from './addresses'
import { issuePaper } from './issue-paper'
import type { LifeCycle } from './life-cycle'
import { receiptFacts } from './receipt-facts'
import { ONLINE_CHANNELS } from './rules'
import { takeNumber, yearOf, type LockedDossier } from './store'

/** What was filed, as it is judged at receipt and as the receipt tells it. */
const FILED = {
  procedureCode: true,
  commune: { select: { name: true, parentAgency: true, centreName: true, placeName: true, phone: true, host: true } },
  applicant: { select: { fullName: true, personalNumber: true, address: true, phone: true, email: true, principal: true } },
  answer: { select: { request: true, values: true } },
  components: { select: { position: true, applies: true } },
  documents: { where: { purpose: 'COMPONENT', supersededAt: null }, select: { position: true } },
  feeLines: { orderBy: { code: 'asc' }, select: { code: true, name: true, amount: true, quantity: true } },
  payments: { where: { status: 'PAID' }, select: { method: true } },
  procedureVersion: {
    select: {
      fees: true,
      components: {
        orderBy: { position: 'asc' },
        select: { position: true, name: true, requirement: true, originals: true, copies: true },
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
  ordinal: number
  feeLines: readonly { name: string; amount: number; quantity: number }[]
  /** Names of the papers that were not shown yet. */
  toPresent: readonly string[]
}

/**
 * Takes the paper's number and stores its facts. The PDF is made after the commit from these facts alone, so it says what was
 * true at this moment whenever it is printed. Answers the paper's id.
 */
export async function issueReceipt(writing: Writing, dossier: LockedDossier, receipt: Receipt): Promise<string> {
  const { db, actor, now } = writing
  const { communeId } = dossier
  const { dueAt, receivedAt } = receipt.set
  const clerk = asStaff(actor)
  if (!dueAt || !receivedAt) throw new Error('A receipt is issued once the clock has started')
  const source = receipt.filed
  if (!source.applicant) throw new Error('The applicant of an open dossier is never deleted')
  const filed = new Set(source.documents.map((document) => document.position))
  const year = yearOf(now)
  const number = await takeNumber(db, communeId, { kind: 'RECEIPT', period: String(year) })
  const { limitValue: value, limitUnit: unit, name } = dossier.procedureVersion
  const facts = receiptFacts({
    commune: source.commune,
    code: dossier.code,
    channel: dossier.channel,
    returnMethod: dossier.returnMethod,
    procedureCode: source.procedureCode,
    limit: { value, unit },
    applicant: source.applicant,
    request: source.answer?.request ?? name,
    filed: source.procedureVersion.components
      .filter((component) => filed.has(component.position))
      .map((component) => ({ ...component, electronic: ONLINE_CHANNELS.includes(dossier.channel) })),
    toPresent: receipt.toPresent,
    feeLines: receipt.feeLines,
    paidBy: source.payments[0]?.method ?? null,
    calendar: receipt.calendar,
    receivedAt,
    dueAt,
    number,
    ordinal: receipt.ordinal,
    year,
    receiver: clerk.fullName,
    lookup: lookUpOf(source.commune, dossier.code),
  })
  return issuePaper(writing, dossier, { kind: 'RECEIPT', number, year, facts })
}
