import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { startIntake } from '@/lib/counter/commands/intake'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { startDraft } from '@/lib/dossiers/commands/draft'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { previewVersion } from '@/lib/dossiers/version-effect'
import { newId, readClock } from '@/lib/platform/clock'
import { addDays, columnOfLocalDate, localDateOfColumn } from '@/lib/platform/local-date'
import { findProcedures, readProcedure } from '@/lib/procedures/queries'
import { saveVersionEntry, startVersion } from '@/lib/procedures/versions/commands'
import { publishVersion, withdrawVersion } from '@/lib/procedures/versions/publish'
import { findKeptProcedures, readVersionDraft, readVersions } from '@/lib/procedures/versions/queries'
import { anonymous } from '@/tests/support/actors'
import { aCitizen, aCompleteDraft, aDraft, aFile, codeOf, MARITAL_STATUS, sendPapers, valueOf } from '@/tests/support/filing'
import { aDossierIn, receive, rowOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { today, tomorrow } from '@/tests/support/today'
import { administrator, draftOf, limitFields, published, readyDraft, savePart, seenOf } from '@/tests/support/versions'

let office: Office
let admin: StaffActor
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  admin = await administrator(office.db)
  clerk = await office.staff('vidu.le')
})
afterAll(() => office.close())

const versionsOf = async (code: string) => valueOf(await readVersions(admin, { code }))
const shownToPeople = async (code: string) => valueOf(await readProcedure(anonymous(), { code }))
const publish = async (code: string) => publishVersion(admin, newId(), { code, seen: await seenOf(admin, code, 'whole') })

/** Another version of a procedure from today on: a shorter limit, one more paper, a higher fee and another step. */
async function publishOther(code: string): Promise<void> {
  valueOf(await savePart(admin, { code, part: 'limit' }, await limitFields(admin, code, { value: '5', unit: 'WORKING_DAY' })))
  const add = async (list: 'papers' | 'fees' | 'way', fields: Record<string, string>) =>
    valueOf(await saveVersionEntry(admin, newId(), { code, list, at: null, fields, seen: await seenOf(admin, code, list) }))
  await add('papers', { name: 'Đơn mới', requirement: 'ALWAYS', originals: '1', copies: '0' })
  await add('fees', {
    ...{ name: 'Phí mới', kind: 'FEE', amount: '20.000', per: 'CASE', channel: 'ANY', condition: '' },
    ...{ from: '0000-00-00', to: '0000-00-00', source: 'Nghị quyết thử', verified: 'yes' },
  })
  await add('way', { kind: 'CONSULT', name: 'Hỏi phòng khác', role: '', departmentCode: '', minutes: '8' })
  valueOf(await savePart(admin, { code, part: 'day' }, { firstDay: today() }))
  valueOf(await publish(code))
}

