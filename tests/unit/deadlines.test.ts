import { describe, expect, test } from 'vitest'
import { deadline, type LimitUnit } from '@/lib/deadlines/rules'
import { nextOpening, workCalendar } from '@/lib/deadlines/working-time'
import { askDeadline as ask, CALENDAR_ROWS, clockOf, day, dueOf as due, local, SEED_CALENDAR, skippedDays } from '@/tests/support/calendar'

function effective(received: string): string {
  return clockOf(ask(received, 1, 'WORKING_DAY').effectiveReceipt)
}

describe('the effective receipt', () => {
  test('is the moment itself while the office is open', () => {
    expect(effective('2026-11-23 07:00')).toBe('2026-11-23 07:00')
    expect(effective('2026-11-23 11:29:59')).toBe('2026-11-23 11:29:59')
    expect(effective('2026-11-23 13:30')).toBe('2026-11-23 13:30')
    expect(effective('2026-11-23 16:59')).toBe('2026-11-23 16:59')
  })

  test('is 13:30 the same day from 11:30 on, through the lunch break', () => {
    expect(effective('2026-11-23 11:30')).toBe('2026-11-23 13:30')
    expect(effective('2026-11-23 13:29')).toBe('2026-11-23 13:30')
  })

  test('is 07:00 the same day before opening', () => {
    expect(effective('2026-11-23 00:00')).toBe('2026-11-23 07:00')
    expect(effective('2026-11-23 06:59')).toBe('2026-11-23 07:00')
  })

  test('is the next working morning from 17:00 on', () => {
    expect(effective('2026-11-19 17:00')).toBe('2026-11-20 07:00')
    expect(effective('2026-11-20 17:00')).toBe('2026-11-23 07:00')
    expect(effective('2026-11-23 17:00')).toBe('2026-11-25 07:00')
  })

  test('is the next working morning on a closed day, at any hour of it', () => {
    expect(effective('2026-11-21 09:00')).toBe('2026-11-23 07:00')
    expect(effective('2026-11-24 12:00')).toBe('2026-11-25 07:00')
    expect(effective('2026-02-14 08:00')).toBe('2026-02-23 07:00')
  })

  test('at opening time the next opening is the afternoon’s', () => {
    expect(clockOf(nextOpening(local('2026-11-23 07:00'), SEED_CALENDAR))).toBe('2026-11-23 13:30')
    expect(clockOf(nextOpening(local('2026-11-23 13:30'), SEED_CALENDAR))).toBe('2026-11-25 07:00')
  })

  test('names what it waited for', () => {
    const timing = (at: string) => ask(at, 1, 'WORKING_DAY').reasons[0]
    expect(timing('2026-11-23 08:15')).toMatchObject({ kind: 'received', timing: 'in_hours' })
    expect(timing('2026-11-23 12:00')).toMatchObject({ timing: 'in_break' })
    expect(timing('2026-11-23 06:00')).toMatchObject({ timing: 'before_opening' })
    expect(timing('2026-11-23 19:42')).toMatchObject({ timing: 'after_closing' })
    expect(timing('2026-11-24 09:00')).toMatchObject({ timing: 'closed_day' })
    expect(skippedDays(ask('2026-11-20 19:42', 1, 'WORKING_DAY').reasons)).toEqual([
      '2026-11-21 weekend',
      '2026-11-22 weekend',
      '2026-11-24 Ngày Văn hóa Việt Nam',
    ])
  })
})

