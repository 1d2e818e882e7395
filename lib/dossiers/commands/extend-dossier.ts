import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { appointmentOn } from '../apology-rules'
import { takePaperNumber } from '../books/store'
import { issuePaper } from '../issue-paper'
import { notify } from '../notify'
import { mayMoveFrom, moveFrom } from '../rules'
import { ExtendDossier } from '../schema'
import { apologyFacts } from '../slip-facts'
import { signsFor, slipSource } from '../slip-source'
import { transition } from '../transition'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep, type LockedDossier } from '../store'

/**
 * Apologises before the date is missed and gives a new appointment, once, with Phiếu xin lỗi và đề nghị gia hạn (TT 03/2025/TT-VPCP Mẫu 04).
 * `newDay`: a working day after the present appointment. The due date by which on time is judged stays (`dueAt`). Answers the new version and the
 * paper's id. Refusals: `step_not_possible`, `not_allowed`, `already_extended`, `invalid_input`, `changed_meanwhile`.
 */
export const extendDossier = command({
  name: 'dossier.extend',
  input: ExtendDossier,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'extend', version),
  run: async (writing, { version, reason, newDay }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const circumstances = await circumstancesOf(writing, dossier)
    const newDueAt = appointmentOn(newDay, dossier, circumstances)
    const set = transition(dossier, moveFrom(dossier.stage, 'extend'), { ...circumstances, newAppointmentAt: newDueAt })
    const saved = await saveStep(writing, dossier, { step: 'extend', set, version, note: reason, content: reason })
    const paperId = await issueApology(writing, dossier, { reason, newDueAt })
    await keepExtension(writing, dossier, { reason, newDueAt, paperId })
    await notify(writing, dossier, 'extended')
    return { version: saved, paperId }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})

async function issueApology(writing: Writing, dossier: LockedDossier, { reason, newDueAt }: { reason: string; newDueAt: Date }) {
  const { receivedAt, appointmentAt, communeId } = dossier
  if (!receivedAt || !appointmentAt) throw new Error('Only a received dossier has an appointment to miss')
  const taken = await takePaperNumber(writing, { communeId, kind: 'APOLOGY' })
  const { papers: _papers, ...source } = await slipSource(writing, dossier, taken.number)
  const facts = apologyFacts(source, {
    procedureName: dossier.procedureVersion.name,
    agency: dossier.department.name,
    receivedAt,
    dueAt: appointmentAt,
    reason,
    newDueAt,
    signedFor: await signsFor(writing, dossier),
  })
  return issuePaper(writing, dossier, { ...taken, facts })
}

/** The draft becomes what was issued; without a draft it is kept as such all the same. */
async function keepExtension(
  { db, actor, now }: Writing,
  { communeId, id: dossierId }: LockedDossier,
  { reason, newDueAt, paperId }: { reason: string; newDueAt: Date; paperId: string },
): Promise<void> {
  const issued = { reason, newDueAt, paperId, issuedAt: now, issuedBy: asStaff(actor).staffId }
  await db.extension.upsert({
    where: { communeId_dossierId: { communeId, dossierId } },
    create: { communeId, dossierId, draftedAt: now, draftedBy: issued.issuedBy, ...issued },
    update: issued,
  })
}
