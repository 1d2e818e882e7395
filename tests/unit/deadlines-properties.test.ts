import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deadline, type LimitUnit, type TimeLimit } from '@/lib/deadlines/rules'
import {
  addOfficeMinutes,
  isOpen,
  isWorkingDay,
  nextOpening,
  officeMinutesBetween,
  workCalendar,
  workingDaysBetween,
} from '@/lib/deadlines/working-time'
import { addDays, localDateOf } from '@/lib/platform/local-date'
import { CALENDAR_ROWS, SEED_CALENDAR } from '@/tests/support/calendar'
import { slowOffice } from '@/tests/support/slow-deadline'

const slow = slowOffice({
  days: CALENDAR_ROWS,
  blocks: [
    [7 * 60, 11 * 60 + 30],
    [13 * 60 + 30, 17 * 60],
  ],
})

const MINUTE = 60_000
const FIRST = Date.parse('2023-12-15T00:00:00+07:00')
const LAST = Date.parse('2028-12-31T00:00:00+07:00')

/** Days around which the calendar is strange: Tết, the swapped Saturdays, 30/4, 2/9 and 24/11. */
const STRANGE = [
  '2024-02-07',
  '2024-05-03',
  '2025-01-24',
  '2025-04-25',
  '2026-01-01',
  '2026-02-13',
  '2026-08-21',
  '2026-08-28',
  '2026-11-20',
  '2027-02-04',
]
/** Minutes at which a rule changes, and their neighbours. */
const EDGES = [0, 419, 420, 421, 689, 690, 691, 809, 810, 811, 899, 900, 901, 1019, 1020, 1021, 1439]

const anyMinute = fc.integer({ min: 0, max: Math.floor((LAST - FIRST) / MINUTE) }).map((n) => new Date(FIRST + n * MINUTE))
const strangeMinute = fc
  .tuple(
    fc.constantFrom(...STRANGE),
    fc.integer({ min: 0, max: 9 }),
    fc.oneof(fc.constantFrom(...EDGES), fc.integer({ min: 0, max: 1439 })),
  )
  .map(([date, days, minute]) => new Date(Date.parse(`${date}T00:00:00+07:00`) + days * 86_400_000 + minute * MINUTE))
const moments = fc.oneof(anyMinute, strangeMinute)
const anyInstant = fc.tuple(moments, fc.integer({ min: 0, max: MINUTE - 1 })).map(([at, ms]) => new Date(at.getTime() + ms))

const units = fc.constantFrom<LimitUnit>('SAME_DAY', 'WORKING_DAY', 'DAY', 'HOUR')
const limits: fc.Arbitrary<TimeLimit> = fc.record({
  value: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 })),
  unit: units,
})

/** Up to four disjoint pauses after the receipt, as gap and length in minutes; some touch, some come too late. */
const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 9000 })), { maxLength: 4 })

function pausesAfter(receivedAt: Date, gaps: readonly (readonly [number, number])[]): (readonly [Date, Date])[] {
  let at = receivedAt.getTime()
  return gaps.map(([gap, length]) => {
    const from = at + gap * MINUTE
    at = from + length * MINUTE
    return [new Date(from), new Date(at)] as const
  })
}

const asPauses = (pauses: readonly (readonly [Date, Date])[]) => pauses.map(([from, to]) => ({ from, to }))

