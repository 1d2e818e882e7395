import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { isWhole, verifyChain } from '@/lib/audit/verify'
import { closingTime, nextWorkingDay } from '@/lib/deadlines/working-time'
import { askOpinion, takeBackQuestion } from '@/lib/dossiers/commands/ask-opinion'
import { giveOpinion } from '@/lib/dossiers/commands/give-opinion'
import { findOpinionGivers, readQuestion } from '@/lib/dossiers/consultation-queries'
import { readDossier } from '@/lib/dossiers/dossier-queries'
import { openDossierDocument } from '@/lib/dossiers/my-queries'
import { findQueue } from '@/lib/dossiers/queue-queries'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { newId, readClock } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { addSubstitution } from '@/lib/staff/commands'
import { signInAs } from '@/tests/support/actors'
import { codeOf, valueOf } from '@/tests/support/filing'
import { attach, inDepartment, rowOf, take } from '@/tests/support/moves'
import { type Office, openOffice } from '@/tests/support/office'
import { officersOf } from '@/tests/support/officers'

let office: Office
let staff: Awaited<ReturnType<typeof officersOf>>
let specialist: StaffActor
let outsider: StaffActor
let colleague: StaffActor
let leader: StaffActor
let admin: StaffActor
beforeAll(async () => {
  office = await openOffice()
  staff = await officersOf(office)
  admin = staff.admin
  ;[specialist, colleague, outsider, leader] = await Promise.all([
    office.staff('thidiem.pham'),
    office.staff('thunghiem.do'),
    office.staff('gialap.nguyen'),
    office.staff('mau.tran'),
  ])
}, 120_000)
afterAll(() => office.close())

const QUESTION = 'Thửa đất có đúng quy hoạch không?'
type Asking = { of?: readonly StaffActor[]; days?: string; question?: string; requestId?: string }
const ask = (actor: StaffActor, code: string, { of = [outsider], days = '2', question = QUESTION, requestId = newId() }: Asking = {}) =>
  askOpinion(actor, requestId, { code, of: of.map(({ staffId }) => staffId), days, question })

const questionsOf = async (actor: StaffActor, code: string) => valueOf(await readDossier(actor, { code })).questions
const idOf = async (code: string, of: StaffActor) =>
  (await office.db.consultation.findFirstOrThrow({ where: { dossier: { code }, askedOf: of.staffId }, orderBy: { askedAt: 'desc' } })).id
const answer = async (actor: StaffActor, code: string, id: string, more: { words?: string; requestId?: string } = {}) =>
  giveOpinion(actor, more.requestId ?? newId(), { code, id, answer: more.words ?? 'Đúng quy hoạch.' })
const stuckFor = async (actor: StaffActor, code: string) =>
  valueOf(await readMyDay(actor, {})).stuck.filter((question) => question.code === code)
/** The officer with whom they stand in for, as at a sign-in of this moment. */
const signedIn = async (userName: string): Promise<StaffActor> => {
  const { actor } = await signInAs(office.db, { userName })
  if (actor.kind !== 'staff') throw new Error('not staff')
  return actor
}

