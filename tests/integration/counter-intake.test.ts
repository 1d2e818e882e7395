import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { deleteIntake, startIntake } from '@/lib/counter/commands/intake'
import { takeInDossier } from '@/lib/counter/commands/take-in'
import { findMyIntakes, openIntakeDocument, readIntake } from '@/lib/counter/queries'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { replay } from '@/lib/dossiers/life-cycle'
import { openPaper } from '@/lib/dossiers/paper-queries'
import { deleteStaleDrafts } from '@/lib/jobs/drafts'
import { ReceiptFacts } from '@/lib/papers/schema'
import { newId, readClock } from '@/lib/platform/clock'
import { readPublicFigures } from '@/lib/reports/queries'
import { aFile, CERTIFIED_COPY, codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aCompleteIntake, anIntake, completeFields, PERSON, send } from '@/tests/support/intake'
import { openOffice, type Office } from '@/tests/support/office'
import { statementsOf } from '@/tests/support/statements'

const KNOWN = '086194000012'
const DAY = 86_400_000

let office: Office
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  clerk = await office.staff('vidu.le')
})
afterAll(() => office.close())

const takeIn = (intakeId: string, requestId = newId(), actor = clerk) => takeInDossier(actor, requestId, { intakeId })
const read = async (intakeId: string) => valueOf(await readIntake(clerk, { intakeId }))
const rowOf = (code: string) =>
  office.db.dossier.findUniqueOrThrow({
    where: { communeId_code: { communeId: 1, code } },
    include: {
      events: { orderBy: { seq: 'asc' } },
      components: { orderBy: { position: 'asc' } },
      applicant: true,
      feeLines: true,
      papers: true,
      documents: true,
      answer: true,
    },
  })
const begun = async () => (await office.db.intake.findMany({ select: { id: true } })).length

describe('what is brought to the counter', () => {
  it('is filed and received at once: two events, one moment, a number in the register and a receipt', async () => {
    const intakeId = await aCompleteIntake(office.db, clerk)
    const { code, receiptId } = valueOf(await takeIn(intakeId))
    const row = await rowOf(code)
    expect(row).toMatchObject({ channel: 'COUNTER', stage: 'received', holderKind: 'desk', version: 2, hasComponentFile: false })
    expect(row.events.map(({ step, actorId }) => [step, actorId])).toEqual([
      ['submit', clerk.staffId],
      ['receive', clerk.staffId],
    ])
    expect(row.receivedAt).toEqual(row.submittedAt)
    expect(row.registerNumber).toBeGreaterThan(0)
    expect(row.dueAt).toEqual(row.appointmentAt)
    expect(row.papers.map(({ id, kind }) => [id, kind])).toEqual([[receiptId, 'RECEIPT']])
    expect(await office.db.intake.count({ where: { id: intakeId } })).toBe(0)
  })

  it('replays from its events to its row, and the chain holds', async () => {
    const { code } = valueOf(await takeIn(await aCompleteIntake(office.db, clerk)))
    const row = await rowOf(code)
    const columns = replay(row.events.map(({ changes }) => ({ changes: Object(changes) })))
    expect(columns).toEqual(Object.fromEntries(Object.keys(columns).map((column) => [column, Reflect.get(row, column)])))
    expect(isWhole(await office.db.$transaction((tx) => verifyChain(tx, 1)))).toBe(true)
  })

  it('is followed by the person under their number, with or without an account', async () => {
    const fields = { 'person.personalNumber': KNOWN, 'person.fullName': 'Nguyễn Thị Minh Họa' }
    const { code } = valueOf(await takeIn(await aCompleteIntake(office.db, clerk, { fields })))
    const citizen = await office.citizen(KNOWN)
    expect((await rowOf(code)).applicant?.personalNumberHash).toBe(citizen.personalNumberHash)
  })

  it('may be of a procedure that is only done at the counter', async () => {
    const intakeId = await anIntake(clerk, CERTIFIED_COPY)
    valueOf(await send(clerk, intakeId, { fields: await completeFields(office.db, CERTIFIED_COPY) }))
    const { code } = valueOf(await takeIn(intakeId))
    expect((await rowOf(code)).procedureCode).toBe(CERTIFIED_COPY)
  })

  it('counts as digitised only with a file', async () => {
    const position = await needed()
    const scanned = await aCompleteIntake(office.db, clerk, { files: [aFile(position)] })
    const row = await rowOf(valueOf(await takeIn(scanned)).code)
    expect(row.hasComponentFile).toBe(true)
    expect(row.documents).toHaveLength(1)
    expect(row.documents[0]).toMatchObject({ intakeId: null, dossierId: row.id })
  })

  it('is never counted as filed online', async () => {
    const today = readClock().toISOString().slice(0, 10)
    const period = { from: today, to: `${today.slice(0, 4)}-12-31` }
    const online = async () =>
      valueOf(await readPublicFigures({ kind: 'anonymous', communeId: 1, address: '192.0.2.1' }, period)).figures.online
    const before = await online()
    valueOf(await takeIn(await aCompleteIntake(office.db, clerk)))
    expect(await online()).toMatchObject({ numerator: before.numerator })
  })
})

