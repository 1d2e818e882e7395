import { describe, expect, test } from 'vitest'
import { apologyFor, isAbout, type Watched, warningsOf } from '@/lib/dossiers/watch-rules'
import { SEED_CALENDAR as CALENDAR, local } from '@/tests/support/calendar'

const WAY = [
  { position: 1, kind: 'INTAKE', name: 'Tiếp nhận', role: 'clerk', departmentCode: null, minutes: 120 },
  { position: 2, kind: 'REVIEW', name: 'Thẩm định', role: 'specialist', departmentCode: null, minutes: 960 },
  { position: 3, kind: 'SIGN', name: 'Ký duyệt', role: 'leader', departmentCode: null, minutes: 240 },
] as const

/** Taken on Monday 23/11 (24/11 is a holiday): two working days for the review, due with its date on Friday 27/11. */
const dossier = (more: Partial<Watched> = {}): Watched => ({
  stage: 'in_hand',
  holderKind: 'person',
  pausedAt: null,
  finishedAt: null,
  nextDueAt: local('2026-11-27 17:00'),
  dueAt: local('2026-11-27 17:00'),
  stepDueAt: local('2026-11-25 17:00'),
  appointmentAt: local('2026-11-27 17:00'),
  extendedAt: null,
  way: WAY,
  ...more,
})
const at = (text: string) => ({ now: local(text), calendar: CALENDAR })
const kinds = (text: string, more: Partial<Watched> = {}) => warningsOf(dossier(more), at(text)).map(({ kind }) => kind)

describe('the watchdog', () => {
  test('says nothing while three quarters of the step’s time are not gone', () => {
    expect(kinds('2026-11-23 09:00')).toEqual([])
    expect(kinds('2026-11-25 13:29')).toEqual(['step_soon'])
  })

  test('warns of the step, then of the date the day before, and escalates each when its time is over', () => {
    expect(kinds('2026-11-25 17:00')).toEqual(['step_late'])
    expect(kinds('2026-11-26 08:00')).toEqual(['due_tomorrow', 'step_late'])
    expect(kinds('2026-11-27 17:00')).toEqual(['step_late', 'dossier_late'])
  })

  test('names the due time that it is about, so that a new one is warned of anew', () => {
    expect(warningsOf(dossier(), at('2026-11-27 17:00'))).toEqual([
      { kind: 'step_late', dueAt: local('2026-11-25 17:00') },
      { kind: 'dossier_late', dueAt: local('2026-11-27 17:00') },
    ])
  })

  test('of a dossier just sent and of a wish to withdraw watches the eight hours of the desk, and nothing else', () => {
    const sent = { stage: 'submitted', nextDueAt: local('2026-11-25 11:00'), dueAt: null, stepDueAt: null, appointmentAt: null } as const
    expect(kinds('2026-11-25 08:00', sent)).toEqual([])
    expect(kinds('2026-11-25 10:00', sent)).toEqual(['step_soon'])
    expect(kinds('2026-11-25 11:00', sent)).toEqual(['step_late'])
    const asked = {
      stage: 'withdrawal_asked',
      nextDueAt: local('2026-11-25 11:00'),
      stepDueAt: null,
      pausedAt: local('2026-11-24 09:00'),
    } as const
    expect(kinds('2026-11-30 09:00', asked)).toEqual(['step_late'])
    expect(apologyFor(dossier(asked), at('2026-11-30 09:00'))).toBeNull()
  })

  test('of a warning knows whether it still says something', () => {
    expect(isAbout(dossier(), local('2026-11-25 17:00'))).toBe(true)
    expect(isAbout(dossier({ stepDueAt: null }), local('2026-11-25 17:00'))).toBe(false)
    expect(isAbout(dossier({ stage: 'submitted', nextDueAt: local('2026-11-25 11:00') }), local('2026-11-25 11:00'))).toBe(true)
  })

  test.each([
    ['waits for the applicant', { holderKind: 'applicant', pausedAt: local('2026-11-24 09:00') }],
    ['has its result', { finishedAt: local('2026-11-26 09:00') }],
  ] as const)('is silent about what %s', (_what, more) => {
    expect(kinds('2026-11-30 09:00', more)).toEqual([])
    expect(apologyFor(dossier(more), at('2026-11-30 09:00'))).toBeNull()
  })
})

describe('an apology is drafted', () => {
  test('on the morning of the working day before the date, with three working days more', () => {
    expect(apologyFor(dossier(), at('2026-11-25 16:59'))).toBeNull()
    expect(apologyFor(dossier(), at('2026-11-26 07:00'))).toBe('2026-12-02')
  })

  test('not for what only waits for its signature, until it is late all the same', () => {
    const signing = { stage: 'awaiting_approval' as const }
    expect(apologyFor(dossier(signing), at('2026-11-26 07:00'))).toBeNull()
    expect(apologyFor(dossier(signing), at('2026-11-30 08:00'))).toBe('2026-12-03')
  })

  test('once only', () => {
    expect(apologyFor(dossier({ extendedAt: local('2026-11-24 09:00') }), at('2026-11-27 18:00'))).toBeNull()
  })
})
