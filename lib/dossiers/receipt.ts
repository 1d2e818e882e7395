import { z } from 'zod'
import type { Writing } from '@/lib/access/gate'
import { env } from '@/lib/platform/env'
import { toIsoLocal } from '@/lib/platform/local-date'
import { CURRENT_TEMPLATE } from '@/lib/papers/rules'
import type { ReceiptFacts } from '@/lib/papers/schema'
import type { LifeCycle } from './life-cycle'
import { followUrl } from './notify'
import { takeNumber, yearOf, type LockedDossier } from './store'
import { RETURN_WORDS } from './words'

/** Name of the worker's job that renders a paper ahead of its first reading. */
export const RENDER_PAPER = 'render_paper'

/** The authorising side as a dossier's snapshot keeps it. */
export const Principal = z.object({
  fullName: z.string(),
  personalNumber: z.string(),
  address: z.string(),
  phone: z.string(),
  document: z.string(),
})

/** What the receipt says beyond the dossier itself. */
type Receipt = { set: Partial<LifeCycle>; ordinal: number; feeLines: readonly { name: string; amount: number; quantity: number }[] }

/**
 * Takes the paper's number and stores its facts (Giấy tiếp nhận hồ sơ và hẹn trả kết quả, TT 03/2025/TT-VPCP Mẫu 01). The PDF is
 * made after the commit from these facts alone, so it says what was true at this moment whenever it is printed.
 */
export async function issueReceipt(writing: Writing, dossier: LockedDossier, receipt: Receipt): Promise<string> {
  const { db, actor, now, newId, enqueue } = writing
  const { communeId, id: dossierId } = dossier
  if (actor.kind !== 'staff') throw new Error('Only staff receive dossiers')
  const source = await db.dossier.findUniqueOrThrow({
    where: { communeId_id: { communeId, id: dossierId } },
    select: {
      procedureCode: true,
      commune: { select: { name: true, parentAgency: true, centreName: true, placeName: true, phone: true } },
      applicant: true,
      answer: { select: { request: true } },
      components: { select: { position: true, applies: true }, orderBy: { position: 'asc' } },
      documents: { where: { purpose: 'COMPONENT' }, select: { position: true } },
      payments: { where: { status: 'PAID' }, select: { method: true } },
      procedureVersion: { select: { components: { orderBy: { position: 'asc' } } } },
    },
  })
  const { commune, applicant } = source
  if (!applicant) throw new Error('The applicant of an open dossier is never deleted')
  const { dueAt, receivedAt } = receipt.set
  if (!dueAt || !receivedAt) throw new Error('A receipt is issued once the clock has started')
  const number = await takeNumber(db, communeId, 'RECEIPT', String(yearOf(now)))
  const filed = new Set(source.documents.map((document) => document.position))
  const principal = applicant.principal === null ? null : Principal.parse(applicant.principal)
  const facts: ReceiptFacts = {
    letterhead: { parentAgency: commune.parentAgency, unit: commune.centreName, place: commune.placeName },
    number,
    issuedAt: toIsoLocal(now),
    dossierCode: dossier.code,
    centre: commune.name,
    applicant: { kind: 'person', name: applicant.fullName, identifier: applicant.personalNumber, address: applicant.address, phone: applicant.phone, email: applicant.email },
    authorising: principal && {
      name: principal.fullName,
      identifier: principal.personalNumber,
      address: principal.address,
      phone: principal.phone,
      email: null,
      paper: principal.document,
    },
    request: source.answer?.request ?? dossier.procedureVersion.name,
    procedureCode: source.procedureCode,
    components: source.procedureVersion.components
      .filter((component) => filed.has(component.position))
      .map((component) => ({
        name: component.name,
        originals: component.originals,
        certified: 0,
        photocopies: component.copies,
        electronic: true,
      })),
    sets: 1,
    limit: { value: dossier.procedureVersion.limitValue, unit: dossier.procedureVersion.limitUnit },
    receivedAt: toIsoLocal(receivedAt),
    dueAt: toIsoLocal(dueAt),
    dueBecause: null,
    fees: receipt.feeLines.map(({ name, amount, quantity }) => ({ name, amount, quantity })),
    payment: paymentOf(source.payments),
    resultAt: RETURN_WORDS[dossier.returnMethod],
    book: { volume: `01/${yearOf(now)}`, ordinal: receipt.ordinal },
    submitter: { name: applicant.fullName, confirmed: dossier.channel === 'ONLINE' ? 'Đã xác nhận bằng VNeID khi nộp trực tuyến' : null },
    receiver: { name: actor.fullName, signature: { kind: 'recorded', agency: commune.centreName, at: toIsoLocal(now) } },
    lookup: { qr: followUrl(dossier.code), page: `${env().PUBLIC_URL.replace(/^https?:\/\//, '')}/tra-cuu`, phone: commune.phone },
  }
  const id = newId()
  await db.paper.create({
    data: {
      communeId,
      id,
      dossierId,
      kind: 'RECEIPT',
      number,
      year: yearOf(now),
      templateVersion: CURRENT_TEMPLATE.RECEIPT,
      facts,
      issuedAt: now,
      issuedBy: actor.staffId,
    },
    select: { id: true },
  })
  await enqueue(RENDER_PAPER, { communeId, id })
  return id
}

function paymentOf(payments: readonly { method: 'ONLINE' | 'CASH' | 'TRANSFER' }[]): ReceiptFacts['payment'] {
  const method = payments[0]?.method
  if (!method) return 'due'
  return ({ ONLINE: 'paid_online', CASH: 'paid_cash', TRANSFER: 'paid_transfer' } as const)[method]
}
