import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CitizenActor } from '@/lib/access/policy'
import { saveDraftPart } from '@/lib/dossiers/commands/draft'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { newId } from '@/lib/platform/clock'
import { sentenceOf } from '@/lib/text/refusals'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aCompleteDraft, aDraft, aFile, codeOf, sendPapers, valueOf } from '@/tests/support/filing'

const db = database()
let actor: CitizenActor

beforeAll(async () => {
  await openReference()
})
beforeEach(async () => {
  actor = await aCitizen(db)
})
afterAll(async () => {
  await db.$disconnect()
})

describe('the same draft in two windows', () => {
  const content = (draftId: string, request: string, seen: string) =>
    saveDraftPart(actor, newId(), { draftId, part: 'content', then: 'later', fields: { request }, seen })
  const marks = async (draftId: string) => valueOf(await readDraft(actor, { draftId })).marks

  test('the older one does not overwrite what the newer one has kept, and is told so; pressing again means it', async () => {
    const draftId = await aDraft(actor)
    const seen = (await marks(draftId)).content
    valueOf(await content(draftId, 'Câu của trang mới', seen))
    const refused = await content(draftId, 'Câu của trang cũ', seen)
    expect(codeOf(refused)).toBe('draft_changed')
    expect(!refused.ok && sentenceOf(refused)).toMatch(/^Bản nháp đã được sửa ở một trang khác.*chưa có gì được lưu/)
    expect(valueOf(await readDraft(actor, { draftId })).data.typed).toEqual({ request: 'Câu của trang mới' })
    valueOf(await content(draftId, 'Câu của trang cũ', (await marks(draftId)).content))
    expect(valueOf(await readDraft(actor, { draftId })).data.typed).toEqual({ request: 'Câu của trang cũ' })
  })

  test('the same sent once more, and other pages of the draft, are in nobody’s way', async () => {
    const draftId = await aDraft(actor)
    const before = await marks(draftId)
    valueOf(await content(draftId, 'Một câu', before.content))
    valueOf(await content(draftId, 'Một câu', before.content))
    const fields = { returnMethod: 'COUNTER', returnAddress: '' }
    valueOf(await saveDraftPart(actor, newId(), { draftId, part: 'return', then: 'later', fields, seen: before.return }))
    expect(valueOf(await readDraft(actor, { draftId })).data).toMatchObject({ typed: { request: 'Một câu' }, returnMethod: 'COUNTER' })
  })

  test('what was changed after the check page was opened is not sent unseen', async () => {
    const draftId = await aCompleteDraft(db, actor)
    const seen = (await marks(draftId)).whole
    valueOf(await sendPapers(actor, draftId, { files: [aFile(1)] }))
    expect(codeOf(await fileDossier(actor, newId(), { draftId, declared: 'yes', seen }))).toBe('draft_changed')
    const { code } = valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes', seen: (await marks(draftId)).whole }))
    expect(code).toMatch(/^H61/)
  })
})
