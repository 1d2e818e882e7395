import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asCitizen, filingCitizen } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { keepContact } from '@/lib/people/store'
import { ONLINE_FILING } from '@/lib/procedures/rules'
import { loadForm, loadProcedure } from '@/lib/procedures/store'
import { faultsOf, readContact, withFields } from '../draft-rules'
import { markOf } from '../draft-marks'
import { type DraftData, EMPTY_DRAFT, OfDraft, SaveDraftPart, StartDraft } from '../draft-schema'
import { asDraft, carryOver, type Draft, factsOf, keepDraft, loadSetting, lockDraft, lockDraftRow, removeDocuments } from '../drafts'

/**
 * Begins a filing, or goes on with the one draft that a citizen has for a procedure; a draft of an older version is moved to the one in
 * force. Refusals: `not_found`, `counter_only`, `identity_level_too_low`, `sign_in_needed`.
 */
export const startDraft = command({
  name: 'draft.start',
  input: StartDraft,
  allow: (actor) => filingCitizen(actor),
  run: async (writing, { procedure: code }) => {
    const { db, actor, now, newId } = writing
    const { communeId } = actor
    const on = localDateOf(now)
    const procedure = await loadProcedure(db, { code, on })
    if (!procedure) throw new Refusal('not_found')
    if (!ONLINE_FILING[procedure.onlineLevel]) throw new Refusal('counter_only')
    const form = await loadForm(db, { code, on })
    const { citizenId } = asCitizen(actor)
    const fresh = { communeId, id: newId(), citizenId, procedureCode: code, versionId: procedure.versionId, formId: form.id }
    // Two presses at once: the second finds the first one's draft instead of a broken transaction.
    await db.draft.createMany({ data: [{ ...fresh, data: EMPTY_DRAFT, createdAt: now, updatedAt: now }], skipDuplicates: true })
    const { id } = await db.draft.findUniqueOrThrow({
      where: { communeId_citizenId_procedureCode: { communeId, citizenId, procedureCode: code } },
      select: { id: true },
    })
    const row = id === fresh.id ? null : await lockDraftRow(writing, id)
    // One that cannot be read has nothing to carry over; its page says what to do.
    const draft = row && asDraft(row)
    if (draft && (draft.versionId !== procedure.versionId || draft.formId !== form.id)) await carryOver(writing, draft, { procedure, form })
    return { draftId: id, isNew: row === null }
  },
  about: (_input, _subject, { draftId }) => ({ kind: 'draft', id: draftId }),
})

/**
 * Keeps one page of a draft. With `next` an incomplete page is refused with a sentence for each box; with `later` it is kept as it is.
 * Refusals: `draft_changed` when another window has kept something else of this page meanwhile, `invalid_input`, `already_filed`, `not_found`.
 */
export const saveDraftPart = command({
  name: 'draft.save_part',
  input: SaveDraftPart,
  subject: (reading, { draftId }) => lockDraft(reading, draftId),
  allow: (actor) => filingCitizen(actor),
  run: async (writing, { part, then, fields, seen }, draft) => {
    const setting = await loadSetting(writing.db, draft)
    const typed = withFields(draft.data, part, { fields, form: setting.form.definition })
    const here = markOf(draft, part)
    // The same once more, after an answer that was lost, is no other content.
    if (seen !== undefined && seen !== here && markOf({ ...draft, data: typed }, part) !== here) throw new Refusal('draft_changed')
    if (then === 'later') await keepDraft(writing, draft, typed)
    else {
      const data = part === 'applicant' ? { ...typed, applicantConfirmed: true } : typed
      const faults = faultsOf(part, factsOf(draft, data, setting))
      if (Object.keys(faults).length > 0) throw new Refusal('invalid_input', {}, faults)
      await keepDraft(writing, draft, part === 'applicant' ? await moveContact(writing, draft, data) : data)
    }
    return { procedure: draft.procedureCode }
  },
  about: ({ draftId, part }) => ({ kind: 'draft', id: draftId, detail: { part } }),
})

/** What was typed of phone and address goes to the account, where the next filing finds it. */
async function moveContact({ db, now }: Writing, { citizenId }: Draft, data: DraftData): Promise<DraftData> {
  const contact = readContact(data)
  if (!contact) return data
  await keepContact(db, { citizenId, contact, now })
  return { ...data, contact: null }
}

/** Deletes a draft with its files, whether or not it can be read. Refusals: `not_found`, `already_filed`. */
export const deleteDraft = command({
  name: 'draft.delete',
  input: OfDraft,
  subject: (reading, { draftId }) => lockDraftRow(reading, draftId),
  allow: (actor) => filingCitizen(actor),
  run: async (writing, _input, draft) => {
    const { communeId, id } = draft
    await removeDocuments(writing, communeId, draft.documents)
    await writing.db.draft.delete({ where: { communeId_id: { communeId, id } }, select: { id: true } })
    return { procedure: draft.procedureCode }
  },
  about: ({ draftId }) => ({ kind: 'draft', id: draftId }),
})
