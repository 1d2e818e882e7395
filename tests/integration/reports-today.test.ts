import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, StaffActor } from '@/lib/access/policy'
import { nextWorkingDay } from '@/lib/deadlines/working-time'
import { findQueue } from '@/lib/dossiers/queue-queries'
import { visibleTo } from '@/lib/dossiers/store'
import { readClock } from '@/lib/platform/clock'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import type { Result } from '@/lib/platform/refusal'
import { openTo } from '@/lib/reports/today-store'
import { TODAY_LISTS, type TodayList } from '@/lib/reports/today'
import { findToday, readToday } from '@/lib/reports/today-queries'
import { ROLES } from '@/lib/staff/words'
import type { Role } from '@/prisma/generated/enums'
import { dice } from '@/prisma/seed/builders/dice'
import { aDossier } from '@/prisma/seed/builders/dossier'
import { aPerson } from '@/prisma/seed/builders/person'
import { procedureOf } from '@/prisma/seed/builders/world'
import { openOffice, type Office } from '@/tests/support/office'

const NOW = readClock()
const TODAY = localDateOf(NOW)
const MARRIAGE_STATUS = '1.004873'
const HOUSEHOLD_BUSINESS = '1.001612'

let office: Office
let leader: StaffActor
let headOfEconomy: StaffActor
const codes: Record<string, string> = {}

const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(result.code)
  return result.value
}

/** A dossier at a stage, with its time to act moved to `dueAt`. */
async function dossierDue(
  name: string,
  procedureCode: string,
  last: 'receive' | 'forward' | 'take' | 'propose' | 'approve' | null,
  dueAt: Date,
) {
  const procedure = procedureOf(office.world, procedureCode)
  const at = instantAt(addDays(TODAY, -30), 9 * 60)
  const sent = aDossier(office.world, { procedure, person: aPerson(dice(1), 1), channel: 'ONLINE', submittedAt: at })
  const built = (last === null ? sent : sent.upTo(last, () => at, last === 'propose' || last === 'approve')).built()
  const [code = ''] = await office.insert(built)
  await office.db.dossier.update({
    where: { communeId_code: { communeId: 1, code } },
    data: { dueAt: last === null ? null : dueAt, nextDueAt: dueAt },
    select: { id: true },
  })
  codes[name] = code
}

beforeAll(async () => {
  office = await openOffice()
  leader = await office.staff('mau.tran')
  headOfEconomy = await office.staff('tuongtrung.do')
  const endOfToday = new Date(instantAt(addDays(TODAY, 1), 0).getTime() - 1)
  const next = nextWorkingDay(TODAY, office.world.calendar)
  await dossierDue('overdue', MARRIAGE_STATUS, 'take', new Date(NOW.getTime() - 60_000))
  await dossierDue('today, to be approved', HOUSEHOLD_BUSINESS, 'propose', endOfToday)
  await dossierDue('today, not proposed', MARRIAGE_STATUS, 'take', endOfToday)
  await dossierDue('next day, not taken', HOUSEHOLD_BUSINESS, 'forward', instantAt(next, 17 * 60))
  await dossierDue('next day, to be approved', MARRIAGE_STATUS, 'propose', instantAt(next, 17 * 60))
  await dossierDue('later', MARRIAGE_STATUS, 'receive', instantAt(addDays(next, 1), 0))
  await dossierDue('has a result', MARRIAGE_STATUS, 'approve', new Date(NOW.getTime() - 60_000))
}, 120_000)
afterAll(() => office.close())

const listed = async (actor: StaffActor, list: TodayList) => {
  const { rows } = told(await findToday(actor, { list }))
  return rows.map(({ code }) => Object.keys(codes).find((name) => codes[name] === code))
}

describe('what is overdue without a letter of apology', () => {
  test('stands by name on the dashboard of whoever sees it, with who holds it, until the letter is sent', async () => {
    const code = codes.overdue ?? ''
    const { noApology } = told(await readToday(leader, {}))
    expect(noApology.rows).toMatchObject([{ code, isExtended: false }])
    expect(noApology.rows[0]?.holder).not.toBeNull()
    expect(noApology.rows[0]?.standing.kind).toMatch(/late/)
    expect(told(await findToday(leader, { list: 'no_apology' })).rows.map((row) => row.code)).toEqual([code])
    // Another department's head is shown nothing of it.
    expect(told(await readToday(headOfEconomy, {})).noApology.rows).toEqual([])
    const where = { communeId_code: { communeId: 1, code } }
    const promised = new Date(NOW.getTime() + 3_600_000)
    await office.db.dossier.update({ where, data: { extendedAt: NOW, appointmentAt: promised }, select: { id: true } })
    expect(told(await readToday(leader, {})).noApology.rows).toEqual([])
    expect(told(await findToday(leader, { list: 'overdue' })).rows.map((row) => row.code)).toContain(code)
    // The letter's own day is a promise too.
    await office.db.dossier.update({ where, data: { appointmentAt: new Date(NOW.getTime() - 1) }, select: { id: true } })
    expect(told(await readToday(leader, {})).noApology.rows).toMatchObject([{ code, isExtended: true }])
    expect(told(await findToday(leader, { list: 'no_apology' })).rows.map((row) => row.code)).toEqual([code])
    await office.db.dossier.update({ where, data: { extendedAt: null, pausedAt: NOW }, select: { id: true } })
    expect(told(await readToday(leader, {})).noApology.rows).toEqual([])
    await office.db.dossier.update({ where, data: { pausedAt: null }, select: { id: true } })
  })
})

