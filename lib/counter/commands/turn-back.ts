import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { ask } from '@/lib/dossiers/asking'
import { openDossier } from '@/lib/dossiers/opening'
import { refuse } from '@/lib/dossiers/refusing'
import { lockAtEitherDesk, type LockedDossier } from '@/lib/dossiers/store'
import { insertRows, together } from '@/lib/platform/rows'
import { type Filing, filingOf, moveFiles, openingOf, rowsOf } from '../filing'
import { deleteIntakeRow, lockIntake, readFor } from '../intakes'
import { mayTakeIn } from '../intake-rules'
import { AskAtCounter, RefuseAtCounter } from '../schema'

/**
 * Hands Phiếu yêu cầu bổ sung to the person who stands at the counter (NĐ 118/2025/NĐ-CP Điều 17: at once, all of it in one go): the dossier is
 * filed and asked for more in one transaction, with two events, so that it has a code under which it is completed. Sheets of what is asked for
 * go back with the person. Answers the code and the slip's id. However often it is sent, there is one dossier.
 * Refusals: `draft_incomplete` with a sentence for each box, `nothing_asked`, `reason_needed`, `already_filed`, `changed_meanwhile`, `not_found`.
 */
export const askAtCounter = command({
  name: 'intake.ask_for_more',
  input: AskAtCounter,
  subject: (reading, { intakeId }) => lockIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async (writing, { items }, intake) => {
    const asked = items.map(({ position }) => position)
    const filing = filingOf(writing, intake, readFor(writing, intake, { outcome: 'ask_for_more', asked }))
    const dossier = await fileAtCounter(writing, filing)
    const { paperId } = await ask(writing, dossier, { items })
    return { code: dossier.code, communeId: dossier.communeId, dossierId: dossier.id, paperId }
  },
  about: ({ items }, _intake, { communeId, dossierId }) => ({ kind: 'dossier', id: dossierId, communeId, detail: { items: items.length } }),
})

/**
 * Hands Phiếu từ chối tiếp nhận to the person who stands at the counter: filed, refused and closed in one transaction, with two events. All
 * sheets go back with the person, nothing has to be paid. Answers the code and the slip's id.
 * Refusals: `draft_incomplete` with a sentence for each box, `reason_needed`, `already_filed`, `changed_meanwhile`, `not_found`.
 */
export const refuseAtCounter = command({
  name: 'intake.refuse',
  input: RefuseAtCounter,
  subject: (reading, { intakeId }) => lockIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async (writing, { reason }, intake) => {
    const filing = filingOf(writing, intake, readFor(writing, intake, { outcome: 'refuse' }))
    const dossier = await fileAtCounter(writing, { ...filing, fees: [] })
    const { paperId } = await refuse(writing, dossier, reason)
    return { code: dossier.code, communeId: dossier.communeId, dossierId: dossier.id, paperId }
  },
  about: (_input, _intake, { communeId, dossierId }) => ({ kind: 'dossier', id: dossierId, communeId }),
})

/** Files the intake as it stands, which then is gone. Answers the dossier, ready for its next step in the same transaction. */
async function fileAtCounter(writing: Writing, filing: Filing): Promise<LockedDossier> {
  const opened = await openDossier(writing, openingOf(filing))
  // At once and not with `put`: the step that follows finds the dossier in the database.
  await writing.db.$executeRaw(together([insertRows('dossier', [opened.row]), ...rowsOf(writing, filing)]))
  await moveFiles(writing, filing)
  await deleteIntakeRow(writing.db, filing.intake)
  const dossier = await lockAtEitherDesk(writing, opened.set.code)
  if (!dossier) throw new Error('Whoever receives sees what they have just filed')
  return dossier
}
