import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteDraft, saveDraftPart, startDraft } from '@/lib/dossiers/commands/draft'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { findMyDraft, readDraft } from '@/lib/dossiers/draft-queries'
import { findMyDossiers, openMyDocument, readMyDossier } from '@/lib/dossiers/my-queries'
import { readUploadRoom } from '@/lib/dossiers/upload-queries'
import { storageKey } from '@/lib/documents/rules'
import { newId } from '@/lib/platform/clock'
import { database, openReference } from '@/tests/support/database'
import {
  aCitizen,
  aCompleteDraft,
  aDraft,
  aFile,
  aWard,
  CERTIFIED_COPY,
  codeOf,
  fillApplicant,
  fillContent,
  MARITAL_STATUS,
  sendPapers,
  valueOf,
} from '@/tests/support/filing'

const db = database()
const draftRow = (id: string) => db.draft.findUnique({ where: { communeId_id: { communeId: 1, id } } })
const jobsToRemove = async () => {
  const rows = await db.$queryRaw<{ key: string }[]>`
    SELECT payload->>'storageKey' AS key FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    WHERE t.identifier = 'remove_file'`
  return rows.map(({ key }) => key)
}

beforeAll(async () => {
  await openReference()
})
afterAll(async () => {
  await db.$disconnect()
})

describe('beginning a filing', () => {
  test('finds the one draft of a citizen for a procedure again, also when two presses come at once', async () => {
    const actor = await aCitizen(db)
    const started = await Promise.all(Array.from({ length: 8 }, () => startDraft(actor, newId(), { procedure: MARITAL_STATUS })))
    const ids = new Set(started.map((result) => valueOf(result).draftId))
    expect(ids.size).toBe(1)
    expect(valueOf(await findMyDraft(actor, { procedure: MARITAL_STATUS }))?.id).toBe([...ids][0])
  })

  test('is refused for a procedure that is done at the counter only, at identity level 1, and without signing in', async () => {
    const actor = await aCitizen(db)
    expect(codeOf(await startDraft(actor, newId(), { procedure: CERTIFIED_COPY }))).toBe('counter_only')
    expect(codeOf(await startDraft(await aCitizen(db, { level: 1 }), newId(), { procedure: MARITAL_STATUS }))).toBe(
      'identity_level_too_low',
    )
    const visitor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' } as const
    expect(codeOf(await startDraft(visitor, newId(), { procedure: MARITAL_STATUS }))).toBe('sign_in_needed')
    expect(codeOf(await startDraft(actor, newId(), { procedure: '9.999999' }))).toBe('not_found')
    expect(await db.draft.count({ where: { citizenId: actor.citizenId } })).toBe(0)
  })
})

