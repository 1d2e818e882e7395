import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { fileStorage } from '@/lib/documents/storage'
import { newId } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import { examine, type Mail } from '@/tests/faults/examine'
import { database, openReference } from '@/tests/support/database'
import { aCitizen, aCompleteDraft, valueOf } from '@/tests/support/filing'

// The examiner of a run with faults: it finds nothing where nothing is wrong, and each wrong by its name.

const db = database()
beforeAll(() => openReference())
afterAll(() => db.$disconnect())

let draftId = ''
let key: { communeId: number; id: string }
let mails: Mail[] = []
const found = async () => examine({ db, storage: await fileStorage(), mails }, [draftId])
const clean = { replay: [], holder: [], file: [], mail: [] }

/** A file that really lies in the storage, and its row with the hash of what lies there. */
async function storeFile(): Promise<string> {
  const document = await db.document.findFirstOrThrow({ where: { draftId } })
  await (await fileStorage()).put(document.storageKey, Buffer.from('%PDF-1.4'), newId())
  const data = { sha256: sha256(Buffer.from('%PDF-1.4')) }
  await db.document.update({ where: { communeId_id: { communeId: 1, id: document.id } }, data })
  return document.storageKey
}
let storageKey = ''

beforeEach(async () => {
  const actor = await aCitizen(db)
  draftId = await aCompleteDraft(db, actor)
  storageKey = await storeFile()
  const { dossierId } = valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' }))
  key = { communeId: 1, id: dossierId }
  const notice = await db.notification.findFirstOrThrow({ where: { communeId: 1, dossierId } })
  await db.notification.update({ where: { communeId_id: { communeId: 1, id: notice.id } }, data: { status: 'SENT' } })
  mails = [{ messageId: `<${notice.id}@localhost>`, subject: notice.subject }]
})

const setRow = (data: Parameters<typeof db.dossier.update>[0]['data']) => db.dossier.update({ where: { communeId_id: key }, data })

describe('what a run with faults has left behind', () => {
  it('is clean after one sending, also when the one mail came twice', async () => {
    expect(await found()).toEqual(clean)
    mails = [...mails, ...mails]
    expect(await found()).toEqual(clean)
  })

  it('is not, where a row says otherwise than its events', async () => {
    await setRow({ hasResultFile: true })
    expect((await found()).replay).toEqual([expect.stringContaining('hasResultFile is true, its events say false')])
    await setRow({ hasResultFile: false, version: 2 })
    expect((await found()).replay).toEqual([expect.stringContaining('version 2, 1 events')])
  })

  it('is not, where an open dossier has nobody who exists', async () => {
    await setRow({ holderDepartment: null })
    expect((await found()).holder).toEqual([expect.stringContaining('open, and held by desk')])
    await setRow({ holderKind: 'person', holderStaffId: newId() })
    expect((await found()).holder).toEqual([expect.stringContaining('open, and held by person')])
  })

  it('is not, where a row has no file or another one', async () => {
    const storage = await fileStorage()
    await storage.remove(storageKey)
    expect((await found()).file).toEqual([`${storageKey}: a row, and no file`])
    await storage.put(storageKey, Buffer.from('%PDF-1.7'), newId())
    expect((await found()).file).toEqual([`${storageKey}: another content than its row says`])
  })

  it('is not, where a notice came as two mails, under a foreign id, or not at all', async () => {
    const [mail] = mails
    const subject = mail?.subject ?? ''
    mails = [...mails, { messageId: `<${newId()}@localhost>`, subject }]
    expect((await found()).mail).toEqual([`${subject}: 2 mails with different ids`])
    mails = [{ messageId: `<${newId()}@localhost>`, subject }]
    expect((await found()).mail).toEqual([`${subject}: sent under an id that is not its own`])
    mails = []
    expect((await found()).mail).toEqual([`${subject}: marked as sent, and no mail came`])
  })
})
