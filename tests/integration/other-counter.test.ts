import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { askAtCounter, refuseAtCounter } from '@/lib/counter/commands/turn-back'
import { readIntake } from '@/lib/counter/queries'
import { setNextNumber } from '@/lib/dossiers/books/commands'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { readDossier, revealPersonalNumber } from '@/lib/dossiers/dossier-queries'
import { replay } from '@/lib/dossiers/life-cycle'
import { openDossierDocument } from '@/lib/dossiers/my-queries'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { searchDossiers } from '@/lib/dossiers/queue-queries'
import type { Step } from '@/lib/dossiers/move-rules'
import { renderPaper } from '@/lib/papers/render'
import { ReceiptFacts, SupplementFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { takeAny } from '@/tests/support/every-step'
import { aFile, codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aCompleteIntake, anIntake, completeFields, PERSON, send } from '@/tests/support/intake'
import { aDossierIn, receive, rowOf, take } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { chainsHold, DECIDES, FOR, RECEIVES, takeInThere } from '@/tests/support/other-counter'
import { textOf } from '@/tests/support/pdf'
import { statementsOf } from '@/tests/support/statements'

let office: Office
/** At the counter that receives, and the people of the commune that decides. */
let there: StaffActor
let clerk: StaffActor
let specialist: StaffActor
let needed: number
beforeAll(async () => {
  office = await openOffice()
  there = await office.staff('songsinh.ta')
  clerk = await office.staff('vidu.le')
  specialist = await office.staff('thidiem.pham')
  const always = { version: { procedureCode: MARITAL_STATUS }, requirement: 'ALWAYS' } as const
  needed = (await office.db.procedureComponent.findFirstOrThrow({ where: always, select: { position: true } })).position
}, 120_000)
afterAll(() => office.close())

const read = (actor: StaffActor, code: string) => readDossier(actor, { code })
const offered = async (actor: StaffActor, code: string) => valueOf(await read(actor, code)).steps.map(({ step }) => step)
/** The numbers of the receipts under a commune's letterhead, in order. */
const numbersIn = async (bookCommuneId: number) =>
  (await office.db.paper.findMany({ where: { bookCommuneId, kind: 'RECEIPT' }, orderBy: { number: 'asc' }, select: { number: true } })).map(
    ({ number }) => number,
  )
const takeIn = (more: Parameters<typeof takeInThere>[2] = {}) => takeInThere(office, there, more)

describe('a dossier taken in for another commune', () => {
  it('is the deciding commune’s: its code, its register, its clock and department; the counter stands beside it', async () => {
    const { code, receiptId } = await takeIn()
    expect(code).toMatch(/^H61\.123-/)
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ communeId: DECIDES, receivingCommuneId: RECEIVES, stage: 'received', channel: 'COUNTER', version: 2 })
    expect(row).toMatchObject({ holderKind: 'desk', holderDepartment: 'TTPVHCC', competentAgencyCode: 'H61.123' })
    expect(row.registerNumber).toBeGreaterThan(0)
    expect(row.papers.map(({ id }) => id)).toEqual([receiptId])
    expect(await office.db.dossier.count({ where: { communeId: RECEIVES } })).toBe(0)
    // Of its own books the counter uses the one of the receipts alone, since its letterhead stands on them.
    const books = await office.db.numberBook.findMany({ where: { communeId: RECEIVES }, select: { kind: true, last: true } })
    expect(books).toEqual([{ kind: 'RECEIPT', last: 1 }])
  })

  it('never has two papers of one letterhead with one number, nor a number left out', async () => {
    const own = async (actor: StaffActor) =>
      valueOf(await takeInDossier(actor, newId(), { intakeId: await aCompleteIntake(office.db, actor) }))
    const before = await numbersIn(RECEIVES)
    const [foreign, theirs, ours] = [await takeIn(), await own(there), await own(clerk)]
    const last = before.length
    expect(await numbersIn(RECEIVES)).toEqual(Array.from({ length: last + 2 }, (_, index) => index + 1))
    const head = async (actor: StaffActor, id: string) => {
      const { letterhead, number } = ReceiptFacts.parse(valueOf(await openPaper(actor, { id })).made.facts)
      return `${letterhead.parentAgency} ${number}`
    }
    const heads = [await head(there, foreign.receiptId), await head(there, theirs.receiptId), await head(clerk, ours.receiptId)]
    expect(heads.slice(0, 2)).toEqual([last + 1, last + 2].map((number) => `ỦY BAN NHÂN DÂN XÃ THÍ DỤ ${number}`))
    expect(new Set(heads).size).toBe(3)
    // The administrator of the receiving commune cannot set the book back behind what its counter gave out for another.
    const admin: StaffActor = { ...there, roles: ['admin'] }
    const back = { kind: 'RECEIPT', next: String(last + 2), seen: String(last + 3) }
    expect(await setNextNumber(admin, newId(), back)).toMatchObject({
      code: 'invalid_input',
      fields: { next: expect.any(String) as string },
    })
  })

  it('is taken in beside both counters’ own without one waiting for the other for ever', async () => {
    const intakes: { actor: StaffActor; intakeId: string }[] = []
    for (const [actor, fields] of [
      [there, FOR],
      [there, {}],
      [clerk, {}],
      [there, FOR],
      [there, {}],
      [clerk, {}],
    ] as const)
      intakes.push({ actor, intakeId: await aCompleteIntake(office.db, actor, { fields }) })
    const both = await Promise.all(intakes.map(async ({ actor, intakeId }) => valueOf(await takeInDossier(actor, newId(), { intakeId }))))
    expect(new Set(both.map(({ code }) => code)).size).toBe(6)
    for (const commune of [DECIDES, RECEIVES]) {
      const numbers = await numbersIn(commune)
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }
    await chainsHold(office)
  })

  it('says whose officer acted, in the one chain of the commune that decides, and replays', async () => {
    const { code, dossierId } = await takeIn()
    const row = await rowOf(office, code)
    expect(row.events.map(({ step, actorId, actorCommuneId }) => [step, actorId, actorCommuneId])).toEqual([
      ['submit', there.staffId, RECEIVES],
      ['receive', there.staffId, RECEIVES],
    ])
    const columns = replay(row.events.map(({ changes }) => ({ changes: Object(changes) })))
    expect(columns).toEqual(Object.fromEntries(Object.keys(columns).map((column) => [column, Reflect.get(row, column)])))
    const lines = await office.db.auditLine.findMany({ where: { subjectId: dossierId, action: 'intake.receive' } })
    expect(lines).toMatchObject([{ communeId: DECIDES, actorId: there.staffId, detail: { actorCommune: RECEIVES } }])
    await chainsHold(office)
  })

  it('gets its receipt under the letterhead of the counter, with who decides', async () => {
    const { receiptId } = await takeIn()
    const { kind, made } = valueOf(await openPaper(there, { id: receiptId }))
    const facts = ReceiptFacts.parse(made.facts)
    expect(facts).toMatchObject({
      letterhead: { parentAgency: 'ỦY BAN NHÂN DÂN XÃ THÍ DỤ' },
      centre: 'xã Thí Dụ',
      decidedBy: 'Ủy ban nhân dân xã Tân Hoà',
      resultAt: 'Tại quầy Một cửa xã Thí Dụ',
      receiver: { name: there.fullName },
      book: { of: 'xã Tân Hoà' },
    })
    expect(kind).toBe('RECEIPT')
    const text = textOf(await renderPaper('RECEIPT', made.templateVersion, made.facts))
    expect(text).toContain('Cơ quan giải quyết: Ủy ban nhân dân xã Tân Hoà')
    expect(text).toContain('(Sổ của xã Tân Hoà)')
    // One's own says nothing of the kind.
    const own = valueOf(await takeInDossier(clerk, newId(), { intakeId: await aCompleteIntake(office.db, clerk) }))
    const ownFacts = ReceiptFacts.parse(valueOf(await openPaper(clerk, { id: own.receiptId })).made.facts)
    expect([ownFacts.decidedBy, ownFacts.book.of]).toEqual([undefined, undefined])
  })

  it('brings its files along, and both counters open them', async () => {
    const { code } = await takeIn({ files: [aFile(needed)] })
    const [file] = valueOf(await read(there, code)).components.flatMap(({ files }) => files)
    expect(file).toBeDefined()
    for (const actor of [there, clerk]) valueOf(await openDossierDocument(actor, { id: file?.id }))
    expect(await office.db.document.findMany({ where: { id: file?.id ?? '' }, select: { communeId: true, intakeId: true } })).toEqual([
      { communeId: DECIDES, intakeId: null },
    ])
  })

  it('is one, however often it is sent, and the second press is told its code', async () => {
    const intakeId = await aCompleteIntake(office.db, there, { fields: FOR })
    const answers = await Promise.all(Array.from({ length: 4 }, () => takeInDossier(there, newId(), { intakeId })))
    const codes = answers.flatMap((answer) => (answer.ok ? [answer.value.code] : []))
    expect(codes).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ code: 'already_filed', detail: { code: codes[0] } })
    await chainsHold(office)
  })

  it('costs no more statements than one’s own', async () => {
    const intakeId = await aCompleteIntake(office.db, there, {
      fields: { ...FOR, 'person.email': 'nguoi.nop@vidu.example' },
      files: [aFile(needed)],
    })
    expect((await statementsOf(() => readIntake(there, { intakeId }))).length).toBeLessThanOrEqual(8)
    const sent = await statementsOf(async () => valueOf(await takeInDossier(there, newId(), { intakeId })))
    expect(sent.length, sent.map((text) => text.slice(0, 90)).join('\n')).toBeLessThanOrEqual(16)
    const { code } = await takeIn()
    const seen = await statementsOf(() => read(there, code))
    expect(seen.length, seen.map((text) => text.slice(0, 90)).join('\n')).toBeLessThanOrEqual(8)
  })
})

