import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { deadline } from '@/lib/deadlines/rules'
import { performStep } from '@/lib/dossiers/commands/perform-step'
import { nextStep } from '@/lib/dossiers/rules'
import { ReceiptFacts } from '@/lib/papers/schema'
import { newId } from '@/lib/platform/clock'
import { toIsoLocal } from '@/lib/platform/local-date'
import { actorOf, signInAs } from '@/tests/support/actors'
import { codeOf, MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import {
  aDossierIn,
  attach,
  BIRTH,
  checksFor,
  handOver,
  inDepartment,
  receive,
  RESIDENCE,
  rowOf,
  take,
  versionOf,
} from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { expectReplays } from '@/tests/support/replayed'

let office: Office
let clerk: StaffActor
let specialist: StaffActor
let leader: StaffActor

beforeAll(async () => {
  office = await openOffice()
  ;[clerk, specialist, leader] = await Promise.all([office.staff('vidu.le'), office.staff('thidiem.pham'), office.staff('mau.tran')])
}, 120_000)
afterAll(() => office.close())

/** All that a step could leave behind. */
const traces = async () => ({
  events: await office.db.dossierEvent.count(),
  notes: await office.db.eventNote.count(),
  audit: await office.db.auditLine.count(),
  requests: await office.db.request.count(),
  papers: await office.db.paper.count(),
  fees: await office.db.feeLine.count(),
  notices: await office.db.notification.count(),
  books: await office.db.numberBook.findMany({ orderBy: [{ kind: 'asc' }, { period: 'asc' }] }),
  head: await office.db.chainHead.findUnique({ where: { communeId: 1 } }),
})

describe('the whole way of a dossier', () => {
  it('is walked by those whose turn it is, and its events replay to its row', async () => {
    const code = await aDossierIn(office)
    valueOf(await receive(office, clerk, code))
    valueOf(await take(office, clerk, code, 'forward'))
    valueOf(await take(office, specialist, code, 'take'))
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose', { reason: 'Đủ căn cứ.' }))
    valueOf(await take(office, leader, code, 'send_back', { reason: 'Thiếu căn cứ ở trang 2.' }))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'in_hand', holderStaffId: specialist.staffId })
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose'))
    valueOf(await take(office, leader, code, 'approve'))
    valueOf(await handOver(office, clerk, code, { isApplicant: 'no', receiverName: 'Trần Thị Thí Dụ', note: 'Có giấy ủy quyền' }))

    const { events, ...row } = await rowOf(office, code)
    expect(row).toMatchObject({ stage: 'returned', holderKind: 'nobody', nextDueAt: null, version: events.length })
    expect(nextStep(row.stage)).toBeNull()
    expect(row.handOver).toMatchObject({ receiverName: 'Trần Thị Thí Dụ', isApplicant: false, byStaffId: clerk.staffId })
    expectReplays({ events, ...row })
    expect(events.map(({ note }) => note?.text ?? null)).toEqual(expect.arrayContaining(['Đủ căn cứ.', 'Thiếu căn cứ ở trang 2.']))
    expect(JSON.stringify(events.map(({ note: _note, ...chained }) => ({ ...chained, chainSeq: 0 })))).not.toContain('căn cứ')
    expect(await office.db.document.count({ where: { dossierId: row.id, purpose: 'RESULT' } })).toBe(1)
  })

  it('of a dossier of Công an xã ends with its own head, and the commune’s leader cannot take it from there', async () => {
    const [officer, head] = [await office.staff('thaotac.trinh'), await office.staff('dientap.huynh')]
    const code = await inDepartment(office, RESIDENCE)
    valueOf(await take(office, officer, code, 'take'))
    valueOf(await attach(office, officer, code))
    valueOf(await take(office, officer, code, 'propose'))
    expect(codeOf(await take(office, leader, code, 'approve'))).toBe('not_allowed')
    valueOf(await take(office, head, code, 'approve'))
    expect(await rowOf(office, code)).toMatchObject({ stage: 'finished', holderKind: 'desk' })
  })
})

