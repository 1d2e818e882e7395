import { command } from '@/lib/access/gate'
import { judge, writeChecks } from '../checks'
import { loadFiled } from '../receipt'
import { mayMoveFrom } from '../rules'
import { KeepChecks } from '../schema'
import { lockAtEitherDesk, mustBeCurrent } from '../store'

/**
 * Keeps what the clerk has found so far, before she asks for a supplement or refuses. Nothing moves, so there is no event and no new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const keepChecks = command({
  name: 'dossier.keep_checks',
  input: KeepChecks,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'receive', version),
  run: async (writing, { version, checks }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    await writeChecks(writing, dossier, judge(await loadFiled(writing.db, dossier), checks))
    return { version }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId }),
})
