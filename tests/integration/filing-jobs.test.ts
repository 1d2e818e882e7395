import type { JobHelpers } from 'graphile-worker'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteDraft } from '@/lib/dossiers/commands/draft'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { storageKey } from '@/lib/documents/rules'
import { fileStorage } from '@/lib/documents/storage'
import { deleteStaleDrafts, removeFile } from '@/lib/jobs/drafts'
import { newId, readClock } from '@/lib/platform/clock'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aCompleteDraft, codeOf, fillContent, valueOf } from '@/tests/support/filing'

const db = database()
const DAY_MS = 86_400_000

/** A draft whose file really lies in the storage, last saved `days` ago. */
async function aDraftSaved(days: number) {
  const actor = await aCitizen(db)
  const draftId = await aCompleteDraft(db, actor)
  const document = await db.document.findFirstOrThrow({ where: { communeId: 1, draftId } })
  await (await fileStorage()).put(document.storageKey, Buffer.from('%PDF-1.4'), newId())
  await db.draft.update({
    where: { communeId_id: { communeId: 1, id: draftId } },
    data: { updatedAt: new Date(readClock().getTime() - days * DAY_MS) },
  })
  return { actor, draftId, key: document.storageKey }
}

const has = async (key: string) => (await fileStorage()).has(key)

// The task asks its helpers for nothing.
const run = async (key: string) => removeFile({ storageKey: key }, {} as JobHelpers)

beforeAll(async () => {
  await openReference()
})
afterAll(async () => {
  await db.$disconnect()
})

describe('a draft that nobody has touched', () => {
  test('for thirty days goes with its file, and the audit says so; a younger one stays', async () => {
    const old = await aDraftSaved(31)
    const young = await aDraftSaved(29)
    expect(await deleteStaleDrafts(readClock())).toBe(1)
    expect(codeOf(await readDraft(old.actor, { draftId: old.draftId }))).toBe('not_found')
    expect(await has(old.key)).toBe(false)
    expect(codeOf(await readDraft(young.actor, { draftId: young.draftId }))).toBe('ok')
    expect(await has(young.key)).toBe(true)
    const line = await db.auditLine.findFirstOrThrow({ where: { action: 'draft.expire' } })
    expect(line).toMatchObject({ actorKind: 'system', subjectKind: 'draft', subjectId: old.draftId })
  })

  test('but is sent in the end keeps its file', async () => {
    const late = await aDraftSaved(40)
    valueOf(await fileDossier(late.actor, newId(), { draftId: late.draftId, declared: 'yes' }))
    expect(await deleteStaleDrafts(readClock())).toBe(0)
    expect(await has(late.key)).toBe(true)
  })

  test('is kept again from the day it is saved', async () => {
    const { actor, draftId } = await aDraftSaved(40)
    valueOf(await fillContent(actor, draftId))
    expect(await deleteStaleDrafts(readClock())).toBe(0)
    expect(codeOf(await readDraft(actor, { draftId }))).toBe('ok')
  })
})

describe('the file of a draft that was deleted', () => {
  test('leaves the storage, and one that a row still names stays', async () => {
    const { actor, draftId, key } = await aDraftSaved(0)
    await run(key)
    expect(await has(key)).toBe(true)
    valueOf(await deleteDraft(actor, newId(), { draftId }))
    await run(key)
    expect(await has(key)).toBe(false)
    await run(storageKey(1, newId()))
  })
})
