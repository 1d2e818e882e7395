import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionalFees, type FeeRule, feesDue, isInForce, ONLINE_FILING, totalDue, versionOn } from '@/lib/procedures/rules'
import { day } from '@/tests/support/calendar'

const rule = (changes: Partial<FeeRule>): FeeRule => ({
  code: 'le-phi',
  name: 'Lệ phí',
  kind: 'CHARGE',
  amount: 5_000,
  per: 'CASE',
  channel: 'ANY',
  condition: null,
  validFrom: day('2024-01-01'),
  validTo: null,
  ...changes,
})

const asked = { channel: 'ONLINE', on: day('2026-11-23'), quantity: 1, conditions: [] } as const

describe('which version holds', () => {
  const old = { validFrom: day('2024-01-01'), validTo: day('2027-02-28'), law: '60/2014/QH13' }
  const next = { validFrom: day('2027-03-01'), validTo: null, law: '03/2026/QH16' }

  test.each([
    ['2023-12-31', undefined],
    ['2024-01-01', '60/2014/QH13'],
    ['2027-02-28', '60/2014/QH13'],
    ['2027-03-01', '03/2026/QH16'],
    ['2050-01-01', '03/2026/QH16'],
  ])('on %s it is %s', (on, law) => expect(versionOn([next, old], day(on))?.law).toBe(law))

  test('where two overlap, the younger one holds', () => {
    const open = { ...old, validTo: null }
    expect(versionOn([open, next], day('2027-03-01'))).toBe(next)
  })

  test('a version holds on its first and on its last day', () => {
    expect(isInForce(old, day('2024-01-01')) && isInForce(old, day('2027-02-28'))).toBe(true)
    expect(isInForce(old, day('2027-03-01')) || isInForce(old, day('2023-12-31'))).toBe(false)
  })
})

describe('what has to be paid', () => {
  test('a fee for the case is due once, whatever the copies', () => {
    expect(feesDue({ ...asked, rules: [rule({})], quantity: 7 })).toEqual([
      { code: 'le-phi', name: 'Lệ phí', kind: 'CHARGE', amount: 5_000, quantity: 1 },
    ])
  })

  test('a fee for each copy is due as often as copies are asked for', () => {
    const lines = feesDue({ ...asked, rules: [rule({ amount: 8_000, per: 'COPY' })], quantity: 3 })
    expect(totalDue(lines)).toBe(24_000)
  })

  test('what comes over the network pays the online amount, what comes on paper the one of the counter', () => {
    const rules = [
      rule({ code: 'online', amount: 10_000, channel: 'ONLINE' }),
      rule({ code: 'counter', amount: 20_000, channel: 'COUNTER' }),
    ]
    const due = (channel: 'ONLINE' | 'COUNTER' | 'POSTAL' | 'NATIONAL_PORTAL') => totalDue(feesDue({ ...asked, rules, channel }))
    expect([due('ONLINE'), due('NATIONAL_PORTAL'), due('COUNTER'), due('POSTAL')]).toEqual([10_000, 10_000, 20_000, 20_000])
  })

  test('a conditional fee is due only when its case is ticked', () => {
    const rules = [rule({ code: 'qua-han', amount: 8_000, condition: 'Đăng ký quá hạn' })]
    expect(feesDue({ ...asked, rules })).toEqual([])
    expect(totalDue(feesDue({ ...asked, rules, conditions: ['qua-han'] }))).toBe(8_000)
    expect(feesDue({ ...asked, rules, conditions: ['khac'] })).toEqual([])
  })

  test('a fee by the copy is no line where no copy is wanted, neither as due nor as possible', () => {
    const rules = [rule({ code: 'ban-sao', amount: 8_000, per: 'COPY', condition: 'Xin thêm bản sao' })]
    expect(conditionalFees({ ...asked, rules, quantity: 0 })).toEqual([])
    expect(conditionalFees({ ...asked, rules, quantity: 2 })).toMatchObject([{ amount: 8_000, quantity: 2, condition: 'Xin thêm bản sao' }])
    expect(feesDue({ ...asked, rules, quantity: 0, conditions: ['ban-sao'] })).toEqual([])
  })

  test('a new amount holds from its first day on, and only one amount of a fee is ever due', () => {
    const rules = [rule({ validTo: null }), rule({ amount: 6_000, validFrom: day('2026-08-08') })]
    expect(totalDue(feesDue({ ...asked, rules, on: day('2026-08-07') }))).toBe(5_000)
    expect(totalDue(feesDue({ ...asked, rules, on: day('2026-08-08') }))).toBe(6_000)
    expect(feesDue({ ...asked, rules, on: day('2023-12-31') })).toEqual([])
  })

  test('nothing is written down for a fee of 0 đồng', () => {
    expect(feesDue({ ...asked, rules: [rule({ amount: 0 })] })).toEqual([])
  })

  test('no line is ever for nothing, and each code appears once', () => {
    const amount = fc.integer({ min: 0, max: 2_000_000 })
    const anyRule = fc.record({
      code: fc.constantFrom('a', 'b', 'c'),
      amount,
      per: fc.constantFrom('CASE' as const, 'COPY' as const, 'PAGE' as const),
      channel: fc.constantFrom('ANY' as const, 'ONLINE' as const, 'COUNTER' as const),
      condition: fc.constantFrom(null, 'Nếu'),
      validFrom: fc.constantFrom(day('2024-01-01'), day('2026-01-01')),
      validTo: fc.constantFrom(null, day('2026-06-30')),
    })
    fc.assert(
      fc.property(fc.array(anyRule), fc.integer({ min: 1, max: 50 }), (changes, quantity) => {
        const lines = feesDue({ ...asked, rules: changes.map(rule), quantity, conditions: ['a'] })
        expect(lines.every((line) => line.amount > 0 && line.quantity >= 1)).toBe(true)
        expect(new Set(lines.map(({ code }) => code)).size).toBe(lines.length)
      }),
    )
  })
})

test('only procedures of level toàn trình and một phần are filed online', () => {
  expect(ONLINE_FILING).toEqual({ FULL: true, PARTIAL: true, COUNTER: false })
})
