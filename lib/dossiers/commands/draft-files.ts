import type { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { filingCitizen } from '@/lib/access/policy'
import { actorKey } from '@/lib/access/record'
import { countAgainstDay } from '@/lib/documents/quota'
import { DOSSIER_LIMIT, storageKey } from '@/lib/documents/rules'
import { Refusal } from '@/lib/platform/refusal'
import { applies, faultsOf } from '../draft-rules'
import { type DraftData, SaveDraftPapers } from '../draft-schema'
import { type Draft, factsOf, keepDraft, loadSetting, lockDraft, removeDocuments } from '../drafts'

type Papers = z.output<typeof SaveDraftPapers>

/**
 * Keeps one sending of the papers page: the yes/no answers, the files that arrived and why others were refused, and takes one file away.
 * The files already lie in the storage; answers which of them the draft has taken, so that the others can be removed, and whether the
 * page is complete. A file that a second press sent again is not taken twice.
 * Refusals: `dossier_full`, `day_full`, `already_filed`, `not_found`.
 */
export const saveDraftPapers = command({
  name: 'draft.save_papers',
  input: SaveDraftPapers,
  subject: (reading, { draftId }) => lockDraft(reading, draftId),
  allow: (actor) => filingCitizen(actor),
  run: async (writing, papers, draft) => {
    const setting = await loadSetting(writing.db, draft)
    const asked = new Set(setting.procedure.components.map(({ position }) => String(position)))
    const answered = Object.entries(papers.applies).flatMap(([position, answer]) =>
      asked.has(position) ? [[position, answer === 'yes']] : [],
    )
    const data: DraftData = {
      ...draft.data,
      applies: { ...draft.data.applies, ...Object.fromEntries(answered) },
      refusedFiles: Object.fromEntries(Object.entries(papers.refused).filter(([position]) => asked.has(position))),
    }
    const needed = new Set(setting.procedure.components.flatMap((paper) => (applies(paper, data) ? [paper.position] : [])))
    const kept = draft.documents.filter(({ id }) => id !== papers.remove)
    const taken = takenOf(papers, { kept, needed })
    await removeDocuments(
      writing,
      draft.communeId,
      draft.documents.filter(({ id }) => id === papers.remove),
    )
    await countAgainstDay(writing, taken)
    await attach(writing, draft, taken)
    await keepDraft(writing, draft, data)
    const files = [...kept, ...taken]
    const lacking = faultsOf('papers', { ...factsOf(draft, data, setting), files })
    return {
      procedure: draft.procedureCode,
      taken: taken.map(({ id }) => id),
      complete: Object.keys(lacking).length === 0 && Object.keys(papers.refused).length === 0,
    }
  },
  about: ({ draftId }, _draft, { taken }) => ({ kind: 'draft', id: draftId, detail: { files: taken.length } }),
})

/** The files for components that are needed, each content once for its component, within what a dossier may hold. */
function takenOf({ files }: Papers, { kept, needed }: { kept: Draft['documents']; needed: ReadonlySet<number> }): Papers['files'] {
  const here = new Set(kept.map(({ position, sha256 }) => `${position} ${sha256}`))
  const taken = files.filter(({ position, sha256 }) => {
    const content = `${position} ${sha256}`
    if (!needed.has(position) || here.has(content)) return false
    here.add(content)
    return true
  })
  const bytes = [...kept, ...taken].reduce((sum, { size }) => sum + size, 0)
  if (bytes > DOSSIER_LIMIT) throw new Refusal('dossier_full')
  return taken
}

async function attach({ db, actor, now }: Writing, { communeId, id: draftId }: Draft, files: Papers['files']): Promise<void> {
  if (files.length === 0) return
  await db.document.createMany({
    data: files.map((file) => ({
      communeId,
      draftId,
      purpose: 'COMPONENT' as const,
      ...file,
      storageKey: storageKey(communeId, file.id),
      createdAt: now,
      createdBy: actorKey(actor),
    })),
  })
}