describe('a new version while dossiers are open', () => {
  const send = async () => {
    const actor = await aCitizen(office.db)
    const draftId = await aCompleteDraft(office.db, actor)
    return valueOf(await fileDossier(actor, newId(), { draftId, declared: 'yes' })).code
  }

  it('leaves them their limit, papers, way and fees, and takes those that come after it', async () => {
    const before = await send()
    const received = await aDossierIn(office, { build: (builder, at) => builder.step('receive', at(30)) })
    const dueBefore = (await rowOf(office, received)).dueAt
    const old = await rowOf(office, before)
    const typing = await aCitizen(office.db)
    const draftId = await aCompleteDraft(office.db, typing)
    const intake = valueOf(await startIntake(clerk, newId(), { procedure: MARITAL_STATUS })).intakeId

    await publishOther(MARITAL_STATUS)

    const now = await shownToPeople(MARITAL_STATUS)
    expect(now).toMatchObject({ limit: { value: 5, unit: 'WORKING_DAY' }, validFrom: today() })
    expect(now.components.at(-1)).toMatchObject({ name: 'Đơn mới', key: 'don-moi' })
    expect((await versionsOf(MARITAL_STATUS)).versions.map(({ standing, validTo }) => ({ standing, validTo }))).toEqual([
      { standing: 'now', validTo: null },
      { standing: 'over', validTo: addDays(today(), -1) },
    ])

    // What was filed is received by what it was filed under.
    valueOf(await receive(office, clerk, before))
    const kept = await rowOf(office, before)
    expect(kept.versionId).toBe(old.versionId)
    expect(kept.components).toHaveLength(old.components.length)
    expect(kept.feeLines.map(({ code }) => code)).toEqual(old.feeLines.map(({ code }) => code))
    expect(kept.papers[0]?.facts).toMatchObject({ limit: { value: 3, unit: 'WORKING_DAY' } })
    expect((await rowOf(office, received)).dueAt).toEqual(dueBefore)
    expect((await rowOf(office, received)).versionId).toBe(old.versionId)

    // A draft from before is not sent by the old version; it moves on, and is asked for what is new.
    expect(codeOf(await fileDossier(typing, newId(), { draftId, declared: 'yes' }))).toBe('changed_meanwhile')
    expect(valueOf(await readDraft(typing, { draftId })).outdated).toBe(true)
    expect(valueOf(await startDraft(typing, newId(), { procedure: MARITAL_STATUS })).draftId).toBe(draftId)
    const moved = valueOf(await readDraft(typing, { draftId }))
    expect(moved.files.length).toBeGreaterThan(0)
    expect(moved.missing.map(({ sentence }) => sentence)).toEqual(['Tải lên đơn mới'])
    const place = moved.procedure.components.length
    valueOf(await sendPapers(typing, draftId, { files: [aFile(place)] }))
    const { code } = valueOf(await fileDossier(typing, newId(), { draftId, declared: 'yes' }))
    const fresh = await rowOf(office, code)
    expect(fresh.versionId).toBe(now.versionId)
    expect(fresh.components).toHaveLength(old.components.length + 1)
    expect(fresh.feeLines.map(({ name, amount }) => ({ name, amount }))).toContainEqual({ name: 'Phí mới', amount: 20_000 })

    // The counter's too.
    expect(codeOf(await takeInDossier(clerk, newId(), { intakeId: intake }))).toBe('changed_meanwhile')
    expect(valueOf(await startIntake(clerk, newId(), { procedure: MARITAL_STATUS })).intakeId).not.toBe(intake)
  })

  it('is said before it is published: who keeps the old one, what is begun, and what is different', async () => {
    const code = '1.001193'
    const open = [await aDossierIn(office, { procedure: code }), await aDossierIn(office, { procedure: code })]
    await aDossierIn(office, { procedure: code, build: (builder, at) => builder.step('receive', at(30)) })
    await aDraft(await aCitizen(office.db), code)
    valueOf(await savePart(admin, { code, part: 'limit' }, await limitFields(admin, code, { value: '2', unit: 'WORKING_DAY' })))
    valueOf(await savePart(admin, { code, part: 'day' }, { firstDay: tomorrow() }))
    const preview = valueOf(await previewVersion(admin, { code }))
    expect(preview).toMatchObject({
      touched: { received: 1, sent: 2, elsewhere: 0, drafts: 1, intakes: 0 },
      differences: [{ what: 'Thời hạn', from: 'Trong ngày làm việc', to: '2 ngày làm việc' }],
      before: { lastDay: today() },
      missing: [],
    })
    expect(preview.touched.named).toEqual(expect.arrayContaining(open))
    // Looking has written nothing.
    expect((await versionsOf(code)).versions).toHaveLength(1)
    valueOf(await publish(code))
    expect((await shownToPeople(code)).limit).toEqual({ value: 1, unit: 'SAME_DAY' })
    expect(valueOf(await readProcedure(anonymous(), { code, on: tomorrow() })).limit).toEqual({ value: 2, unit: 'WORKING_DAY' })
  })

  it('says which roles nobody fills and which communes lack the department', async () => {
    const code = '1.013314'
    valueOf(await startVersion(admin, newId(), { code }))
    const department = { code: 'THU', name: 'Phòng thử', kind: 'DEPARTMENT', position: 99 } as const
    await office.db.department.create({ data: { ...department, communeId: 1 } })
    const typed = { departmentCode: 'THU' }
    valueOf(await savePart(admin, { code, part: 'limit' }, await limitFields(admin, code, typed)))
    const { unfilled, without } = valueOf(await previewVersion(admin, { code }))
    expect(unfilled).toEqual([{ role: 'specialist', department: 'Phòng thử', steps: ['Thẩm định, soạn kết quả'] }])
    expect(without).toHaveLength(1)
    // One that is closed there is none that work can go to.
    await office.db.department.create({ data: { ...department, communeId: 2, closedAt: readClock() } })
    expect(valueOf(await previewVersion(admin, { code })).without).toEqual(without)
    const refused = await savePart(admin, { code, part: 'limit' }, await limitFields(admin, code, { departmentCode: 'KHONG_CO' }))
    expect(refused).toMatchObject({ code: 'invalid_input', fields: { departmentCode: 'Chọn phòng' } })
  })
})

