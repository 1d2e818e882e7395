import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, CitizenActor, StaffActor } from '@/lib/access/policy'
import { deadline } from '@/lib/deadlines/rules'
import { answerSupplement, keepSupplementAnswer } from '@/lib/dossiers/commands/answer-supplement'
import { askForMore } from '@/lib/dossiers/commands/ask-for-more'
import { keepChecks } from '@/lib/dossiers/commands/keep-checks'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { pausesIn } from '@/lib/dossiers/life-cycle'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { readSupplement } from '@/lib/dossiers/supplement-queries'
import { answerDueAt } from '@/lib/dossiers/transition'
import { SupplementFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { sha256 } from '@/lib/platform/digest'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, BIRTH, checksFor, receive, rowOf, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { expectReplays } from '@/tests/support/replayed'

let office: Office
let clerk: StaffActor
let specialist: StaffActor
let colleague: StaffActor
let owner: CitizenActor
let neighbour: CitizenActor

beforeAll(async () => {
  office = await openOffice()
  ;[clerk, specialist, colleague] = await Promise.all([office.staff('vidu.le'), office.staff('thidiem.pham'), office.staff('thunghiem.do')])
  ;[owner, neighbour] = await Promise.all([office.citizen(), office.citizen('086088000013')])
}, 120_000)
afterAll(() => office.close())

const OWNER = { ...aPerson(dice(31), 931), personalNumber: '086194000012', email: 'nguoi.nop@vidu.example' }

/** A dossier of the citizen who can sign in: two papers that are always needed. */
const sent = (build?: NonNullable<Parameters<typeof aDossierIn>[1]>['build']) =>
  aDossierIn(office, { procedure: BIRTH, person: OWNER, sent: 90, ...(build ? { build } : {}) })
const inHand = () => sent((builder, at) => builder.step('receive', at(80)).step('forward', at(70)).step('take', at(60)))

const FAULT = { position: 1, reasonCode: 'unreadable', text: 'Thiếu mặt sau' }

async function ask(actor: Actor, code: string, more: { version?: number; requestId?: string; items?: unknown[] } = {}) {
  const { version = await versionOf(office, code), requestId = newId(), items = [FAULT] } = more
  return askForMore(actor, requestId, { code, version, items })
}

const aFile = (position: number, content = newId()) => ({
  id: newId(),
  position,
  fileName: 'chup-lai.pdf',
  mediaType: 'application/pdf',
  size: 9_000,
  pages: 2,
  sha256: sha256(content),
})

const keep = (actor: Actor, code: string, more: { answers?: Record<string, string>; files?: unknown[]; remove?: string | null } = {}) =>
  keepSupplementAnswer(actor, newId(), { code, answers: {}, files: [], remove: null, ...more })

async function answer(actor: Actor, code: string, more: { version?: number; requestId?: string } = {}) {
  const { version = await versionOf(office, code), requestId = newId() } = more
  return answerSupplement(actor, requestId, { code, version })
}

describe('the check at the desk', () => {
  it('is kept when it fails, with the clerk’s words, although the dossier is not received', async () => {
    const code = await sent()
    const checks = await checksFor(office, code, { 1: 'INADEQUATE' })
    const noted = checks.map((check) => (check.position === 1 ? { ...check, note: 'Mờ trang 2' } : check))
    expect(codeOf(await receive(office, clerk, code, { checks: noted }))).toBe('component_inadequate')
    const { components, version, stage } = await rowOf(office, code)
    expect({ version, stage }).toEqual({ version: 1, stage: 'submitted' })
    expect(components.find(({ position }) => position === 1)).toMatchObject({
      check: 'INADEQUATE',
      note: 'Mờ trang 2',
      checkedBy: clerk.staffId,
    })
    expect(components.filter(({ check }) => check === 'ACCEPTED').length).toBeGreaterThan(0)
  })

  it('is kept as well on the way to another outcome, and only by the desk', async () => {
    const code = await sent()
    const checks = await checksFor(office, code, { 1: 'INADEQUATE' })
    valueOf(await keepChecks(clerk, newId(), { code, version: 1, checks }))
    expect((await rowOf(office, code)).components.find(({ position }) => position === 1)?.check).toBe('INADEQUATE')
    expect(codeOf(await keepChecks(owner, newId(), { code, version: 1, checks }))).toBe('not_allowed')
    expect(codeOf(await keepChecks(clerk, newId(), { code, version: 9, checks }))).toBe('changed_meanwhile')
  })
})

describe('asking for more before receipt', () => {
  it('gives the dossier to the applicant, with paper and mail, and starts no clock', async () => {
    const code = await sent()
    const { paperId } = valueOf(await ask(clerk, code))
    const row = await rowOf(office, code)
    expect(row).toMatchObject({
      stage: 'awaiting_supplement',
      holderKind: 'applicant',
      holderStaffId: null,
      receivedAt: null,
      pausedAt: null,
      askedInWorkAt: null,
      supplementRequests: 1,
    })
    const paper = row.papers.find(({ id }) => id === paperId)
    expect(paper).toMatchObject({ kind: 'SUPPLEMENT', issuedBy: clerk.staffId })
    expect(SupplementFacts.parse(paper?.facts)).toMatchObject({
      dossierCode: code,
      items: [{ reason: 'Bản chụp mờ hoặc mất góc, không đọc được. Thiếu mặt sau' }],
      contact: { name: clerk.fullName },
    })
    expect(row.components.find(({ position }) => position === 1)).toMatchObject({ check: 'INADEQUATE' })
    expect(await office.db.notification.count({ where: { dossierId: row.id, event: 'supplement_asked' } })).toBe(1)
  })

  it('leads the applicant to the commune’s own site where it has one', async () => {
    const code = await sent()
    const at = (host: string | null) => office.db.commune.update({ where: { id: 1 }, data: { host } })
    await at('tanhoa.vidu.example')
    const { paperId } = valueOf(await ask(clerk, code).finally(() => at(null)))
    const { papers, id } = await rowOf(office, code)
    const facts = SupplementFacts.parse(papers.find((paper) => paper.id === paperId)?.facts)
    expect(new URL(facts.lookup.qr).hostname).toBe('tanhoa.vidu.example')
    expect(facts.lookup.page).toMatch(/^tanhoa\.vidu\.example(:\d+)?\/tra-cuu$/)
    const { body } = await office.db.notification.findFirstOrThrow({ where: { dossierId: id } })
    expect(body).toMatch(/http:\/\/tanhoa\.vidu\.example(:\d+)?\/ho-so\//)
    expect(body).not.toContain('localhost')
  })

  it('needs something to ask for and a reason for each', async () => {
    const code = await sent()
    expect(codeOf(await ask(clerk, code, { items: [] }))).toBe('nothing_asked')
    const silent = await ask(clerk, code, { items: [{ position: 2, reasonCode: '', text: '' }] })
    expect(silent).toMatchObject({ ok: false, code: 'reason_needed', fields: { 'reason-2': expect.stringContaining('lý do') } })
    expect((await rowOf(office, code)).events).toHaveLength(1)
  })

  it('is the desk’s, once for a double press, and not from an old page', async () => {
    const code = await sent()
    for (const actor of [owner, neighbour, specialist]) expect(codeOf(await ask(actor, code))).toMatch(/not_allowed|not_found/)
    const requestId = newId()
    const [first, second] = [await ask(clerk, code, { version: 1, requestId }), await ask(clerk, code, { version: 1, requestId })]
    expect(second).toEqual(first)
    expect((await rowOf(office, code)).papers).toHaveLength(1)
    expect(codeOf(await ask(clerk, code, { version: 1 }))).toBe('changed_meanwhile')
  })
})

describe('the answer', () => {
  it('is made piece by piece, and the office sees nothing of it before it is sent', async () => {
    const code = await sent()
    valueOf(await ask(clerk, code))
    const file = aFile(1)
    expect(valueOf(await keep(owner, code, { files: [file, aFile(2)], answers: { '1': 'Đã chụp lại' } })).taken).toEqual([file.id])
    expect(valueOf(await keep(owner, code, { files: [{ ...aFile(1), sha256: file.sha256 }] })).taken).toEqual([])
    const page = valueOf(await readDossier(clerk, { code }))
    expect(page.components.find(({ position }) => position === 1)?.files.map(({ id }) => id)).not.toContain(file.id)
    expect(page.supplements[0]?.items[0]?.answer).toBeNull()
    expect(valueOf(await readSupplement(owner, { code })).items).toMatchObject([{ answer: 'Đã chụp lại', files: [{ id: file.id }] }])
    valueOf(await keep(owner, code, { remove: file.id }))
    expect(valueOf(await readSupplement(owner, { code })).items[0]?.files).toEqual([])
  })

  it('must say something of each thing that was asked for', async () => {
    const code = await sent()
    valueOf(await ask(clerk, code, { items: [FAULT, { position: 2, reasonCode: 'missing', text: '' }] }))
    valueOf(await keep(owner, code, { files: [aFile(1)] }))
    const refused = await answer(owner, code)
    expect(refused).toMatchObject({ ok: false, code: 'answer_incomplete' })
    expect(Object.keys(refused.ok ? {} : refused.fields)).toEqual(['tra-loi-2'])
  })

  it('before receipt brings the dossier back to the check with eight new hours; the older file stays as superseded', async () => {
    const code = await sent()
    const before = valueOf(await readDossier(clerk, { code })).components.find(({ position }) => position === 1)?.files ?? []
    expect(before).toHaveLength(1)
    valueOf(await ask(clerk, code))
    const file = aFile(1)
    valueOf(await keep(owner, code, { files: [file] }))
    valueOf(await answer(owner, code))
    const row = await rowOf(office, code)
    const last = row.events.at(-1)
    expect(row).toMatchObject({ stage: 'submitted', holderKind: 'desk', receivedAt: null })
    expect(row.nextDueAt).toEqual(last && answerDueAt(last.at, office.world.calendar))
    expect(row.components.find(({ position }) => position === 1)).toMatchObject({ check: 'PENDING', note: null })
    const page = valueOf(await readDossier(clerk, { code }))
    expect(page.components.find(({ position }) => position === 1)?.files.map(({ id }) => id)).toEqual([file.id])
    expect(page.superseded.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    valueOf(await receive(office, clerk, code))
  })

  it('is taken by the clerk for her, by words alone as well, and by nobody else', async () => {
    const code = await sent()
    valueOf(await ask(clerk, code))
    for (const actor of [neighbour, specialist]) expect(codeOf(await keep(actor, code))).toBe('not_found')
    expect(codeOf(await answer(await office.staff('mau.tran'), code))).toBe('not_allowed')
    valueOf(await keep(clerk, code, { answers: { '1': 'Bản chính đã mất, có xác nhận của Công an xã' } }))
    valueOf(await answer(clerk, code))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'submitted' })
    expect(valueOf(await readDossier(clerk, { code })).supplements[0]?.items[0]?.answer).toContain('đã mất')
  })

  it('is sent once by a double press and tells the applicant no name when her page is old', async () => {
    const code = await sent()
    valueOf(await ask(clerk, code))
    valueOf(await keep(owner, code, { answers: { '1': 'Đã gửi' } }))
    const [version, requestId] = [await versionOf(office, code), newId()]
    const [first, second] = [await answer(owner, code, { version, requestId }), await answer(owner, code, { version, requestId })]
    expect(second).toEqual(first)
    const late = await answer(owner, code, { version })
    expect(late).toMatchObject({ ok: false, code: 'changed_meanwhile', detail: { by: 'Ông/Bà' } })
    valueOf(await receive(office, clerk, code))
    expect(JSON.stringify(await answer(owner, code, { version }))).not.toContain(clerk.fullName)
  })
})

describe('a supplement while the dossier is worked on', () => {
  it('stops the clock until the answer, then the remaining time runs on with the same specialist', async () => {
    const code = await inHand()
    const started = await rowOf(office, code)
    valueOf(await ask(specialist, code))
    const asked = await rowOf(office, code)
    expect(asked).toMatchObject({ stage: 'awaiting_supplement', holderKind: 'applicant', dueAt: started.dueAt })
    expect(asked.pausedAt).toEqual(asked.events.at(-1)?.at)
    expect(valueOf(await readMyDossier(owner, { code })).followed.promise).toMatchObject({ kind: 'result', standing: { kind: 'waiting' } })
    valueOf(await keep(owner, code, { answers: { '1': 'Đã bổ sung' } }))
    valueOf(await answer(owner, code))
    const { events, procedureVersionId: _none, ...row } = { ...(await rowOf(office, code)), procedureVersionId: null }
    expect(row).toMatchObject({ stage: 'in_hand', holderKind: 'person', holderStaffId: specialist.staffId, pausedAt: null })
    const pauses = pausesIn(events)
    expect(pauses).toHaveLength(1)
    const { limitValue: value, limitUnit: unit } = await office.db.procedureVersion.findUniqueOrThrow({ where: { id: row.versionId } })
    const receivedAt = row.receivedAt ?? new Date(0)
    const { dueAt, firstDueAt } = deadline({ receivedAt, limit: { value, unit }, pauses, calendar: office.world.calendar })
    expect(row).toMatchObject({ dueAt, appointmentAt: dueAt, nextDueAt: dueAt, firstDueAt })
    expectReplays({ events, ...row })
    expect(await office.db.notification.count({ where: { dossierId: row.id, event: 'supplement_answered' } })).toBe(1)
  })

  it('is asked for by the one who holds it, and once only', async () => {
    const code = await inHand()
    expect(codeOf(await ask(colleague, code))).toBe('not_allowed')
    expect(codeOf(await ask(clerk, code))).toBe('not_allowed')
    valueOf(await ask(specialist, code))
    valueOf(await keep(owner, code, { answers: { '1': 'Đã bổ sung' } }))
    valueOf(await answer(owner, code))
    expect(codeOf(await ask(specialist, code))).toBe('already_asked')
    expect(valueOf(await readDossier(specialist, { code })).steps.map(({ step }) => step)).not.toContain('ask_for_more')
  })
})
