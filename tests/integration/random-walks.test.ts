import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor, CitizenActor, StaffActor } from '@/lib/access/policy'
import { mayMove, nextStep, STEPS } from '@/lib/dossiers/rules'
import { STANDING } from '@/lib/dossiers/store'
import { newId } from '@/lib/platform/clock'
import { localDateOf } from '@/lib/platform/local-date'
import { restoreOfficer } from '@/lib/staff/commands'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { procedureOf } from '@/prisma/seed/builders/world'
import { CALENDAR_ROWS } from '@/tests/support/calendar'
import { takeAny } from '@/tests/support/every-step'
import { MARITAL_STATUS, valueOf } from '@/tests/support/filing'
import { whatHangs } from '@/tests/support/hanging'
import { RESIDENCE, rowOf } from '@/tests/support/moves'
import { KNOWN, type Office, openOffice } from '@/tests/support/office'
import { officersOf } from '@/tests/support/officers'
import { instantOf, minuteOf, referenceClock } from '@/tests/support/reference-clock'
import * as book from '@/tests/support/reference-dossier'
import { someEvent } from '@/tests/support/some-event'
import { expectReplays } from '@/tests/support/replayed'

const DOSSIERS = 100
/** Dossiers on their way while officers are suspended and come back. */
const COMINGS = 40
/** Trợ cấp xã hội hàng tháng: its result is numbered by the registrar. */
const PROCEDURES = [MARITAL_STATUS, RESIDENCE, '1.001776']
const MORNINGS = ['2026-02-11', '2026-04-29', '2026-08-31', '2026-11-20', '2026-12-31', '2026-06-08']
const CLOCK = referenceClock(
  {
    days: CALENDAR_ROWS,
    blocks: [
      [420, 690],
      [810, 1020],
    ],
  },
  '2026-01-01',
  '2028-01-01',
)

let office: Office
let owner: CitizenActor
let officers: StaffActor[]
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  office = await openOffice()
  owner = await office.citizen()
  officers = await Promise.all(office.world.staff.map(({ userName }) => office.staff(userName)))
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await office.close()
})

/** Who reads a dossier at all: the counter, the registrar, the cashier and the leaders each one, a department what was received for it or lies there. */
function sees(actor: Actor, { department, holder, received }: book.Folder): boolean {
  if (actor.kind === 'citizen') return true
  if (actor.kind !== 'staff') return false
  if (actor.roles.some((role) => /clerk|centre_director|registrar|cashier|leader/.test(role))) return true
  const isTheirs = [department, holder.department].includes(actor.departmentCode)
  return received !== null && isTheirs && actor.roles.some((role) => /specialist|department_head/.test(role))
}

const trierOf = (actor: Actor): book.Trier => (actor.kind === 'staff' ? { kind: 'staff', posts: [actor] } : { kind: actor.kind })

const hanging = () => whatHangs(office.db)

type Walk = { code: string; folder: book.Folder; house: book.House; now: number; agencyBy: number | null; done: string[] }

async function begin(seed: number): Promise<Walk> {
  const by = dice(seed)
  const procedure = procedureOf(office.world, by.pick(PROCEDURES))
  const now = minuteOf(new Date(`${by.pick(MORNINGS)}T00:00:00+07:00`)) + by.between(300, 1_100)
  vi.setSystemTime(instantOf(now))
  const sent = aDossier(office.world, { procedure, person: KNOWN, channel: 'ONLINE', submittedAt: instantOf(now) }).built()
  const [code = ''] = await office.insert(sent)
  const house = {
    ...{ clock: CLOCK, limit: { value: procedure.limitValue, unit: procedure.limitUnit }, way: procedure.steps, supplementDays: 30 },
    ...{ desk: 'TTPVHCC', leadership: 'UBND', agencies: office.world.agencies },
  }
  return { code, house, folder: book.sentFolder(house, { department: procedure.departmentCode, now }), now, agencyBy: null, done: [] }
}

/** Whom a step could name. */
function namable({ folder }: Walk, step: string): { departmentCode: string; staffId: string | null }[] {
  const others = (codes: readonly string[]) =>
    codes.filter((code) => code !== folder.department).map((departmentCode) => ({ departmentCode, staffId: null }))
  if (step === 'ask_agency') return others(office.world.agencies)
  if (step === 'pass_to_department')
    return office.world.agencies.includes(folder.department) ? [] : others(['VAN_PHONG', 'KINH_TE', 'VAN_HOA_XA_HOI'])
  return officers.filter(
    ({ staffId, departmentCode, roles }) =>
      departmentCode === folder.department && staffId !== folder.holder.officer && /specialist|department_head/.test(roles.join()),
  )
}
const NAMES = ['assign', 'pass_on', 'pass_to_department', 'ask_agency']

