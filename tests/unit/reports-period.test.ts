import { describe, expect, test } from 'vitest'
import { daysBetween } from '@/lib/platform/local-date'
import { bucketsOf, bucketUnit, periodWords, quickPeriods, readPeriod, yearPeriod } from '@/lib/reports/period'
import type { Period } from '@/lib/reports/rules'
import { AskedFigures } from '@/lib/reports/schema'
import { day } from '@/tests/support/calendar'

const TODAY = day('2026-11-23')
const period = (from: string, to: string): Period => ({ from: day(from), to: day(to) })

describe('the quick choices', () => {
  test('are this year, quarter and month, and the years before', () => {
    expect(quickPeriods(TODAY).map(({ key, label, period: { from, to } }) => [key, label, from, to])).toEqual([
      ['nam-nay', 'Năm nay', '2026-01-01', '2026-12-31'],
      ['quy-nay', 'Quý này', '2026-10-01', '2026-12-31'],
      ['thang-nay', 'Tháng này', '2026-11-01', '2026-11-30'],
      ['nam-2025', 'Năm 2025', '2025-01-01', '2025-12-31'],
      ['nam-2024', 'Năm 2024', '2024-01-01', '2024-12-31'],
    ])
  })

  test('do not go back before the first year of which there are figures', () => {
    expect(quickPeriods(day('2025-02-01')).map(({ key }) => key)).toEqual(['nam-nay', 'quy-nay', 'thang-nay', 'nam-2024'])
    expect(quickPeriods(day('2024-02-29'))[2]?.period).toEqual(period('2024-02-01', '2024-02-29'))
  })
})

describe('what the form asks for', () => {
  test('is this year when nothing was asked', () => {
    expect(readPeriod({}, TODAY)).toMatchObject({
      period: yearPeriod(2026),
      choice: 'nam-nay',
      typed: { tu: '01/01/2026', den: '31/12/2026' },
      errors: {},
    })
  })

  test('is read as people write days, with or without zeros', () => {
    expect(readPeriod({ tu: '2024-01-01', den: '2024-12-31' }, TODAY)).toMatchObject({
      choice: 'nam-2024',
      typed: { tu: '01/01/2024', den: '31/12/2024' },
    })
    expect(readPeriod({ tu: ' 1/1/2024 ', den: '31/12/2024' }, TODAY)).toMatchObject({ period: yearPeriod(2024), choice: 'nam-2024' })
    expect(readPeriod({ tu: '15/01/2024', den: '20/01/2024' }, TODAY)).toMatchObject({
      period: period('2024-01-15', '2024-01-20'),
      choice: null,
    })
  })

  test.each([
    [{ tu: '31/02/2024', den: '31/12/2024' }, { tu: 'Ngày đầu kỳ 31/02 không có trong lịch. Kiểm tra lại ngày và tháng' }],
    [{ tu: 'đầu năm', den: '31/12/2024' }, { tu: 'Ghi ngày đầu kỳ dạng 31/12/2024' }],
    [{ tu: '01/01/2024', den: '' }, { den: 'Nhập ngày cuối kỳ, ví dụ 31/12/2024' }],
    [{ tu: '02/01/2024', den: '01/01/2024' }, { den: 'Ngày cuối kỳ phải từ 02/01/2024 trở đi' }],
    [{ tu: '01/01/0024', den: '01/01/2024' }, { tu: 'Ngày đầu kỳ nằm trong các năm 2000 đến 2100' }],
  ])('that cannot be read is answered at its box, and what was typed stays: %o', (asked, errors) => {
    expect(readPeriod(asked, TODAY)).toEqual({ period: yearPeriod(2026), choice: null, typed: asked, errors })
  })
})

test('a period is called what people call it', () => {
  expect(
    [
      yearPeriod(2024),
      period('2026-10-01', '2026-12-31'),
      period('2024-02-01', '2024-02-29'),
      period('2026-11-23', '2026-11-23'),
      period('2024-01-02', '2024-12-31'),
    ].map(periodWords),
  ).toEqual(['năm 2024', 'quý IV/2026', 'tháng 2/2024', 'ngày 23/11/2026', 'từ 02/01/2024 đến 31/12/2024'])
})

describe('the parts of a chart', () => {
  test.each([
    [period('2026-11-01', '2026-11-30'), 'day', 30],
    [period('2026-10-20', '2026-11-10'), 'day', 22],
    [yearPeriod(2024), 'month', 12],
    [period('2025-12-15', '2026-11-23'), 'month', 12],
    [period('2024-01-01', '2026-11-23'), 'quarter', 12],
    [period('2000-01-01', '2100-12-31'), 'year', 101],
  ] as const)('are few enough to be read: %o', (asked, unit, parts) => {
    expect([bucketUnit(asked), bucketsOf(asked).length]).toEqual([unit, parts])
  })

  test('have names that are told apart, and leave no day out', () => {
    for (const asked of [period('2026-10-20', '2026-11-10'), period('2025-12-15', '2026-11-23'), period('2024-01-01', '2026-11-23')]) {
      const buckets = bucketsOf(asked)
      expect(new Set(buckets.map(({ short }) => short)).size).toBe(buckets.length)
      expect(buckets[0]?.start && daysBetween(buckets[0].start, asked.from)).toBeGreaterThanOrEqual(0)
      expect(buckets.at(-1)?.start && daysBetween(buckets.at(-1)?.start ?? asked.to, asked.to)).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('the public address', () => {
  test.each([
    [{ from: '2024-01-01' }, 'to'],
    [{ from: '01/01/2024', to: '2024-12-31' }, 'from'],
    [{ from: '2024-02-30', to: '2024-12-31' }, 'from'],
    [{ from: '2024-12-31', to: '2024-01-01' }, 'to'],
    [{ from: '1999-12-31', to: '2024-01-01' }, 'from'],
    [{ from: '2024-01-01', to: '9999-12-31' }, 'to'],
  ])('refuses %o at its field', (asked, field) => {
    const read = AskedFigures.safeParse(asked)
    expect(read.success ? null : [...new Set(read.error.issues.map(({ path }) => path.join('.')))]).toEqual([field])
  })
})