describe('asking officers for their opinion', () => {
  it('leaves stage, holder and clock as they are, and is told on the dossier and on the day of each who was asked', async () => {
    const code = await staff.heldBy(specialist)
    const { events: _events, version, ...before } = await rowOf(office, code)
    valueOf(await ask(specialist, code, { of: [outsider, leader] }))
    const { events, version: after, ...row } = await rowOf(office, code)
    expect(row).toEqual(before)
    expect(after).toBe(version + 1)
    expect(events.at(-1)).toMatchObject({ step: 'ask_opinion', actorId: specialist.staffId })
    for (const asked of [outsider, leader])
      expect(valueOf(await readMyDay(asked, {})).questions).toContainEqual(
        expect.objectContaining({ code, question: QUESTION, isLate: false }),
      )
    expect(valueOf(await readMyDay(specialist, {})).questions).toEqual([])
    const questions = await questionsOf(specialist, code)
    expect(questions).toHaveLength(2)
    expect(questions[0]).toMatchObject({ by: specialist.fullName, standing: 'waiting', mayTakeBack: true, mayAnswer: false })
  })

  it('stays on the day of the one asked while the clock stands, when nothing else of the dossier does', async () => {
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code))
    const { id: dossierId, dueAt } = await office.db.dossier.findFirstOrThrow({ where: { code }, select: { id: true, dueAt: true } })
    const [at, due] = [readClock(), dueAt ?? readClock()]
    await office.db.warning.create({ data: { communeId: 1, dossierId, kind: 'dossier_late', dueAt: due, at, staffId: outsider.staffId } })
    await office.db.dossier.update({
      where: { communeId_id: { communeId: 1, id: dossierId } },
      data: { pausedAt: at },
      select: { id: true },
    })
    const day = valueOf(await readMyDay(outsider, {}))
    expect(day.questions.map((question) => question.code)).toContain(code)
    expect(day.warnings.map((warning) => warning.code)).not.toContain(code)
  })

  it('leaves the day of the one asked when the result is signed, whether it still needs its number or not', async () => {
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code))
    const onDay = async () => valueOf(await readMyDay(outsider, {})).questions.some((question) => question.code === code)
    const set = (data: { stage: 'in_hand' | 'awaiting_issue' | 'finished'; finishedAt: Date | null }) =>
      office.db.dossier.updateMany({ where: { code }, data })
    await set({ stage: 'awaiting_issue', finishedAt: null })
    expect(await onDay()).toBe(false)
    await set({ stage: 'finished', finishedAt: readClock() })
    expect(await onDay()).toBe(false)
    // Reopened, it is asked again.
    await set({ stage: 'in_hand', finishedAt: null })
    expect(await onDay()).toBe(true)
  })

  it('opens the dossier with its files to the one asked, in no list and for no step, until the question is taken back', async () => {
    const code = await staff.heldBy(specialist)
    expect(codeOf(await readDossier(outsider, { code }))).toBe('not_found')
    valueOf(await ask(specialist, code))
    const seen = valueOf(await readDossier(outsider, { code }))
    expect(seen).toMatchObject({ steps: [], mayAskOpinion: false, questions: [{ mayAnswer: true, mayTakeBack: false }] })
    const [file] = seen.components.flatMap(({ files }) => files)
    valueOf(await openDossierDocument(outsider, { id: file?.id }))
    expect(valueOf(await findQueue(outsider, { shelf: 'mine' })).rows.map((row) => row.code)).not.toContain(code)
    expect(codeOf(await take(office, outsider, code, 'give_back', { reason: 'Thử' }))).toBe('not_found')
    const id = await idOf(code, outsider)
    valueOf(await takeBackQuestion(specialist, newId(), { code, id }))
    expect(codeOf(await readDossier(outsider, { code }))).toBe('not_found')
    expect(valueOf(await readMyDay(outsider, {})).questions.map((question) => question.code)).not.toContain(code)
    // Told so, and not that there is nothing.
    expect(codeOf(await answer(outsider, code, id))).toBe('question_taken_back')
    expect(valueOf(await readQuestion(outsider, { code, id })).standing).toBe('taken_back')
    expect((await rowOf(office, code)).events.at(-1)?.step).toBe('take_back_question')
  })

  it('is due at the close of a working day, never after the dossier itself', async () => {
    const code = await staff.heldBy(specialist)
    const { calendar } = office.world
    valueOf(await ask(specialist, code, { days: '1' }))
    const { dueAt } = await rowOf(office, code)
    const next = closingTime(nextWorkingDay(localDateOf(readClock()), calendar), calendar)
    const dueOf = async (of: StaffActor) =>
      (await office.db.consultation.findFirstOrThrow({ where: { dossier: { code }, askedOf: of.staffId } })).dueAt
    expect(await dueOf(outsider)).toEqual(dueAt && dueAt < next ? dueAt : next)
    valueOf(await ask(specialist, code, { of: [leader], days: '10' }))
    expect(await dueOf(leader)).toEqual(dueAt)
    for (const days of ['0', '11', '2,5', ''])
      expect(await ask(specialist, code, { of: [colleague], days })).toMatchObject({
        code: 'invalid_input',
        fields: { days: expect.any(String) },
      })
  })

  it('asks nobody twice who has not answered, nobody suspended, of another commune, or oneself', async () => {
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code))
    expect(await ask(specialist, code, { of: [outsider, leader] })).toMatchObject({
      code: 'invalid_input',
      fields: { of: expect.stringContaining(outsider.fullName) },
    })
    expect(await questionsOf(specialist, code)).toHaveLength(1)
    const gone = await staff.anOfficer()
    valueOf(await staff.suspend(gone.staffId))
    for (const of of [gone.actor, await office.staff('songsinh.ta'), specialist, { ...outsider, staffId: newId() }])
      expect(await ask(specialist, code, { of: [of] })).toMatchObject({ code: 'invalid_input', fields: { of: expect.any(String) } })
    expect(await ask(specialist, code, { of: [] })).toMatchObject({ fields: { of: 'Chọn ít nhất một người' } })
    expect(await ask(specialist, code, { of: [leader], question: ' ' })).toMatchObject({ fields: { question: 'Ghi điều cần hỏi' } })
    const givers = valueOf(await findOpinionGivers(specialist, { code }))
    expect(givers.find(({ id }) => id === outsider.staffId)).toMatchObject({ isAsked: true })
    expect(givers.map(({ id }) => id)).not.toContain(specialist.staffId)
  })

  it('happens once when two windows ask the same person in the same moment, and once for a form sent twice', async () => {
    const code = await staff.heldBy(specialist)
    const results = await Promise.all([ask(specialist, code), ask(specialist, code)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await questionsOf(specialist, code)).toHaveLength(1)
    const requestId = newId()
    const twice = [await ask(specialist, code, { of: [leader], requestId }), await ask(specialist, code, { of: [leader], requestId })]
    expect(twice[1]).toEqual(twice[0])
    expect(await questionsOf(specialist, code)).toHaveLength(2)
  })

  it('is for whoever works on the dossier: who holds it, then who signs', async () => {
    const waiting = await inDepartment(office)
    expect(codeOf(await ask(specialist, waiting))).toBe('step_not_possible')
    const code = await staff.heldBy(specialist)
    expect(codeOf(await ask(colleague, code))).toBe('not_allowed')
    valueOf(await attach(office, specialist, code))
    valueOf(await ask(specialist, code))
    // An open question holds nothing up.
    valueOf(await take(office, specialist, code, 'propose'))
    expect(codeOf(await ask(specialist, code, { of: [colleague] }))).toBe('not_allowed')
    valueOf(await ask(leader, code, { of: [colleague] }))
    expect((await questionsOf(leader, code)).map(({ by }) => by).toSorted()).toEqual([leader.fullName, specialist.fullName].toSorted())
  })
})

