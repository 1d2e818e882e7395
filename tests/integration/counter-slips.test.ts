import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { askAtCounter, refuseAtCounter } from '@/lib/counter/commands/turn-back'
import { readIntake } from '@/lib/counter/queries'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { replay } from '@/lib/dossiers/life-cycle'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { ReceiptFacts, RefusalFacts, SupplementFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { aFile, codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aCompleteIntake, anIntake, completeFields, PERSON, send } from '@/tests/support/intake'
import { receive, rowOf, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

// What the person at the counter brings cannot be received: the slip is theirs at once, and the office keeps one whole dossier or nothing.

let office: Office
let clerk: StaffActor
let position: number
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
  const needed = { version: { procedureCode: MARITAL_STATUS }, requirement: 'ALWAYS' } as const
  position = (await office.db.procedureComponent.findFirstOrThrow({ where: needed, select: { position: true } })).position
})
afterAll(() => office.close())

const MISSING = { reasonCode: 'missing', text: '' }
const ask = (intakeId: string, items: unknown[] = [{ position, ...MISSING }], requestId = newId()) =>
  askAtCounter(clerk, requestId, { intakeId, items })
const refuse = (intakeId: string, reason = 'Thường trú ở xã khác') => refuseAtCounter(clerk, newId(), { intakeId, reason })
const paperOf = async (id: string) => valueOf(await openPaper(clerk, { id })).made.facts
const whole = async () => ({
  dossiers: await office.db.dossier.count(),
  books: await office.db.numberBook.findMany({ orderBy: [{ kind: 'asc' }, { period: 'asc' }] }),
  events: await office.db.dossierEvent.count(),
})

/** An intake in which nothing but the papers is missing. */
async function withoutPapers(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const intakeId = await anIntake(clerk)
  const complete = await completeFields(office.db)
  valueOf(await send(clerk, intakeId, { fields: { ...complete, [`originals-${position}`]: '', ...fields } }))
  return intakeId
}

describe('a supplement slip at the counter', () => {
  it('is issued with the dossier in one act: filed, asked for more, nothing received and no clock', async () => {
    const intakeId = await withoutPapers()
    const { code, paperId } = valueOf(await ask(intakeId))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({
      ...{ channel: 'COUNTER', stage: 'awaiting_supplement', holderKind: 'applicant', version: 2, draftId: intakeId },
      ...{ receivedAt: null, registerNumber: null, pausedAt: null, supplementRequests: 1 },
    })
    expect(row.events.map(({ step, actorId }) => [step, actorId])).toEqual([
      ['submit', clerk.staffId],
      ['ask_for_more', clerk.staffId],
    ])
    expect(row.papers.map(({ id, kind }) => [id, kind])).toEqual([[paperId, 'SUPPLEMENT']])
    expect(SupplementFacts.parse(await paperOf(paperId))).toMatchObject({
      dossierCode: code,
      applicant: { name: PERSON['person.fullName'], phone: PERSON['person.phone'] },
      items: [{ reason: 'Chưa nộp giấy tờ này' }],
      contact: { name: clerk.fullName },
    })
    expect(await office.db.intake.count({ where: { id: intakeId } })).toBe(0)
  })

  it('replays from its events to its row, and the chain holds', async () => {
    const { code } = valueOf(await ask(await withoutPapers()))
    const row = await rowOf(office, code)
    const columns = replay(row.events.map(({ changes }) => ({ changes: Object(changes) })))
    expect(columns).toEqual(Object.fromEntries(Object.keys(columns).map((column) => [column, Reflect.get(row, column)])))
    expect(isWhole(await office.db.$transaction((tx) => verifyChain(tx, 1)))).toBe(true)
  })

  it('proposes what the page lacks, and needs the person and the request but no papers', async () => {
    const intakeId = await withoutPapers()
    const page = valueOf(await readIntake(clerk, { intakeId }))
    expect(page.lacking).toEqual([position])
    expect(page.faults.receive.map(({ field }) => field)).toEqual([`originals-${position}`])
    expect(page.faults.ask_for_more).toEqual([])
    const empty = await anIntake(clerk)
    valueOf(await send(clerk, empty, { fields: { 'person.fullName': 'Trần Văn Mẫu' } }))
    const before = await whole()
    const refused = await ask(empty)
    expect(codeOf(refused)).toBe('draft_incomplete')
    expect(refused.ok ? [] : Object.keys(refused.fields)).toEqual(
      expect.arrayContaining(['person.personalNumber', 'person.address', 'for_whom']),
    )
    expect(await whole()).toEqual(before)
  })

  it('leaves no trace when nothing is asked for, or no reason is given', async () => {
    const intakeId = await withoutPapers()
    const before = await whole()
    expect(codeOf(await ask(intakeId, []))).toBe('nothing_asked')
    const silent = await ask(intakeId, [{ position, reasonCode: '', text: '' }])
    expect(silent).toMatchObject({ ok: false, code: 'reason_needed', fields: { [`reason-${position}`]: expect.any(String) } })
    expect(await whole()).toEqual(before)
    expect(await office.db.intake.count({ where: { id: intakeId } })).toBe(1)
  })

  it('makes one dossier of two presses, and the second is told its code', async () => {
    const intakeId = await withoutPapers()
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(intakeId)))
    const done = answers.flatMap((answer) => (answer.ok ? [answer.value.code] : []))
    expect(done).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ code: 'already_filed', detail: { code: done[0] } })
  })

  it('gives the sheets of what is asked for back to the person, and keeps the others', async () => {
    const asked = { position, ...MISSING }
    const other = await office.db.procedureComponent.findFirstOrThrow({
      where: { version: { procedureCode: MARITAL_STATUS }, requirement: 'IF_APPLICABLE', question: { not: null } },
      select: { position: true },
    })
    const fields = { [`originals-${position}`]: '2', [`applies-${other.position}`]: 'yes', [`copies-${other.position}`]: '1' }
    const { code } = valueOf(await ask(await withoutPapers(fields), [asked]))
    const { components } = await rowOf(office, code)
    expect(components.find((one) => one.position === position)).toMatchObject({
      originals: 0,
      check: 'INADEQUATE',
      note: 'Chưa nộp giấy tờ này',
    })
    expect(components.find((one) => one.position === other.position)).toMatchObject({ copies: 1, check: 'ACCEPTED', applies: true })
  })
})

