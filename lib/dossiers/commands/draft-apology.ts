import { command } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { appointmentOn, mayDraftApologyFrom } from '../apology-rules'
import { DraftApology } from '../schema'
import { lockDossier, mustBeCurrent, saveStep } from '../store'

/**
 * Says that the dossier will not make its date: drafts the apology, with reason and new day, that the leader then signs with one click. It stands in
 * place of an earlier draft, the watchdog's or a person's. The dossier stays where it is and its clock runs; the applicant is told nothing yet. Answers
 * the new version. Refusals: `step_not_possible`, `not_allowed`, `already_extended`, `invalid_input`, `changed_meanwhile`.
 */
export const draftApology = command({
  name: 'dossier.draft_apology',
  input: DraftApology,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayDraftApologyFrom(actor, dossier, version),
  run: async (writing, { version, reason, newDay }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    const newDueAt = appointmentOn(newDay, dossier, { now, calendar: await loadCalendar(db, communeId) })
    const saved = await saveStep(writing, dossier, { step: 'draft_apology', set: {}, version, note: reason, content: reason })
    const draft = { reason, newDueAt, draftedAt: now, draftedBy: asStaff(actor).staffId }
    await db.extension.upsert({
      where: { communeId_dossierId: { communeId, dossierId } },
      create: { communeId, dossierId, ...draft },
      update: draft,
      select: { dossierId: true },
    })
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})
