import { PrismaPg } from '@prisma/adapter-pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstFault } from '@/lib/audit/rules'
import { readLinks } from '@/lib/audit/store'
import { mayMove, nextStep, STAGES } from '@/lib/dossiers/rules'
import { instantAt, parseLocalDate } from '@/lib/platform/local-date'
import { PrismaClient } from '@/prisma/generated/client'
import { seedDemo } from '@/prisma/seed/index'
import { databaseUrl } from '@/tests/support/database'
import { expectReplays } from '@/tests/support/replayed'

const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) })
// A Monday at 09:40, when the office is open and dossiers can be due the same day.
const MONDAY = parseLocalDate('2026-11-23')
const NOW = instantAt(MONDAY ?? neverADay(), 9 * 60 + 40)
const IN_2024 = { submittedAt: { lt: new Date('2025-01-01T00:00:00+07:00') } }
const RECENT = { submittedAt: { gt: new Date('2025-01-01T00:00:00+07:00') } }

function neverADay(): never {
  throw new Error('the day does not parse')
}

beforeAll(() => seedDemo(NOW), 120_000)
afterAll(() => db.$disconnect())

describe('the demonstration', () => {
  it('goes into an empty database only', async () => {
    await expect(seedDemo(NOW)).rejects.toThrow(/not empty/)
  })

  it('is what its events say: every dossier replays to its row', async () => {
    const dossiers = await db.dossier.findMany({ include: { events: { orderBy: { seq: 'asc' } } } })
    expect(dossiers.length).toBeGreaterThan(1_080)
    for (const { events, ...row } of dossiers) {
      expectReplays({ events, ...row })
      expect(row.version).toBe(events.length)
      expect(events.map((event) => event.at.getTime())).toEqual(events.map((event) => event.at.getTime()).sort((a, b) => a - b))
    }
  })

  it('has an unbroken chain', async () => {
    const head = await db.chainHead.findUniqueOrThrow({ where: { communeId: 1 } })
    expect(firstFault(1, await readLinks(db, 1, { after: 0n, limit: 100_000 }), { head })).toBeNull()
  })

  it('numbers codes by the day and registers by field and year without a gap', async () => {
    const dossiers = await db.dossier.findMany({
      where: { registerYear: { not: null } },
      orderBy: [{ receivedAt: 'asc' }, { registerNumber: 'asc' }],
    })
    const books = new Set(dossiers.map((dossier) => `${dossier.registerYear} ${dossier.fieldCode}`))
    for (const book of books) {
      const numbers = dossiers
        .filter((dossier) => `${dossier.registerYear} ${dossier.fieldCode}` === book)
        .map((dossier) => dossier.registerNumber)
      expect(numbers).toEqual(numbers.map((_, index) => index + 1))
    }
  })

  it('has 2024 as it was: 1,032 dossiers, 37 not online, none with an unpaid fee, all of it over by the end of the year', async () => {
    expect(await db.dossier.count({ where: IN_2024 })).toBe(1_032)
    expect(await db.dossier.count({ where: { ...IN_2024, NOT: { channel: 'ONLINE' } } })).toBe(37)
    expect(await db.dossier.count({ where: { ...IN_2024, procedureVersion: { onlineLevel: 'COUNTER' } } })).toBeLessThanOrEqual(37)
    expect(await db.dossier.count({ where: { ...IN_2024, channel: 'ONLINE', procedureVersion: { onlineLevel: 'COUNTER' } } })).toBe(0)
    expect(await db.feeLine.count({ where: { dossier: IN_2024, paymentId: null } })).toBe(0)
    expect(
      await db.dossier.count({ where: { ...IN_2024, stage: 'returned', returnedAt: { lt: new Date('2025-01-01T00:00:00+07:00') } } }),
    ).toBe(1_032)
  })

  it('brings the last weeks to every stage, with two overdue and some due today', async () => {
    const recent = await db.dossier.findMany({ where: RECENT })
    expect(recent.length).toBeGreaterThanOrEqual(58)
    expect(new Set(recent.map((dossier) => dossier.stage))).toEqual(new Set(STAGES))
    const open = recent.filter((dossier) => dossier.finishedAt === null)
    expect(open.filter((dossier) => dossier.dueAt && dossier.dueAt < NOW)).toHaveLength(2)
    expect(
      open.filter((dossier) => dossier.dueAt && dossier.dueAt >= NOW && dossier.dueAt < new Date('2026-11-24T00:00:00+07:00')).length,
    ).toBeGreaterThanOrEqual(5)
    expect(recent.every((dossier) => dossier.submittedAt <= NOW && (dossier.returnedAt ?? NOW) <= NOW)).toBe(true)
  })

  it('owes somebody a fee, whatever the hour of seeding', async () => {
    expect(await db.payment.count({ where: { refundDueAt: { not: null }, refundedAt: null } })).toBeGreaterThanOrEqual(2)
  })

  it('leaves no dossier without somebody who can take its next step', async () => {
    const staff = await db.staff.findMany({ where: { communeId: 1 } })
    for (const dossier of await db.dossier.findMany({ where: { closedAt: null } })) {
      const step = nextStep(dossier.stage)
      const able = staff.filter(
        ({ id, ...person }) => step && mayMove({ kind: 'staff', staffId: id, sessionId: '', ...person }, dossier, step) === true,
      )
      // A supplement is the applicant's to answer, and the desk may take it for her.
      expect(
        able.map((person) => person.userName),
        `${dossier.code} waits for ${step}`,
      ).not.toEqual([])
    }
  })

  it('gives each of one department something to do: to assign, to take, to go on with what a colleague or the head has given', async () => {
    const staff = await db.staff.findMany({ where: { userName: { in: ['nguyenmau.ngo', 'thidiem.pham'] } }, orderBy: { userName: 'asc' } })
    const [head, specialist] = staff.map(({ id }) => id)
    const open = await db.dossier.findMany({
      where: { ...RECENT, departmentCode: 'VAN_PHONG', stage: { in: ['in_department', 'in_hand'] } },
      select: {
        holderStaffId: true,
        events: { orderBy: { seq: 'desc' }, take: 1, select: { step: true, note: { select: { text: true } }, actorId: true } },
      },
    })
    const last = open.flatMap(({ holderStaffId, events }) => events.map((event) => ({ ...event, holderStaffId })))
    expect(last.filter(({ holderStaffId }) => holderStaffId === null).length).toBeGreaterThanOrEqual(3)
    expect(last).toContainEqual({ step: 'take', note: null, actorId: head, holderStaffId: head })
    expect(last).toContainEqual(expect.objectContaining({ step: 'assign', actorId: head, holderStaffId: specialist }))
    expect(last).toContainEqual(
      expect.objectContaining({ step: 'pass_on', note: { text: 'Nghỉ phép từ ngày mai.' }, holderStaffId: specialist }),
    )
    expect(last).toContainEqual(expect.objectContaining({ step: 'give_back', actorId: specialist, holderStaffId: null }))
  })

  it('gives each received dossier the facts of its receipt', async () => {
    expect(await db.dossier.count({ where: { receivedAt: { not: null }, papers: { none: { kind: 'RECEIPT' } } } })).toBe(0)
  })
})
