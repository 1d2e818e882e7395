import { describe, expect, it } from 'vitest'
import { asKnownAt, calendarOfCount, dueOnWorkingDay, withPlan, type CalendarPlan } from '@/lib/deadlines/calendar-plan'
import { deadline } from '@/lib/deadlines/rules'
import { isWorkingDay, workCalendar } from '@/lib/deadlines/working-time'
import { day, local } from '@/tests/support/calendar'

const ORDINARY = workCalendar([])
const dayOff = (date: string): CalendarPlan => ({
  kind: 'day',
  date: day(date),
  day: { kind: 'SWAP_OFF', name: 'Nghỉ hoán đổi', provisional: false },
})
const limit = { value: 3, unit: 'WORKING_DAY' } as const
// Monday; due on Thursday 26.
const receivedAt = local('2026-11-23 08:00')
const due = (calendar = ORDINARY) => deadline({ receivedAt, limit, calendar: calendarOfCount(calendar, { receivedAt, limit }) })
const after = local('2026-11-23 10:00')

describe('a day off announced after the receipt', () => {
  it('does not move an appointment that it lies before', () => {
    expect(due(withPlan(ORDINARY, dayOff('2026-11-25'), after)).dueAt).toEqual(local('2026-11-26 17:00'))
  })

  it('moves the end to the next working day when it is the last day itself, and names itself (Bộ luật Dân sự Điều 148 khoản 5)', () => {
    const planned = withPlan(ORDINARY, dayOff('2026-11-26'), after)
    expect(due(planned).dueAt).toEqual(local('2026-11-27 17:00'))
    expect(due(planned).dueAt).toEqual(dueOnWorkingDay(local('2026-11-26 17:00'), planned))
    expect(JSON.stringify(due(planned).reasons)).toContain('Nghỉ hoán đổi')
  })

  it('counts for what is received later', () => {
    const planned = withPlan(ORDINARY, dayOff('2026-11-25'), after)
    const later = deadline({ receivedAt: local('2026-11-23 11:00'), limit, calendar: planned })
    expect(later.dueAt).toEqual(local('2026-11-27 17:00'))
  })
})

describe('the calendar as it was known', () => {
  it('takes back every later change, the newest first', () => {
    const once = withPlan(ORDINARY, dayOff('2026-11-25'), local('2026-11-20 09:00'))
    const twice = withPlan(once, { kind: 'day', date: day('2026-11-25'), day: null }, local('2026-11-21 09:00'))
    const open = (at: string) => isWorkingDay(day('2026-11-25'), asKnownAt(twice, local(at)))
    expect([open('2026-11-19 09:00'), open('2026-11-20 10:00'), open('2026-11-22 09:00')]).toEqual([true, false, true])
  })

  it('knows hours only from their announcement on', () => {
    const hours = { validFrom: day('2026-11-24'), weekdays: [1, 2, 3, 4, 5, 6] as const, blocks: [{ opens: 420, closes: 660 }] }
    const planned = withPlan(ORDINARY, { kind: 'hours', hours }, after)
    expect(due(planned).dueAt).toEqual(local('2026-11-26 17:00'))
    expect(isWorkingDay(day('2026-11-28'), planned)).toBe(true)
    expect(isWorkingDay(day('2026-11-28'), asKnownAt(planned, receivedAt))).toBe(false)
  })
})
