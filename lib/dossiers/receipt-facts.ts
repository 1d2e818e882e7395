import { z } from 'zod'
import { toIsoLocal } from '@/lib/platform/local-date'
import type { NumberFormat } from '@/lib/papers/rules'
import type { ReceiptFacts } from '@/lib/papers/schema'
import { deadline, type TimeLimit } from '@/lib/deadlines/rules'
import { countingPhrase } from '@/lib/deadlines/short-explanation'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import type { Channel, PaymentMethod, ReturnMethod } from '@/prisma/generated/enums'
import { issued } from './slip-facts'
import { volumeName } from './register/rules'
import { RETURN_WORDS } from './words'

/** The authorising side as a dossier's snapshot keeps it. */
export const Principal = z.object({
  fullName: z.string(),
  personalNumber: z.string(),
  address: z.string(),
  phone: z.string(),
  /** Null: has none. Left out: a dossier from before it was asked for. */
  email: z.string().nullable().optional(),
  document: z.string(),
})

/** All that a receipt is filled from: plain values, so that the seed fills the same paper as the counter. */
export type ReceiptSource = {
  /** The centre that receives. */
  commune: { name: string; parentAgency: string; centreName: string; placeName: string; phone: string }
  /** The agency of another commune that decides; left out: one of the same. */
  decidedBy?: string
  code: string
  channel: Channel
  returnMethod: ReturnMethod
  /** Where the result is posted to, for who has asked for that. */
  returnAddress: string | null
  procedureCode: string
  limit: TimeLimit
  applicant: { fullName: string; personalNumber: string; address: string; phone: string; email: string | null; principal: unknown }
  request: string
  /** The components of which something was filed. `electronic`: as a file alone, without a sheet of paper. */
  filed: readonly { name: string; originals: number; certified?: number; copies: number; electronic: boolean }[]
  /** Names of the papers that were shown at the counter and given back. */
  presented?: readonly string[]
  /** Names of the components that are only shown, and have not been yet. */
  toPresent: readonly string[]
  feeLines: readonly { name: string; amount: number; quantity: number }[]
  paidBy: PaymentMethod | null
  /** By which the due date was counted. */
  calendar: WorkCalendar
  receivedAt: Date
  dueAt: Date
  number: number
  /** Where it stands in the register. */
  book: ReceiptFacts['book']
  receiver: string
  lookup: { qr: string; page: string }
}

const PAYMENT = { ONLINE: 'paid_online', CASH: 'paid_cash', TRANSFER: 'paid_transfer' } as const

/** The facts of Giấy tiếp nhận hồ sơ và hẹn trả kết quả (TT 03/2025/TT-VPCP, Mẫu 01) at the moment of receipt. */
export function receiptFacts(source: ReceiptSource): ReceiptFacts {
  const { commune, applicant } = source
  const principal = applicant.principal === null ? null : Principal.parse(applicant.principal)
  const at = toIsoLocal(source.receivedAt)
  return {
    ...issued({ ...source, at: source.receivedAt }),
    authorising: principal && {
      name: principal.fullName,
      identifier: principal.personalNumber,
      address: principal.address,
      phone: principal.phone,
      email: principal.email,
      paper: principal.document,
    },
    components: source.filed.map(({ name, originals, certified = 0, copies, electronic }) => ({
      name,
      // A photograph or a scan is an electronic copy: no paper original has been handed in, nor a photocopy.
      originals: electronic ? 0 : originals,
      certified: electronic ? 0 : certified,
      photocopies: electronic ? 0 : copies,
      electronic,
    })),
    presented: [...(source.presented ?? [])],
    toPresent: [...source.toPresent],
    sets: 1,
    limit: source.limit,
    receivedAt: at,
    dueAt: toIsoLocal(source.dueAt),
    dueBecause: countingPhrase(deadline({ receivedAt: source.receivedAt, limit: source.limit, pauses: [], calendar: source.calendar })),
    fees: source.feeLines.map(({ name, amount, quantity }) => ({ name, amount, quantity })),
    payment: source.paidBy ? PAYMENT[source.paidBy] : 'due',
    resultAt: resultAt(source),
    returnMethod: source.returnMethod,
    ...(source.decidedBy === undefined ? {} : { decidedBy: source.decidedBy }),
    book: source.book,
    submitter: { name: applicant.fullName, confirmed: source.channel === 'ONLINE' ? 'Đã xác nhận bằng VNeID khi nộp trực tuyến' : null },
    receiver: { name: source.receiver, signature: { kind: 'recorded', agency: commune.centreName, at } },
    lookup: { ...source.lookup, phone: commune.phone },
  }
}

/**
 * A place in a register as the receipt tells it. `mark`: the field's, which holds until the office names its volumes otherwise; null: none. `of`: the
 * commune whose book it is, where that is not the one whose letterhead the receipt bears.
 */
export function bookOnReceipt(
  { year, ordinal, format = null }: { year: number; ordinal: number; format?: NumberFormat | null },
  mark: string | null,
  of: string | null = null,
): ReceiptFacts['book'] {
  const whose = of === null ? {} : { of }
  if (format === null) return { volume: volumeName({ year, mark }), ordinal, ...whose }
  return { volume: volumeName({ year, mark: format.sign || null }), ordinal, digits: format.digits, ...whose }
}

/** Field 15: where the result goes, with the address that the post is to find. */
const resultAt = ({ returnMethod, returnAddress, decidedBy, commune }: ReceiptSource): string => {
  if (returnMethod === 'POST' && returnAddress) return `Qua bưu chính, đến ${returnAddress}`
  // Whoever filed elsewhere asks which counter is meant.
  return returnMethod === 'COUNTER' && decidedBy !== undefined ? `${RETURN_WORDS.COUNTER} ${commune.name}` : RETURN_WORDS[returnMethod]
}
