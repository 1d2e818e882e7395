import { describe, expect, test } from 'vitest'
import { deadline } from '@/lib/deadlines/rules'
import { askDeadline as ask, clockOf, dueOf as due, local, SEED_CALENDAR, skippedDays } from '@/tests/support/calendar'

describe('a pause', () => {
  test('gives back the office time that remained when it began', () => {
    expect(due('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', '2026-11-18 10:00']])).toBe('2026-11-20 17:00')
    expect(due('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', '2026-11-17 14:00']])).toBe('2026-11-20 09:00')
    expect(due('2026-11-16 08:00', 4, 'HOUR', [['2026-11-16 09:00', '2026-11-18 13:30']])).toBe('2026-11-18 16:30')
  })

  test('that takes no office time moves nothing', () => {
    expect(due('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 11:30', '2026-11-17 13:30']])).toBe('2026-11-19 17:00')
    expect(due('2026-11-19 10:00', 3, 'WORKING_DAY', [['2026-11-20 17:00', '2026-11-23 07:00']])).toBe('2026-11-25 17:00')
  })

  test('never touches the first due time', () => {
    const { firstDueAt, dueAt } = ask('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', '2026-11-18 10:00']])
    expect(clockOf(firstDueAt)).toBe('2026-11-19 17:00')
    expect(dueAt > firstDueAt).toBe(true)
  })

  test('whose rest ends exactly with a block stays there', () => {
    expect(due('2026-11-16 08:00', 2, 'HOUR', [['2026-11-16 09:00', '2026-11-16 10:30']])).toBe('2026-11-16 11:30')
  })

  test('moves a limit in calendar days by the days between, then to a working day', () => {
    expect(due('2026-11-16 10:00', 10, 'DAY', [['2026-11-18 10:00', '2026-11-19 09:00']])).toBe('2026-11-27 17:00')
    expect(due('2026-11-16 10:00', 10, 'DAY', [['2026-11-18 08:00', '2026-11-18 16:00']])).toBe('2026-11-26 17:00')
    expect(due('2026-11-16 10:00', 10, 'DAY', [['2026-11-18 10:00', '2026-11-20 09:00']])).toBe('2026-11-30 17:00')
  })

  test('after another starts from what the first one left', () => {
    const twice = ask('2026-11-16 10:00', 3, 'WORKING_DAY', [
      ['2026-11-17 10:00', '2026-11-18 10:00'],
      ['2026-11-19 15:00', '2026-11-23 09:00'],
    ])
    expect(clockOf(twice.dueAt)).toBe('2026-11-25 11:00')
    expect(twice.reasons.filter(({ kind }) => kind === 'paused')).toEqual([
      {
        kind: 'paused',
        from: local('2026-11-17 10:00'),
        to: local('2026-11-18 10:00'),
        dueAt: local('2026-11-20 17:00'),
        remainingMinutes: 21 * 60,
        remainingDays: null,
      },
      {
        kind: 'paused',
        from: local('2026-11-19 15:00'),
        to: local('2026-11-23 09:00'),
        dueAt: local('2026-11-25 11:00'),
        remainingMinutes: 10 * 60,
        remainingDays: null,
      },
    ])
  })

  test('in the wrong order on the list is applied in the right one', () => {
    const later: [string, string] = ['2026-11-19 15:00', '2026-11-23 09:00']
    const earlier: [string, string] = ['2026-11-17 10:00', '2026-11-18 10:00']
    expect(due('2026-11-16 10:00', 3, 'WORKING_DAY', [later, earlier])).toBe(due('2026-11-16 10:00', 3, 'WORKING_DAY', [earlier, later]))
  })

  test('that begins at or after the due time changes nothing, and says so', () => {
    const late = ask('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-19 17:00', '2026-11-23 10:00']])
    expect(clockOf(late.dueAt)).toBe('2026-11-19 17:00')
    expect(late.reasons.at(-1)?.kind).toBe('paused_too_late')
    expect(due('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-19 16:59', '2026-11-23 10:00']])).toBe('2026-11-23 10:01')
    expect(due('2026-11-16 10:00', 3, 'DAY', [['2026-11-20 08:00', '2026-11-25 10:00']])).toBe('2026-11-19 17:00')
  })

  test('is measured against the due time as the pauses before it left it', () => {
    expect(
      due('2026-11-16 10:00', 3, 'WORKING_DAY', [
        ['2026-11-17 10:00', '2026-11-18 10:00'],
        ['2026-11-20 09:00', '2026-11-23 09:00'],
      ]),
    ).toBe('2026-11-23 17:00')
  })

  test('without an end freezes what remains', () => {
    const open = ask('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', null]])
    expect(open.frozen).toEqual({ since: local('2026-11-17 10:00'), remainingMinutes: 21 * 60, remainingDays: null })
    expect(clockOf(open.dueAt)).toBe('2026-11-19 17:00')
    expect(ask('2026-11-16 10:00', 10, 'DAY', [['2026-11-18 10:00', null]]).frozen?.remainingDays).toBe(8)
  })

  test('without an end that begins too late freezes nothing', () => {
    expect(ask('2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-19 17:00', null]]).frozen).toBeNull()
  })

  test('names a skipped day once, even when it is stepped over again', () => {
    const { reasons } = ask('2026-11-19 10:00', 2, 'WORKING_DAY', [['2026-11-20 08:00', '2026-11-20 15:00']])
    expect(skippedDays(reasons)).toEqual(['2026-11-21 weekend', '2026-11-22 weekend', '2026-11-24 Ngày Văn hóa Việt Nam'])
  })
})

describe('what nobody may ask', () => {
  const limit = { value: 3, unit: 'WORKING_DAY' } as const
  const receivedAt = local('2026-11-16 10:00')
  const paused =
    (...pauses: [string, string | null][]) =>
    () =>
      deadline({
        receivedAt,
        limit,
        pauses: pauses.map(([from, to]) => ({ from: local(from), to: to === null ? null : local(to) })),
        calendar: SEED_CALENDAR,
      })

  test('a limit outside 1 to 1,000', () => {
    for (const value of [0, -1, 1.5, 1001, Number.NaN])
      expect(() => deadline({ receivedAt, limit: { value, unit: 'DAY' }, calendar: SEED_CALENDAR })).toThrow(RangeError)
    expect(() => deadline({ receivedAt, limit: { value: 1000, unit: 'WORKING_DAY' }, calendar: SEED_CALENDAR })).not.toThrow()
  })

  test('pauses that overlap, run backwards, begin before the receipt or follow an open one', () => {
    expect(paused(['2026-11-17 10:00', '2026-11-18 10:00'], ['2026-11-18 09:59', '2026-11-18 11:00'])).toThrow(RangeError)
    expect(paused(['2026-11-17 10:00', '2026-11-17 09:00'])).toThrow(RangeError)
    expect(paused(['2026-11-16 09:59', '2026-11-17 09:00'])).toThrow(RangeError)
    expect(paused(['2026-11-17 10:00', null], ['2026-11-18 10:00', '2026-11-18 11:00'])).toThrow(RangeError)
    expect(paused(['2026-11-17 10:00', '2026-11-18 10:00'], ['2026-11-18 10:00', '2026-11-18 11:00'])).not.toThrow()
  })
})
