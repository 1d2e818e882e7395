import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CitizenActor } from '@/lib/access/policy'
import { firstFault } from '@/lib/audit/rules'
import { readLinks } from '@/lib/audit/store'
import { fileDossier } from '@/lib/dossiers/commands/file-dossier'
import { readDraft } from '@/lib/dossiers/draft-queries'
import { replay } from '@/lib/dossiers/life-cycle'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { newId } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { sentenceOf } from '@/lib/text/refusals'
import { database, openReference } from '@/tests/support/database'
import {
  aCitizen,
  aCompleteDraft,
  aDraft,
  aFile,
  codeOf,
  fillApplicant,
  fillContent,
  fillReturn,
  sendPapers,
  valueOf,
} from '@/tests/support/filing'

const db = database()
const send = (actor: CitizenActor, draftId: string, requestId = newId()) => fileDossier(actor, requestId, { draftId, declared: 'yes' })

beforeAll(async () => {
  await openReference()
})
afterAll(async () => {
  await db.$disconnect()
})

describe('sending a complete draft', () => {
  test('makes a dossier that lies new at the desk, with the day in its code and an answer due', async () => {
    const actor = await aCitizen(db)
    const { code, dossierId } = valueOf(await send(actor, await aCompleteDraft(db, actor)))
    const dossier = await db.dossier.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: dossierId } } })
    expect(code).toMatch(/^H61\.123-\d{6}-\d{4}$/)
    expect(code).toContain(localDateOf(dossier.submittedAt).slice(2).replaceAll('-', ''))
    expect(dossier).toMatchObject({
      code,
      stage: 'submitted',
      channel: 'ONLINE',
      holderKind: 'desk',
      holderDepartment: 'TTPVHCC',
      departmentCode: 'VAN_PHONG',
      competentAgencyCode: 'H61.123',
      returnMethod: 'COUNTER',
      hasComponentFile: true,
      receivedAt: null,
      dueAt: null,
      citizenId: actor.citizenId,
    })
    expect(dossier.nextDueAt?.getTime()).toBeGreaterThan(dossier.submittedAt.getTime())
  })

  test('keeps the applicant, the answers with their form, the components, the fee and the file, and queues a mail', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    const draft = await db.draft.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: draftId } } })
    const { dossierId } = valueOf(await send(actor, draftId))
    const of = { communeId_dossierId: { communeId: 1, dossierId } }
    const applicant = await db.dossierApplicant.findUniqueOrThrow({ where: of })
    expect(applicant).toMatchObject({
      fullName: 'Nguyễn Thị Minh Họa',
      foldedName: 'nguyen thi minh hoa',
      phone: '0900000123',
      principal: null,
    })
    expect(applicant.personalNumberHash).toBe(actor.personalNumberHash)
    expect(applicant.address).toMatch(/^Số 12, ấp Mẫu, .+, .*Vĩnh Long$/)
    const answer = await db.dossierAnswer.findUniqueOrThrow({ where: of })
    expect(answer).toMatchObject({
      formId: draft.formId,
      request: 'Bổ túc hồ sơ vay mua nhà',
      values: { request: 'Bổ túc hồ sơ vay mua nhà' },
    })
    const components = await db.dossierComponent.findMany({ where: { communeId: 1, dossierId }, orderBy: { position: 'asc' } })
    expect(components.map(({ applies, check }) => [applies, check])).toEqual([
      [null, 'PENDING'],
      [false, 'NOT_NEEDED'],
      [null, 'PENDING'],
      [false, 'NOT_NEEDED'],
      [null, 'PENDING'],
      [null, 'PENDING'],
    ])
    expect(
      await db.document.findMany({ where: { communeId: 1, dossierId }, select: { draftId: true, position: true, purpose: true } }),
    ).toEqual([{ draftId: null, position: 1, purpose: 'COMPONENT' }])
    expect(await db.feeLine.findMany({ where: { communeId: 1, dossierId }, select: { code: true, amount: true, quantity: true } })).toEqual(
      [{ code: 'le-phi-ho-tich', amount: 5000, quantity: 1 }],
    )
    const notice = await db.notification.findFirstOrThrow({ where: { communeId: 1, dossierId } })
    expect(notice).toMatchObject({ event: 'submitted', recipient: 'minhhoa@vidu.example', status: 'QUEUED' })
    expect(await db.draft.count({ where: { communeId: 1, id: draftId } })).toBe(0)
  })

  test('writes one event from which the life cycle of the row replays, and the chain holds', async () => {
    const actor = await aCitizen(db)
    const { dossierId } = valueOf(await send(actor, await aCompleteDraft(db, actor)))
    const events = await db.dossierEvent.findMany({ where: { communeId: 1, dossierId } })
    expect(events.map(({ seq, step, actorKind }) => ({ seq, step, actorKind }))).toEqual([{ seq: 1, step: 'submit', actorKind: 'citizen' }])
    const columns = replay(events.map(({ changes }) => ({ changes: Object(changes) })))
    const row = await db.dossier.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: dossierId } } })
    expect(Object.fromEntries(Object.keys(columns).map((column) => [column, Reflect.get(row, column)]))).toEqual(columns)
    expect(JSON.stringify(events[0]?.changes)).not.toContain('Minh Họa')
    const head = await db.chainHead.findUniqueOrThrow({ where: { communeId: 1 } })
    expect(firstFault(1, await readLinks(db, 1, { after: 0n, limit: 10_000 }), { head })).toBeNull()
  })

  test('keeps the authorising side and its paper when someone files for another', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    valueOf(
      await fillApplicant(actor, draftId, {
        filedBy: 'other',
        'principal.fullName': 'Trần Văn Mẫu',
        'principal.personalNumber': '086088000013',
        'principal.address': 'Ấp Mẫu, xã Tân Hoà',
        'principal.phone': '+84 900 000 124',
        'principal.email': ' uythac@vidu.example ',
        'principal.document': 'Giấy ủy quyền số 5 ngày 01/11/2026',
      }),
    )
    const first = await send(actor, draftId)
    expect(codeOf(first)).toBe('draft_incomplete')
    expect(first.ok ? {} : first.fields).toEqual({ papers: 'Tải lên văn bản ủy quyền' })
    valueOf(await sendPapers(actor, draftId, { files: [aFile(4)] }))
    const { dossierId } = valueOf(await send(actor, draftId))
    const applicant = await db.dossierApplicant.findUniqueOrThrow({ where: { communeId_dossierId: { communeId: 1, dossierId } } })
    expect(applicant.principal).toEqual({
      fullName: 'Trần Văn Mẫu',
      personalNumber: '086088000013',
      address: 'Ấp Mẫu, xã Tân Hoà',
      phone: '0900000124',
      email: 'uythac@vidu.example',
      document: 'Giấy ủy quyền số 5 ngày 01/11/2026',
    })
  })

  test('says in the mail what does not go over the network, where a procedure goes online only in part', async () => {
    const actor = await aCitizen(db)
    const { dossierId } = valueOf(await send(actor, await aCompleteDraft(db, actor, '1.000894')))
    const mail = await db.notification.findFirstOrThrow({ where: { communeId: 1, dossierId } })
    expect(mail.body).toContain('Phần không làm qua mạng: Hai bên nam, nữ phải cùng có mặt')
  })
})