/** One try: mostly a step that somebody may take, else anything by anybody. Answers what the gate should have said and did say. */
async function tryOnce(walk: Walk, by: ReturnType<typeof dice>): Promise<void> {
  walk.now += by.weighted([
    { weight: 6, item: by.between(1, 300) },
    { weight: 3, item: by.between(300, 4_000) },
    { weight: 1, item: by.between(4_000, 15_000) },
  ])
  vi.setSystemTime(instantOf(walk.now))
  const { folder, house, now } = walk
  const event = someEvent(by, folder.place)
  const step = STEPS.find((one) => one === event)
  const everybody: Actor[] = [...officers, owner, owner]
  const isAble = (actor: Actor) => sees(actor, folder) && book.mayDo(trierOf(actor), folder, String(step)).answer === 'yes'
  const able = everybody.filter(isAble)
  const actor = able.length === 0 || by.draw() < 0.15 ? by.pick(everybody) : by.pick(able)
  // Money is taken at any time; that it lets the dossier go on is the step.
  if (!step || (step === 'confirm_payment' && folder.place !== 'awaiting_payment')) return
  const found = namable(walk, step)
  if (NAMES.includes(step) && found.length === 0) return
  const named = NAMES.includes(step) ? by.pick(found) : undefined
  const days = by.between(1, 5)
  const told = CLOCK.closeInDays(Math.max(folder.told ?? 0, now), by.between(1, 20))
  const words = { to: named?.staffId ?? named?.departmentCode ?? '', days, newDay: localDateOf(instantOf(told)) }
  const expected = sees(actor, folder) ? book.mayDo(trierOf(actor), folder, step) : { answer: 'not_found', post: null }
  const said = await takeAny(office, step, { actor, code: walk.code, words })
  const answer = said.ok ? 'yes' : said.code
  expect(answer, `${walk.code} ${walk.done.join()}: ${step} by ${actor.kind === 'staff' ? actor.fullName : 'the applicant'}`).toBe(
    expected.answer,
  )
  if (!said.ok) return
  walk.done.push(step)
  walk.folder = book.afterDeed(folder, { event: step, now, post: expected.post, named }, house)
  if (step === 'extend') walk.folder.told = told
  walk.folder.workBy = agencyTime(walk, folder, { step, days }) ?? walk.folder.workBy
}

/**
 * By when another agency answers: its own time, never beyond the dossier's while that lies ahead; after a pause what was left of it, unless it was late
 * already. Null: the dossier does not come to an agency.
 */
function agencyTime(walk: Walk, before: book.Folder, { step, days }: { step: string; days: number }): number | null {
  const { folder, now, agencyBy } = walk
  const { due } = folder
  if (step === 'ask_agency') {
    const asked = CLOCK.closeInWorkingDays(now, days)
    return (walk.agencyBy = due !== null && due > now && asked > due ? due : asked)
  }
  const since = before.standsSince ?? before.closed
  if ((step !== 'keep_going' && step !== 'take_up_again') || folder.place !== 'with_agency' || agencyBy === null || since === null)
    return null
  if (agencyBy <= since) return agencyBy
  const left = CLOCK.after(now, CLOCK.between(since, agencyBy))
  return (walk.agencyBy = due !== null && left > due ? due : left)
}

const at = (minute: number | null): Date | null => (minute === null ? null : instantOf(minute))

async function expectAsTheBookSays({ code, folder, done }: Walk): Promise<void> {
  const { events, ...row } = await rowOf(office, code)
  expect(row, `${code} ${done.join()}`).toMatchObject({
    ...{ stage: folder.place, departmentCode: folder.department, processorId: folder.worker, stageBefore: folder.cameFrom },
    ...{ holderKind: folder.holder.kind, holderDepartment: folder.holder.department, holderStaffId: folder.holder.officer },
    ...{ withAgency: folder.agency, supplementRequests: folder.asked },
    ...{ nextDueAt: at(folder.actBy), stepDueAt: at(folder.workBy), dueAt: at(folder.due), firstDueAt: at(folder.first) },
    ...{ appointmentAt: at(folder.told), pausedAt: at(folder.standsSince), receivedAt: at(folder.received), closedAt: at(folder.closed) },
    ...{
      finishedAt: at(folder.done),
      returnedAt: at(folder.givenOut),
      extendedAt: at(folder.apologised),
      askedInWorkAt: at(folder.askedAtWork),
    },
  })
  expectReplays({ events, ...row })
}

/** The folder as the row has it: who left has changed hands that no step has. */
async function folderNow(code: string): Promise<book.Folder> {
  const row = await rowOf(office, code)
  const minute = (date: Date | null) => (date === null ? null : minuteOf(date))
  return {
    ...{ commune: row.communeId, otherCounter: row.receivingCommuneId },
    ...{ place: row.stage, department: row.departmentCode, worker: row.processorId, cameFrom: row.stageBefore, agency: row.withAgency },
    holder: { kind: row.holderKind, department: row.holderDepartment, officer: row.holderStaffId },
    ...{ received: minute(row.receivedAt), askedAtWork: minute(row.askedInWorkAt), apologised: minute(row.extendedAt) },
    ...{
      first: null,
      due: null,
      told: minute(row.appointmentAt),
      standsSince: minute(row.pausedAt),
      stood: [],
      asked: row.supplementRequests,
    },
    ...{ done: null, givenOut: null, closed: null, actBy: null, workBy: null },
  }
}

