import { describe, expect, test } from 'vitest'
import { dayStrip } from '@/lib/deadlines/day-strip'
import { DeadlineQuestion } from '@/lib/deadlines/schema'
import { dueStanding, finishedStanding } from '@/lib/deadlines/standing'
import { askDeadline as ask, local, SEED_CALENDAR } from '@/tests/support/calendar'

describe('the standing of a dossier', () => {
  const standing = (now: string, dueAt: string) => dueStanding(local(now), local(dueAt), SEED_CALENDAR)

  test('counts the working days after today up to and including the due day', () => {
    expect(standing('2026-11-23 09:40', '2026-11-26 17:00')).toEqual({ kind: 'left', workingDays: 2 })
    expect(standing('2026-11-23 09:40', '2026-11-25 08:12')).toEqual({ kind: 'left', workingDays: 1 })
    expect(standing('2026-11-21 09:40', '2026-11-23 17:00')).toEqual({ kind: 'left', workingDays: 1 })
  })

  test('is due today until the due minute has passed', () => {
    expect(standing('2026-11-23 00:01', '2026-11-23 17:00')).toEqual({ kind: 'today' })
    expect(standing('2026-11-23 17:00', '2026-11-23 17:00')).toEqual({ kind: 'today' })
    expect(standing('2026-11-23 17:00:01', '2026-11-23 17:00')).toEqual({ kind: 'late', workingDays: 0 })
  })

  test('counts the working days since, so a weekend makes nobody later', () => {
    expect(standing('2026-11-22 10:00', '2026-11-20 17:00')).toEqual({ kind: 'late', workingDays: 0 })
    expect(standing('2026-11-23 07:00', '2026-11-20 17:00')).toEqual({ kind: 'late', workingDays: 1 })
    expect(standing('2026-11-25 07:00', '2026-11-20 17:00')).toEqual({ kind: 'late', workingDays: 2 })
  })

  test('of a finished one compares the finish with the due time', () => {
    const done = (finished: string, now: string) =>
      finishedStanding({ finishedAt: local(finished), dueAt: local('2026-11-26 17:00'), now: local(now) })
    expect(done('2026-11-24 10:00', '2026-11-25 10:00')).toEqual({ kind: 'done', when: 'early' })
    expect(done('2026-11-24 10:00', '2026-11-26 10:00')).toEqual({ kind: 'done', when: 'promised_today' })
    expect(done('2026-11-26 17:00', '2026-11-27 10:00')).toEqual({ kind: 'done', when: 'on_the_day' })
    expect(done('2026-11-26 17:01', '2026-11-27 10:00')).toEqual({ kind: 'done', when: 'late' })
  })
})

