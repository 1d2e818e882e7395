import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { takePaperNumber } from '../books/store'
import { issueControl } from '../control'
import { issuePaper } from '../issue-paper'
import { notify } from '../notify'
import { oweRefunds } from '../refunds'
import { mayMoveFrom, moveFrom } from '../rules'
import { StopDossier } from '../schema'
import { stopFacts } from '../slip-facts'
import { HELD } from '../sheets'
import { signsFor, slipSource } from '../slip-source'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep, type LockedDossier } from '../store'
import { transition } from '../transition'
import { heldWords } from '../words'

/**
 * Stops a received dossier, of the office's own accord or because the applicant has asked for it, with Thông báo dừng giải quyết hồ sơ
 * (TT 03/2025/TT-VPCP Mẫu 05; NĐ 118/2025/NĐ-CP Điều 21): what the counter has kept goes back, and what was paid where `refund` says so. Phiếu
 * kiểm soát is whole then and issued.
 * Answers the new version and the paper's id.
 * Refusals: `step_not_possible`, `not_allowed`, `reason_needed`, `changed_meanwhile`.
 */
export const stopDossier = command({
  name: 'dossier.stop',
  input: StopDossier,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { step, version }) => mayMoveFrom(actor, dossier, step, version),
  run: async (writing, { step, version, reason, refund }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const asked = step === 'confirm_withdrawal' ? await wish(writing, dossier) : null
    const because = reason || asked?.reason || (asked ? 'Theo đề nghị của người nộp hồ sơ' : '')
    if (because === '') throw new Refusal('reason_needed', {}, { reason: 'Ghi lý do dừng; người nộp đọc được trên Thông báo dừng' })
    const circumstances = await circumstancesOf(writing, dossier)
    const set = transition(dossier, moveFrom(dossier.stage, step), circumstances)
    const saved = await saveStep(writing, dossier, { step, set, version, note: because, content: because })
    const paperId = await issueStop(writing, dossier, { reason: because, askedAt: asked?.at ?? null, refund })
    await issueControl(writing, dossier, { step, seq: saved, set, calendar: circumstances.calendar })
    if (refund) await oweRefunds(writing, dossier)
    await notify(writing, dossier, 'stopped')
    return { version: saved, paperId }
  },
  about: ({ step }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { step } }),
})

/** When the applicant asked to stop, and with which reason. */
async function wish({ db }: Writing, { communeId, id: dossierId }: LockedDossier) {
  const event = await db.dossierEvent.findFirst({
    where: { communeId, dossierId, step: 'ask_to_withdraw' },
    orderBy: { seq: 'desc' },
    select: { at: true, note: { select: { text: true } } },
  })
  return event && { at: event.at, reason: event.note?.text ?? '' }
}

async function issueStop(
  writing: Writing,
  dossier: LockedDossier,
  { reason, askedAt, refund }: { reason: string; askedAt: Date | null; refund: boolean },
): Promise<string> {
  const taken = await takePaperNumber(writing, { communeId: dossier.communeId, kind: 'STOP' })
  const { papers: _papers, ...source } = await slipSource(writing, dossier, taken.number)
  const facts = stopFacts(source, {
    procedureName: dossier.procedureVersion.name,
    receivedAt: dossier.receivedAt ?? dossier.submittedAt,
    askedAt,
    reason,
    returned: await keptOnPaper(writing, dossier),
    refund: refund ? await paid(writing, dossier) : 0,
    signedFor: await signsFor(writing, dossier),
  })
  return issuePaper(writing, dossier, { ...taken, facts })
}

/** The papers that the counter has kept, each with its counts. */
async function keptOnPaper({ db }: Writing, { communeId, id: dossierId, versionId }: LockedDossier): Promise<string[]> {
  const held = await db.dossierComponent.findMany({
    where: { communeId, dossierId, ...HELD },
    orderBy: { position: 'asc' },
    select: { position: true, originals: true, certified: true, copies: true },
  })
  const names = await db.procedureComponent.findMany({ where: { versionId }, select: { position: true, name: true } })
  return held.map(({ position, ...counts }) => {
    const name = names.find((component) => component.position === position)?.name ?? ''
    return `${name}: ${heldWords({ ...counts, shown: false }) ?? ''}`
  })
}

/** What was paid and not given back yet, in đồng. */
async function paid({ db }: Writing, { communeId, id: dossierId }: LockedDossier): Promise<number> {
  const sum = await db.payment.aggregate({ where: { communeId, dossierId, status: 'PAID', refundDueAt: null }, _sum: { amount: true } })
  return sum._sum.amount ?? 0
}