describe('what comes back after the slip', () => {
  it('is noted in words or scanned, counted at the desk, and stands on the receipt', async () => {
    const { code } = valueOf(await ask(await withoutPapers()))
    valueOf(await keepSupplementAnswer(clerk, newId(), { code, answers: { [position]: 'Nộp bản giấy tại quầy' }, files: [], remove: null }))
    valueOf(await answerSupplement(clerk, newId(), { code, version: await versionOf(office, code) }))
    const checks = await checksOf(code, { originals: '1', certified: '', copies: '2', shown: false })
    const { receiptId } = valueOf(await receive(office, clerk, code, { checks }))
    expect(ReceiptFacts.parse(await paperOf(receiptId))).toMatchObject({
      components: [{ originals: 1, certified: 0, photocopies: 2, electronic: false }],
      fees: [{ amount: 5_000 }],
      payment: 'due',
    })
    const page = valueOf(await readDossier(clerk, { code }))
    expect(page.components.find((one) => one.position === position)?.held).toBe('1 bản chính, 2 bản sao')
  })

  it('is not received without a sheet, a file or a look at it, nor with a count that is none', async () => {
    const { code } = valueOf(await ask(await withoutPapers()))
    valueOf(await keepSupplementAnswer(clerk, newId(), { code, answers: { [position]: 'Nộp bản giấy' }, files: [], remove: null }))
    valueOf(await answerSupplement(clerk, newId(), { code, version: await versionOf(office, code) }))
    for (const [originals, sentence] of [
      ['', 'Ghi số bản đã nhận'],
      ['một', 'số từ 0 đến 99'],
    ] as const) {
      const checks = await checksOf(code, { originals, certified: '', copies: '', shown: false })
      const no = await receive(office, clerk, code, { checks })
      expect(no).toMatchObject({
        ok: false,
        code: 'components_unchecked',
        fields: { [`originals-${position}`]: expect.stringContaining(sentence) },
      })
    }
    const checks = await checksOf(code, { originals: '', certified: '', copies: '', shown: true })
    const { receiptId } = valueOf(await receive(office, clerk, code, { checks }))
    expect(ReceiptFacts.parse(await paperOf(receiptId)).presented).toHaveLength(1)
  })

  /** The check of a page that counts sheets: the asked paper as said, the others not the case. */
  async function checksOf(code: string, sheets: object) {
    const { versionId } = await rowOf(office, code)
    const components = await office.db.procedureComponent.findMany({ where: { versionId }, orderBy: { position: 'asc' } })
    return components.map((component) =>
      component.position === position
        ? { position, check: 'ACCEPTED', note: '', sheets }
        : { position: component.position, check: component.requirement === 'PRESENTED' ? 'NOT_PRESENTED' : 'NOT_NEEDED', note: '' },
    )
  }
})

describe('a refusal slip at the counter', () => {
  it('needs only who stands there, closes the dossier at once, and asks for no money', async () => {
    const intakeId = await anIntake(clerk)
    valueOf(await send(clerk, intakeId, { fields: { ...PERSON, [`originals-${position}`]: '1' } }))
    const { code, paperId } = valueOf(await refuse(intakeId))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ channel: 'COUNTER', stage: 'refused', holderKind: 'nobody', version: 2, receivedAt: null })
    expect(row.closedAt).toEqual(row.submittedAt)
    expect(row.feeLines).toEqual([])
    expect(row.components.find((one) => one.position === position)).toMatchObject({ originals: 0, check: 'PENDING', checkedBy: null })
    expect(row.events.map(({ step, note }) => [step, note?.text ?? null])).toEqual([
      ['submit', null],
      ['refuse', 'Thường trú ở xã khác'],
    ])
    expect(RefusalFacts.parse(await paperOf(paperId))).toMatchObject({
      ...{ dossierCode: code, reason: 'Thường trú ở xã khác', papers: null },
      ...{ applicant: { identifier: PERSON['person.personalNumber'] }, submitter: { confirmed: null } },
    })
  })

  it('leaves no trace without a reason, or without the person', async () => {
    const intakeId = await withoutPapers()
    const before = await whole()
    expect(await refuse(intakeId, '')).toMatchObject({ ok: false, code: 'reason_needed', fields: { reason: expect.any(String) } })
    const empty = await anIntake(clerk)
    expect(codeOf(await refuse(empty))).toBe('draft_incomplete')
    expect(await whole()).toEqual(before)
  })

  it('keeps what was scanned with the dossier', async () => {
    const intakeId = await aCompleteIntake(office.db, clerk, { files: [aFile(position)] })
    const { code } = valueOf(await refuse(intakeId))
    const { id, hasComponentFile } = await rowOf(office, code)
    expect(hasComponentFile).toBe(true)
    expect(await office.db.document.count({ where: { dossierId: id, intakeId: null } })).toBe(1)
  })
})