const needed = async (): Promise<number> =>
  (
    await office.db.procedureComponent.findFirstOrThrow({
      where: { version: { procedureCode: MARITAL_STATUS }, requirement: 'ALWAYS' },
      select: { position: true },
    })
  ).position

describe('each paper', () => {
  it('is kept with its sheets by kind, and the receipt says them', async () => {
    const position = await needed()
    const fields = { [`originals-${position}`]: '2', [`certified-${position}`]: '1', [`copies-${position}`]: '3' }
    const { code, receiptId } = valueOf(await takeIn(await aCompleteIntake(office.db, clerk, { fields })))
    const row = await rowOf(code)
    expect(row.components.find((one) => one.position === position)).toMatchObject({
      ...{ originals: 2, certified: 1, copies: 3, shown: false },
      ...{ check: 'ACCEPTED', checkedBy: clerk.staffId },
    })
    const facts = ReceiptFacts.parse(valueOf(await openPaper(clerk, { id: receiptId })).made.facts)
    expect(facts.components).toMatchObject([{ originals: 2, certified: 1, photocopies: 3, electronic: false }])
    const page = valueOf(await readDossier(clerk, { code }))
    expect(page.components.find((one) => one.position === position)?.held).toBe('2 bản chính, 1 bản chứng thực, 3 bản sao')
  })

  it('that was scanned and given back is an electronic copy on the receipt', async () => {
    const position = await needed()
    const intakeId = await aCompleteIntake(office.db, clerk, { fields: { [`originals-${position}`]: '' }, files: [aFile(position)] })
    const { receiptId } = valueOf(await takeIn(intakeId))
    const facts = ReceiptFacts.parse(valueOf(await openPaper(clerk, { id: receiptId })).made.facts)
    expect(facts.components).toMatchObject([{ originals: 0, certified: 0, photocopies: 0, electronic: true }])
  })

  it('that was only shown is named as shown, and what was not shown as still to come', async () => {
    const position = await needed()
    const components = (await read(await anIntake(clerk))).components
    const [first, ...others] = components.filter(({ requirement }) => requirement === 'PRESENTED')
    const fields = { [`originals-${position}`]: '', [`shown-${position}`]: 'yes', [`shown-${first?.position}`]: 'yes' }
    const { code, receiptId } = valueOf(await takeIn(await aCompleteIntake(office.db, clerk, { fields })))
    const facts = ReceiptFacts.parse(valueOf(await openPaper(clerk, { id: receiptId })).made.facts)
    expect(facts.components).toEqual([])
    expect(facts.presented).toContain(first?.name)
    expect(facts.toPresent).toEqual(others.map(({ name }) => name))
    const row = await rowOf(code)
    expect(row.components.find((one) => one.position === others[0]?.position)).toMatchObject({ check: 'NOT_PRESENTED', checkedBy: null })
  })

  it('that turned out not to be the case takes its file along', async () => {
    const asked = (await read(await anIntake(clerk))).components.find(
      ({ requirement, question }) => requirement === 'IF_APPLICABLE' && question,
    )
    const position = asked?.position ?? 0
    const intakeId = await aCompleteIntake(office.db, clerk, { fields: { [`applies-${position}`]: 'yes' }, files: [aFile(position)] })
    valueOf(await send(clerk, intakeId, { fields: await completeFields(office.db) }))
    const row = await rowOf(valueOf(await takeIn(intakeId)).code)
    expect(row.documents).toEqual([])
    expect(row.hasComponentFile).toBe(false)
    expect(row.components.find((one) => one.position === position)).toMatchObject({ applies: false, check: 'NOT_NEEDED' })
  })
})

