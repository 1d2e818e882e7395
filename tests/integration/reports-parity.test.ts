import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnonymousActor, StaffActor } from '@/lib/access/policy'
import { newId, readClock } from '@/lib/platform/clock'
import { addDays, instantAt, type LocalDate, localDateOf, parseLocalDate } from '@/lib/platform/local-date'
import type { Result } from '@/lib/platform/refusal'
import { findCounted } from '@/lib/reports/counted-queries'
import { readFigures, readPublicFigures } from '@/lib/reports/queries'
import { belongsTo, countFigure, type DossierFacts, FIGURES, PARTS, spanOf } from '@/lib/reports/rules'
import type { Prisma } from '@/prisma/generated/client'
import { openOffice, type Office } from '@/tests/support/office'

const DOSSIERS = 2_000
const PERIODS = 60
const SEED = 20_261_123
const visitor: AnonymousActor = { kind: 'anonymous', communeId: 1, address: '192.0.2.1' }

/** Days around today, so that open dossiers are judged in the past, now and ahead. */
const TODAY = localDateOf(readClock())
const RANGE = 400
const MINUTE = 60_000
const DAY = 24 * 60

type Generated = DossierFacts & { id: string; code: string; fieldCode: string; departmentCode: string }

const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields)}`)
  return result.value
}

/** Fees and payments of every kind, most of which are no online payment that arrived and no fee above 0. */
const Money = fc.record({
  fees: fc.array(fc.record({ amount: fc.constantFrom(0, 0, 5_000, 100_000), quantity: fc.constantFrom(1, 2) }), { maxLength: 3 }),
  payments: fc.array(
    fc.record({
      method: fc.constantFrom('ONLINE' as const, 'ONLINE' as const, 'CASH' as const, 'TRANSFER' as const),
      status: fc.constantFrom('PAID' as const, 'PAID' as const, 'PENDING' as const, 'CANCELLED' as const, 'REFUNDED' as const),
    }),
    { maxLength: 2 },
  ),
})

/** Instants that lie on the edges of days as often as within them. */
const Instant = fc
  .record({
    day: fc.integer({ min: -RANGE, max: RANGE / 4 }),
    minute: fc.oneof(fc.constantFrom(0, 0, 0, 1, DAY - 1, 17 * 60), fc.integer({ min: 0, max: DAY - 1 })),
  })
  .map(({ day, minute }) => instantAt(addDays(TODAY, day), minute))

const Dates = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ effectiveReceiptAt: null, dueAt: null, finishedAt: null, endedAt: null, pausedAt: null }) },
  {
    weight: 9,
    arbitrary: fc
      .record({
        receipt: Instant,
        // Whole days put due and finishing times on midnight too, the edge of every period.
        limit: fc.oneof(fc.constantFrom(DAY, 3 * DAY), fc.integer({ min: 1, max: 60 * DAY })),
        // Before, exactly at and after the due minute, or not at all; a few are finished before their effective receipt, in the evening.
        // Minutes from receipt to a pause that still runs; only what is open can stand.
        pause: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 90 * DAY })),
        // Every third that ends is stopped without a result.
        stopped: fc.constantFrom(true, false, false),
        finish: fc.oneof(fc.constant(null), fc.constantFrom(0, 0, 0, -1, 1), fc.integer({ min: -30 * DAY, max: 90 * DAY })),
      })
      .map(({ receipt, limit, pause, finish, stopped }) => {
        const dueAt = new Date(receipt.getTime() + limit * MINUTE)
        const endedAt = finish === null ? null : new Date(dueAt.getTime() + finish * MINUTE)
        const finishedAt = stopped ? null : endedAt
        const pausedAt = finishedAt === null && pause !== null ? new Date(receipt.getTime() + pause * MINUTE) : null
        return { effectiveReceiptAt: receipt, dueAt, finishedAt, endedAt, pausedAt }
      }),
  },
)

const Period = fc
  .tuple(fc.integer({ min: -RANGE, max: RANGE / 4 }), fc.oneof(fc.constantFrom(0, 6, 29, 365), fc.integer({ min: 0, max: 200 })))
  .map(([start, days]) => ({ from: addDays(TODAY, start), to: addDays(TODAY, start + days) }))

let office: Office
let leader: StaffActor
let dossiers: Generated[]

beforeAll(async () => {
  office = await openOffice()
  leader = await office.staff('mau.tran')
  dossiers = await insertGenerated()
}, 120_000)
afterAll(() => office.close())

async function insertGenerated(): Promise<Generated[]> {
  const { procedures } = office.world
  const drawn = fc.sample(
    fc.record({
      dates: Dates,
      money: Money,
      procedure: fc.constantFrom(...procedures),
      channel: fc.constantFrom('ONLINE' as const, 'NATIONAL_PORTAL' as const, 'COUNTER' as const, 'POSTAL' as const),
      supplementRequests: fc.constantFrom(0, 0, 0, 1, 1, 2, 3),
      hasComponentFile: fc.boolean(),
      hasResultFile: fc.boolean(),
    }),
    { numRuns: DOSSIERS, seed: SEED },
  )
  const rows: Prisma.DossierCreateManyInput[] = []
  const feeLines: Prisma.FeeLineCreateManyInput[] = []
  const payments: Prisma.PaymentCreateManyInput[] = []
  const generated = drawn.map(({ dates: { endedAt, ...dates }, money, procedure, ...facts }, index): Generated => {
    const id = newId()
    const at = dates.effectiveReceiptAt ?? instantAt(TODAY, 0)
    const code = `H61.123-000101-${String(index + 1).padStart(4, '0')}`
    const { departmentCode, procedureCode, id: versionId } = procedure
    const { fieldCode } = procedure.procedure
    rows.push({
      ...{ communeId: 1, id, code, procedureCode, versionId, fieldCode, departmentCode, ...facts, ...dates },
      competentAgencyCode: 'H61.123',
      returnMethod: 'COUNTER',
      stage: dates.finishedAt ? 'returned' : endedAt ? 'stopped' : dates.effectiveReceiptAt ? 'received' : 'submitted',
      version: 1,
      holderKind: endedAt ? 'nobody' : 'desk',
      closedAt: endedAt,
      nextDueAt: endedAt ? null : (dates.dueAt ?? at),
      submittedAt: at,
      receivedAt: dates.effectiveReceiptAt,
    })
    const own = { communeId: 1, dossierId: id, createdAt: at }
    for (const fee of money.fees) feeLines.push({ ...own, ...fee, id: newId(), code: 'le-phi', name: 'Lệ phí', kind: 'FEE' })
    for (const payment of money.payments)
      payments.push({ ...own, ...payment, id: newId(), amount: 5_000, reference: newId(), paidAt: payment.status === 'PAID' ? at : null })
    const hasFee = money.fees.some(({ amount, quantity }) => amount * quantity > 0)
    const paidOnline = money.payments.some(({ method, status }) => method === 'ONLINE' && status === 'PAID')
    return { id, code, fieldCode, departmentCode, ...facts, ...dates, endedAt, hasFee, paidOnline }
  })
  await office.db.dossier.createMany({ data: rows })
  await office.db.feeLine.createMany({ data: feeLines })
  await office.db.payment.createMany({ data: payments })
  return generated
}

const periods = fc.sample(Period, { numRuns: PERIODS, seed: SEED })

describe(`the SQL counts ${DOSSIERS} generated dossiers as the definition does`, () => {
  test('in the figures that anyone may read', async () => {
    for (const period of periods) {
      const { figures } = told(await readPublicFigures(visitor, period))
      const span = spanOf(period, readClock())
      const defined = Object.fromEntries(FIGURES.map((figure) => [figure, countFigure(figure, dossiers, span)]))
      expect({ ...period, ...figures }).toEqual({ ...period, ...defined })
    }
  })

  test('with enough of each kind for that to mean something', () => {
    const span = spanOf({ from: addDays(TODAY, -RANGE), to: TODAY }, readClock())
    for (const figure of FIGURES) {
      const { numerator, denominator } = countFigure(figure, dossiers, span)
      expect(denominator).toBeGreaterThan(100)
      if (figure !== 'received' && figure !== 'resolved') expect(Math.min(numerator, denominator - numerator)).toBeGreaterThan(50)
    }
    expect(
      dossiers.filter(({ finishedAt, dueAt }) => finishedAt && dueAt && finishedAt.getTime() === dueAt.getTime()).length,
    ).toBeGreaterThan(20)
  })

  test('by field, by department and along time', async () => {
    for (const period of periods.slice(0, 15)) {
      const { byField, byDepartment, series } = told(await readFigures(leader, period))
      const span = spanOf(period, readClock())
      const groups = [
        ...byField.map((group) => ({ ...group, of: dossiers.filter(({ fieldCode }) => fieldCode === group.code) })),
        ...byDepartment.map((group) => ({ ...group, of: dossiers.filter(({ departmentCode }) => departmentCode === group.code) })),
      ]
      for (const { name, figures, of } of groups)
        expect({ name, ...figures }).toEqual({
          name,
          ...Object.fromEntries(FIGURES.map((figure) => [figure, countFigure(figure, of, span)])),
        })
      expect(series.reduce((sum, { received }) => sum + received, 0)).toBe(countFigure('received', dossiers, span).numerator)
      expect(series.reduce((sum, { resolved }) => sum + resolved, 0)).toBe(countFigure('resolved', dossiers, span).numerator)
    }
  })

  test('and each day into its own part of the chart', async () => {
    const from = firstOfMonth(addDays(TODAY, -100))
    const period = { from, to: addDays(from, 27) }
    const { series } = told(await readFigures(leader, period))
    const onDay = (date: LocalDate) => dossiers.filter(({ finishedAt }) => finishedAt && localDateOf(finishedAt) === date).length
    expect(series.map(({ resolved }) => resolved)).toEqual(Array.from({ length: 28 }, (_, index) => onDay(addDays(from, index))))
  })

  test('and lists exactly those dossiers, newest first', async () => {
    const period = { from: addDays(TODAY, -40), to: addDays(TODAY, 10) }
    const span = spanOf(period, readClock())
    for (const figure of FIGURES)
      for (const part of PARTS) {
        const expected = dossiers.filter((facts) => belongsTo({ figure, part }, facts, span)).sort(newestFirst)
        const listed: string[] = []
        for (let cursor: string | null | undefined; cursor !== null;) {
          const page = told(await findCounted(leader, { figure, part, ...period, ...(cursor === undefined ? {} : { cursor }) }))
          listed.push(...page.rows.map(({ code }) => code))
          cursor = page.next
        }
        expect({ figure, part, listed }).toEqual({ figure, part, listed: expected.map(({ code }) => code) })
      }
  }, 60_000)
})

const newestFirst = (a: Generated, b: Generated) =>
  (b.effectiveReceiptAt?.getTime() ?? 0) - (a.effectiveReceiptAt?.getTime() ?? 0) || (a.id < b.id ? 1 : -1)

function firstOfMonth(date: LocalDate): LocalDate {
  const first = parseLocalDate(`${date.slice(0, 8)}01`)
  if (!first) throw new Error('every month has a first day')
  return first
}
