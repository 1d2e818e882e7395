// What the one who filed it reads where her dossier left the ordinary way.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { FollowedDossier } from '@/components/dossiers/followed-dossier'
import { type FollowedRow, followedOf } from '@/lib/dossiers/followed'
import { isPromiseBroken } from '@/lib/dossiers/follow'
import { toldOf } from '@/lib/dossiers/told'
import { paidWords } from '@/lib/dossiers/unpaid'
import { answerBy } from '@/lib/dossiers/consultation-rules'
import { clockOf, local, SEED_CALENDAR } from '@/tests/support/calendar'
import { at, event, STEPS } from '@/tests/support/followed'

const follow = (row: FollowedRow, now: string) => followedOf(row, { calendar: SEED_CALENDAR, now: local(now), toApplicant: true })
const page = (row: FollowedRow, now: string) =>
  renderToStaticMarkup(<FollowedDossier followed={follow(row, now)} />)
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.;])/g, '$1')

const IN_HAND = STEPS.slice(0, 4).map(event)

describe('a dossier that was given another appointment', () => {
  const row = at('in_hand', {
    appointmentAt: local('2026-12-01 17:00'),
    events: [...IN_HAND, { at: local('2026-11-25 10:00'), step: 'extend', changes: {} }],
  })

  test('says the new day first, the day that it is judged by, and counts only that one', () => {
    const text = page(row, '2026-11-25 11:00')
    expect(text).toContain('Hẹn trả kết quả 17:00 thứ Ba 01/12/2026')
    expect(text).toContain('Hạn đã hẹn lúc đầu là 17:00 thứ Năm 26/11/2026; đúng hạn hay quá hạn vẫn tính theo ngày đó')
    expect(text).toContain('Hạn lúc đầu được tính thế nào?')
  })

  test('does not look late before the day that she was promised', () => {
    expect(page(row, '2026-11-30 09:00')).not.toMatch(/quá hạn (\d|dưới)/)
    expect(page(row, '2026-12-01 17:00')).toContain('Đây là ngày hẹn lại.')
    expect(isPromiseBroken(row, local('2026-12-01 17:00'))).toBe(false)
  })

  test('is said to be late when that day has passed as well, and not once there is a result', () => {
    const text = page(row, '2026-12-02 09:00')
    expect(text).toMatch(/17:00 thứ Ba 01\/12\/2026 quá hạn \d ngày Đã quá ngày hẹn lại\./)
    expect(text).not.toContain('Đây là ngày hẹn lại')
    expect(isPromiseBroken(row, local('2026-12-02 09:00'))).toBe(true)
    expect(isPromiseBroken({ ...row, finishedAt: local('2026-12-01 10:00') }, local('2026-12-02 09:00'))).toBe(false)
    expect(isPromiseBroken(at('in_hand'), local('2026-12-02 09:00'))).toBe(false)
  })
})

describe('a wish to withdraw', () => {
  const row = at('in_hand', {
    stage: 'withdrawal_asked',
    nextDueAt: local('2026-11-24 09:00'),
    feeLines: [{ amount: 5_000, quantity: 1, payment: null }],
    events: [
      ...IN_HAND,
      {
        at: local('2026-11-23 09:00'),
        step: 'ask_to_withdraw',
        changes: { stage: 'withdrawal_asked', pausedAt: '2026-11-23T02:00:00.000Z' },
      },
    ],
  })

  test('says by when it is answered and that the clock stands, and asks for no money', () => {
    const text = page(row, '2026-11-23 10:00')
    expect(text).toContain('Đề nghị rút được trả lời chậm nhất 09:00 thứ Ba 24/11/2026')
    expect(text).toContain('Nếu không rút nữa, phần thời gian còn lại tính tiếp')
    expect(text).toContain('chờ xác nhận rút')
    expect(text).not.toContain('chưa nộp')
  })
})

describe('a payment that is waited for', () => {
  test('of several fees the paid and the unpaid are told apart', () => {
    const [small, large] = [
      { amount: 5_000, quantity: 1 },
      { amount: 625_000, quantity: 2 },
    ]
    expect(
      paidWords([
        { ...small, payment: {} },
        { ...large, payment: null },
      ]),
    ).toBe('Đã nộp 5.000 đồng, còn 1.250.000 đồng chưa nộp')
    expect(paidWords([small, large].map((fee) => ({ ...fee, payment: {} })))).toBe('Đã nộp')
    expect(paidWords([small, large].map((fee) => ({ ...fee, payment: null })))).toBe('Chưa nộp')
  })

  test('is asked for now, and nobody says that it may wait until the result', () => {
    const row = at('in_hand', { stage: 'awaiting_payment', feeLines: [{ amount: 155_000, quantity: 1, payment: null }] })
    const { next } = followedOf(row, { calendar: SEED_CALENDAR, now: local('2026-11-24 09:00') }).toDo
    expect(next).toContain('Nộp xong thì hồ sơ được giải quyết tiếp. Còn 155.000 đồng chưa nộp.')
    expect(next).not.toContain('muộn nhất khi nhận kết quả')
  })
})

