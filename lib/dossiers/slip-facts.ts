import { toIsoLocal } from '@/lib/platform/local-date'
import { letterheadOf } from '@/lib/papers/rules'
import type { ApologyFacts, Issued, RefusalFacts, StopFacts, SupplementFacts } from '@/lib/papers/schema'
import type { Channel } from '@/prisma/generated/enums'

/** What both slips are filled from: plain values, so that the seed fills the same papers as the counter. */
export type SlipSource = {
  commune: { name: string; parentAgency: string; centreName: string; placeName: string; phone: string }
  code: string
  channel: Channel
  procedureCode: string
  applicant: { fullName: string; personalNumber: string; address: string; phone: string; email: string | null }
  request: string
  number: number
  at: Date
  /** Who signs for the office. */
  officer: string
  lookup: { qr: string; page: string }
}

/** In running words; the letterhead has it in capitals. */
export const committeeOf = ({ name }: { name: string }): string => `Ủy ban nhân dân ${name}`

/** What every paper begins with. */
export const issued = ({ commune, applicant, ...source }: Omit<SlipSource, 'channel' | 'officer' | 'lookup'>): Issued => ({
  letterhead: letterheadOf(commune),
  number: source.number,
  issuedAt: toIsoLocal(source.at),
  dossierCode: source.code,
  centre: commune.name,
  applicant: {
    kind: 'person',
    name: applicant.fullName,
    identifier: applicant.personalNumber,
    address: applicant.address,
    phone: applicant.phone,
    email: applicant.email,
  },
  request: source.request,
  procedureCode: source.procedureCode,
})

const signed = ({ commune, officer, at }: SlipSource, agency = commune.centreName) => ({
  name: officer,
  signature: { kind: 'recorded' as const, agency, at: toIsoLocal(at) },
})

/** The facts of Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (Mẫu 02). */
export const supplementFacts = (source: SlipSource, items: SupplementFacts['items']): SupplementFacts => ({
  ...issued(source),
  items,
  contact: { name: source.officer, phone: source.commune.phone },
  guide: signed(source),
  lookup: { ...source.lookup, phone: source.commune.phone },
})

/** The facts of Phiếu từ chối tiếp nhận giải quyết hồ sơ (Mẫu 03). `papers`: how many files were sent, asked of what did not come to the counter. */
export const refusalFacts = (source: SlipSource, more: { reason: string; submittedAt: Date; papers: number }): RefusalFacts => ({
  ...issued(source),
  submittedAt: toIsoLocal(more.submittedAt),
  papers: source.channel === 'COUNTER' ? null : more.papers,
  reason: more.reason,
  submitter: {
    name: source.applicant.fullName,
    confirmed: source.channel === 'ONLINE' ? 'Đã xác nhận bằng VNeID khi nộp trực tuyến' : null,
  },
  receiver: signed(source),
  lookup: { ...source.lookup, phone: source.commune.phone },
})

/** The facts of Thông báo dừng giải quyết hồ sơ (Mẫu 05). `returned`: papers that the counter has kept; `signedFor`: the signer's agency. */
export const stopFacts = (
  source: SlipSource,
  more: {
    procedureName: string
    receivedAt: Date
    askedAt: Date | null
    reason: string
    returned: readonly string[]
    refund: number
    signedFor: string
  },
): StopFacts => ({
  ...issued(source),
  procedureName: more.procedureName,
  receivedAt: toIsoLocal(more.receivedAt),
  askedAt: more.askedAt && toIsoLocal(more.askedAt),
  reason: more.reason,
  returned: [...more.returned],
  refund: more.refund === 0 ? null : more.refund,
  contact: { name: source.officer, phone: source.commune.phone },
  signer: signed(source, more.signedFor),
  lookup: { ...source.lookup, phone: source.commune.phone },
})

/** The facts of Phiếu xin lỗi và đề nghị gia hạn (Mẫu 04). `agency`: who works on the dossier; `dueAt`: the appointment that is missed. */
export const apologyFacts = (
  source: SlipSource,
  more: { procedureName: string; agency: string; receivedAt: Date; dueAt: Date; reason: string; newDueAt: Date; signedFor: string },
): ApologyFacts => ({
  ...issued(source),
  procedureName: more.procedureName,
  agency: more.agency,
  receivedAt: toIsoLocal(more.receivedAt),
  dueAt: toIsoLocal(more.dueAt),
  reason: more.reason,
  newDueAt: toIsoLocal(more.newDueAt),
  signer: signed(source, more.signedFor),
  lookup: { ...source.lookup, phone: source.commune.phone },
})
