import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { filingCitizen } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import { insertRows, type RowsOf, together } from '@/lib/platform/rows'
import { Refusal } from '@/lib/platform/refusal'
import { addressWords } from '@/lib/people/rules'
import { copiesAsked, requestSentence } from '@/lib/procedures/answers'
import { feesDue, isInForce } from '@/lib/procedures/rules'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import { applies, missingParts, readComplete } from '../draft-rules'
import { markOf } from '../draft-marks'
import { FileDossier } from '../draft-schema'
import { type Draft, type DraftSetting, loadSetting, lockDraft, removeDocuments } from '../drafts'
import { notify } from '../notify'
import { feeRows, openDossier } from '../opening'

type Complete = NonNullable<ReturnType<typeof readComplete>>
type Filing = DraftSetting & { draft: Draft; complete: Complete; dossierId: string }

/**
 * Turns a complete draft into a dossier: code, applicant's snapshot, answers, components, files, fees, first event, mail; then the draft is
 * gone (NĐ 118/2025/NĐ-CP Điều 17). Answers the code. However often a draft is sent, there is one dossier: the same request answers its
 * first outcome, another one waits for the draft's lock and is refused with the code.
 * Refusals: `draft_incomplete` with a sentence for each part, `already_filed`, `draft_changed` when the page showed something else,
 * `changed_meanwhile` when the procedure has a new version, `identity_level_too_low`, `not_found`.
 */
export const fileDossier = command({
  name: 'dossier.file',
  input: FileDossier,
  subject: (reading, { draftId }) => lockDraft(reading, draftId),
  allow: (actor) => filingCitizen(actor),
  run: async (writing, { seen }, draft) => {
    // She declares what stood on her page to be true, and nothing else.
    if (seen !== undefined && seen !== markOf(draft, 'whole')) throw new Refusal('draft_changed')
    const setting = await loadSetting(writing.db, draft)
    if (!isInForce(setting.procedure, localDateOf(writing.now))) throw new Refusal('changed_meanwhile')
    const complete = readComplete(setting.facts)
    if (!complete) throw new Refusal('draft_incomplete', {}, sentences(setting))
    const filing = { ...setting, draft, complete, dossierId: writing.newId() }
    const { row } = await openDossier(writing, {
      communeId: draft.communeId,
      dossierId: filing.dossierId,
      begunAs: draft.id,
      citizenId: draft.citizenId,
      procedure: setting.procedure,
      channel: 'ONLINE',
      returnMethod: complete.returnMethod,
      hasComponentFile: setting.facts.files.some(({ position }) => neededIn(setting.facts, position)),
      said: { ...complete, files: draft.documents.map((document) => document.sha256) },
    })
    // At once and not with `put`: the files are moved to the dossier next.
    await writing.db.$executeRaw(together([insertRows('dossier', [row]), ...(await whatWasSaid(writing, filing))]))
    await moveFiles(writing, filing)
    await notify(writing, { communeId: draft.communeId, id: filing.dossierId }, 'submitted')
    await writing.db.draft.delete({ where: { communeId_id: { communeId: draft.communeId, id: draft.id } }, select: { id: true } })
    return { code: row.code, dossierId: filing.dossierId }
  },
  about: (_input, _draft, { dossierId }) => ({ kind: 'dossier', id: dossierId }),
})

/** One sentence for each part that is not complete: the first thing to do in it. */
function sentences({ facts }: DraftSetting): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { part, sentence } of missingParts(facts)) found[part] ??= sentence
  return found
}

/** Writes of who applies, what for, which components, what it costs. */
async function whatWasSaid(
  writing: Writing,
  { draft, procedure, form, account, complete, dossierId, facts }: Filing,
): Promise<Prisma.Sql[]> {
  const { db, now } = writing
  const { communeId } = draft
  const { phone, wardCode } = account
  if (!phone || !wardCode) throw new Error('A complete draft has a phone and an address')
  const ward = await db.ward.findUniqueOrThrow({ where: { code: wardCode }, select: { name: true, province: { select: { name: true } } } })
  const applicant = {
    communeId,
    dossierId,
    fullName: account.fullName,
    foldedName: fold(account.fullName),
    personalNumber: account.personalNumber,
    personalNumberHash: account.personalNumberHash,
    birthDate: account.birthDate,
    phone,
    email: account.email,
    address: addressWords(account.addressDetail, ward.name, ward.province.name),
    returnAddress: complete.returnAddress,
    ...(complete.principal ? { principal: complete.principal } : {}),
  }
  const { answers } = complete
  const request = requestSentence(answers, procedure.name)
  const components = procedure.components.map((paper): RowsOf['dossier_component'] => {
    const asked = paper.requirement === 'IF_APPLICABLE' ? applies(paper, facts.data) : null
    return { communeId, dossierId, position: paper.position, applies: asked, check: asked === false ? 'NOT_NEEDED' : 'PENDING' }
  })
  const fees = feesDue({ rules: procedure.fees, channel: 'ONLINE', on: localDateOf(now), quantity: copiesAsked(answers), conditions: [] })
  return [
    insertRows('dossier_applicant', [applicant]),
    insertRows('dossier_answer', [{ communeId, dossierId, formId: form.id, values: answers, request }]),
    ...(components.length > 0 ? [insertRows('dossier_component', components)] : []),
    ...(fees.length > 0 ? [insertRows('fee_line', feeRows(writing, { communeId, dossierId }, fees))] : []),
  ]
}

/** The draft's files become the dossier's; those for a component that turned out not to apply are let go. */
async function moveFiles(writing: Writing, { draft, dossierId, facts }: Filing): Promise<void> {
  const { communeId, id: draftId, documents } = draft
  await removeDocuments(
    writing,
    communeId,
    documents.filter(({ position }) => !neededIn(facts, position)),
  )
  await writing.db.document.updateMany({ where: { communeId, draftId }, data: { draftId: null, dossierId } })
}

const neededIn = ({ components, data }: DraftSetting['facts'], position: number | null): boolean =>
  components.some((paper) => paper.position === position && applies(paper, data) === true)
