import { command } from '@/lib/access/gate'
import type { Actor } from '@/lib/access/policy'
import { actorKey } from '@/lib/access/record'
import type { RefusalCode } from '@/lib/platform/refusal'
import { mayMove } from '../rules'
import { AttachResult } from '../schema'
import { lockDossier, mustBeCurrent, saveStep } from '../store'
import type { LockedDossier } from '../store'

/** Who may propose a result may attach and take away its document, as long as they hold the dossier. */
const mayAttach = (actor: Actor, dossier: LockedDossier): true | RefusalCode => mayMove(actor, dossier, 'propose')

/**
 * Attaches the result document, in place of an earlier draft of it. The file already lies in storage; without this row
 * nobody can reach it and the sweep takes it. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const attachResult = command({
  name: 'dossier.attach_result',
  input: AttachResult,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: mayAttach,
  run: async (writing, { version, file }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    await db.document.deleteMany({ where: { communeId, dossierId, purpose: 'RESULT' } })
    await db.document.create({
      data: { communeId, dossierId, purpose: 'RESULT', ...file, createdAt: now, createdBy: actorKey(actor) },
      select: { id: true },
    })
    const saved = await saveStep(writing, dossier, { step: 'attach_result', set: { hasResultFile: true }, version, content: file.sha256 })
    return { version: saved }
  },
  about: ({ file }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { document: file.id } }),
})
