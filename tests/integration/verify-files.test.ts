import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyFiles } from '@/lib/jobs/verify-files'
import { fileStorage } from '@/lib/documents/storage'
import { newId } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aCompleteDraft } from '@/tests/support/filing'

const db = database()
const folder = mkdtempSync(join(tmpdir(), 'mot-cua-verify-'))
process.env.DATA_DIR = folder

beforeAll(async () => {
  await openReference()
})
afterAll(async () => {
  await db.$disconnect()
  rmSync(folder, { recursive: true, force: true })
})

test('every file that a row names is read; one that is gone or was changed is named', async () => {
  const draftId = await aCompleteDraft(db, await aCitizen(db))
  const documents = await db.document.findMany({ where: { draftId }, select: { id: true, communeId: true, storageKey: true } })
  const [first] = documents
  if (!first) throw new Error('The draft has no file')
  const content = Buffer.from('%PDF-1.4')
  for (const { storageKey } of documents.slice(1)) await (await fileStorage()).put(storageKey, content, newId())
  await db.document.updateMany({ where: { draftId }, data: { sha256: sha256(content) } })
  const { id, communeId, storageKey: key } = first
  const faulty = { kind: 'document', id, communeId, key }
  expect(await verifyFiles()).toEqual({ checked: documents.length, faults: [{ ...faulty, fault: 'missing' }] })

  await (await fileStorage()).put(key, content, newId())
  expect(await verifyFiles()).toEqual({ checked: documents.length, faults: [] })

  writeFileSync(join(folder, 'files', key), '%PDF-1.5')
  expect(await verifyFiles()).toEqual({ checked: documents.length, faults: [{ ...faulty, fault: 'altered' }] })
})
