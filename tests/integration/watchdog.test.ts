import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/policy'
import { extendDossier } from '@/lib/dossiers/commands/extend-dossier'
import { watchCommune } from '@/lib/dossiers/watch'
import { readMyDay } from '@/lib/dossiers/watch-queries'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import { newId, readClock } from '@/lib/platform/clock'
import { isWorkingDay } from '@/lib/deadlines/working-time'
import { MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { aDossierIn, rowOf, versionOf } from '@/tests/support/moves'
import { openOffice, type Office } from '@/tests/support/office'

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

async function inHand(): Promise<string> {
  const by = office.world.staff.find(({ userName }) => userName === 'thidiem.pham')
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
    expect(valueOf(await readMyDay(specialist, {}))).toEqual({ warnings: [], drafts: [], questions: [] })
    expect(valueOf(await readMyDay(otherLeader, {}))).toEqual({ warnings: [], drafts: [], questions: [] })

    const [draft] = day.drafts
    const newDay = localDateOf(draft?.newDueAt ?? late)
    valueOf(await extendDossier(leader, newId(), { code, version: await versionOf(office, code), reason: 'Chờ xác minh', newDay }))
    expect(valueOf(await readMyDay(leader, {})).drafts).toEqual([])
    expect(await watchCommune(office.db, 1, tenOClock(16))).toMatchObject({ drafted: 0 })
    expect((await rowOf(office, code)).extendedAt).not.toBeNull()
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
})
