import { command } from '@/lib/access/gate'
import { actorKey } from '@/lib/access/record'
import { countAgainstDay } from '@/lib/documents/quota'
import { storageKey } from '@/lib/documents/rules'
import { removeDocuments } from '../drafts'
import { mayMoveFrom } from '../rules'
import { AttachResult } from '../schema'
import { lockDossier, mustBeCurrent, saveStep } from '../store'

/**
 * Attaches the result document: who may propose a result may attach its document, as long as they hold the dossier. It stands in place of an
 * earlier draft of it, whose file is then removed from the storage. The new file already lies there; when this is refused, its sender removes
 * it. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`, `day_full`.
 */
export const attachResult = command({
  name: 'dossier.attach_result',
  input: AttachResult,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'propose', version),
  run: async (writing, { version, file }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, put, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    const earlier = await db.document.findMany({
      where: { communeId, dossierId, purpose: 'RESULT' },
      select: { id: true, storageKey: true },
    })
    await removeDocuments(writing, communeId, earlier)
    await countAgainstDay(writing, [file])
    const kept = { ...file, storageKey: storageKey(communeId, file.id), createdAt: now, createdBy: actorKey(actor) }
    put('document', { communeId, dossierId, purpose: 'RESULT', ...kept })
    const saved = await saveStep(writing, dossier, { step: 'attach_result', set: { hasResultFile: true }, version, content: file.sha256 })
    return { version: saved }
  },
  about: ({ file }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { document: file.id } }),
})