describe('a limit in working days', () => {
  test('does not count the day of receipt and ends when the office closes', () => {
    expect(due('2026-11-16 10:00', 3, 'WORKING_DAY')).toBe('2026-11-19 17:00')
    expect(due('2026-11-16 07:00', 1, 'WORKING_DAY')).toBe('2026-11-17 17:00')
    expect(due('2026-11-16 16:59', 1, 'WORKING_DAY')).toBe('2026-11-17 17:00')
  })

  test('steps over the weekend and the Day of Vietnamese Culture, and says so in order', () => {
    const { dueAt, reasons } = ask('2026-11-20 08:15', 3, 'WORKING_DAY')
    expect(clockOf(dueAt)).toBe('2026-11-26 17:00')
    expect(reasons.map((reason) => [reason.kind, 'date' in reason ? reason.date : null])).toEqual([
      ['received', null],
      ['skipped', '2026-11-21'],
      ['skipped', '2026-11-22'],
      ['working_day', '2026-11-23'],
      ['skipped', '2026-11-24'],
      ['working_day', '2026-11-25'],
      ['working_day', '2026-11-26'],
      ['due', null],
    ])
  })

  test('counts from the day of effective receipt when the dossier came at night', () => {
    expect(due('2026-11-19 19:42', 3, 'WORKING_DAY')).toBe('2026-11-26 17:00')
  })

  test('steps over Tết 2024, 2025 and 2026', () => {
    expect(due('2024-02-07 15:00', 1, 'WORKING_DAY')).toBe('2024-02-15 17:00')
    expect(due('2025-01-24 15:00', 1, 'WORKING_DAY')).toBe('2025-02-03 17:00')
    expect(due('2026-02-13 15:00', 1, 'WORKING_DAY')).toBe('2026-02-23 17:00')
    expect(skippedDays(ask('2026-02-13 15:00', 1, 'WORKING_DAY').reasons)).toEqual([
      '2026-02-14 weekend',
      '2026-02-15 weekend',
      ...[16, 17, 18, 19, 20].map((n) => `2026-02-${n} Tết Nguyên đán`),
      '2026-02-21 weekend',
      '2026-02-22 weekend',
    ])
  })

  test('counts a swapped Saturday, and not the day it was swapped for', () => {
    expect(due('2024-05-03 09:00', 1, 'WORKING_DAY')).toBe('2024-05-04 17:00')
    expect(due('2024-04-26 09:00', 1, 'WORKING_DAY')).toBe('2024-05-02 17:00')
    expect(due('2025-04-25 09:00', 1, 'WORKING_DAY')).toBe('2025-04-26 17:00')
    expect(due('2025-04-29 09:00', 1, 'WORKING_DAY')).toBe('2025-05-05 17:00')
    expect(due('2026-01-09 09:00', 1, 'WORKING_DAY')).toBe('2026-01-10 17:00')
    expect(due('2025-12-31 09:00', 1, 'WORKING_DAY')).toBe('2026-01-05 17:00')
    expect(due('2026-08-21 09:00', 1, 'WORKING_DAY')).toBe('2026-08-22 17:00')
    expect(due('2026-08-28 09:00', 1, 'WORKING_DAY')).toBe('2026-09-03 17:00')
    expect(ask('2026-08-21 09:00', 1, 'WORKING_DAY').reasons).toContainEqual({
      kind: 'working_day',
      date: '2026-08-22',
      number: 1,
      swapped: 'Làm bù cho 31/8',
    })
  })

  test('is received on a swapped Saturday as on any working day', () => {
    expect(effective('2026-08-22 09:00')).toBe('2026-08-22 09:00')
    expect(due('2026-08-22 09:00', 1, 'WORKING_DAY')).toBe('2026-08-24 17:00')
  })
})

describe('a limit in calendar days', () => {
  test('counts weekends and holidays and ends when the office closes', () => {
    expect(due('2026-11-16 10:00', 10, 'DAY')).toBe('2026-11-26 17:00')
    expect(skippedDays(ask('2026-11-16 10:00', 10, 'DAY').reasons)).toEqual([])
  })

  test('that ends on a Saturday moves to Monday, and on a holiday to the next working day', () => {
    expect(due('2026-11-16 10:00', 5, 'DAY')).toBe('2026-11-23 17:00')
    expect(due('2026-11-16 10:00', 8, 'DAY')).toBe('2026-11-25 17:00')
    expect(due('2026-01-31 10:00', 15, 'DAY')).toBe('2026-02-23 17:00')
    const { reasons } = ask('2026-11-16 10:00', 8, 'DAY')
    expect(reasons.slice(1, 4)).toEqual([
      { kind: 'calendar_days', from: '2026-11-17', to: '2026-11-24', days: 8 },
      { kind: 'skipped', date: '2026-11-24', because: { why: 'holiday', name: 'Ngày Văn hóa Việt Nam', provisional: false } },
      { kind: 'rolled', from: '2026-11-24', to: '2026-11-25' },
    ])
  })

  test('that ends on a swapped Saturday stays there', () => {
    expect(due('2026-08-19 10:00', 3, 'DAY')).toBe('2026-08-22 17:00')
  })

  test('counts from the day of effective receipt', () => {
    expect(due('2026-11-20 17:30', 1, 'DAY')).toBe('2026-11-25 17:00')
  })
})

describe('a result on the same day', () => {
  test('is promised for 17:00 to whoever comes before 15:00', () => {
    expect(due('2026-11-23 07:00', 1, 'SAME_DAY')).toBe('2026-11-23 17:00')
    expect(due('2026-11-23 14:59:59', 1, 'SAME_DAY')).toBe('2026-11-23 17:00')
    expect(due('2026-11-23 12:00', 1, 'SAME_DAY')).toBe('2026-11-23 17:00')
  })

  test('moves to the next working day from 15:00 on', () => {
    expect(due('2026-11-19 15:00', 1, 'SAME_DAY')).toBe('2026-11-20 17:00')
    expect(due('2026-11-20 16:59', 1, 'SAME_DAY')).toBe('2026-11-23 17:00')
    expect(due('2026-11-23 15:00', 1, 'SAME_DAY')).toBe('2026-11-25 17:00')
  })

  test('for a dossier that came at night is the day on which the office opens', () => {
    expect(due('2026-11-23 20:00', 1, 'SAME_DAY')).toBe('2026-11-25 17:00')
  })
})

