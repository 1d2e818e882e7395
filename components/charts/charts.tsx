import { Columns, Rows } from './bars'
import { formatNumber, percent } from '@/lib/platform/money'
import { type Cell, ChartFrame } from './chart-frame'
import { ALL, ON_TIME, RECEIVED, RESOLVED, STANDINGS, type StandingKey, TOO_LATE } from './swatch'

/** `title` names what is shown, `note` says what is counted where the title does not, `sentence` says what can be seen in it (it stands for the picture), `table` names the table twin. */
type ChartProps = { title: string; note?: string; sentence: string; table: string }

type Flow = { name: string; received: number; resolved: number; lists?: { received: string; resolved: string } }

/** One month (or day, quarter, year: `head` names them), with the words for a wide and a narrow axis ("T1", "1"). `lists` open what is counted. */
export type Month = Flow & { short: string }

/** Received and resolved, month by month. `sum` is that of the whole period, from the same source as the months. */
export function MonthChart(props: ChartProps & { head?: string; months: readonly Month[]; sum: Flow }) {
  const { title, sentence, table, head = 'Tháng', months, sum } = props
  const flows = [...months, sum]
  const rowOf = (key: 'received' | 'resolved', name: string) => ({
    key,
    name,
    cells: flows.map((flow) => flow[key]),
    lists: flows.map(({ lists }) => lists?.[key]),
  })
  return (
    <ChartFrame
      title={title}
      series={[RECEIVED, RESOLVED]}
      twin={{
        caption: table,
        heads: [head, ...months.map(({ short }) => short), sum.name],
        rows: [rowOf('received', 'Tiếp nhận'), rowOf('resolved', 'Giải quyết')],
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

/** How many open dossiers stand how, for one holder or for all; `lists` open them, where there is a list of just these. */
export type StandingCounts = Readonly<Record<StandingKey, number>> & {
  name: string
  total: number
  lists?: Partial<Record<StandingKey | 'total', string>>
}

/** Open dossiers by who holds them and how they stand to their due time; `all` is the row of sums. */
export function StandingChart(props: ChartProps & { head: string; holders: readonly StandingCounts[]; all: StandingCounts }) {
  const { title, note, sentence, table, head, holders, all } = props
  const columns = [...STANDINGS.map(({ key }) => key), 'total'] as const
  const rowOf = ({ name, lists, ...counts }: StandingCounts) => ({
    name,
    cells: columns.map((key) => counts[key]),
    lists: columns.map((key) => lists?.[key]),
  })
  return (
    <ChartFrame
      title={title}
      note={note}
      series={STANDINGS}
      twin={{
        caption: table,
        heads: [head, ...STANDINGS.map(({ label }) => label.slice(0, 1).toLocaleUpperCase('vi') + label.slice(1)), 'Cộng'],
        rows: holders.map((counts) => ({ key: counts.name, ...rowOf(counts) })),
        foot: rowOf(all),
      }}
    >
      <Rows
        label={sentence}
        series={STANDINGS}
        rows={holders.map(({ name, total, lists: _lists, ...values }) => ({ key: name, name, total, values }))}
      />
    </ChartFrame>
  )
}

/** One field or department: the number that is drawn, further numbers that only the table has, and where the dossiers of each stand. */
export type Share = { name: string; count: number; more: readonly Cell[]; lists?: readonly string[] }

/**
 * One bar for each field or department. `heads` names the columns of the table: the name, the number drawn, then those of `more`. `drawn` is
 * what is drawn where that is not every row of the table.
 */
export function ShareChart(
  props: ChartProps & { heads: readonly string[]; shares: readonly Share[]; drawn?: readonly Pick<Share, 'name' | 'count'>[]; sum: Share },
) {
  const { title, sentence, table, heads, shares, drawn = shares, sum } = props
  const rowOf = ({ name, count, more, lists }: Share) => ({ name, cells: [count, ...more], lists })
  return (
    <ChartFrame
      title={title}
      series={[ALL]}
      twin={{
        caption: table,
        heads,
        rows: shares.map((share) => ({ key: share.name, ...rowOf(share) })),
        foot: rowOf(sum),
      }}
    >
      <Rows label={sentence} series={[ALL]} rows={drawn.map(({ name, count }) => ({ key: name, name, total: count, values: { count } }))} />
    </ChartFrame>
  )
}

/** What of one department was in time, further numbers that only the table has, and where the dossiers of each stand. */
export type Punctual = { name: string; met: number; all: number; more: readonly number[]; lists?: readonly string[] }

/**
 * In time and late on one bar, so that a large department is not taken for a punctual one; its end says the share. `heads` names the columns of
 * the table: the name, the share in time, the late, then those of `more`.
 */
export function PunctualChart(props: ChartProps & { heads: readonly string[]; rows: readonly Punctual[]; sum: Punctual }) {
  const { title, note, sentence, table, heads, rows, sum } = props
  const rowOf = ({ name, met, all, more, lists }: Punctual) => ({
    name,
    cells: [{ numerator: met, denominator: all }, all - met, ...more],
    ...(lists ? { lists } : {}),
  })
  return (
    <ChartFrame
      title={title}
      note={note}
      series={[ON_TIME, TOO_LATE]}
      twin={{ caption: table, heads, rows: rows.map((row) => ({ key: row.name, ...rowOf(row) })), foot: rowOf(sum) }}
    >
      <Rows
        label={sentence}
        series={[ON_TIME, TOO_LATE]}
        rows={rows.map(({ name, met, all }) => ({
          key: name,
          name,
          total: all,
          label: all === 0 ? '0' : `${formatNumber(met)}/${formatNumber(all)} · ${percent(met, all)}`,
          values: { met, missed: all - met },
        }))}
      />
    </ChartFrame>
  )
}
