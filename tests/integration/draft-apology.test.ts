import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { closingTime, isWorkingDay, nextWorkingDay } from '@/lib/deadlines/working-time'
import { askForPayment } from '@/lib/dossiers/commands/ask-for-payment'
import { draftApology } from '@/lib/dossiers/commands/draft-apology'
import { extendDossier } from '@/lib/dossiers/commands/extend-dossier'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { readMyDossier } from '@/lib/dossiers/my-queries'
import { watchCommune } from '@/lib/dossiers/watch'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { addDays, instantAt, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { dice } from '@/prisma/seed/builders/dice'
import { aPerson } from '@/prisma/seed/builders/person'
import { codeOf, valueOf } from '@/tests/support/filing'
import { aDossierIn, inDepartment, inSpecialistsHand, rowOf, take, versionOf } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'
import { statementsOf } from '@/tests/support/statements'

let office: Office
let specialist: StaffActor
let colleague: StaffActor
let head: StaffActor
let leader: StaffActor
let clerk: StaffActor
beforeAll(async () => {
  office = await openOffice()
  ;[specialist, colleague, head, leader, clerk] = await Promise.all([
    office.staff('thidiem.pham'),
    office.staff('thunghiem.do'),
    office.staff('nguyenmau.ngo'),
    office.staff('mau.tran'),
    office.staff('vidu.le'),
  ])
}, 120_000)
afterAll(() => office.close())

let people = 0
const inHand = (): Promise<string> => inSpecialistsHand(office, aPerson(dice(9_400 + people), 940_000 + (people += 1)))

const REASON = 'Chờ xác minh nơi đăng ký kết hôn trước đây.'

/** The `count`-th working day after this one; before it, where `count` is negative. */
function workingDay(from: LocalDate, count: number): LocalDate {
  const step = Math.sign(count)
  let day = from
  for (let left = Math.abs(count); left > 0; left -= 1)
    do day = addDays(day, step)
    while (!isWorkingDay(day, office.world.calendar))
  return day
}

type Saying = { reason?: string; newDay?: string; version?: number; requestId?: string }

/** Says so from the page as it is now; five working days after the appointment, unless `more` says otherwise. */
async function say(actor: StaffActor, code: string, more: Saying = {}) {
  const { appointmentAt, version } = await rowOf(office, code)
  const newDay = workingDay(localDateOf(appointmentAt ?? readClock()), 5)
  const { requestId = newId(), ...said } = more
  return draftApology(actor, requestId, { code, version, reason: REASON, newDay, ...said })
}

const extensionOf = (code: string) => office.db.extension.findFirst({ where: { dossier: { code } } })
const draftsFor = async (actor: StaffActor, code: string) =>
  valueOf(await readMyDay(actor, {})).drafts.filter((draft) => draft.code === code)

describe('who has a dossier in hand says that it will not make its date', () => {
  it('which leaves it where it is, drafts the apology and is told to whoever signs, as the watchdog’s is', async () => {
    const code = await inHand()
    const { events: _events, version, ...before } = await rowOf(office, code)
    const newDay = workingDay(localDateOf(before.appointmentAt ?? readClock()), 5)
    expect(await draftsFor(leader, code)).toEqual([])
    expect(valueOf(await say(specialist, code))).toEqual({ version: version + 1 })
    const { events, version: after, ...row } = await rowOf(office, code)
    expect(row).toEqual(before)
    expect(after).toBe(version + 1)
    expect(events.at(-1)).toMatchObject({ step: 'draft_apology', actorId: specialist.staffId, note: { text: REASON } })
    const newDueAt = closingTime(newDay, office.world.calendar)
    expect(await extensionOf(code)).toMatchObject({ reason: REASON, newDueAt, draftedBy: specialist.staffId, issuedAt: null })
    expect(await draftsFor(leader, code)).toMatchObject([{ code, newDueAt }])
    expect(await draftsFor(specialist, code)).toEqual([])
    expect(valueOf(await readDossier(leader, { code }))).toMatchObject({
      extension: { by: specialist.fullName, reason: REASON, newDueAt },
      mayDraftApology: false,
    })
    const audited = await office.db.auditLine.findMany({ where: { action: 'dossier.draft_apology', subjectId: row.id } })
    expect(audited).toHaveLength(1)
  })

  it('is kept by the watchdog, and becomes the apology that the leader signs with one press', async () => {
    const code = await inHand()
    valueOf(await say(specialist, code))
    const draft = await extensionOf(code)
    // The date is missed by then, and the day that the specialist proposed still to come.
    await watchCommune(office.db, 1, instantAt(workingDay(localDateOf(readClock()), 5), 10 * 60))
    expect(await extensionOf(code)).toEqual(draft)
    const { reason = '', newDueAt = readClock() } = draft ?? {}
    const signed = { code, version: await versionOf(office, code), reason, newDay: localDateOf(newDueAt) }
    valueOf(await extendDossier(leader, newId(), signed))
    expect(await extensionOf(code)).toMatchObject({ reason, newDueAt, draftedBy: specialist.staffId, issuedBy: leader.staffId })
    expect((await rowOf(office, code)).appointmentAt).toEqual(newDueAt)
    expect(await draftsFor(leader, code)).toEqual([])
    // It is given once, so nothing is left to say.
    expect(codeOf(await say(specialist, code))).toBe('already_extended')
    expect(valueOf(await readDossier(specialist, { code })).mayDraftApology).toBe(false)
  })

  it('stands in place of what the watchdog drafted', async () => {
    const code = await inHand()
    await watchCommune(office.db, 1, instantAt(workingDay(localDateOf(readClock()), 10), 10 * 60))
    expect(await extensionOf(code)).toMatchObject({ draftedBy: null })
    expect(valueOf(await readDossier(specialist, { code })).extension).toMatchObject({ by: null })
    valueOf(await say(specialist, code))
    expect(await extensionOf(code)).toMatchObject({ draftedBy: specialist.staffId, reason: REASON })
  })

  it('is not told to the one whose dossier it is', async () => {
    const owner = await office.citizen()
    const person = { ...aPerson(dice(9_399), 939_999), personalNumber: '086194000012' }
    const code = await inSpecialistsHand(office, person)
    valueOf(await say(specialist, code, { reason: 'Chỉ lãnh đạo đọc câu này' }))
    expect(JSON.stringify(valueOf(await readMyDossier(owner, { code })))).not.toContain('Chỉ lãnh đạo đọc câu này')
  })

  it('takes at most sixteen statements', async () => {
    const code = await inHand()
    const { version, appointmentAt } = await rowOf(office, code)
    const said = { code, version, reason: REASON, newDay: workingDay(localDateOf(appointmentAt ?? readClock()), 2) }
    const sent = await statementsOf(async () => valueOf(await draftApology(specialist, newId(), said)))
    expect(sent.length).toBeLessThanOrEqual(16)
  })
})

describe('said again', () => {
  it('it replaces the draft; the same request twice says it once', async () => {
    const code = await inHand()
    const [version, requestId] = [await versionOf(office, code), newId()]
    const first = await say(specialist, code, { version, requestId })
    expect(await say(specialist, code, { version, requestId })).toEqual(first)
    expect(await versionOf(office, code)).toBe(version + 1)
    valueOf(await say(specialist, code, { reason: 'Hồ sơ gốc đang ở huyện cũ' }))
    expect(await office.db.extension.findMany({ where: { dossier: { code } } })).toMatchObject([{ reason: 'Hồ sơ gốc đang ở huyện cũ' }])
  })

  it('from two pages at once, the second is told who was first', async () => {
    const code = await inHand()
    const version = await versionOf(office, code)
    const answers = await Promise.all(['Một', 'Hai'].map((reason) => say(specialist, code, { version, reason })))
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'changed_meanwhile', detail: { by: specialist.fullName } })
  })

  it('by whoever holds it next, it is theirs; who held it before is told that it changed', async () => {
    const code = await inHand()
    valueOf(await say(specialist, code))
    const version = await versionOf(office, code)
    valueOf(await passOn(specialist, newId(), { code, version, step: 'pass_on', to: colleague.staffId, reason: 'Nghỉ phép' }))
    expect(codeOf(await say(specialist, code, { version }))).toBe('changed_meanwhile')
    expect(codeOf(await say(specialist, code))).toBe('not_allowed')
    valueOf(await say(colleague, code, { reason: 'Mới nhận lại' }))
    expect(await extensionOf(code)).toMatchObject({ reason: 'Mới nhận lại', draftedBy: colleague.staffId })
  })
})

