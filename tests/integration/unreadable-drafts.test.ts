// What was kept half typed and does not fit the boxes any more: a clear no, nothing else breaks, and whoever it belongs to begins again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deleteIntake, startIntake } from '@/lib/counter/commands/intake'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { findMyIntakes, findPeople, readIntake, readIntakeRoom } from '@/lib/counter/queries'
import { deleteDraft, saveDraftPart, startDraft } from '@/lib/dossiers/commands/draft'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { findMyDraft, readDraft } from '@/lib/dossiers/draft-queries'
import { findMyDossiers } from '@/lib/dossiers/my-queries'
import { readUploadRoom } from '@/lib/dossiers/upload-queries'
import { newId } from '@/lib/platform/clock'
import { aCitizen, aCompleteDraft, codeOf, MARITAL_STATUS, sendPapers, valueOf } from '@/tests/support/filing'
import { aCompleteIntake, send } from '@/tests/support/intake'
import { openOffice, type Office } from '@/tests/support/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** Longer than an answer may be, and no text at all. */
const SPOILT = [{ typed: { request: 'x'.repeat(20_000) } }, { typed: 7, papers: 'none' }, []]

test.each(SPOILT)('a draft that cannot be read is refused everywhere, listed, and deleted: %#', async (data) => {
  const actor = await aCitizen(office.db)
  const draftId = await aCompleteDraft(office.db, actor)
  await office.db.draft.update({ where: { communeId_id: { communeId: 1, id: draftId } }, data: { data } })
  const answers = [
    await readDraft(actor, { draftId }),
    await readUploadRoom(actor, { draftId }),
    await saveDraftPart(actor, newId(), { draftId, part: 'return', then: 'later', fields: { returnMethod: 'POST' } }),
    await sendPapers(actor, draftId, {}),
    await fileDossier(actor, newId(), { draftId, declared: 'yes' }),
  ]
  expect(answers.map(codeOf)).toEqual(answers.map(() => 'draft_unreadable'))
  expect(answers[0]).toMatchObject({ detail: { procedure: MARITAL_STATUS, draft: draftId } })

  const { drafts } = valueOf(await findMyDossiers(actor, {}))
  expect(drafts).toMatchObject([{ id: draftId, partsDone: 0 }])
  expect(valueOf(await findMyDraft(actor, { procedure: MARITAL_STATUS }))?.id).toBe(draftId)
  // Whoever begins anew is led to it, for there is one for each procedure.
  expect(valueOf(await startDraft(actor, newId(), { procedure: MARITAL_STATUS }))).toEqual({ draftId, isNew: false })

  valueOf(await deleteDraft(actor, newId(), { draftId }))
  expect(await office.db.document.count({ where: { draftId } })).toBe(0)
  const again = valueOf(await startDraft(actor, newId(), { procedure: MARITAL_STATUS }))
  expect(again.isNew).toBe(true)
  expect(codeOf(await readDraft(actor, { draftId: again.draftId }))).toBe('ok')
})

test('a draft of another person stays unknown, whether or not it can be read', async () => {
  const draftId = await aCompleteDraft(office.db, await aCitizen(office.db))
  await office.db.draft.update({ where: { communeId_id: { communeId: 1, id: draftId } }, data: { data: [] } })
  const stranger = await aCitizen(office.db)
  expect(codeOf(await readDraft(stranger, { draftId }))).toBe('not_found')
  expect(codeOf(await deleteDraft(stranger, newId(), { draftId }))).toBe('not_found')
})

test.each(SPOILT)('an intake that cannot be read is refused everywhere, listed, and thrown away: %#', async (data) => {
  const clerk = await office.staff('vidu.le')
  const intakeId = await aCompleteIntake(office.db, clerk)
  await office.db.intake.update({ where: { communeId_id: { communeId: 1, id: intakeId } }, data: { data } })
  const answers = [
    await readIntake(clerk, { intakeId }),
    await readIntakeRoom(clerk, { intakeId }),
    await findPeople(clerk, { intakeId }),
    await send(clerk, intakeId, {}),
    await takeInDossier(clerk, newId(), { intakeId }),
  ]
  expect(answers.map(codeOf)).toEqual(answers.map(() => 'draft_unreadable'))
  const { intakes } = valueOf(await findMyIntakes(clerk, {}))
  expect(intakes.find(({ id }) => id === intakeId)).toMatchObject({ person: '' })
  valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  expect(valueOf(await startIntake(clerk, newId(), { procedure: MARITAL_STATUS })).intakeId).not.toBe(intakeId)
})
