import type { Writing } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { notify } from './notify'
import { oweRefunds } from './refunds'
import { moveFrom } from './rules'
import { circumstancesOf, saveStep, type LockedDossier } from './store'
import { issueRefusal } from './supplements'
import { transition } from './transition'

/**
 * Takes the step `refuse`, which the caller has allowed, with its slip and its mail, and closes the dossier. Answers the new version and the
 * paper's id. Refusals: `reason_needed`, `changed_meanwhile`.
 */
export async function refuse(writing: Writing, dossier: LockedDossier, reason: string): Promise<{ version: number; paperId: string }> {
  if (reason === '') throw new Refusal('reason_needed', {}, { reason: 'Ghi lý do từ chối; người nộp đọc được trên Phiếu từ chối' })
  const set = transition(dossier, moveFrom(dossier.stage, 'refuse'), await circumstancesOf(writing, dossier))
  const version = await saveStep(writing, dossier, { step: 'refuse', set, version: dossier.version, note: reason, content: reason })
  const paperId = await issueRefusal(writing, dossier, reason)
  await oweRefunds(writing, dossier)
  await notify(writing, dossier, 'refused')
  return { version, paperId }
}