describe('an intake that lacks something', () => {
  it('is not received, names each box, and nothing is taken from any book', async () => {
    const intakeId = await anIntake(clerk)
    valueOf(await send(clerk, intakeId, { fields: { 'person.fullName': 'Trần Văn Mẫu', 'person.phone': '12345' } }))
    const books = await office.db.numberBook.findMany({ orderBy: [{ kind: 'asc' }, { period: 'asc' }] })
    const refused = await takeIn(intakeId)
    expect(codeOf(refused)).toBe('draft_incomplete')
    const fields = refused.ok ? {} : refused.fields
    expect(Object.keys(fields)).toEqual(
      expect.arrayContaining(['person.personalNumber', 'person.phone', 'person.address', `originals-${await needed()}`]),
    )
    expect(await office.db.numberBook.findMany({ orderBy: [{ kind: 'asc' }, { period: 'asc' }] })).toEqual(books)
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('refuses numbers of sheets that are no numbers', async () => {
    const position = await needed()
    const intakeId = await anIntake(clerk)
    valueOf(await send(clerk, intakeId, { fields: { ...(await completeFields(office.db)), [`originals-${position}`]: 'một' } }))
    expect((await read(intakeId)).faults.receive).toEqual([
      { field: `originals-${position}`, sentence: expect.stringContaining('số từ 0 đến 99') },
    ])
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })
})

describe('whatever goes wrong with a sending', () => {
  it('a refused file costs nothing of what was typed, and its sentence waits for the page', async () => {
    const intakeId = await anIntake(clerk)
    const fields = await completeFields(office.db)
    const position = String(await needed())
    const kept = valueOf(await send(clerk, intakeId, { fields, refused: { [position]: 'Tệp a.pdf bị hỏng nên không mở được.' } }))
    expect(kept.complete).toBe(false)
    const { data } = await read(intakeId)
    expect(data.person.fullName).toBe(PERSON['person.fullName'])
    expect(data.refusedFiles).toEqual({ [position]: 'Tệp a.pdf bị hỏng nên không mở được.' })
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('a body that broke off empties no box and takes no tick away', async () => {
    const position = await needed()
    const id = await anIntake(clerk)
    valueOf(await send(clerk, id, { fields: { ...(await completeFields(office.db)), [`shown-${position}`]: 'yes' } }))
    valueOf(await send(clerk, id, { fields: { 'person.fullName': 'Trần Thị Mẫu' }, extent: 'part' }))
    const { data } = await read(id)
    expect(data.person).toMatchObject({ fullName: 'Trần Thị Mẫu', phone: PERSON['person.phone'] })
    expect(data.papers[String(position)]).toMatchObject({ originals: '1', shown: true })
    valueOf(await deleteIntake(clerk, newId(), { intakeId: id }))
  })

  it('the same scan sent twice is kept once, and the clerk can look at it', async () => {
    const position = await needed()
    const intakeId = await anIntake(clerk)
    const file = aFile(position, 'the same bytes')
    const [first, second] = [file, { ...file, id: newId() }]
    valueOf(await send(clerk, intakeId, { files: [first] }))
    expect(valueOf(await send(clerk, intakeId, { files: [second] })).taken).toEqual([])
    expect(codeOf(await openIntakeDocument(clerk, { id: first.id }))).toBe('ok')
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })
})

describe('two presses', () => {
  it('of the same form make one dossier and answer the same', async () => {
    const intakeId = await aCompleteIntake(office.db, clerk)
    const requestId = newId()
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeIn(intakeId, requestId)))
    expect(new Set(answers.map((answer) => valueOf(answer).code)).size).toBe(1)
    expect(await office.db.dossier.count({ where: { communeId: 1, draftId: intakeId } })).toBe(1)
  })

  it('from two windows make one dossier, and the second is told its code', async () => {
    const intakeId = await aCompleteIntake(office.db, clerk)
    const answers = await Promise.all(Array.from({ length: 8 }, () => takeIn(intakeId)))
    const done = answers.flatMap((answer) => (answer.ok ? [answer.value.code] : []))
    expect(done).toHaveLength(1)
    for (const answer of answers) if (!answer.ok) expect(answer).toMatchObject({ code: 'already_filed', detail: { code: done[0] } })
  })

  it('of a procedure go on with the one that nobody has touched', async () => {
    const before = await begun()
    const first = await anIntake(clerk)
    expect(await anIntake(clerk)).toBe(first)
    expect(await begun()).toBe(before + 1)
    valueOf(await deleteIntake(clerk, newId(), { intakeId: first }))
  })
})

describe('an intake', () => {
  it('is shown to the clerk who began it and to nobody else', async () => {
    const intakeId = await anIntake(clerk)
    valueOf(await send(clerk, intakeId, { fields: PERSON }))
    const director = await office.staff('giadinh.hoang')
    expect(codeOf(await readIntake(director, { intakeId }))).toBe('not_found')
    expect(valueOf(await findMyIntakes(director, {})).intakes).toEqual([])
    expect(valueOf(await findMyIntakes(clerk, {})).intakes).toMatchObject([{ id: intakeId, person: PERSON['person.fullName'] }])
    valueOf(await deleteIntake(clerk, newId(), { intakeId }))
  })

  it('is swept after two days without a touch, its files with it', async () => {
    const intakeId = await anIntake(clerk)
    valueOf(await send(clerk, intakeId, { fields: PERSON, files: [aFile(await needed())] }))
    await deleteStaleDrafts(new Date(readClock().getTime() + 1.9 * DAY))
    expect(await office.db.intake.count({ where: { id: intakeId } })).toBe(1)
    await deleteStaleDrafts(new Date(readClock().getTime() + 2.1 * DAY))
    expect(await office.db.intake.count({ where: { id: intakeId } })).toBe(0)
    expect(await office.db.document.count({ where: { intakeId } })).toBe(0)
  })

  it('is begun by nobody who may not receive', async () => {
    for (const name of ['thidiem.pham', 'mau.tran', 'quantri.cao'])
      expect(codeOf(await startIntake(await office.staff(name), newId(), { procedure: MARITAL_STATUS }))).toBe('not_allowed')
  })
})

describe('the counter asks the database', () => {
  it('at most sixteen times for a dossier taken in, and eight for its page', async () => {
    const intakeId = await aCompleteIntake(office.db, clerk, {
      files: [aFile(await needed())],
      fields: { 'person.email': 'nguoi.nop@vidu.example' },
    })
    const page = await statementsOf(() => read(intakeId))
    expect(page.length).toBeLessThanOrEqual(8)
    const sent = await statementsOf(async () => valueOf(await takeIn(intakeId)))
    expect(
      sent.map((text) => text.replace(/\s+/g, ' ').slice(0, 90)).length,
      sent.map((text) => text.slice(0, 90)).join('\n'),
    ).toBeLessThanOrEqual(16)
  })
})
