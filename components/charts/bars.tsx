'use client'

import { useState } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ResponsiveContainer,
  Text,
  useChartWidth,
  XAxis,
  YAxis,
  type XAxisTickContentProps,
  type YAxisTickContentProps,
} from 'recharts'
import type { Swatch } from './swatch'

/** One group of columns: `name` on the axis, `short` where there is little room, a number for each series by its key. */
export type ColumnGroup = { key: string; name: string; short: string; values: Readonly<Record<string, number>> }

/** One row of bars: a number for each series by its key, and what stands at its end: the `total`, or `label` in its place. */
export type BarRow = { key: string; name: string; values: Readonly<Record<string, number>>; total: number; label?: string }

const AXIS = 'var(--color-edge)'
const LINE = 'var(--color-line)'
const HEIGHT = 236
const FIRST_WIDTH = 620
/** Columns of few groups stay columns. */
const MOST_WIDE = 36
/** Below this a chart has room for short names only, and names of rows go above their bars. */
const NARROW = 440
/** What a short name needs, with air around it. */
const NAME_WIDTH = 20
/** The chart measures its names with this size; without it they would wrap as if they were body text. */
const SMALL = { fontSize: '12px' }
/** What a letter of a label needs at the end of a bar. */
const LETTER_WIDTH = 8
/** Longer than nothing and shorter than a pixel: a bar of length zero is dropped, and its label with it. */
const TIP = 1e-6

/** Columns side by side, for months. `label` says in one sentence what can be seen; the numbers are in the table twin. */
export function Columns({ rows, series, label }: { rows: readonly ColumnGroup[]; series: readonly Swatch[]; label: string }) {
  return (
    <div className="plot" role="img" aria-label={label} style={{ height: HEIGHT }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: FIRST_WIDTH, height: HEIGHT }}>
        <BarChart
          data={rows.map(({ key, values }) => ({ key, ...values }))}
          margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
          barGap={1}
          barCategoryGap="14%"
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke={LINE} />
          <XAxis
            dataKey="key"
            axisLine={{ stroke: AXIS }}
            tickLine={false}
            interval={0}
            height={26}
            tick={(tick: XAxisTickContentProps) => <ColumnName {...tick} rows={rows} />}
          />
          <YAxis axisLine={false} tickLine={false} width={30} allowDecimals={false} tickCount={4} />
          {series.map((one) => (
            <Bar key={one.key} dataKey={one.key} fill={one.fill} stroke={one.stroke} maxBarSize={MOST_WIDE} isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

/** Every name, or as many as there is room for, evenly: of thirty days on a phone every third. */
function ColumnName({ x, y, index, rows }: { x: number | string; y: number | string; index: number; rows: readonly ColumnGroup[] }) {
  const width = useChartWidth() ?? FIRST_WIDTH
  const isNarrow = width < NARROW
  const every = Math.ceil((rows.length * NAME_WIDTH) / width)
  const row = rows[index]
  if (index % every !== 0) return null
  return (
    <text x={x} y={y} dy={12} textAnchor="middle">
      {isNarrow ? row?.short : row?.name}
    </text>
  )
}

/** Bars lying down, names at the left and the number at the end of each: one series, or several stacked. */
export function Rows({ rows, series, label }: { rows: readonly BarRow[]; series: readonly Swatch[]; label: string }) {
  const [width, setWidth] = useState(FIRST_WIDTH)
  const isStacked = series.length > 1
  const isNarrow = width < NARROW
  const height = rows.length * (isNarrow ? 50 : isStacked ? 36 : 30)
  const right = Math.max(36, ...rows.map(({ label = '' }) => label.length * LETTER_WIDTH))
  return (
    <div className="plot" role="img" aria-label={label} style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: FIRST_WIDTH, height }} onResize={setWidth}>
        <BarChart
          // At a blank the chart would break a label in two, one line upon the other.
          data={rows.map((row) => ({ ...row.values, name: row.name, end: row.label?.replaceAll(' ', '\u00a0') ?? row.total, tip: TIP }))}
          layout="vertical"
          margin={{ top: isNarrow ? 8 : 0, right, bottom: 0, left: 0 }}
          barSize={isStacked ? 25 : 16}
          accessibilityLayer={false}
        >
          <XAxis type="number" hide domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="name"
            width={isNarrow ? 1 : 168}
            axisLine={false}
            tickLine={false}
            interval={0}
            tick={isNarrow ? NameAbove : NameBeside}
          />
          {series.map((one) => (
            <Bar
              key={one.key}
              dataKey={one.key}
              stackId="all"
              fill={one.fill}
              stroke={one.stroke}
              {...(one.dashed === true ? { strokeDasharray: '4 3' } : {})}
              isAnimationActive={false}
            >
              {isStacked ? (
                <LabelList dataKey={one.key} position="center" formatter={shown} style={{ fill: one.text, fontWeight: 600 }} />
              ) : null}
            </Bar>
          ))}
          <Bar dataKey="tip" stackId="all" fill="none" isAnimationActive={false}>
            <LabelList dataKey="end" position="right" className="v" />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

/** A part of zero has no bar; its label would stand on its neighbour. */
const shown = (value: unknown) => (typeof value === 'number' && value > 0 ? value : '')

/** Names stand at the left edge and wrap to two lines. */
function NameBeside({ y, payload }: YAxisTickContentProps) {
  return (
    <Text x={0} y={y} width={160} maxLines={2} lineHeight="1.2em" verticalAnchor="middle" className="k" style={SMALL}>
      {String(payload.value)}
    </Text>
  )
}

function NameAbove({ y, payload }: YAxisTickContentProps) {
  return (
    <text x={0} y={y} dy={-18} className="k">
      {String(payload.value)}
    </text>
  )
}