describe('publishing', () => {
  const code = '1.000656'

  it('makes the finder find the new name at once, in the process that has read the old one', async () => {
    const find = async () => valueOf(await findProcedures(anonymous(), { q: 'tien biet coi tran' })).items.map((one) => one.code)
    expect((await find())[0]).not.toBe(code)
    valueOf(await startVersion(admin, newId(), { code }))
    const { name, lead, result } = (await draftOf(admin, code)).content
    valueOf(await savePart(admin, { code, part: 'names' }, { name, shortName: 'Tiễn biệt cõi trần', lead, result }))
    valueOf(await savePart(admin, { code, part: 'day' }, { firstDay: today() }))
    valueOf(await publish(code))
    expect((await find())[0]).toBe(code)
  })

  it('keeps who changed what and when, in the history and in the chain', async () => {
    const { changes } = await versionsOf(code)
    expect(changes[0]).toMatchObject({
      act: 'PUBLISHED',
      by: admin.fullName,
      from: today(),
      differences: [{ what: 'Tên gọi tắt', from: 'Khai tử', to: 'Tiễn biệt cõi trần' }],
    })
    const line = await office.db.auditLine.findFirstOrThrow({ where: { action: 'procedure.publish_version', subjectId: code } })
    expect(line).toMatchObject({ actorId: admin.staffId, outcome: 'done', detail: { from: today(), differences: 1 } })
  })

  it('refuses a second version from the same day, one that is backdated, and one that changes nothing', async () => {
    valueOf(await startVersion(admin, newId(), { code }))
    for (const firstDay of [today(), addDays(today(), -1), '2026-02-30'])
      expect(codeOf(await savePart(admin, { code, part: 'day' }, { firstDay }))).toBe('invalid_input')
    valueOf(await savePart(admin, { code, part: 'day' }, { firstDay: tomorrow() }))
    expect(await publish(code)).toMatchObject({ code: 'version_incomplete', fields: { names: expect.stringContaining('Chưa có gì khác') } })
    // A draft that has lain too long is asked again when it is published.
    await office.db.procedureDraft.update({
      where: { procedureCode: code },
      data: { content: { ...(await draftOf(admin, code)).content, shortName: 'Khác hẳn', firstDay: addDays(today(), -3) } },
    })
    expect(await publish(code)).toMatchObject({ code: 'version_incomplete', fields: { day: expect.stringContaining('đã qua') } })
    expect((await versionsOf(code)).versions).toHaveLength(2)
  })

  it('publishes once, however often the button is pressed and whoever presses it', async () => {
    const one = '1.004837'
    const ready = await readyDraft(admin, one)
    const requestId = newId()
    const answers = await Promise.all([
      publishVersion(admin, requestId, ready),
      publishVersion(admin, requestId, ready),
      publishVersion(admin, newId(), ready),
      publishVersion({ ...admin, staffId: clerk.staffId }, newId(), ready),
    ])
    const codes = answers.map(codeOf)
    expect(codes.filter((answer) => answer === 'ok').length).toBeGreaterThanOrEqual(1)
    expect(codes.filter((answer) => answer !== 'ok' && answer !== 'changed_meanwhile')).toEqual([])
    const { versions, changes, draft } = await versionsOf(one)
    expect(versions).toHaveLength(2)
    expect(changes).toHaveLength(1)
    expect(draft).toBeNull()
  })

  it('does not publish what stood on no page', async () => {
    const one = '1.004845'
    const ready = await readyDraft(admin, one)
    valueOf(await savePart(admin, { code: one, part: 'fees' }, { feeSentence: 'Không thu phí', feeShort: 'không thu phí' }))
    valueOf(await savePart(admin, { code: one, part: 'basis' }, { texts: 'Luật thử 9/2026/QH16' }))
    expect(codeOf(await publishVersion(admin, newId(), ready))).toBe('changed_meanwhile')
  })

  it('brings an e-form that asks for copies where copies begin to cost', async () => {
    const one = '1.001653'
    valueOf(await startVersion(admin, newId(), { code: one }))
    const fields = {
      ...{ name: 'Phí bản sao', kind: 'FEE', amount: '3000', per: 'COPY', channel: 'ANY', condition: '' },
      ...{ from: '0000-00-00', to: '0000-00-00', source: 'Nghị quyết thử' },
    }
    valueOf(await saveVersionEntry(admin, newId(), { code: one, list: 'fees', at: null, fields, seen: await seenOf(admin, one, 'fees') }))
    valueOf(await savePart(admin, { code: one, part: 'day' }, { firstDay: today() }))
    valueOf(await publish(one))
    const actor = await aCitizen(office.db)
    const draft = valueOf(await readDraft(actor, { draftId: await aDraft(actor, one) }))
    expect(draft.form.sections.flatMap((section) => section.fields.map(({ key }) => key))).toContain('copy_count')
    expect(await office.db.feeRule.findFirst({ where: { versionId: draft.procedure.versionId } })).toMatchObject({ unverified: true })
  })
})