describe('giving an opinion', () => {
  it('is done once, by the one asked, whatever happened to the dossier meanwhile', async () => {
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code))
    const id = await idOf(code, outsider)
    valueOf(await attach(office, specialist, code))
    expect(codeOf(await answer(leader, code, id))).toBe('not_allowed')
    expect(codeOf(await answer(colleague, code, id))).toBe('not_allowed')
    const requestId = newId()
    const first = await answer(outsider, code, id, { requestId })
    expect(await answer(outsider, code, id, { requestId })).toEqual(first)
    const second = await answer(outsider, code, id, { words: 'Nghĩ lại rồi' })
    expect(second).toMatchObject({ code: 'opinion_given', detail: { by: outsider.fullName } })
    expect(codeOf(await takeBackQuestion(specialist, newId(), { code, id }))).toBe('opinion_given')
    const [question] = await questionsOf(specialist, code)
    expect(question).toMatchObject({ standing: 'answered', answer: 'Đúng quy hoạch.', of: outsider.fullName, answeredFor: null })
    expect(valueOf(await readMyDay(outsider, {})).questions.map((one) => one.code)).not.toContain(code)
    expect((await rowOf(office, code)).events.at(-1)).toMatchObject({ step: 'give_opinion', actorId: outsider.staffId })
    const audited = await office.db.auditLine.findMany({ where: { action: { in: ['dossier.ask_opinion', 'dossier.give_opinion'] } } })
    expect(audited.length).toBeGreaterThanOrEqual(2)
    expect(isWhole(await verifyChain(office.db, 1))).toBe(true)
  })

  it('is asked of somebody again once answered', async () => {
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code))
    valueOf(await answer(outsider, code, await idOf(code, outsider)))
    valueOf(await ask(specialist, code, { question: 'Còn hành lang lưới điện?' }))
    expect((await questionsOf(specialist, code)).map(({ standing }) => standing).toSorted()).toEqual(['answered', 'waiting'])
  })

  it('late is still an answer, and until then the asker sees that it is late', async () => {
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code))
    await office.db.consultation.updateMany({ where: { dossier: { code } }, data: { dueAt: new Date(readClock().getTime() - 60_000) } })
    expect((await questionsOf(specialist, code))[0]?.standing).toBe('late')
    expect(valueOf(await readMyDay(outsider, {})).questions.find((one) => one.code === code)?.isLate).toBe(true)
    valueOf(await answer(outsider, code, await idOf(code, outsider)))
  })
})

