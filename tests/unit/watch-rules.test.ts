import { describe, expect, test } from 'vitest'
import { apologyFor, draftReason, isToSign, saidNow, type Watched, warningsOf } from '@/lib/dossiers/watch-rules'
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
  receivedAt: local('2026-11-23 08:00'),
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

  test('says of a time only what is true now: nothing once it has moved, and what is over as over', () => {
    const says = (text: string, warnings: { kind: string; dueAt: Date }[], more: Partial<Watched> = {}) =>
      saidNow(dossier(more), warnings, local(text)).map(({ kind }) => kind)
    const soon = { kind: 'step_soon', dueAt: local('2026-11-25 17:00') }
    expect(says('2026-11-25 16:59', [soon])).toEqual(['step_soon'])
    expect(says('2026-11-25 17:00', [soon])).toEqual(['step_late'])
    expect(says('2026-11-25 17:00', [soon, { ...soon, kind: 'step_late' }])).toEqual(['step_late'])
    expect(says('2026-11-25 16:59', [soon], { stepDueAt: null })).toEqual([])
    expect(says('2026-11-25 16:59', [{ ...soon, kind: 'no_kind_of_warning' }])).toEqual([])
    const answer = local('2026-11-25 11:00')
    expect(says('2026-11-25 10:00', [{ kind: 'step_soon', dueAt: answer }], { stage: 'submitted', nextDueAt: answer })).toEqual([
      'step_soon',
    ])
    // Who holds and signs is told of the missed date once, and of the step no more.
    const date = local('2026-11-27 17:00')
    const all = [soon, { ...soon, kind: 'step_late' }, { kind: 'due_tomorrow', dueAt: date }, { kind: 'dossier_late', dueAt: date }]
    expect(says('2026-11-27 16:00', all.slice(0, 3))).toEqual(['step_late', 'due_tomorrow'])
    expect(says('2026-11-27 17:00', all)).toEqual(['dossier_late'])
  })

  test('watches the day that an apology has promised like the date itself, and says which it is', () => {
    const promise = local('2026-12-02 17:00')
    const extended = { extendedAt: local('2026-11-27 09:00'), appointmentAt: promise, stepDueAt: null }
    const about = (text: string) =>
      warningsOf(dossier(extended), at(text)).map(({ kind, dueAt }) => [kind, dueAt.getTime() === promise.getTime()])
    expect(about('2026-11-30 08:00')).toEqual([['dossier_late', false]])
    expect(about('2026-12-01 08:00')).toEqual([
      ['due_tomorrow', true],
      ['dossier_late', false],
    ])
    expect(about('2026-12-02 17:00')).toEqual([
      ['dossier_late', false],
      ['dossier_late', true],
    ])
    const late = [{ kind: 'dossier_late', dueAt: promise }]
    expect(saidNow(dossier(extended), late, promise)).toEqual([{ ...late[0], isPromised: true }])
    expect(saidNow(dossier({ ...extended, extendedAt: null }), late, promise)).toEqual([])
  })

  test('of what waits for the applicant says that she has not answered by the day that she was told, and nothing else', () => {
    const asked = { stage: 'awaiting_supplement', holderKind: 'applicant', pausedAt: local('2026-11-24 09:00') } as const
    const by = { ...asked, nextDueAt: local('2026-12-24 17:00') }
    expect(kinds('2026-12-24 16:59', by)).toEqual([])
    expect(kinds('2026-12-24 17:00', by)).toEqual(['applicant_late'])
    const said = [{ kind: 'applicant_late', dueAt: by.nextDueAt }]
    expect(saidNow(dossier(by), said, by.nextDueAt)).toMatchObject(said)
    expect(saidNow(dossier({ ...by, holderKind: 'person' }), said, by.nextDueAt)).toEqual([])
  })

  test.each([
    ['waits for the applicant', { holderKind: 'applicant', pausedAt: local('2026-11-24 09:00'), nextDueAt: local('2026-12-24 17:00') }],
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

  test('as soon as the time left is less than half of what the steps to come are allotted', () => {
    const long = { way: WAY.map((step) => (step.kind === 'SIGN' ? { ...step, minutes: 1_920 } : step)) }
    expect(apologyFor(dossier(long), at('2026-11-25 16:59'))).toBeNull()
    // Still at the desk, with six days of work to come and less than three of them left.
    expect(apologyFor(dossier({ ...long, stage: 'received' }), at('2026-11-25 07:00'))).toBeNull()
    expect(apologyFor(dossier({ ...long, stage: 'received' }), at('2026-11-25 08:00'))).toBe('2026-12-08')
    expect(apologyFor(dossier({ ...long, stage: 'submitted' }), at('2026-11-25 08:00'))).toBeNull()
  })

  test('not for what came in today and is due within a day, until it is late', () => {
    const sameDay = { receivedAt: local('2026-11-26 08:00'), appointmentAt: local('2026-11-26 17:00'), dueAt: local('2026-11-26 17:00') }
    expect(apologyFor(dossier(sameDay), at('2026-11-26 09:00'))).toBeNull()
    expect(apologyFor(dossier(sameDay), at('2026-11-26 17:00'))).toBe('2026-12-01')
  })

  test('with a reason that is true of where it lies', () => {
    const reasons = (['received', 'in_department', 'in_hand', 'with_agency', 'awaiting_approval', 'awaiting_issue'] as const).map(
      draftReason,
    )
    expect(new Set(reasons).size).toBe(reasons.length)
  })

  test('and is to be signed until it is sent or its day has come', () => {
    const draft = { newDueAt: local('2026-12-02 17:00'), issuedAt: null }
    const told = { appointmentAt: local('2026-11-27 17:00'), extendedAt: null }
    expect(isToSign(draft, told, local('2026-11-27 09:00'))).toBe(true)
    expect(isToSign(draft, told, local('2026-12-02 17:00'))).toBe(false)
    expect(isToSign(draft, { ...told, appointmentAt: local('2026-12-03 17:00') }, local('2026-11-27 09:00'))).toBe(false)
    expect(isToSign(draft, { ...told, extendedAt: local('2026-11-27 09:00') }, local('2026-11-27 09:00'))).toBe(false)
    expect(isToSign({ ...draft, issuedAt: local('2026-11-27 09:00') }, told, local('2026-11-27 09:00'))).toBe(false)
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