describe('the deadline agrees with a walk along the clock, minute by minute', () => {
  test('for every unit, around Tết and swapped Saturdays, with up to four pauses', () => {
    fc.assert(
      fc.property(moments, limits, spans, (receivedAt, limit, gaps) => {
        const pauses = pausesAfter(receivedAt, gaps)
        const { effectiveReceipt, firstDueAt, dueAt } = deadline({ receivedAt, limit, pauses: asPauses(pauses), calendar: SEED_CALENDAR })
        expect({ effectiveReceipt, firstDueAt, dueAt }).toEqual(slow.due({ receivedAt, ...limit, pauses }))
      }),
      { numRuns: 1500 },
    )
  })

  test('for limits up to a thousand', () => {
    fc.assert(
      fc.property(strangeMinute, fc.integer({ min: 61, max: 1000 }), units, (receivedAt, value, unit) => {
        expect(deadline({ receivedAt, limit: { value, unit }, calendar: SEED_CALENDAR }).dueAt).toEqual(
          slow.due({ receivedAt, value, unit, pauses: [] }).dueAt,
        )
      }),
      { numRuns: 100 },
    )
  })

  test('and so do open hours, office minutes and working days', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -2000, max: 20_000 }), (from, minutes) => {
        const to = new Date(from.getTime() + minutes * MINUTE)
        expect(isOpen(from, SEED_CALENDAR)).toBe(slow.isOpen(from))
        expect(officeMinutesBetween(from, to, SEED_CALENDAR)).toBe(slow.openMinutesBetween(from, to))
        expect(workingDaysBetween(localDateOf(from), localDateOf(to), SEED_CALENDAR)).toBe(slow.workingDaysAfter(from, to))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('whatever is asked', () => {
  const run = (receivedAt: Date, limit: TimeLimit, calendar = SEED_CALENDAR) => deadline({ receivedAt, limit, calendar }).dueAt.getTime()

  test('who comes later is never due earlier', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 20_000 }), limits, (receivedAt, later, limit) => {
        expect(run(new Date(receivedAt.getTime() + later * MINUTE), limit)).toBeGreaterThanOrEqual(run(receivedAt, limit))
      }),
      { numRuns: 500 },
    )
  })

  test('a longer limit is never due earlier, and one more working day is due on a later day', () => {
    fc.assert(
      fc.property(anyInstant, limits, (receivedAt, limit) => {
        const longer = run(receivedAt, { ...limit, value: limit.value + 1 })
        expect(longer).toBeGreaterThanOrEqual(run(receivedAt, limit))
        if (limit.unit === 'WORKING_DAY') expect(longer).toBeGreaterThan(run(receivedAt, limit))
      }),
      { numRuns: 500 },
    )
  })

  test('a new holiday never brings a due time forward', () => {
    fc.assert(
      fc.property(anyInstant, limits, fc.integer({ min: -3, max: 40 }), (receivedAt, limit, days) => {
        const date = addDays(localDateOf(receivedAt), days)
        const others = CALENDAR_ROWS.filter((row) => row.date !== date)
        const withHoliday = workCalendar([...others, { date, kind: 'HOLIDAY', name: 'Nghỉ đột xuất', provisional: false }])
        expect(run(receivedAt, limit, withHoliday)).toBeGreaterThanOrEqual(run(receivedAt, limit))
      }),
      { numRuns: 500 },
    )
  })

  test('a due time lies on a working day, at or before closing, after the effective receipt', () => {
    fc.assert(
      fc.property(anyInstant, limits, spans, (receivedAt, limit, gaps) => {
        const answer = deadline({ receivedAt, limit, pauses: asPauses(pausesAfter(receivedAt, gaps)), calendar: SEED_CALENDAR })
        expect(isWorkingDay(localDateOf(answer.dueAt), SEED_CALENDAR)).toBe(true)
        expect(isOpen(new Date(answer.dueAt.getTime() - 1), SEED_CALENDAR)).toBe(true)
        expect(answer.firstDueAt.getTime()).toBeGreaterThan(answer.effectiveReceipt.getTime())
        expect(answer.dueAt.getTime()).toBeGreaterThanOrEqual(answer.firstDueAt.getTime())
        if (limit.unit !== 'HOUR') expect(answer.firstDueAt.toISOString()).toMatch(/T10:00:00.000Z$/)
      }),
      { numRuns: 500 },
    )
  })

  test('the office has exactly as much running time with pauses as without, to the millisecond', () => {
    fc.assert(
      fc.property(anyInstant, limits, spans, (receivedAt, limit, gaps) => {
        fc.pre(limit.unit !== 'DAY')
        const pauses = pausesAfter(receivedAt, gaps)
        const { effectiveReceipt, firstDueAt, dueAt } = deadline({ receivedAt, limit, pauses: asPauses(pauses), calendar: SEED_CALENDAR })
        const between = (from: Date, to: Date) => Math.round(officeMinutesBetween(from, to, SEED_CALENDAR) * MINUTE)
        const stood = pauses.reduce((sum, [from, to]) => sum + between(from, to < dueAt ? to : dueAt), 0)
        expect(between(effectiveReceipt, dueAt) - stood).toBe(between(effectiveReceipt, firstDueAt))
      }),
      { numRuns: 500 },
    )
  })

  test('office time added is office time counted', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 0, max: 10_000 * MINUTE }), (at, ms) => {
        const end = addOfficeMinutes(at, ms / MINUTE, SEED_CALENDAR)
        expect(Math.round(officeMinutesBetween(at, end, SEED_CALENDAR) * MINUTE)).toBe(ms)
        if (ms > 0) expect(isOpen(new Date(end.getTime() - 1), SEED_CALENDAR)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('the next opening is open, and no office time lies before it once the office has closed', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        const opening = nextOpening(at, SEED_CALENDAR)
        expect(isOpen(opening, SEED_CALENDAR)).toBe(true)
        expect(isOpen(new Date(opening.getTime() - 1), SEED_CALENDAR)).toBe(false)
        if (!isOpen(at, SEED_CALENDAR)) expect(officeMinutesBetween(at, opening, SEED_CALENDAR)).toBe(0)
      }),
      { numRuns: 500 },
    )
  })

  test('every closed day that the count stepped over is named, and no working day is', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 60 }), (receivedAt, value) => {
        const { effectiveReceipt, dueAt, reasons } = deadline({
          receivedAt,
          limit: { value, unit: 'WORKING_DAY' },
          calendar: SEED_CALENDAR,
        })
        const named = reasons.flatMap((reason) => (reason.kind === 'skipped' ? [reason.date] : []))
        const closed: string[] = []
        for (let date = localDateOf(receivedAt); date < localDateOf(dueAt); date = addDays(date, 1))
          if (!isWorkingDay(date, SEED_CALENDAR)) closed.push(date)
        expect(named).toEqual(closed)
        expect(effectiveReceipt >= receivedAt).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