describe('a stopped dossier', () => {
  const stopped = (step: string) =>
    at('in_hand', {
      stage: 'stopped',
      nextDueAt: null,
      events: [...IN_HAND, { at: local('2026-11-24 09:00'), step, changes: { stage: 'stopped', closedAt: '2026-11-24T02:00:00.000Z' } }],
    })

  test('promises nothing any more, and says who stopped it', () => {
    expect(follow(stopped('stop'), '2026-11-24 10:00').promise).toBeNull()
    expect(follow(stopped('stop'), '2026-11-24 10:00').way.at(-1)).toMatchObject({ what: 'Đã dừng giải quyết', who: 'lãnh đạo' })
    expect(follow(stopped('confirm_withdrawal'), '2026-11-24 10:00').way.at(-1)?.who).toBe('cán bộ Một cửa')
  })
})

describe('what she is told in the office’s own words', () => {
  const note = (step: string, text: string) => ({ at: local('2026-11-24 09:00'), step, note: { text } })
  const events = [
    note('return_to_desk', 'Nội bộ'),
    note('ask_for_payment', 'Thông báo 12'),
    note('extend', 'Chờ xác minh'),
    note('stop', 'Vì vậy'),
  ]
  const feeLines = [
    { code: 'A', name: 'Lệ phí trước bạ', amount: 150_000, quantity: 2, payment: null },
    { code: 'B', name: 'Đã nộp', amount: 5_000, quantity: 1, payment: {} },
  ]

  test('is the notice to pay while it waits, the apology, the reason of the end, and nothing that officers wrote each other', () => {
    expect(toldOf({ stage: 'awaiting_payment', extendedAt: null, events, feeLines })).toEqual({
      closedBecause: null,
      recalled: null,
      takenUp: null,
      apology: null,
      obligation: {
        askedAt: local('2026-11-24 09:00'),
        because: 'Thông báo 12',
        lines: [{ code: 'A', name: 'Lệ phí trước bạ', amount: 300_000 }],
        total: 300_000,
      },
    })
    expect(toldOf({ stage: 'in_hand', extendedAt: local('2026-11-24 09:00'), events, feeLines })).toMatchObject({
      closedBecause: null,
      obligation: null,
      apology: { because: 'Chờ xác minh' },
    })
    expect(toldOf({ stage: 'stopped', extendedAt: null, events, feeLines }).closedBecause).toBe('Vì vậy')
    const back = [...events, note('take_up_again', 'Dừng nhầm'), note('recall_payment', 'Ghi nhầm')]
    expect(toldOf({ stage: 'in_hand', extendedAt: null, events: back, feeLines })).toMatchObject({
      closedBecause: null,
      takenUp: { because: 'Dừng nhầm' },
      recalled: { because: 'Ghi nhầm' },
    })
    expect(toldOf({ stage: 'stopped', extendedAt: null, events: back, feeLines })).toMatchObject({ takenUp: null, recalled: null })
    expect(JSON.stringify(toldOf({ stage: 'stopped', extendedAt: null, events, feeLines }))).not.toContain('Nội bộ')
  })
})

test('another agency answers by the close of the last of its working days, and never after the dossier is due', () => {
  // Thứ Ba 24/11 is Ngày Văn hóa Việt Nam.
  const now = local('2026-11-20 10:00')
  expect(clockOf(answerBy({ dueAt: null }, { now, days: 2, calendar: SEED_CALENDAR }))).toBe('2026-11-25 17:00')
  expect(clockOf(answerBy({ dueAt: local('2026-11-26 17:00') }, { now, days: 9, calendar: SEED_CALENDAR }))).toBe('2026-11-26 17:00')
  // What is late already leaves it the days it was given.
  expect(clockOf(answerBy({ dueAt: local('2026-11-19 17:00') }, { now, days: 2, calendar: SEED_CALENDAR }))).toBe('2026-11-25 17:00')
})