describe('nobody else says so', () => {
  it('neither a colleague, nor the head while a person holds it, nor who signs, nor the desk', async () => {
    const code = await inHand()
    for (const other of [colleague, head, leader, clerk]) {
      expect(codeOf(await say(other, code))).toBe('not_allowed')
      expect(valueOf(await readDossier(other, { code })).mayDraftApology).toBe(false)
    }
    expect(valueOf(await readDossier(specialist, { code })).mayDraftApology).toBe(true)
    expect(await extensionOf(code)).toBeNull()
  })

  it('but the head, and nobody else, of what waits in the department', async () => {
    const code = await inDepartment(office)
    expect(codeOf(await say(specialist, code))).toBe('not_allowed')
    expect(valueOf(await readDossier(head, { code })).mayDraftApology).toBe(true)
    valueOf(await say(head, code))
    expect(await extensionOf(code)).toMatchObject({ draftedBy: head.staffId })
  })
})

describe('it is not said', () => {
  it('before receipt, while the clock stands, or once there is a result', async () => {
    const newDay = workingDay(localDateOf(readClock()), 20)
    const submitted = await aDossierIn(office)
    const finished = await aDossierIn(office, { build: (builder, at) => builder.upTo('approve', () => at(10)) })
    expect(codeOf(await say(clerk, submitted, { newDay }))).toBe('step_not_possible')
    expect(codeOf(await say(clerk, finished, { newDay }))).toBe('step_not_possible')
    const paused = await inHand()
    const owed = { name: 'Lệ phí trước bạ', amount: '150.000', reason: 'Thông báo số 12' }
    valueOf(await askForPayment(specialist, newId(), { code: paused, version: await versionOf(office, paused), ...owed }))
    expect(codeOf(await say(specialist, paused))).toBe('step_not_possible')
    expect(valueOf(await readDossier(specialist, { code: paused })).mayDraftApology).toBe(false)
    const wished = await inHand()
    valueOf(await take(office, clerk, wished, 'ask_to_withdraw'))
    expect(codeOf(await say(specialist, wished))).toBe('step_not_possible')
  })

  it('without a reason, or with a day on which nothing can be promised; each mistake in its own sentence', async () => {
    const code = await inHand()
    const { appointmentAt } = await rowOf(office, code)
    const promised = localDateOf(appointmentAt ?? readClock())
    let sunday = addDays(promised, 1)
    while (new Date(sunday).getUTCDay() !== 0) sunday = addDays(sunday, 1)
    const wrong: [Saying, Record<string, string>][] = [
      [{ newDay: promised }, { newDay: 'Ngày hẹn mới phải sau ngày đã hẹn' }],
      [{ newDay: workingDay(localDateOf(readClock()), -1) }, { newDay: 'Ngày hẹn mới phải sau hôm nay' }],
      [{ newDay: sunday }, { newDay: 'Ngày này cơ quan không làm việc. Chọn ngày làm việc' }],
      [{ newDay: '2026-13-45' }, { newDay: expect.any(String) }],
      [{ reason: ' ' }, { reason: 'Ghi lý do chậm; người nộp đọc được trên Phiếu xin lỗi' }],
      [{ reason: 'x'.repeat(2_001) }, { reason: expect.stringContaining('2000') }],
    ]
    for (const [more, fields] of wrong) expect(await say(specialist, code, more)).toMatchObject({ code: 'invalid_input', fields })
    expect(await extensionOf(code)).toBeNull()
    valueOf(await say(specialist, code, { newDay: nextWorkingDay(promised, office.world.calendar) }))
  })
})