describe('a version that has not begun', () => {
  const code = '1.004859'

  it('is taken back: the version before holds on as it did, and the content is a draft again', async () => {
    const before = await versionsOf(code)
    const versionId = await published(admin, code, addDays(today(), 30))
    expect((await versionsOf(code)).withdrawable?.id).toBe(versionId)
    const name = valueOf(await readProcedure(anonymous(), { code, on: addDays(today(), 30) })).shortName
    valueOf(await withdrawVersion(admin, newId(), { code, versionId }))
    const after = await versionsOf(code)
    expect(after.versions).toEqual(before.versions)
    expect(after.changes.map(({ act }) => act)).toEqual(['WITHDRAWN', 'PUBLISHED'])
    expect((await draftOf(admin, code)).content).toMatchObject({ shortName: name, firstDay: addDays(today(), 30) })
    expect(await office.db.procedureComponent.count({ where: { versionId } })).toBe(0)
    expect(codeOf(await withdrawVersion(admin, newId(), { code, versionId }))).toBe('changed_meanwhile')
  })

  it('is followed by the next one, and then cannot be taken back from under it', async () => {
    const versionId = await published(admin, code, addDays(today(), 10))
    valueOf(await startVersion(admin, newId(), { code }))
    expect(codeOf(await withdrawVersion(admin, newId(), { code, versionId }))).toBe('version_drafted')
    const next = await published(admin, code, addDays(today(), 20))
    const rows = await office.db.procedureVersion.findMany({ where: { procedureCode: code }, orderBy: { validFrom: 'asc' } })
    expect(rows.map(({ validTo }) => validTo && localDateOfColumn(validTo))).toEqual([addDays(today(), 9), addDays(today(), 19), null])
    expect(codeOf(await withdrawVersion(admin, newId(), { code, versionId }))).toBe('changed_meanwhile')
    valueOf(await withdrawVersion(admin, newId(), { code, versionId: next }))
  })

  it('stays once it has begun', async () => {
    const begun = '1.004884'
    const versionId = await published(admin, begun)
    await office.db.procedureVersion.update({ where: { id: versionId }, data: { validFrom: columnOfLocalDate(today()) } })
    expect(codeOf(await withdrawVersion(admin, newId(), { code: begun, versionId }))).toBe('version_begun')
    expect(codeOf(await withdrawVersion(admin, newId(), { code: '1.004772', versionId }))).toBe('changed_meanwhile')
  })
})

describe('the administrator of another commune', () => {
  it('reads the procedures and what is to come, is told who keeps them, and changes nothing', async () => {
    const code = '1.005461'
    const far = { ...admin, communeId: 2 }
    await published(admin, code)
    const found = valueOf(await findKeptProcedures(far, { q: code }))
    expect(found).toMatchObject({ isKeeper: false, communes: 2, keeper: { id: 1 }, procedures: [{ next: tomorrow() }] })
    expect(valueOf(await readVersions(far, { code }))).toMatchObject({ isKeeper: false, changes: [{ by: admin.fullName }] })
    expect(codeOf(await startVersion(far, newId(), { code }))).toBe('not_allowed')
    const ready = await readyDraft(admin, code)
    expect(codeOf(await publishVersion(far, newId(), ready))).toBe('not_allowed')
    expect(codeOf(await readVersionDraft(far, { code }))).toBe('not_allowed')
    expect(codeOf(await previewVersion(far, { code }))).toBe('not_allowed')
  })
})
