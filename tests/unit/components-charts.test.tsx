import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test, vi } from 'vitest'
import type { BarRow, ColumnGroup } from '@/components/charts/bars'
import { MonthChart, PunctualChart, ShareChart, StandingChart } from '@/components/charts/charts'
import { ON_TIME, RECEIVED, RESOLVED, STANDINGS, TOO_LATE } from '@/components/charts/swatch'

// The bars are drawn only where a browser has measured them; here they tell which numbers they were given.
vi.mock('@/components/charts/bars', () => {
  const told = ({ rows }: { rows: readonly (BarRow | ColumnGroup)[] }) => (
    <pre>{JSON.stringify(rows.map(({ values }) => Object.values(values)))}</pre>
  )
  return { Columns: told, Rows: told }
})

/** The numbers that the picture was given, row by row. */
function drawnIn(page: string): number[][] {
  const rows: unknown = JSON.parse(/<pre>(.*?)<\/pre>/.exec(page)?.[1] ?? 'null')
  return Array.isArray(rows) ? rows.map((row: unknown) => (Array.isArray(row) ? row.map(Number) : [])) : []
}

/** The rows of the table twin, cells as numbers, without names, head and foot. */
function twinIn(page: string): number[][] {
  const body = /<tbody>(.*?)<\/tbody>/s.exec(page)?.[1] ?? ''
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map((row) =>
    [...(row[1] ?? '').matchAll(/<td>(.*?)<\/td>/gs)].map((cell) => Number((cell[1] ?? '').replaceAll('.', ''))),
  )
}

const words = { title: 'Diễn biến', sentence: 'Cao nhất tháng 7.', table: 'Bảng số liệu' }

describe('a chart by month', () => {
  const page = renderToStaticMarkup(
    <MonthChart
      {...words}
      months={[
        { name: 'T1', short: '1', received: 88, resolved: 81 },
        { name: 'T2', short: '2', received: 1052, resolved: 55 },
      ]}
      sum={{ name: 'Cả kỳ', received: 1140, resolved: 136 }}
    />,
  )

  test('has a table with the numbers that are drawn', () => {
    expect(drawnIn(page)).toEqual([
      [88, 81],
      [1052, 55],
    ])
    expect(twinIn(page)).toEqual([
      [88, 1052, 1140],
      [81, 55, 136],
    ])
  })

  test('has its table open, so that it is there without a script', () => {
    expect(page).toMatch(/<details open=""><summary>Bảng số liệu<\/summary>/)
  })

  test('writes thousands as Vietnamese do', () => {
    expect(page).toContain('<td>1.052</td>')
  })
})

test('a chart by holder has a table with the numbers that are drawn, and the sums it was given', () => {
  const desk = { name: 'Trung tâm PVHCC', late: 2, today: 6, left: 4, wait: 2, done: 4, total: 18 }
  const police = { name: 'Công an xã', late: 0, today: 1, left: 5, wait: 0, done: 0, total: 6 }
  const all = { name: 'Cả xã', late: 2, today: 7, left: 9, wait: 2, done: 4, total: 24 }
  const page = renderToStaticMarkup(<StandingChart {...words} head="Nơi giữ" holders={[desk, police]} all={all} />)
  expect(drawnIn(page)).toEqual([
    [2, 6, 4, 2, 4],
    [0, 1, 5, 0, 0],
  ])
  expect(twinIn(page)).toEqual([
    [2, 6, 4, 2, 4, 18],
    [0, 1, 5, 0, 0, 6],
  ])
  expect(page).toMatch(/<tfoot>.*Cả xã.*<td>24<\/td>/s)
})

test('a chart by field has a table with the numbers that are drawn and those that are not', () => {
  const page = renderToStaticMarkup(
    <ShareChart
      {...words}
      heads={['Lĩnh vực', 'Tiếp nhận', 'Đúng hạn']}
      shares={[
        { name: 'Hộ tịch', count: 412, more: [410] },
        { name: 'Đất đai', count: 61, more: [61] },
      ]}
      sum={{ name: 'Cộng', count: 473, more: [471] }}
    />,
  )
  expect(drawnIn(page)).toEqual([[412], [61]])
  expect(twinIn(page)).toEqual([
    [412, 410],
    [61, 61],
  ])
})

test('every number of a table opens the list that it counts, but a nought', () => {
  const page = renderToStaticMarkup(
    <ShareChart
      {...words}
      heads={['Lĩnh vực', 'Tiếp nhận', 'Đúng hạn', 'Số hóa']}
      shares={[{ name: 'Hộ tịch', count: 412, more: [410, 0], lists: ['/tat-ca', '/dung-han', '/so-hoa'] }]}
      sum={{ name: 'Cộng', count: 412, more: [410, 0] }}
    />,
  )
  expect(page).toContain('<td><a href="/tat-ca">412</a></td><td><a href="/dung-han">410</a></td><td>0</td>')
})

test('what was in time and what was late are drawn together, and the table says the share with what it is of', () => {
  const page = renderToStaticMarkup(
    <PunctualChart
      {...words}
      heads={['Đơn vị', 'Đúng hạn', 'Trễ', 'Tiếp nhận']}
      rows={[
        { name: 'Phòng Kinh tế', met: 15, all: 17, more: [20], lists: ['/dung-han', '/tre', '/nhan'] },
        { name: 'Công an xã', met: 0, all: 0, more: [0] },
      ]}
      sum={{ name: 'Cộng', met: 15, all: 17, more: [20] }}
    />,
  )
  expect(drawnIn(page)).toEqual([
    [15, 2],
    [0, 0],
  ])
  expect(page).toContain('<td><a href="/dung-han">15/17</a><span class="pct"> 88,24%</span></td><td><a href="/tre">2</a></td>')
  expect(page).toContain('<td>–</td><td>0</td><td>0</td>')
})

test('each series of a chart has a look of its own', () => {
  for (const series of [[RECEIVED, RESOLVED], STANDINGS, [ON_TIME, TOO_LATE]])
    expect(new Set(series.map(({ fill, stroke }) => `${fill} ${stroke}`)).size).toBe(series.length)
})