describe('what needs the leader today', () => {
  test('is overdue, due today, due on the next working day, and waiting for her approval', async () => {
    expect(await listed(leader, 'overdue')).toEqual(['overdue'])
    expect((await listed(leader, 'due_today')).toSorted()).toEqual(['today, not proposed', 'today, to be approved'])
    expect((await listed(leader, 'due_next')).toSorted()).toEqual(['next day, not taken', 'next day, to be approved'])
    expect(await listed(leader, 'my_approval')).toEqual(['today, to be approved', 'next day, to be approved'])
  })

  test('is at risk when it is late, due today, or due on the next working day without anybody or any draft', async () => {
    const atRisk = await listed(leader, 'at_risk')
    expect(atRisk[0]).toBe('overdue')
    expect(atRisk.toSorted()).toEqual(['next day, not taken', 'overdue', 'today, not proposed', 'today, to be approved'])
  })

  test('leaves out of every due list what has its result and only waits to be fetched', async () => {
    for (const list of TODAY_LISTS)
      expect((await listed(leader, list)).includes('has a result')).toBe(list === 'open' || list === 'finished')
  })

  test('is counted as it is listed', async () => {
    const { counts, all, holders, notProposed } = told(await readToday(leader, {}))
    for (const list of ['overdue', 'due_today', 'due_next', 'my_approval', 'open'] as const)
      expect({ list, count: counts[list] }).toEqual({ list, count: (await listed(leader, list)).length })
    expect(notProposed).toBe(1)
    expect(all).toEqual({ late: 1, today: 2, left: 3, wait: 0, done: 1, total: 7 })
    const kinds = [all.left, all.wait, all.done]
    for (const [index, list] of (['left', 'waiting', 'finished'] as const).entries())
      expect({ list, count: kinds[index] }).toEqual({ list, count: (await listed(leader, list)).length })
    const summed = holders.map(({ late, today, left, wait, done }) => late + today + left + wait + done)
    expect(summed).toEqual(holders.map(({ total }) => total))
    expect(holders.find(({ code }) => code === 'UBND')).toMatchObject({ today: 1, left: 1, total: 2 })
  })
})

describe('a head of department', () => {
  test('sees what is or was with their own department', async () => {
    expect((await listed(headOfEconomy, 'open')).toSorted()).toEqual(['next day, not taken', 'today, to be approved'])
    expect(await listed(headOfEconomy, 'overdue')).toEqual([])
    expect(told(await readToday(headOfEconomy, {})).counts.open).toBe(2)
  })
})

test('a choice of departments has those that resolve something', async () => {
  expect(told(await readToday(leader, {})).departments.map(({ code }) => code)).toEqual([
    'VAN_PHONG',
    'KINH_TE',
    'VAN_HOA_XA_HOI',
    'CONG_AN',
  ])
})

test("a list of what lies with one department is as long as that department's bar", async () => {
  const { holders } = told(await readToday(leader, {}))
  for (const { code, total } of holders) {
    const { rows } = told(await findToday(leader, { list: 'open', department: code }))
    expect({ code, rows: rows.length }).toEqual({ code, rows: total })
  }
})

describe('the open dossiers behind the figures', () => {
  const counted = async (actor: Actor) => {
    const rows = await office.db.$queryRaw<{ id: string }[]>`SELECT d.id FROM dossier d WHERE ${openTo(actor, undefined)} ORDER BY d.id`
    return rows.map(({ id }) => id)
  }
  const visible = async (actor: Actor) => {
    const where = { AND: [{ communeId: actor.communeId, closedAt: null }, visibleTo(actor)] }
    return (await office.db.dossier.findMany({ where, orderBy: { id: 'asc' }, select: { id: true } })).map(({ id }) => id)
  }

  test('are for every role in every department exactly those that the dossiers themselves let it see', async () => {
    const departments = await office.db.department.findMany({ where: { communeId: 1 }, select: { code: true } })
    const seen = new Map<Role, number>()
    for (const role of ROLES)
      for (const { code: departmentCode } of departments) {
        const actor: StaffActor = { ...leader, roles: [role], departmentCode }
        const ids = await visible(actor)
        expect(await counted(actor), `${role} of ${departmentCode}`).toEqual(ids)
        seen.set(role, Math.max(seen.get(role) ?? 0, ids.length))
      }
    expect(seen.get('admin')).toBe(0)
    expect(seen.get('specialist')).toBeGreaterThan(0)
    expect(seen.get('leader')).toBeGreaterThan(seen.get('specialist') ?? 0)
  })

  test('are nobody’s who is no staff', async () => {
    const nobody: Actor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }
    expect(await counted(nobody)).toEqual(await visible(nobody))
    expect(await counted(nobody)).toEqual([])
  })
})

describe('a dossier sent lately, to be answered today', () => {
  test('is due today beside the results, and stands in the leader’s list as it does in the clerk’s', async () => {
    const before = told(await readToday(leader, {}))
    const endOfToday = new Date(instantAt(addDays(TODAY, 1), 0).getTime() - 1)
    await dossierDue('today, to be answered', MARRIAGE_STATUS, null, endOfToday)
    const after = told(await readToday(leader, {}))
    expect(after.counts.due_today).toBe(before.counts.due_today + 1)
    expect([before.answersToday, after.answersToday, after.notProposed]).toEqual([0, 1, before.notProposed])
    const { rows, count } = told(await findToday(leader, { list: 'due_today' }))
    expect(count).toBe(rows.length)
    const own = <R extends { code: string }>(all: readonly R[]) => all.find(({ code }) => code === codes['today, to be answered'])
    const clerks = told(await findQueue(await office.staff('vidu.le'), { shelf: 'submitted' }))
    expect(own(rows)?.standing).toMatchObject({ kind: 'minutes_left', isToday: true })
    expect(own(clerks.rows)?.standing?.kind).toBe('minutes_left')
  })
})