/** Some step that somebody at work may take now, if there is one. */
async function pressSomething(walk: Walk, by: ReturnType<typeof dice>, gone: ReadonlySet<string>): Promise<void> {
  const folder = (walk.folder = await folderNow(walk.code))
  const atWork: Actor[] = [...officers.filter(({ staffId }) => !gone.has(staffId)), owner]
  const able = atWork.flatMap((actor) =>
    book
      .eventsFrom(folder.place)
      .flatMap((step) => (sees(actor, folder) && book.mayDo(trierOf(actor), folder, step).answer === 'yes' ? [{ actor, step }] : [])),
  )
  if (able.length === 0) return
  const { actor, step: name } = by.pick(able)
  const step = STEPS.find((one) => one === name)
  const named = by.pick([...namable(walk, name).filter(({ staffId }) => staffId === null || !gone.has(staffId)), null])
  if (!step || (NAMES.includes(step) && named === null)) return
  const newDay = localDateOf(instantOf(CLOCK.closeInDays(Math.max(folder.told ?? 0, walk.now), 3)))
  const words = { to: named?.staffId ?? named?.departmentCode ?? '', days: 2, newDay }
  valueOf(await takeAny(office, step, { actor, code: walk.code, words }))
  walk.done.push(step)
}

/** Open dossiers whose next step nobody at work can take, although there is somebody whom the office can turn to. */
async function unattended(gone: ReadonlySet<string>): Promise<string[]> {
  const open = await office.db.dossier.findMany({
    where: { communeId: 1, closedAt: null },
    select: { code: true, ...STANDING },
  })
  const atWork = officers.filter(({ staffId }) => !gone.has(staffId))
  const isDesk = (officer: StaffActor) => officer.roles.some((role) => /clerk|centre_director/.test(role))
  return open.flatMap(({ code, ...standing }) => {
    const step = nextStep(standing.stage)
    // What was asked of another agency is answered there, or by whoever handed it over; the desk has its director.
    const isDone = step !== null && atWork.some((officer) => mayMove(officer, standing, step) === true)
    return isDone || !atWork.some(isDesk) ? [] : [`${code}: nobody can ${step} at ${standing.stage}`]
  })
}

describe('whatever people press, in whatever order', () => {
  it(
    'the gate lets through what the rule book allows and nothing else, and after each step nothing hangs',
    { timeout: 600_000 },
    async () => {
      const done = new Set<string>()
      for (let seed = 1; seed <= DOSSIERS; seed += 1) {
        const by = dice(seed * 7_919)
        const walk = await begin(seed)
        for (let tries = by.between(6, 20); tries > 0; tries -= 1) {
          await tryOnce(walk, by)
          await expectAsTheBookSays(walk)
          expect(await hanging(), walk.done.join()).toEqual([])
        }
        for (const step of walk.done) done.add(step)
      }
      expect(STEPS.filter((step) => !done.has(step))).toEqual([])
    },
  )

  it('nothing hangs either while officers come and go', { timeout: 600_000 }, async () => {
    const admin = await officersOf(office)
    const gone = new Set<string>()
    // Heads and leaders stay: who has nobody above them is told to the administrator, and that is all the office can do.
    const mayGo = officers.filter(({ roles }) => /specialist|registrar|clerk/.test(roles.join()))
    for (let seed = 1; seed <= COMINGS; seed += 1) {
      const by = dice(seed * 104_729)
      const walk = await begin(seed)
      for (let tries = by.between(8, 16); tries > 0; tries -= 1) {
        walk.now += by.between(1, 300)
        vi.setSystemTime(instantOf(walk.now))
        const { staffId } = by.pick(mayGo)
        if (by.draw() < 0.35 && !gone.has(staffId)) {
          valueOf(await admin.suspend(staffId))
          gone.add(staffId)
        } else if (by.draw() < 0.2 && gone.has(staffId)) {
          valueOf(await restoreOfficer(admin.admin, newId(), { staffId, version: await admin.versionOf(staffId) }))
          gone.delete(staffId)
        } else await pressSomething(walk, by, gone)
        expect(await hanging(), `${walk.code} ${walk.done.join()}`).toEqual([])
        expect(await unattended(gone), `${walk.code} ${walk.done.join()}`).toEqual([])
      }
    }
  })

  it('the database’s own look finds what hangs', async () => {
    const { code } = await begin(4_711)
    const hold = (staffId: string) =>
      office.db.dossier.updateMany({ where: { code }, data: { holderKind: 'person', holderStaffId: staffId, holderDepartment: 'UBND' } })
    await hold(
      String(officers.find(({ departmentCode, roles }) => departmentCode === 'KINH_TE' && roles.includes('department_head'))?.staffId),
    )
    expect(await hanging()).toEqual([{ code, why: 'held across departments' }])
    await hold('00000000-0000-7000-8000-000000000000')
    expect(await hanging()).toEqual([{ code, why: 'held by nobody at work' }])
  })
})