describe('sending it again', () => {
  const countOf = (draftId: string) => db.dossier.count({ where: { communeId: 1, draftId } })

  test('twenty times at once with one request id files once, and all twenty hear the same code', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    const requestId = newId()
    const results = await Promise.all(Array.from({ length: 20 }, () => send(actor, draftId, requestId)))
    expect(new Set(results.map((result) => valueOf(result).code)).size).toBe(1)
    expect(await countOf(draftId)).toBe(1)
  })

  test('twenty times at once from twenty windows files once, and the others are told the code', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    const results = await Promise.all(Array.from({ length: 20 }, () => send(actor, draftId)))
    const filed = results.filter((result) => result.ok)
    expect(filed).toHaveLength(1)
    const code = filed[0]?.ok ? filed[0].value.code : ''
    for (const result of results) {
      if (result.ok) continue
      expect(result).toMatchObject({ code: 'already_filed', detail: { code } })
      expect(sentenceOf(result)).toBe(`Hồ sơ này đã được gửi với mã ${code}.`)
    }
    expect(await countOf(draftId)).toBe(1)
    expect(await db.notification.count({ where: { communeId: 1, dossier: { draftId } } })).toBe(1)
  })

  test('after going back, every page of the draft answers with the code of what was filed, and shows it', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    const { code } = valueOf(await send(actor, draftId))
    for (const answer of [
      await readDraft(actor, { draftId }),
      await fillContent(actor, draftId),
      await sendPapers(actor, draftId, {}),
      await send(actor, draftId),
    ])
      expect(answer).toMatchObject({ ok: false, code: 'already_filed', detail: { code } })
    const filed = valueOf(await readMyDossier(actor, { code }))
    expect(filed.said).toContainEqual({ key: 'request', label: 'Nội dung yêu cầu', value: 'Bổ túc hồ sơ vay mua nhà' })
    expect(filed.files.map(({ fileName }) => fileName)).toEqual(['to-khai.pdf'])
  })

  test('a second dossier of the same procedure begins with a new draft', async () => {
    const actor = await aCitizen(db)
    const first = await aCompleteDraft(db, actor)
    const a = valueOf(await send(actor, first))
    const second = await aCompleteDraft(db, actor)
    expect(second).not.toBe(first)
    expect(valueOf(await send(actor, second)).code).not.toBe(a.code)
  })

  test('codes of one day follow each other without a gap, whoever sends', async () => {
    const drafts: [CitizenActor, string][] = []
    for (let n = 0; n < 8; n += 1) {
      const actor = await aCitizen(db)
      drafts.push([actor, await aCompleteDraft(db, actor)])
    }
    const codes = await Promise.all(drafts.map(async ([actor, draftId]) => valueOf(await send(actor, draftId)).code))
    const numbers = codes.map((code) => Number(code.slice(-4))).toSorted((a, b) => a - b)
    expect(numbers.map((number, index) => number - index)).toEqual(numbers.map(() => numbers[0]))
  })
})