describe('which commune decides', () => {
  it('is chosen among those of the province that have the department; any other is refused like none', async () => {
    const intakeId = await aCompleteIntake(office.db, there)
    expect(valueOf(await readIntake(there, { intakeId })).neighbours).toEqual([{ id: DECIDES, name: 'xã Tân Hoà' }])
    const fields = await completeFields(office.db)
    for (const forCommune of ['999', String(RECEIVES), '0', '-1', 'xã Tân Hoà', '1 OR 1=1']) {
      valueOf(await send(there, intakeId, { fields: { ...fields, forCommune } }))
      for (const refused of [
        await takeInDossier(there, newId(), { intakeId }),
        await askAtCounter(there, newId(), { intakeId, items: [{ position: needed, reasonCode: 'missing', text: '' }] }),
        await refuseAtCounter(there, newId(), { intakeId, reason: 'Không thuộc thẩm quyền' }),
      ])
        expect(refused, forCommune).toMatchObject({
          ok: false,
          code: 'draft_incomplete',
          fields: { forCommune: 'Chọn xã, phường giải quyết trong danh sách' },
        })
    }
    await office.db.commune.update({ where: { id: DECIDES }, data: { agencyCode: 'H62.123' } })
    expect(valueOf(await readIntake(there, { intakeId })).neighbours).toEqual([])
    await office.db.commune.update({ where: { id: DECIDES }, data: { agencyCode: 'H61.123' } })
  })

  it('is kept with what was typed, and counts the appointment', async () => {
    const intakeId = await aCompleteIntake(office.db, there, { fields: FOR })
    const hours = { communeId: DECIDES, validFrom: new Date('2026-01-01'), weekdays: [3] }
    const before = valueOf(await readIntake(there, { intakeId })).appointment.deadline.dueAt
    const blocks = { morningOpens: 420, morningCloses: 690, afternoonOpens: 810, afternoonCloses: 1020 }
    await office.db.officeHours.create({ data: { ...hours, ...blocks } })
    const page = valueOf(await readIntake(there, { intakeId }))
    await office.db.officeHours.deleteMany({ where: { communeId: DECIDES, validFrom: hours.validFrom } })
    expect(page.data.forCommuneId).toBe(DECIDES)
    expect(page.appointment.deadline.dueAt > before).toBe(true)
  })
})

