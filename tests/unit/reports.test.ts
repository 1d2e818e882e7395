import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percent } from '@/lib/platform/money'
import { belongsTo, countFigure, type DossierFacts, FIGURES, type Period, rateOf, spanOf } from '@/lib/reports/rules'
import { countedBecause, definitionOf, FIGURE_WORDS, partWords } from '@/lib/reports/words'
import { day, local } from '@/tests/support/calendar'

const period = (from: string, to: string): Period => ({ from: day(from), to: day(to) })
const NOVEMBER = period('2026-11-01', '2026-11-30')
/** Long after every period here. */
const LATER = local('2027-06-01 09:00')

/** Received on Friday 20/11, due on Thursday 26/11 at 17:00. */
function dossier(facts: Partial<DossierFacts> = {}): DossierFacts {
  return {
    effectiveReceiptAt: local('2026-11-20 08:15'),
    dueAt: local('2026-11-26 17:00'),
    finishedAt: null,
    endedAt: null,
    pausedAt: null,
    supplementRequests: 0,
    channel: 'ONLINE',
    hasComponentFile: true,
    hasResultFile: false,
    hasFee: true,
    paidOnline: true,
    ...facts,
  }
}

const finished = (at: string, facts: Partial<DossierFacts> = {}) =>
  dossier({ finishedAt: local(at), endedAt: local(at), hasResultFile: true, ...facts })
const count = (figure: (typeof FIGURES)[number], dossiers: readonly DossierFacts[], asked = NOVEMBER, now = LATER) =>
  countFigure(figure, dossiers, spanOf(asked, now))

describe('a period', () => {
  const from = day('2026-11-20')

  test('holds both its days from midnight to midnight in Viet Nam', () => {
    const edges = ['2026-11-19 23:59', '2026-11-20 00:00', '2026-11-20 23:59', '2026-11-21 00:00']
    const counted = edges.map((at) => count('received', [dossier({ effectiveReceiptAt: local(at) })], { from, to: from }).numerator)
    expect(counted).toEqual([0, 1, 1, 0])
  })

  test('counts what is received by its effective receipt, and what is resolved by its result', () => {
    const both = [finished('2026-12-02 10:00'), finished('2026-11-24 10:00'), dossier()]
    expect(count('received', both)).toEqual(rateOf(3, 3))
    expect(count('resolved', both)).toEqual(rateOf(1, 1))
    expect(count('resolved', both, period('2026-12-01', '2026-12-31'))).toEqual(rateOf(1, 1))
  })

  test('does not count what has only been sent', () => {
    const sent = dossier({ effectiveReceiptAt: null, dueAt: null })
    for (const figure of FIGURES) expect(count(figure, [sent])).toEqual({ numerator: 0, denominator: 0, ratio: null })
  })
})

describe('on time (index 2.1)', () => {
  test('is a result up to the due minute itself', () => {
    expect(count('onTime', [finished('2026-11-26 17:00')])).toEqual(rateOf(1, 1))
    expect(count('onTime', [finished('2026-11-26 17:01')])).toEqual(rateOf(0, 1))
  })

  test('is an open dossier until its due time has passed, judged now while the period runs', () => {
    const at = (now: string) => count('onTime', [dossier()], NOVEMBER, local(now))
    expect(at('2026-11-26 17:00')).toEqual(rateOf(1, 1))
    expect(at('2026-11-26 17:01')).toEqual(rateOf(0, 1))
  })

  test('judges what was still open at the end of a period there, whatever came after', () => {
    const asked = period('2026-11-01', '2026-11-25')
    expect(count('onTime', [finished('2026-12-15 10:00')], asked)).toEqual(rateOf(1, 1))
    expect(count('onTime', [finished('2026-12-15 10:00')], NOVEMBER)).toEqual(rateOf(0, 1))
  })

  test('takes a late dossier along into the next period, so that it is not lost between two', () => {
    const december = period('2026-12-01', '2026-12-31')
    expect(count('onTime', [finished('2026-12-15 10:00')], december)).toEqual(rateOf(0, 1))
    expect(count('onTime', [finished('2026-11-30 10:00')], december).denominator).toBe(0)
  })

  test('goes by the due time with its pauses: supplement time is not counted', () => {
    expect(count('onTime', [finished('2026-11-30 10:00', { dueAt: local('2026-11-30 17:00') })])).toEqual(rateOf(1, 1))
  })

  test('says nothing of a period that has not begun', () => {
    expect(count('onTime', [dossier()], period('2026-12-01', '2026-12-31'), local('2026-11-23 09:00')).ratio).toBeNull()
  })
})

