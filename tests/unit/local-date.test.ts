import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  daysBetween,
  instantAt,
  type LocalDate,
  localDateOf,
  minuteOfDay,
  parseLocalDate,
  toIsoLocal,
  weekdayOf,
} from '@/lib/platform/local-date'

function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(`not a day: ${text}`)
  return date
}

const instants = fc.date({ min: new Date('1976-01-01T00:00:00Z'), max: new Date('2199-12-31T23:59:59Z'), noInvalidDate: true })

describe('a day on the wall of the office', () => {
  test('begins at 17:00 UTC of the day before', () => {
    expect(localDateOf(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22')
    expect(localDateOf(new Date('2026-11-22T17:00:00Z'))).toBe('2026-11-23')
  })

  test('is read only in the form YYYY-MM-DD and only when the calendar has it', () => {
    expect(parseLocalDate('2024-02-29')).toBe('2024-02-29')
    for (const text of [
      '2026-02-29',
      '2026-02-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '23/11/2026',
      '2026-11-23T00:00',
      '',
      ' 2026-11-23',
    ])
      expect(parseLocalDate(text)).toBeNull()
  })

  test('knows its weekday: 23/11/2026 is a Monday, the first day of Tết 2026 a Tuesday', () => {
    expect(weekdayOf(day('2026-11-23'))).toBe(1)
    expect(weekdayOf(day('2026-02-17'))).toBe(2)
    expect(weekdayOf(day('2026-11-22'))).toBe(0)
  })

  test('steps over the end of February in a leap year and over the end of the year', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29')
    expect(addDays(day('2024-12-31'), 1)).toBe('2025-01-01')
    expect(addDays(day('2025-01-01'), -1)).toBe('2024-12-31')
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2)
    expect(daysBetween(day('2024-03-01'), day('2024-02-28'))).toBe(-2)
  })

  test('cuts seconds off the minute of the day', () => {
    expect(minuteOfDay(new Date('2026-11-23T11:29:59.999+07:00'))).toBe(11 * 60 + 29)
    expect(minuteOfDay(new Date('2026-11-23T00:00:00+07:00'))).toBe(0)
    expect(minuteOfDay(new Date('1960-01-01T12:34:56+07:00'))).toBe(12 * 60 + 34)
  })

  test('is written with Viet Nam’s offset', () => {
    expect(toIsoLocal(new Date('2026-11-27T10:00:00Z'))).toBe('2026-11-27T17:00:00+07:00')
    expect(toIsoLocal(new Date('2026-11-27T18:30:01.250Z'))).toBe('2026-11-28T01:30:01.250+07:00')
  })

  test('and its minute give the instant back', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const whole = new Date(Math.floor(instant.getTime() / 60_000) * 60_000)
        expect(instantAt(localDateOf(instant), minuteOfDay(instant))).toEqual(whole)
        expect(new Date(toIsoLocal(instant))).toEqual(instant)
      }),
    )
  })

  test('moves by as many days as it is asked to, and by one weekday a day', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -3000, max: 3000 }), (instant, days) => {
        const date = localDateOf(instant)
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(weekdayOf(addDays(date, 1))).toBe((weekdayOf(date) + 1) % 7)
      }),
    )
  })
})