describe('receiving', () => {
  it('takes the next number of the field’s register, starts the clock and issues the receipt with what was true then', async () => {
    const [first, second] = [await aDossierIn(office), await aDossierIn(office)]
    const numbers = []
    for (const code of [first, second]) {
      const { receiptId } = valueOf(await receive(office, clerk, code))
      const row = await rowOf(office, code)
      const { receivedAt, dueAt } = row
      if (!receivedAt || !dueAt) throw new Error('The clock has not started')
      const counted = deadline({ receivedAt, limit: { value: 3, unit: 'WORKING_DAY' }, pauses: [], calendar: office.world.calendar })
      expect(row).toMatchObject({
        stage: 'received',
        holderKind: 'desk',
        effectiveReceiptAt: counted.effectiveReceipt,
        firstDueAt: counted.dueAt,
        dueAt: counted.dueAt,
        appointmentAt: counted.dueAt,
        nextDueAt: counted.dueAt,
      })
      const paper = row.papers.find(({ id }) => id === receiptId)
      const facts = ReceiptFacts.parse(paper?.facts)
      expect(facts).toMatchObject({
        dossierCode: code,
        number: paper?.number,
        receivedAt: toIsoLocal(receivedAt),
        dueAt: toIsoLocal(dueAt),
        fees: [{ name: 'Lệ phí hộ tịch', amount: 5_000, quantity: 1 }],
        book: { ordinal: row.registerNumber },
        receiver: { name: clerk.fullName },
        lookup: { qr: `http://localhost:3000/tra-cuu?ma=${code}` },
      })
      expect(row.components.filter(({ check }) => check === 'ACCEPTED').map(({ checkedBy }) => checkedBy)).toEqual([clerk.staffId])
      numbers.push({ register: row.registerNumber ?? 0, receipt: paper?.number ?? 0 })
    }
    expect(numbers[1]).toEqual({ register: (numbers[0]?.register ?? 0) + 1, receipt: (numbers[0]?.receipt ?? 0) + 1 })
  })

  it('leaves the paper and the mail to the worker, in the same transaction', async () => {
    const jobs = async () => {
      const rows = await office.db.$queryRaw<{ task: string; n: bigint }[]>`
        SELECT task_identifier AS task, count(*) AS n FROM graphile_worker.jobs GROUP BY 1`
      return Object.fromEntries(rows.map(({ task, n }) => [task, Number(n)]))
    }
    const before = await jobs()
    const person = { ...PERSON, email: 'nguoinop@vidu.example' }
    const code = await aDossierIn(office, { person })
    valueOf(await receive(office, clerk, code))
    const after = await jobs()
    expect(after.render_paper).toBe((before.render_paper ?? 0) + 1)
    const notice = await office.db.notification.findFirstOrThrow({ where: { dossier: { code } } })
    expect(notice).toMatchObject({ recipient: person.email, event: 'received', status: 'QUEUED' })
  })

  it('adds the fees whose case the clerk has ticked, and no other', async () => {
    const [plain, late] = [await aDossierIn(office, { procedure: BIRTH }), await aDossierIn(office, { procedure: BIRTH })]
    valueOf(await receive(office, clerk, plain))
    expect((await rowOf(office, plain)).feeLines).toEqual([])
    valueOf(await receive(office, clerk, late, { fees: ['le-phi-ho-tich', 'no-such-fee'] }))
    const row = await rowOf(office, late)
    expect(row.feeLines.map(({ code, amount, quantity }) => ({ code, amount, quantity }))).toEqual([
      { code: 'le-phi-ho-tich', amount: 8_000, quantity: 1 },
    ])
    expect(ReceiptFacts.parse(row.papers[0]?.facts).fees).toMatchObject([{ amount: 8_000, quantity: 1 }])
  })

  it('charges for as many copies as were asked for', async () => {
    const code = await aDossierIn(office, { procedure: BIRTH })
    const { id: dossierId } = await rowOf(office, code)
    await office.db.dossierAnswer.update({
      where: { communeId_dossierId: { communeId: 1, dossierId } },
      data: { values: { copy_count: 3 } },
    })
    valueOf(await receive(office, clerk, code, { fees: ['phi-ban-sao-trich-luc'] }))
    expect((await rowOf(office, code)).feeLines).toMatchObject([{ code: 'phi-ban-sao-trich-luc', amount: 8_000, quantity: 3 }])
  })

  it('is refused while a needed paper is inadequate, unchecked or called unnecessary, with the reason at its box', async () => {
    const code = await aDossierIn(office)
    const before = await traces()
    const tries = { INADEQUATE: 'component_inadequate', PENDING: 'components_unchecked', NOT_NEEDED: 'components_unchecked' } as const
    for (const [check, refusal] of Object.entries(tries)) {
      const no = await receive(office, clerk, code, { checks: await checksFor(office, code, { 1: check }) })
      expect(no).toMatchObject({ ok: false, code: refusal })
      expect(no.ok ? [] : Object.keys(no.fields)).toEqual(['check-1'])
    }
    expect(await traces()).toEqual(before)
    expect(await rowOf(office, code)).toMatchObject({ stage: 'submitted', version: 1 })
  })
})