describe('a draft between the steps', () => {
  test('is found again as it was left, and the content starts with what is known', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    expect(valueOf(await readDraft(actor, { draftId })).typed).toEqual({ request: 'Cấp Giấy xác nhận tình trạng hôn nhân' })
    valueOf(await fillContent(actor, draftId, { request: 'Vay mua nhà' }))
    const again = valueOf(await readDraft(actor, { draftId }))
    expect(again.typed).toMatchObject({ request: 'Vay mua nhà', for_whom: 'Cho chính tôi' })
    expect(valueOf(await findMyDossiers(actor, {})).drafts).toMatchObject([{ id: draftId, procedure: MARITAL_STATUS }])
  })

  test('keeps half a page with "later" and refuses it with "next", without losing what was there', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    const fields = { request: 'Vay mua nhà', for_whom: 'Cho người khác', other_full_name: '' }
    const refused = await saveDraftPart(actor, newId(), { draftId, part: 'content', then: 'next', fields })
    expect(refused).toMatchObject({ ok: false, code: 'invalid_input', fields: { other_full_name: 'Nhập họ và tên người được làm' } })
    expect(valueOf(await readDraft(actor, { draftId })).data.typed).toBeNull()
    valueOf(await saveDraftPart(actor, newId(), { draftId, part: 'content', then: 'later', fields }))
    const kept = valueOf(await readDraft(actor, { draftId }))
    expect(kept.typed).toMatchObject({ request: 'Vay mua nhà', for_whom: 'Cho người khác' })
    expect(kept.missing).toContainEqual({ part: 'content', field: 'other_full_name', sentence: 'Nhập họ và tên người được làm' })
  })

  test('asks for phone and address once: the next filing finds them with the account', async () => {
    const actor = await aCitizen(db, { contact: false })
    const draftId = await aDraft(actor)
    const wardCode = await aWard(db)
    const contact = { phone: '090 000 0123', email: '', provinceCode: '86', wardCode, addressDetail: 'Số 12, ấp Mẫu', wardsOf: '86' }
    const short = await fillApplicant(actor, draftId, { filedBy: 'self', ...contact, phone: '09000012' })
    expect(short).toMatchObject({ ok: false, fields: { phone: 'Số điện thoại có 8 chữ số, cần đủ 10' } })
    expect(await db.citizen.findUniqueOrThrow({ where: { id: actor.citizenId } })).toMatchObject({ phone: null, wardCode: null })
    valueOf(await fillApplicant(actor, draftId, { filedBy: 'self', ...contact }))
    expect(await db.citizen.findUniqueOrThrow({ where: { id: actor.citizenId } })).toMatchObject({ phone: '0900000123', wardCode })
    const next = await aDraft(actor, '1.001193')
    expect(valueOf(await readDraft(actor, { draftId: next })).account).toMatchObject({ hasContact: true, phone: '0900000123' })
    valueOf(await fillApplicant(actor, next))
  })

  test('refuses a ward of another province', async () => {
    const actor = await aCitizen(db, { contact: false })
    const draftId = await aDraft(actor)
    const contact = { phone: '0900000123', email: '', provinceCode: '86', wardCode: '00004', addressDetail: 'Số 12', wardsOf: '86' }
    expect(await fillApplicant(actor, draftId, { filedBy: 'self', ...contact })).toMatchObject({
      ok: false,
      fields: { wardCode: 'Xã hoặc phường này không thuộc tỉnh đã chọn. Chọn lại' },
    })
  })

  test('is moved with its answers and files when the law has changed, and only then', async () => {
    const actor = await aCitizen(db)
    const procedure = '1.000656'
    const draftId = await aDraft(actor, procedure)
    const old = await db.procedureVersion.findFirstOrThrow({
      where: { procedureCode: procedure },
      include: { components: { orderBy: { position: 'asc' } } },
    })
    const kept = old.components.find(({ requirement }) => requirement === 'ALWAYS')
    const gone = old.components.filter(({ requirement }) => requirement === 'ALWAYS').at(-1)
    if (!kept || !gone || kept === gone) throw new Error('the procedure needs two components')
    valueOf(await fillContent(actor, draftId, { request: 'Khai tử' }))
    const files = [aFile(kept.position), aFile(gone.position)]
    valueOf(await sendPapers(actor, draftId, { files }))
    const { components, id: _id, ...version } = old
    const newer = newId()
    await db.procedureVersion.create({
      data: { ...version, legalBasis: [], id: newer, validFrom: new Date(Date.now() - 86_400_000) },
    })
    // The new version drops one component and puts the other one last.
    await db.procedureComponent.createMany({ data: [{ ...kept, versionId: newer, position: 9 }] })
    expect(valueOf(await startDraft(actor, newId(), { procedure })).draftId).toBe(draftId)
    const moved = valueOf(await readDraft(actor, { draftId }))
    expect(moved.procedure.versionId).toBe(newer)
    expect(moved.typed).toMatchObject({ request: 'Khai tử' })
    expect(moved.files.map(({ id, position }) => ({ id, position }))).toEqual([{ id: files[0]?.id, position: 9 }])
    expect(await jobsToRemove()).toContain(storageKey(1, files[1]?.id ?? ''))
    expect(components.length).toBeGreaterThan(1)
  })

  test('is deleted with its files, and the files leave the storage after the commit', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    const documents = await db.document.findMany({ where: { communeId: 1, draftId } })
    expect(documents).toHaveLength(1)
    valueOf(await deleteDraft(actor, newId(), { draftId }))
    expect(await draftRow(draftId)).toBeNull()
    expect(await db.document.count({ where: { communeId: 1, draftId } })).toBe(0)
    expect(await jobsToRemove()).toContain(documents[0]?.storageKey)
    expect(codeOf(await readDraft(actor, { draftId }))).toBe('not_found')
  })
})

