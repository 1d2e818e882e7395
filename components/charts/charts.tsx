import { Columns, Rows } from './bars'
import { ChartFrame } from './chart-frame'
import { ALL, RECEIVED, RESOLVED, STANDINGS, type StandingKey } from './swatch'

/** `title` names what is shown, `sentence` says what can be seen in it (it stands for the picture), `table` names the table twin. */
type ChartProps = { title: string; sentence: string; table: string }

/** One month (or day, quarter, year: `head` names them), with the words for a wide and a narrow axis ("T1", "1"). */
export type Month = { name: string; short: string; received: number; resolved: number }

/** Received and resolved, month by month. `sum` is that of the whole period, from the same source as the months. */
export function MonthChart(
  props: ChartProps & { head?: string; months: readonly Month[]; sum: { name: string; received: number; resolved: number } },
) {
  const { title, sentence, table, head = 'Tháng', months, sum } = props
  return (
    <ChartFrame
      title={title}
      series={[RECEIVED, RESOLVED]}
      twin={{
        caption: table,
        heads: [head, ...months.map(({ short }) => short), sum.name],
        rows: [
          { key: 'received', name: 'Tiếp nhận', cells: [...months.map(({ received }) => received), sum.received] },
          { key: 'resolved', name: 'Giải quyết', cells: [...months.map(({ resolved }) => resolved), sum.resolved] },
        ],
      }}
    >
      <Columns
        label={sentence}
        series={[RECEIVED, RESOLVED]}
        rows={months.map(({ name, short, received, resolved }) => ({ key: name, name, short, values: { received, resolved } }))}
      />
    </ChartFrame>
  )
}

/** How many open dossiers stand how, for one holder or for all; `href` opens them. */
export type StandingCounts = Readonly<Record<StandingKey, number>> & { name: string; total: number; href?: string }

/** Open dossiers by who holds them and how they stand to their due time; `all` is the row of sums. */
export function StandingChart(props: ChartProps & { head: string; holders: readonly StandingCounts[]; all: StandingCounts }) {
  const { title, sentence, table, head, holders, all } = props
  const cellsOf = (counts: StandingCounts) => [...STANDINGS.map(({ key }) => counts[key]), counts.total]
  return (
    <ChartFrame
      title={title}
      series={STANDINGS}
      twin={{
        caption: table,
        heads: [head, ...STANDINGS.map(({ label }) => label.slice(0, 1).toLocaleUpperCase('vi') + label.slice(1)), 'Cộng'],
        rows: holders.map((counts) => ({ key: counts.name, name: counts.name, href: counts.href, cells: cellsOf(counts) })),
        foot: { name: all.name, cells: cellsOf(all) },
      }}
    >
      <Rows
        label={sentence}
        series={STANDINGS}
        rows={holders.map(({ name, total, href: _href, ...values }) => ({ key: name, name, total, values }))}
      />
    </ChartFrame>
  )
}

/** One field or department: the number that is drawn, further numbers that only the table has, and where its dossiers are listed. */
export type Share = { name: string; count: number; more: readonly number[]; href?: string }

/** One bar for each field or department. `heads` names the columns of the table: the name, the number drawn, then those of `more`. */
export function ShareChart(props: ChartProps & { heads: readonly string[]; shares: readonly Share[]; sum: Share }) {
  const { title, sentence, table, heads, shares, sum } = props
  return (
    <ChartFrame
      title={title}
      series={[ALL]}
      twin={{
        caption: table,
        heads,
        rows: shares.map(({ name, count, more, href }) => ({ key: name, name, href, cells: [count, ...more] })),
        foot: { name: sum.name, cells: [sum.count, ...sum.more] },
      }}
    >
      <Rows
        label={sentence}
        series={[ALL]}
        rows={shares.map(({ name, count }) => ({ key: name, name, total: count, values: { count } }))}
      />
    </ChartFrame>
  )
}
