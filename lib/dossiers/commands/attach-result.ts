import { command } from '@/lib/access/gate'
import type { Actor } from '@/lib/access/policy'
import { actorKey } from '@/lib/access/record'
import { storageKey } from '@/lib/documents/rules'
import type { RefusalCode } from '@/lib/platform/refusal'
import { removeDocuments } from '../drafts'
import { mayMove } from '../rules'
import { AttachResult } from '../schema'
import { lockDossier, mustBeCurrent, saveStep } from '../store'
import type { LockedDossier } from '../store'

/** Who may propose a result may attach and take away its document, as long as they hold the dossier. */
const mayAttach = (actor: Actor, dossier: LockedDossier): true | RefusalCode => mayMove(actor, dossier, 'propose')

/**
 * Attaches the result document, in place of an earlier draft of it, whose file is then removed from the storage. The new file
 * already lies there; when this is refused, its sender removes it. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const attachResult = command({
  name: 'dossier.attach_result',
  input: AttachResult,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: mayAttach,
  run: async (writing, { version, file }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, put, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    const earlier = await db.document.findMany({
      where: { communeId, dossierId, purpose: 'RESULT' },
      select: { id: true, storageKey: true },
    })
    await removeDocuments(writing, communeId, earlier)
    const kept = { ...file, storageKey: storageKey(communeId, file.id), createdAt: now, createdBy: actorKey(actor) }
    put('document', { communeId, dossierId, purpose: 'RESULT', ...kept })
    const saved = await saveStep(writing, dossier, { step: 'attach_result', set: { hasResultFile: true }, version, content: file.sha256 })
    return { version: saved }
  },
  about: ({ file }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { document: file.id } }),
})