describe('the papers of a draft', () => {
  test('a refused file leaves its sentence at its component and takes nothing away', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    const good = aFile(1)
    const sentence = 'Tệp giay-cu.pdf có mật khẩu nên không mở được. Bỏ mật khẩu rồi tải lại.'
    const { complete } = valueOf(await sendPapers(actor, draftId, { applies: { 2: 'yes' }, files: [good], refused: { 2: sentence } }))
    expect(complete).toBe(false)
    const page = valueOf(await readDraft(actor, { draftId }))
    expect(page.files.map(({ id }) => id)).toEqual([good.id])
    expect(page.data).toMatchObject({ applies: { 2: true }, refusedFiles: { 2: sentence } })
    valueOf(await sendPapers(actor, draftId, {}))
    expect(valueOf(await readDraft(actor, { draftId })).data.refusedFiles).toEqual({})
  })

  test('takes the same file once however often it is sent, and nothing for a component that does not apply', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    const [first, again] = [aFile(1, 'same'), aFile(1, 'same')]
    expect(valueOf(await sendPapers(actor, draftId, { files: [first, again] })).taken).toEqual([first.id])
    expect(valueOf(await sendPapers(actor, draftId, { files: [aFile(1, 'same')] })).taken).toEqual([])
    expect(valueOf(await sendPapers(actor, draftId, { applies: { 2: 'no' }, files: [aFile(2), aFile(5), aFile(77)] })).taken).toEqual([])
    expect(await db.document.count({ where: { communeId: 1, draftId } })).toBe(1)
  })

  test('is complete when each paper that applies has a file', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    valueOf(await fillApplicant(actor, draftId))
    expect(valueOf(await sendPapers(actor, draftId, { files: [aFile(1)] })).complete).toBe(false)
    expect(valueOf(await sendPapers(actor, draftId, { applies: { 2: 'yes' } })).complete).toBe(false)
    expect(valueOf(await sendPapers(actor, draftId, { files: [aFile(2)] })).complete).toBe(true)
  })

  test('lets a file be taken away', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    const file = aFile(1)
    valueOf(await sendPapers(actor, draftId, { files: [file] }))
    valueOf(await sendPapers(actor, draftId, { remove: file.id }))
    expect(valueOf(await readDraft(actor, { draftId })).files).toEqual([])
    expect(await jobsToRemove()).toContain(storageKey(1, file.id))
  })

  test('hold no more than 100 MB in all, also when two sendings come at once', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    const heavy = () => ({ ...aFile(1), size: 20 * 1024 * 1024 })
    valueOf(await sendPapers(actor, draftId, { files: [heavy(), heavy(), heavy(), heavy()] }))
    expect(valueOf(await readUploadRoom(actor, { draftId })).room).toBe(20 * 1024 * 1024)
    const both = await Promise.all([sendPapers(actor, draftId, { files: [heavy()] }), sendPapers(actor, draftId, { files: [heavy()] })])
    expect(both.map(codeOf).toSorted()).toEqual(['dossier_full', 'ok'])
    expect(await db.document.count({ where: { communeId: 1, draftId } })).toBe(5)
  })

  test('that turned out not to apply are not filed', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    const extra = aFile(2)
    valueOf(await sendPapers(actor, draftId, { applies: { 2: 'yes' }, files: [extra] }))
    valueOf(await sendPapers(actor, draftId, { applies: { 2: 'no' } }))
    const { dossierId } = valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' }))
    expect((await db.document.findMany({ where: { communeId: 1, dossierId } })).map(({ position }) => position)).toEqual([1])
    expect(await jobsToRemove()).toContain(storageKey(1, extra.id))
  })
})