describe('two people', () => {
  it('64 takes at once have one winner, and the others are told who', async () => {
    const code = await inDepartment(office)
    const version = await versionOf(office, code)
    const team = [specialist, await office.staff('thunghiem.do'), await office.staff('nguyenmau.ngo')]
    const attempts = await Promise.all(
      Array.from({ length: 64 }, async (_, n) => {
        const actor = team[n % team.length] ?? specialist
        const requestId = newId()
        // A full pool answers `busy`; the page tells the person to try again, so this one does.
        for (;;) {
          const result = await take(office, actor, code, 'take', { version, requestId })
          if (result.ok || result.code !== 'busy') return { actor, result }
        }
      }),
    )
    const winners = attempts.filter(({ result }) => result.ok)
    const winner = winners[0]?.actor
    expect(winners).toHaveLength(1)
    for (const { result } of attempts)
      if (!result.ok) expect(result).toMatchObject({ code: 'changed_meanwhile', detail: { by: winner?.fullName } })
    expect(await rowOf(office, code)).toMatchObject({ stage: 'in_hand', holderStaffId: winner?.staffId, version: version + 1 })
  })

  it('an older page is told who was first instead of what is no longer possible', async () => {
    const code = await aDossierIn(office)
    const version = await versionOf(office, code)
    valueOf(await receive(office, clerk, code))
    const other = await office.staff('tapduot.duong')
    expect(await receive(office, other, code, { version })).toMatchObject({
      ok: false,
      code: 'changed_meanwhile',
      detail: { by: clerk.fullName },
    })
  })
})

describe('a refused step', () => {
  it('leaves no trace', async () => {
    const code = await inDepartment(office)
    valueOf(await take(office, specialist, code, 'take'))
    const before = await traces()
    expect(codeOf(await take(office, specialist, code, 'propose'))).toBe('result_document_needed')
    expect(codeOf(await take(office, specialist, code, 'approve'))).toBe('step_not_possible')
    expect(codeOf(await take(office, await office.staff('thunghiem.do'), code, 'propose'))).toBe('not_allowed')
    expect(codeOf(await take(office, clerk, code, 'propose'))).toBe('not_allowed')
    expect(await traces()).toEqual(before)
  })

  it('asks for the reason at its box', async () => {
    const code = await inDepartment(office)
    valueOf(await take(office, specialist, code, 'take'))
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose'))
    const no = await take(office, leader, code, 'send_back', { reason: '' })
    expect(no).toMatchObject({ ok: false, code: 'reason_needed' })
    expect(no.ok ? [] : Object.keys(no.fields)).toEqual(['reason'])
  })

  it('cannot be approved without the document, however it lost it', async () => {
    const code = await inDepartment(office)
    valueOf(await take(office, specialist, code, 'take'))
    valueOf(await attach(office, specialist, code))
    valueOf(await take(office, specialist, code, 'propose'))
    await office.db.dossier.updateMany({ where: { code }, data: { hasResultFile: false } })
    expect(codeOf(await take(office, leader, code, 'approve'))).toBe('result_document_needed')
  })
})

describe('a dossier that is not theirs', () => {
  it('does not exist for another department, another commune, or someone who is suspended', async () => {
    const code = await inDepartment(office, MARITAL_STATUS)
    const version = await versionOf(office, code)
    for (const userName of ['gialap.nguyen', 'thaotac.trinh', 'songsinh.ta', 'quantri.cao'])
      expect(codeOf(await take(office, await office.staff(userName), code, 'take', { version }))).toBe('not_found')

    const suspended = await signInAs(office.db, { userName: 'thunghiem.do' })
    expect(suspended.actor.kind).toBe('staff')
    await office.db.staff.updateMany({ where: { userName: 'thunghiem.do' }, data: { status: 'SUSPENDED' } })
    const actor = await actorOf(suspended.sessionId)
    await office.db.staff.updateMany({ where: { userName: 'thunghiem.do' }, data: { status: 'ACTIVE' } })
    expect(codeOf(await performStep(actor, newId(), { code, step: 'take', version }))).toBe('sign_in_needed')
    expect(await rowOf(office, code)).toMatchObject({ version, holderStaffId: null })
  })

  it('is not a department’s before it was received', async () => {
    const code = await aDossierIn(office)
    expect(codeOf(await take(office, specialist, code, 'take'))).toBe('not_found')
  })
})

const PERSON = {
  fullName: 'Nguyễn Văn Tập Dượt',
  personalNumber: '086088777001',
  birthDate: '1988-02-03',
  phone: '0900777001',
  email: null,
  address: 'Số 1, ấp Mẫu, xã Tân Hoà',
}