describe('a refused sending', () => {
  test('leaves no trace: no dossier, no number taken, no mail, no audit line, the draft as it was', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    const trace = async () => ({
      dossiers: await db.dossier.count(),
      books: await db.numberBook.findMany({ orderBy: { kind: 'asc' } }),
      mails: await db.notification.count(),
      events: await db.dossierEvent.count(),
      audit: await db.auditLine.count(),
      requests: await db.request.count(),
      draft: await db.draft.findUniqueOrThrow({ where: { communeId_id: { communeId: 1, id: draftId } } }),
    })
    const before = await trace()
    const refused = await send(actor, draftId)
    expect(refused).toMatchObject({
      ok: false,
      code: 'draft_incomplete',
      fields: {
        applicant: 'Chọn Ông/Bà nộp cho mình hay nộp thay người khác',
        content: 'Nhập nội dung yêu cầu',
        papers: 'Tải lên tờ khai cấp Giấy xác nhận tình trạng hôn nhân',
        return: 'Chọn cách nhận kết quả',
      },
    })
    expect(await trace()).toEqual(before)
  })

  test('names only what is still missing', async () => {
    const actor = await aCitizen(db)
    const draftId = await aDraft(actor)
    valueOf(await fillApplicant(actor, draftId))
    valueOf(await fillContent(actor, draftId))
    valueOf(await fillReturn(actor, draftId))
    const refused = await send(actor, draftId)
    expect(refused.ok ? [] : Object.keys(refused.fields)).toEqual(['papers'])
  })

  test('needs the declaration, which is never ticked in advance', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor)
    expect(await fileDossier(actor, newId(), { draftId })).toMatchObject({
      ok: false,
      code: 'invalid_input',
      fields: { declared: expect.stringContaining('cam đoan') },
    })
    expect(await db.dossier.count({ where: { draftId } })).toBe(0)
  })

  test('does not send by rules that are no longer in force', async () => {
    const actor = await aCitizen(db)
    const draftId = await aCompleteDraft(db, actor, '1.000894')
    const validTo = new Date(Date.now() - 2 * 86_400_000)
    await db.procedureVersion.updateMany({ where: { procedureCode: '1.000894' }, data: { validTo } })
    try {
      expect(codeOf(await send(actor, draftId))).toBe('changed_meanwhile')
      expect(valueOf(await readDraft(actor, { draftId })).outdated).toBe(true)
    } finally {
      await db.procedureVersion.updateMany({ where: { procedureCode: '1.000894' }, data: { validTo: null } })
    }
  })
})