describe('the counter that received', () => {
  it('sees that dossier and nothing else of the other commune', async () => {
    const { code } = await takeIn()
    const foreign = await aDossierIn(office)
    const file = await office.db.document.findFirst({ where: { dossier: { code: foreign } }, select: { id: true } })
    expect(codeOf(await read(there, code))).toBe('ok')
    expect(codeOf(await revealPersonalNumber(there, { code }))).toBe('ok')
    expect(codeOf(await read(there, foreign))).toBe('not_found')
    expect(codeOf(await revealPersonalNumber(there, { code: foreign }))).toBe('not_found')
    if (file) expect(codeOf(await openDossierDocument(there, { id: file.id }))).toBe('not_found')
    expect(codeOf(await receive(office, there, foreign))).toBe('not_found')
    const own = valueOf(await takeInDossier(clerk, newId(), { intakeId: await aCompleteIntake(office.db, clerk) }))
    expect(codeOf(await openPaper(there, { id: own.receiptId }))).toBe('not_found')
    const found = valueOf(await searchDossiers(there, { q: PERSON['person.fullName'] })).rows.map((row) => row.code)
    expect(found).toContain(code)
    expect(found).not.toContain(own.code)
    const head = await office.staff('doichung.mai')
    expect(codeOf(await read(head, code))).toBe('not_found')
  })

  it('is offered what the person comes for, and is refused the rest', async () => {
    const { code } = await takeIn()
    expect(await offered(there, code)).toEqual(['ask_to_withdraw'])
    expect(await offered(clerk, code)).toEqual(expect.arrayContaining(['forward', 'ask_to_withdraw']))
    expect(codeOf(await take(office, there, code, 'forward'))).toBe('not_allowed')
    const words = { to: specialist.staffId, days: 2, newDay: localDateOf(new Date('2027-03-01T09:00:00+07:00')) }
    for (const step of ['stop', 'extend', 'ask_agency', 'ask_for_payment', 'pass_on'] satisfies Step[])
      expect(codeOf(await takeAny(office, step, { actor: there, code, words })), step).toBe('not_found')
    expect((await rowOf(office, code)).version).toBe(2)
  })

  it('records a wish to withdraw and that she goes on; the deciding commune answers it', async () => {
    const { code } = await takeIn()
    valueOf(await take(office, there, code, 'ask_to_withdraw'))
    expect((await rowOf(office, code)).events.at(-1)).toMatchObject({ step: 'ask_to_withdraw', actorCommuneId: RECEIVES })
    expect(await offered(there, code)).toEqual(['keep_going'])
    expect(await offered(clerk, code)).toEqual(expect.arrayContaining(['confirm_withdrawal', 'keep_going']))
    valueOf(await take(office, there, code, 'keep_going'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'received', pausedAt: null })
    await chainsHold(office)
  })

  it('hands out the slip, takes the answer and receives it then, all under its own letterhead', async () => {
    const intakeId = await anIntake(there)
    const fields = { ...(await completeFields(office.db)), ...FOR, [`originals-${needed}`]: '' }
    valueOf(await send(there, intakeId, { fields }))
    const { code, paperId } = valueOf(
      await askAtCounter(there, newId(), { intakeId, items: [{ position: needed, reasonCode: 'missing', text: '' }] }),
    )
    const slip = SupplementFacts.parse(valueOf(await openPaper(there, { id: paperId })).made.facts)
    expect(slip).toMatchObject({ centre: 'xã Thí Dụ', contact: { name: there.fullName }, items: [{ reason: 'Chưa nộp giấy tờ này' }] })
    const papers = { where: { id: paperId }, select: { communeId: true, bookCommuneId: true } }
    expect(await office.db.paper.findMany(papers)).toEqual([{ communeId: DECIDES, bookCommuneId: RECEIVES }])
    const sheets = { [String(needed)]: 'Đã mang bản chính đến quầy' }
    valueOf(await keepSupplementAnswer(there, newId(), { code, answers: sheets, files: [], remove: null }))
    valueOf(await answerSupplement(there, newId(), { code, version: (await rowOf(office, code)).version }))
    valueOf(await receive(office, there, code))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({ stage: 'received', receivingCommuneId: RECEIVES })
    const receipt = row.papers.find(({ kind }) => kind === 'RECEIPT')
    expect(ReceiptFacts.parse(receipt?.facts)).toMatchObject({ centre: 'xã Thí Dụ', decidedBy: 'Ủy ban nhân dân xã Tân Hoà' })
    await chainsHold(office)
  })
})