describe('another citizen', () => {
  test('finds neither the draft nor its file, and cannot change, send or delete it', async () => {
    const [owner, other] = [await aCitizen(db), await aCitizen(db)]
    const draftId = await aCompleteDraft(db, owner)
    const file = await db.document.findFirstOrThrow({ where: { communeId: 1, draftId } })
    const before = await draftRow(draftId)
    for (const answer of [
      await readDraft(other, { draftId }),
      await readUploadRoom(other, { draftId }),
      await fillContent(other, draftId, { request: 'Của người khác' }),
      await sendPapers(other, draftId, { remove: file.id }),
      await deleteDraft(other, newId(), { draftId }),
      await fileDossier(other, newId(), { draftId, declared: 'yes' }),
      await openMyDocument(other, { id: file.id }),
    ])
      expect(codeOf(answer)).toBe('not_found')
    expect(await draftRow(draftId)).toEqual(before)
    expect(valueOf(await openMyDocument(owner, { id: file.id })).storageKey).toBe(file.storageKey)
  })

  test('does not learn of what was filed, also not by the draft it came from', async () => {
    const [owner, other] = [await aCitizen(db), await aCitizen(db)]
    const draftId = await aCompleteDraft(db, owner)
    const { code, dossierId } = valueOf(await fileDossier(owner, newId(), { draftId, declared: 'yes' }))
    const file = await db.document.findFirstOrThrow({ where: { communeId: 1, dossierId } })
    expect(codeOf(await readDraft(other, { draftId }))).toBe('not_found')
    expect(codeOf(await readMyDossier(other, { code }))).toBe('not_found')
    expect(codeOf(await openMyDocument(other, { id: file.id }))).toBe('not_found')
    expect(valueOf(await findMyDossiers(other, {})).open).toEqual([])
    expect(valueOf(await findMyDossiers(owner, {})).open.map((row) => row.code)).toEqual([code])
  })

  test('in another commune the draft does not exist either', async () => {
    const owner = await aCitizen(db)
    const draftId = await aDraft(owner)
    expect(codeOf(await readDraft({ ...owner, communeId: 2 }, { draftId }))).toBe('not_found')
  })
})

describe('the result', () => {
  test("is the applicant's once it was handed over, not before", async () => {
    const actor = await aCitizen(db)
    const { code, dossierId } = valueOf(await fileDossier(actor, newId(), { draftId: await aCompleteDraft(db, actor), declared: 'yes' }))
    const { position: _position, ...file } = aFile(1)
    await db.document.create({
      data: {
        communeId: 1,
        dossierId,
        purpose: 'RESULT',
        ...file,
        storageKey: storageKey(1, file.id),
        createdAt: new Date(),
        createdBy: 'staff:x',
      },
    })
    await db.dossier.update({ where: { communeId_id: { communeId: 1, id: dossierId } }, data: { stage: 'finished' } })
    expect(codeOf(await openMyDocument(actor, { id: file.id }))).toBe('not_found')
    expect(valueOf(await readMyDossier(actor, { code })).results).toEqual([])
    await db.dossier.update({
      where: { communeId_id: { communeId: 1, id: dossierId } },
      data: { stage: 'returned', holderKind: 'nobody', holderDepartment: null, nextDueAt: null, closedAt: new Date() },
    })
    // Not the name that the specialist's computer gave it, which the staff still see.
    const fileName = `${code}-ket-qua.pdf`
    expect(valueOf(await openMyDocument(actor, { id: file.id }))).toMatchObject({ fileName })
    expect(valueOf(await readMyDossier(actor, { code })).results).toMatchObject([{ id: file.id, fileName }])
    expect(valueOf(await findMyDossiers(actor, {})).done).toMatchObject([{ code, results: [{ id: file.id, fileName }] }])
    expect(await db.document.findFirst({ where: { id: file.id } })).toMatchObject({ fileName: file.fileName })
  })
})