describe('the other rates', () => {
  test('online is what came over the network, here or through the national portal', () => {
    const channels = ['ONLINE', 'NATIONAL_PORTAL', 'COUNTER', 'POSTAL'] as const
    expect(
      count(
        'online',
        channels.map((channel) => dossier({ channel })),
      ),
    ).toEqual(rateOf(2, 4))
  })

  test('digitised needs the papers and the result as files, and is measured on what was resolved', () => {
    const files = [
      finished('2026-11-24 10:00'),
      finished('2026-11-24 10:00', { hasComponentFile: false }),
      finished('2026-11-24 10:00', { hasResultFile: false }),
      dossier(),
    ]
    expect(count('digitised', files)).toEqual(rateOf(1, 3))
  })

  test('online payment leaves out dossiers with nothing to pay (index 3.6)', () => {
    const paid = [dossier(), dossier({ paidOnline: false }), dossier({ hasFee: false, paidOnline: false })]
    expect(count('onlinePayment', paid)).toEqual(rateOf(1, 2))
  })

  test('are not numbers where there is nothing to divide by', () => {
    expect(rateOf(0, 0).ratio).toBeNull()
  })

  test('show 100% only when nothing is missing', () => {
    expect([percent(995, 1032), percent(915, 1032), percent(49_999, 50_000), percent(1032, 1032)]).toEqual([
      '96,41%',
      '88,66%',
      '99,99%',
      '100%',
    ])
  })
})

describe('a supplement', () => {
  test('stops the clock: what waits for its applicant since a time in limit is in time however long she takes', () => {
    expect(count('onTime', [dossier({ pausedAt: local('2026-11-24 09:00') })]).ratio).toBe(1)
    expect(count('onTime', [dossier({ pausedAt: local('2026-11-27 09:00') })]).ratio).toBe(0)
  })

  test('asked for twice makes the dossier late, whenever it is finished', () => {
    expect(count('onTime', [finished('2026-11-25 10:00', { supplementRequests: 1 })]).ratio).toBe(1)
    expect(count('onTime', [finished('2026-11-25 10:00', { supplementRequests: 2 })]).ratio).toBe(0)
  })

  test('refused or withdrawn before receipt, a dossier counts for nothing', () => {
    const never = dossier({ effectiveReceiptAt: null, dueAt: null, hasResultFile: false })
    for (const figure of FIGURES) expect(count(figure, [never]).denominator, figure).toBe(0)
  })
})

test('what was stopped in time was on time, and is not counted as resolved', () => {
  const stopped = (at: string, facts: Partial<DossierFacts> = {}) => dossier({ endedAt: local(at), ...facts })
  const some = [
    stopped('2026-11-25 10:00'),
    stopped('2026-11-27 10:00'),
    stopped('2026-11-27 10:00', { pausedAt: local('2026-11-24 09:00') }),
  ]
  expect(count('onTime', some)).toMatchObject({ numerator: 2, denominator: 3 })
  expect(count('resolved', some)).toMatchObject({ denominator: 0 })
  // Over before the period began, it is nobody's any more.
  expect(count('onTime', some, period('2026-12-01', '2026-12-31'))).toMatchObject({ denominator: 0 })
})

test('whatever a dossier is, it meets a figure or is its exception, never both, and only if it counts', () => {
  const instant = fc
    .integer({ min: 0, max: 120 * 24 * 60 })
    .map((minutes) => new Date(local('2026-10-01 00:00').getTime() + minutes * 60_000))
  const facts = fc.record({
    effectiveReceiptAt: fc.option(instant),
    dueAt: fc.option(instant),
    finishedAt: fc.option(instant),
    endedAt: fc.option(instant),
    pausedAt: fc.option(instant),
    supplementRequests: fc.integer({ min: 0, max: 3 }),
    channel: fc.constantFrom('ONLINE', 'COUNTER', 'POSTAL', 'NATIONAL_PORTAL'),
    hasComponentFile: fc.boolean(),
    hasResultFile: fc.boolean(),
    hasFee: fc.boolean(),
    paidOnline: fc.boolean(),
  }) satisfies fc.Arbitrary<DossierFacts>
  fc.assert(
    fc.property(facts, instant, fc.constantFrom(...FIGURES), (one, now, figure) => {
      const span = spanOf(NOVEMBER, now)
      const stands = (part: 'numerator' | 'denominator' | 'exceptions') => Number(belongsTo({ figure, part }, one, span))
      expect(stands('numerator') + stands('exceptions')).toBe(stands('denominator'))
    }),
  )
})

describe('words', () => {
  test('name the index that a figure follows', () => {
    expect(FIGURES.map((figure) => FIGURE_WORDS[figure].index)).toEqual([null, null, '2.1', null, '4.2', '3.6'])
    expect(definitionOf('digitised')).toMatch(/Chỉ\ssố\s4\.2\.$/)
  })

  test('call a list what it is', () => {
    expect(partWords('online', 'exceptions')).toBe('hồ sơ nộp cách khác')
    expect(partWords('online', 'numerator')).toBe('hồ sơ nộp trực tuyến')
    expect(partWords('received', 'denominator')).toBe('hồ sơ tiếp nhận')
  })

  test('say what is missing', () => {
    const row = { stage: 'returned', channel: 'COUNTER', hasComponentFile: false, hasResultFile: true, paidBy: ['CASH'] } as const
    expect(countedBecause('digitised', row)).toBe('Thiếu tệp giấy tờ')
    expect(countedBecause('online', row)).toBe('Nộp tại quầy')
    expect(countedBecause('onlinePayment', row)).toBe('Trả tiền mặt')
    expect(countedBecause('onlinePayment', { ...row, paidBy: [] })).toBe('Chưa thanh toán')
  })
})