describe('a limit in hours', () => {
  test('runs in office time only', () => {
    expect(due('2026-11-23 08:00', 2, 'HOUR')).toBe('2026-11-23 10:00')
    expect(due('2026-11-23 10:00', 2, 'HOUR')).toBe('2026-11-23 14:00')
    expect(due('2026-11-23 16:00', 8, 'HOUR')).toBe('2026-11-25 16:00')
    expect(due('2026-11-23 10:00:30', 1, 'HOUR')).toBe('2026-11-23 11:00:30')
  })

  test('that ends exactly with a block stays there', () => {
    expect(due('2026-11-23 07:30', 4, 'HOUR')).toBe('2026-11-23 11:30')
    expect(due('2026-11-23 07:00', 8, 'HOUR')).toBe('2026-11-23 17:00')
    expect(due('2026-11-23 07:31', 4, 'HOUR')).toBe('2026-11-23 13:31')
  })

  test('says how many minutes each day gave', () => {
    expect(ask('2026-11-23 16:00', 8, 'HOUR').reasons.slice(1, -1)).toEqual([
      { kind: 'office_time', date: '2026-11-23', minutes: 60, swapped: null },
      { kind: 'skipped', date: '2026-11-24', because: { why: 'holiday', name: 'Ngày Văn hóa Việt Nam', provisional: false } },
      { kind: 'office_time', date: '2026-11-25', minutes: 420, swapped: null },
    ])
  })
})

describe('the edge of the announced calendar', () => {
  test('is the end of the last year without provisional days', () => {
    expect(SEED_CALENDAR.announcedFrom).toBe('2024-01-01')
    expect(SEED_CALENDAR.announcedUntil).toBe('2026-12-31')
    expect(workCalendar(CALENDAR_ROWS.filter((row) => !row.provisional)).announcedUntil).toBe('2026-12-31')
    expect(workCalendar([]).announcedUntil).toBeNull()
  })

  test('is a reason when the count crosses it, and its holidays are marked provisional', () => {
    expect(ask('2026-12-30 10:00', 1, 'WORKING_DAY').reasons.at(-1)?.kind).toBe('due')
    const { reasons } = ask('2026-12-31 10:00', 1, 'WORKING_DAY')
    expect(reasons.at(-1)).toEqual({ kind: 'beyond_calendar', side: 'after', announced: '2026-12-31' })
    expect(reasons).toContainEqual({
      kind: 'skipped',
      date: '2027-01-01',
      because: { why: 'holiday', name: 'Tết Dương lịch', provisional: true },
    })
  })

  test('is a reason too when a pause carries the due time over it, or the receipt lies before it', () => {
    expect(ask('2026-12-28 10:00', 3, 'WORKING_DAY', [['2026-12-29 10:00', '2027-01-04 10:00']]).reasons.at(-1)?.kind).toBe(
      'beyond_calendar',
    )
    expect(ask('2023-12-20 10:00', 3, 'WORKING_DAY').reasons.at(-1)).toEqual({
      kind: 'beyond_calendar',
      side: 'before',
      announced: '2024-01-01',
    })
  })
})

describe('other office hours', () => {
  const summer = workCalendar(CALENDAR_ROWS, [
    {
      validFrom: null,
      weekdays: [1, 2, 3, 4, 5],
      blocks: [
        { opens: 450, closes: 690 },
        { opens: 810, closes: 1020 },
      ],
    },
    {
      validFrom: day('2026-06-01'),
      weekdays: [1, 2, 3, 4, 5, 6],
      blocks: [
        { opens: 360, closes: 660 },
        { opens: 840, closes: 1080 },
      ],
    },
  ])
  const at = (received: string, value: number, unit: LimitUnit) =>
    clockOf(deadline({ receivedAt: local(received), limit: { value, unit }, calendar: summer }).dueAt)

  test('hold from their first day', () => {
    expect(at('2026-05-28 09:00', 1, 'WORKING_DAY')).toBe('2026-05-29 17:00')
    expect(at('2026-05-29 16:00', 2, 'HOUR')).toBe('2026-06-01 07:00')
    expect(at('2026-06-05 09:00', 1, 'WORKING_DAY')).toBe('2026-06-06 18:00')
  })

  test('that never open or overlap are refused', () => {
    const blocks = [{ opens: 420, closes: 690 }]
    expect(() => workCalendar([], [])).toThrow(RangeError)
    expect(() => workCalendar([], [{ validFrom: null, weekdays: [], blocks }])).toThrow(RangeError)
    expect(() => workCalendar([], [{ validFrom: null, weekdays: [1], blocks: [] }])).toThrow(RangeError)
    expect(() => workCalendar([], [{ validFrom: null, weekdays: [1], blocks: [...blocks, { opens: 600, closes: 700 }] }])).toThrow(
      RangeError,
    )
  })
})
