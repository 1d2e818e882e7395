import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { extendDossier } from '@/lib/dossiers/commands/extend-dossier'
import { passOn } from '@/lib/dossiers/commands/pass-on'
import { watchCommune } from '@/lib/dossiers/watch'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import { newId, readClock } from '@/lib/platform/clock'
import { isWorkingDay, nextWorkingDay } from '@/lib/deadlines/working-time'
import { MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aDossierIn, rowOf, take, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'
import { statementsOf } from '@/tests/support/statements'

let office: Office
let specialist: StaffActor
let head: StaffActor
let leader: StaffActor
let otherLeader: StaffActor

beforeAll(async () => {
  office = await openOffice()
  ;[specialist, head, leader, otherLeader] = await Promise.all([
    office.staff('thidiem.pham'),
    office.staff('nguyenmau.ngo'),
    office.staff('mau.tran'),
    office.staff('vidu.le'),
  ])
}, 120_000)
afterAll(() => office.close())

/** The next opening of the office after everything that this test has done: ten o'clock of a working day, `days` calendar days on. */
function tenOClock(days: number): Date {
  let day = addDays(localDateOf(readClock()), days)
  while (!isWorkingDay(day, office.world.calendar)) day = addDays(day, 1)
  return instantAt(day, 10 * 60)
}

async function inHand(userName = 'thidiem.pham'): Promise<string> {
  const by = office.world.staff.find((person) => person.userName === userName)
  return aDossierIn(office, {
    procedure: MARITAL_STATUS,
    build: (builder, at) => builder.step('receive', at(50)).step('forward', at(45)).step('take', at(40), { by }),
  })
}

describe('the watchdog', () => {
  it('says a thing once, to whoever it concerns, and drafts the apology that the leader sends with one press', async () => {
    const code = await inHand()
    const late = tenOClock(14)
    const first = await watchCommune(office.db, 1, late)
    expect(first).toEqual({ warned: 2, drafted: 1 })
    // Again and again, also by two workers at once: nothing more.
    expect(await Promise.all([watchCommune(office.db, 1, late), watchCommune(office.db, 1, tenOClock(15))])).toEqual([
      { warned: 0, drafted: 0 },
      { warned: 0, drafted: 0 },
    ])
    expect(valueOf(await readMyDay(head, {})).warnings).toMatchObject([{ kind: 'step_late', code }])
    const day = valueOf(await readMyDay(leader, {}))
    expect(day.warnings).toMatchObject([{ kind: 'dossier_late', code }])
    expect(day.drafts).toMatchObject([{ code }])
    // Whoever works on it reads that it is late, once; the letter is not theirs to sign.
    expect(valueOf(await readMyDay(specialist, {}))).toMatchObject({
      warnings: [{ kind: 'dossier_late', code }],
      drafts: [],
      questions: [],
    })
    expect(valueOf(await readMyDay(otherLeader, {}))).toEqual({ warnings: [], drafts: [], questions: [], stuck: [], next: null })

    // A letter that has lain until its own day proposes another, or the one press would be refused.
    const proposed = day.drafts[0]?.newDueAt ?? late
    const onItsDay = instantAt(localDateOf(proposed), 10 * 60)
    expect(await watchCommune(office.db, 1, onItsDay)).toMatchObject({ drafted: 1 })
    const [draft] = valueOf(await readMyDay(leader, {})).drafts
    expect(draft?.newDueAt.getTime()).toBeGreaterThan(proposed.getTime())
    const newDay = localDateOf(draft?.newDueAt ?? late)
    valueOf(await extendDossier(leader, newId(), { code, version: await versionOf(office, code), reason: 'Chờ xác minh', newDay }))
    expect(valueOf(await readMyDay(leader, {})).drafts).toEqual([])
    expect(await watchCommune(office.db, 1, tenOClock(16))).toMatchObject({ drafted: 0 })
    expect((await rowOf(office, code)).extendedAt).not.toBeNull()
    // The day that it promised is watched like the first.
    const past = new Date((draft?.newDueAt ?? late).getTime() + 86_400_000)
    await watchCommune(office.db, 1, instantAt(nextWorkingDay(localDateOf(past), office.world.calendar), 10 * 60))
    const promised = { kind: 'dossier_late', code, isPromised: true, dueAt: draft?.newDueAt }
    expect(valueOf(await readMyDay(leader, {})).warnings).toContainEqual(expect.objectContaining(promised))
  })

  it('warns whoever holds it before it is late, and nobody at night', async () => {
    const code = await inHand()
    const { stepDueAt } = await rowOf(office, code)
    if (!stepDueAt) throw new Error('The way allots time to this step')
    const night = instantAt(localDateOf(stepDueAt), 2 * 60)
    expect(await watchCommune(office.db, 1, night)).toEqual({ warned: 0, drafted: 0 })
    await watchCommune(office.db, 1, new Date(stepDueAt.getTime() - 5 * 60_000))
    expect(valueOf(await readMyDay(specialist, {})).warnings).toContainEqual(expect.objectContaining({ kind: 'step_soon', code }))
  })

  it('warns whoever has the dossier now, also where it has passed into other hands since', async () => {
    const code = await inHand('thunghiem.do')
    const { stepDueAt } = await rowOf(office, code)
    if (!stepDueAt) throw new Error('The way allots time to this step')
    await watchCommune(office.db, 1, new Date(stepDueAt.getTime() - 5 * 60_000))
    const colleague = await office.staff('thunghiem.do')
    const about = async (actor: StaffActor) =>
      valueOf(await readMyDay(actor, {})).warnings.flatMap((warning) => (warning.code === code ? [warning.kind] : []))
    const [first, none] = [await about(colleague), await about(specialist)]
    expect([first.includes('step_soon'), none]).toEqual([true, []])
    const words = { code, version: await versionOf(office, code), step: 'pass_on', to: specialist.staffId, reason: 'Nghỉ phép' }
    valueOf(await passOn(colleague, newId(), words))
    expect([await about(colleague), await about(specialist)]).toEqual([[], first])
  })

  it('warns the desk of what it has not answered within its eight hours, and then its director; the leaders of what waits for a signature', async () => {
    const [clerk, director] = [await office.staff('vidu.le'), await office.staff('giadinh.hoang')]
    const about = async (actor: StaffActor, code: string) =>
      valueOf(await readMyDay(actor, {})).warnings.flatMap((warning) => (warning.code === code ? [warning.kind] : []))
    const sent = await aDossierIn(office)
    const signed = await aDossierIn(office, { build: (builder, at) => builder.upTo('propose', () => at(30)) })
    const { nextDueAt } = await rowOf(office, sent)
    if (!nextDueAt) throw new Error('A dossier that was sent is answered by some time')
    await watchCommune(office.db, 1, new Date(nextDueAt.getTime() - 60_000))
    expect([await about(clerk, sent), await about(director, sent)]).toEqual([['step_soon'], ['step_soon']])
    await watchCommune(office.db, 1, tenOClock(14))
    expect((await about(director, sent)).toSorted()).toEqual(['step_late', 'step_soon'])
    expect(await about(head, sent)).toEqual([])
    // Of a date that is missed its step says nothing more. The head whose work it is hears of it too: perhaps nobody is there who signs.
    for (const actor of [leader, head]) expect(await about(actor, signed)).toEqual(['dossier_late'])
  })

  it('says that the applicant has not answered, to who asked and to the head who may stop it', async () => {
    const code = await aDossierIn(office, {
      build: (builder, at) =>
        builder
          .step('receive', at(50))
          .step('forward', at(45))
          .step('take', at(40), { by: office.world.staff.find(({ userName }) => userName === 'thidiem.pham') })
          .step('ask_for_more', at(30)),
    })
    const by = (await rowOf(office, code)).nextDueAt
    if (!by) throw new Error('The office looks again at what waits for its applicant')
    await watchCommune(office.db, 1, instantAt(nextWorkingDay(localDateOf(by), office.world.calendar), 10 * 60))
    for (const actor of [specialist, head])
      expect(valueOf(await readMyDay(actor, {})).warnings).toContainEqual(expect.objectContaining({ kind: 'applicant_late', code }))
    for (const actor of [leader, otherLeader])
      expect(valueOf(await readMyDay(actor, {})).warnings.filter((warning) => warning.kind === 'applicant_late')).toEqual([])
  })

  it('says nothing any more of a wish to withdraw once it is answered', async () => {
    const code = await inHand()
    const clerk = await office.staff('vidu.le')
    valueOf(await take(office, clerk, code, 'ask_to_withdraw'))
    await watchCommune(office.db, 1, tenOClock(14))
    const director = await office.staff('giadinh.hoang')
    const about = async () => valueOf(await readMyDay(director, {})).warnings.filter((warning) => warning.code === code)
    expect(await about()).toMatchObject([{ kind: 'step_late' }])
    valueOf(await take(office, clerk, code, 'keep_going'))
    expect(await about()).toEqual([])
  })
})

describe('over many dossiers', () => {
  it('asks the database no more often than over one, finds the same, and a second look finds nothing', { timeout: 120_000 }, async () => {
    const late = tenOClock(40)
    const before = await watchCommune(office.db, 1, late)
    expect(before.warned).toBeGreaterThan(0)
    const oneByOne = { warned: 0, drafted: 0 }
    await inHand()
    const few = await statementsOf(async () => {
      const found = await watchCommune(office.db, 1, late)
      Object.assign(oneByOne, found)
    })
    for (let more = 0; more < 150; more += 1) await inHand()
    let found = { warned: 0, drafted: 0 }
    const many = await statementsOf(async () => {
      found = await watchCommune(office.db, 1, late)
    })
    expect(found).toEqual({ warned: 150 * oneByOne.warned, drafted: 150 * oneByOne.drafted })
    expect(many.length).toBe(few.length)
    expect(await watchCommune(office.db, 1, late)).toEqual({ warned: 0, drafted: 0 })
  })
})