describe('an officer who was asked and is suspended', () => {
  it('leaves the question to the substitute', async () => {
    const asked = await staff.anOfficer()
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code, { of: [asked.actor] }))
    const today = localDateOf(readClock())
    const substitute = await office.staff('kiemthu.vo')
    valueOf(
      await addSubstitution(admin, newId(), { absentId: asked.staffId, substituteId: substitute.staffId, firstDay: today, lastDay: today }),
    )
    valueOf(await staff.suspend(asked.staffId))
    const [question] = await questionsOf(specialist, code)
    expect(question).toMatchObject({ standing: 'waiting', isSuspended: true, standIn: substitute.fullName })
    const standIn = await signedIn('kiemthu.vo')
    expect(valueOf(await readMyDay(standIn, {})).questions).toContainEqual(expect.objectContaining({ code }))
    valueOf(await answer(standIn, code, await idOf(code, asked.actor)))
    expect((await questionsOf(specialist, code))[0]).toMatchObject({ of: asked.actor.fullName, answeredFor: substitute.fullName })
  })

  it('and nobody stands in for leaves it to the asker, who takes it back and asks somebody else', async () => {
    const asked = await staff.anOfficer()
    const code = await staff.heldBy(specialist)
    valueOf(await ask(specialist, code, { of: [asked.actor] }))
    valueOf(await staff.suspend(asked.staffId))
    expect((await questionsOf(specialist, code))[0]).toMatchObject({ standing: 'nobody', standIn: null, mayTakeBack: true })
    expect(await stuckFor(specialist, code)).toMatchObject([{ question: QUESTION, of: asked.actor.fullName, mayAsk: true }])
    expect(await stuckFor(colleague, code)).toEqual([])
    valueOf(await takeBackQuestion(specialist, newId(), { code, id: await idOf(code, asked.actor) }))
    expect(await stuckFor(specialist, code)).toEqual([])
    valueOf(await ask(specialist, code, { of: [outsider] }))
    expect(await stuckFor(specialist, code)).toEqual([])
  })

  it('stands on the day of whoever has the dossier now, where the one who asked is gone too', async () => {
    const [asker, asked] = [await staff.anOfficer(), await staff.anOfficer()]
    const code = await staff.heldBy(asker.actor)
    valueOf(await ask(asker.actor, code, { of: [asked.actor] }))
    valueOf(await staff.suspend(asked.staffId))
    valueOf(await staff.suspend(asker.staffId))
    const head = await office.staff('nguyenmau.ngo')
    expect(await stuckFor(head, code)).toMatchObject([{ of: asked.actor.fullName, mayAsk: true }])
    valueOf(await takeBackQuestion(head, newId(), { code, id: await idOf(code, asked.actor) }))
    expect(await stuckFor(head, code)).toEqual([])
  })

  it('who asked and is gone leaves the question to whoever works on the dossier now', async () => {
    const asker = await staff.anOfficer()
    const code = await staff.heldBy(asker.actor)
    valueOf(await ask(asker.actor, code))
    valueOf(await staff.suspend(asker.staffId))
    const head = await office.staff('nguyenmau.ngo')
    valueOf(await takeBackQuestion(head, newId(), { code, id: await idOf(code, outsider) }))
  })
})