describe('the day strip', () => {
  const strip = (question: Parameters<typeof ask>, now = '2026-11-23 09:40') =>
    dayStrip(ask(...question), { now: local(now), calendar: SEED_CALENDAR })
  const drawn = (...args: Parameters<typeof strip>) =>
    strip(...args).cells.map(({ weekday, day, kind, caption, isToday }) =>
      `${weekday} ${day} ${kind} ${caption}${isToday ? ' today' : ''}`.replace('  ', ' '),
    )

  test('numbers the counted days, hatches the closed ones and ends with the hour', () => {
    expect(strip(['2026-11-20 08:15', 3, 'WORKING_DAY']).layout).toBe('row')
    expect(drawn(['2026-11-20 08:15', 3, 'WORKING_DAY'])).toEqual([
      'T6 20 receipt nhận',
      'T7 21 off nghỉ',
      'CN 22 off nghỉ',
      'T2 23 counted ngày 1 today',
      'T3 24 off nghỉ',
      'T4 25 counted ngày 2',
      'T5 26 end 17:00',
    ])
  })

  test('fills its week after the due day', () => {
    expect(drawn(['2026-11-23 09:40', 3, 'WORKING_DAY']).slice(-3)).toEqual(['T6 27 end 17:00', 'T7 28 off nghỉ', 'CN 29 off nghỉ'])
  })

  test('has rows of a week from 8 days on and none beyond 31', () => {
    expect(strip(['2026-11-16 10:00', 5, 'WORKING_DAY']).layout).toBe('weeks')
    expect(strip(['2026-11-16 10:00', 5, 'WORKING_DAY']).cells).toHaveLength(14)
    expect(strip(['2026-10-06 10:00', 30, 'DAY'])).toMatchObject({ layout: 'weeks' })
    expect(strip(['2026-10-06 10:00', 31, 'DAY'])).toEqual({ layout: 'list', cells: [] })
  })

  test('numbers weekends too when calendar days count', () => {
    expect(drawn(['2026-11-16 10:00', 8, 'DAY']).slice(4, 10)).toEqual([
      'T6 20 counted ngày 4',
      'T7 21 counted ngày 5',
      'CN 22 counted ngày 6',
      'T2 23 counted ngày 7 today',
      'T3 24 counted ngày 8, nghỉ',
      'T4 25 end 17:00',
    ])
  })

  test('weeks begin on Monday, so that weekends stand under one another; what lies before the receipt is blank', () => {
    expect(drawn(['2026-11-27 10:00', 15, 'DAY'])).toEqual([
      'T2 23 after today',
      'T3 24 off nghỉ',
      'T4 25 after ',
      'T5 26 after ',
      'T6 27 receipt nhận',
      'T7 28 counted ngày 1',
      'CN 29 counted ngày 2',
      ...[30, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((d, i) =>
        expect.stringMatching(new RegExp(` ${String(d).padStart(2, '0')} counted ngày ${i + 3}$`)),
      ),
      'T7 12 counted ngày 15, nghỉ',
      'CN 13 off nghỉ',
      'T2 14 end 17:00',
      ...['15', '16', '17', '18'].map((d) => expect.stringContaining(`${d} after`)),
      'T7 19 off nghỉ',
      'CN 20 off nghỉ',
    ])
  })

  test('draws a pause as one run, broken only at the end of a row, and the numbers go on after it', () => {
    const { cells } = strip(['2026-11-16 10:00', 3, 'WORKING_DAY', [['2026-11-17 10:00', '2026-11-20 10:00']]])
    expect(cells.slice(0, 4).map(({ kind, caption, span }) => [kind, caption, span])).toEqual([
      ['receipt', 'nhận', 1],
      ['counted', 'ngày 1', 1],
      ['pause', 'tạm dừng', 3],
      ['off', 'nghỉ', 1],
    ])
    expect(cells.reduce((sum, { span }) => sum + span, 0) % 7).toBe(0)
    expect(cells.filter(({ kind }) => kind === 'counted' || kind === 'end').map(({ caption }) => caption)).toEqual([
      'ngày 1',
      'ngày 2',
      '17:00',
    ])
  })

  test('of a stopped clock ends today, without a due day', () => {
    const cells = drawn(['2026-11-18 10:00', 3, 'WORKING_DAY', [['2026-11-19 10:00', null]]])
    expect(cells.some((cell) => cell.includes('end'))).toBe(false)
    expect(cells.slice(0, 3)).toEqual(['T4 18 receipt nhận', 'T5 19 counted ngày 1', 'T6 – T2 20 – 23/11 pause tạm dừng today'])
  })
})

describe('the question of the public interface', () => {
  const ok = { receivedAt: '2026-11-20T08:15:00+07:00', value: '3', unit: 'WORKING_DAY' }
  const parse = (raw: Record<string, string>) => DeadlineQuestion.safeParse(raw)
  const messageAt = (raw: Record<string, string>, field: string) =>
    parse(raw).error?.issues.find((issue) => issue.path.join('.') === field)?.message

  test('is read with offsets of any kind, also where a plus sign has become a blank', () => {
    const at = new Date('2026-11-20T01:15:00Z')
    for (const receivedAt of [
      ok.receivedAt,
      '2026-11-20T08:15:00 07:00',
      '2026-11-20T01:15:00Z',
      '2026-11-20T01:15Z',
      '2026-11-20T01:15:00.000Z',
    ])
      expect(parse({ ...ok, receivedAt }).data).toEqual({ receivedAt: at, limit: { value: 3, unit: 'WORKING_DAY' }, pauses: [] })
  })

  test('needs an instant that exists and has an offset', () => {
    for (const receivedAt of [
      '',
      '2026-11-20',
      '2026-11-20T08:15:00',
      '2026-02-30T08:15:00+07:00',
      '2026-11-20T24:00:00Z',
      '20/11/2026',
      '1899-01-01T00:00:00Z',
    ])
      expect(messageAt({ ...ok, receivedAt }, 'receivedAt')).toMatch(/^Ghi thời điểm nhận/)
    expect(messageAt({ value: '3', unit: 'DAY' }, 'receivedAt')).toMatch(/^Ghi thời điểm nhận/)
  })

  test('needs a whole number from 1 to 1,000, except for a result on the same day', () => {
    for (const value of ['0', '-1', '1.5', '1001', '', 'ba', '1e2', '03'])
      expect(messageAt({ ...ok, value }, 'value')).toBe('Thời hạn là số nguyên từ 1 đến 1.000')
    expect(messageAt({ receivedAt: ok.receivedAt, unit: 'DAY' }, 'value')).toBe('Thời hạn là số nguyên từ 1 đến 1.000')
    expect(parse({ ...ok, value: '1000' }).success).toBe(true)
    expect(parse({ receivedAt: ok.receivedAt, unit: 'SAME_DAY' }).data?.limit).toEqual({ value: 1, unit: 'SAME_DAY' })
    expect(messageAt({ ...ok, unit: 'WEEK' }, 'unit')).toMatch(/^Đơn vị là/)
  })

  test('says everything that is wrong at once', () => {
    const paths = (raw: Record<string, string>) => parse(raw).error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(new Set(paths({}))).toEqual(new Set(['receivedAt', 'value', 'unit']))
    expect(paths({ ...ok, unit: 'DAY', value: '' })).toContain('value')
    expect(parse('nothing' as never).success).toBe(false)
  })

  test('takes disjoint pauses in any order and says what is wrong with others', () => {
    const pause = (from: string, to: string) => `2026-11-${from}:00+07:00/2026-11-${to}:00+07:00`
    const first = pause('23T10:00', '24T10:00')
    const second = pause('25T10:00', '25T11:00')
    expect(parse({ ...ok, pauses: `${second},${first}` }).data?.pauses.map(({ from }) => from.getUTCDate())).toEqual([23, 25])
    expect(parse({ ...ok, pauses: pause('20T08:15', '23T10:00') }).success).toBe(true)
    expect(parse({ ...ok, pauses: '' }).data?.pauses).toEqual([])
    expect(messageAt({ ...ok, pauses: 'mai' }, 'pauses')).toMatch(/^Ghi mỗi lần tạm dừng/)
    expect(messageAt({ ...ok, pauses: `${first},` }, 'pauses')).toMatch(/^Ghi mỗi lần tạm dừng/)
    expect(messageAt({ ...ok, pauses: pause('24T10:00', '23T10:00') }, 'pauses')).toMatch(/kết thúc trước khi bắt đầu/)
    expect(messageAt({ ...ok, pauses: `${first},${pause('24T09:59', '25T10:00')}` }, 'pauses')).toMatch(/chồng lên nhau/)
    expect(messageAt({ ...ok, pauses: pause('20T08:00', '23T10:00') }, 'pauses')).toMatch(/trước khi nhận/)
  })
})
