import { Suspense, type ReactNode } from 'react'
import { formatNumber } from '@/lib/platform/money'
import { Scroll } from '@/components/ui/table'
import type { Swatch } from './swatch'

/**
 * The numbers of a chart as a table: first the row's name (`href` opens what it counts), then its cells in the order of `heads`. `foot` is the row
 * of sums.
 */
export type Twin = {
  caption: string
  heads: readonly string[]
  rows: readonly { key: string; name: string; href?: string | undefined; cells: readonly number[] }[]
  foot?: { name: string; cells: readonly number[] }
}

/**
 * A chart with its title, its key and its table twin. The twin stands open below: it is what a screen reader reads, what works without a script,
 * and what is copied into a report.
 */
export function ChartFrame(props: { title: string; series: readonly Swatch[]; twin: Twin; children: ReactNode }) {
  const { title, series, twin, children } = props
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      {series.length < 2 ? null : <Key series={series} />}
      {/* Each picture comes alive by itself, so that a slow phone answers in between. */}
      <Suspense>{children}</Suspense>
      <details open>
        <summary>{twin.caption}</summary>
        <FigureTable twin={twin} />
      </details>
    </figure>
  )
}

function Key({ series }: { series: readonly Swatch[] }) {
  return (
    <p className="key">
      {series.map(({ key, label, fill, stroke, dashed }) => (
        <span key={key}>
          <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="12" height="12" fill={fill} stroke={stroke} strokeDasharray={dashed === true ? '3 2' : undefined} />
          </svg>
          {label}
        </span>
      ))}
    </p>
  )
}

/** A table of figures by itself. */
function FigureTable({ twin }: { twin: Twin }) {
  return (
    <Scroll label={twin.caption}>
      <table className="figs">
        <thead>
          <tr>
            {twin.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {twin.rows.map(({ key, name, href, cells }) => (
            <tr key={key}>
              <th scope="row">{href === undefined ? name : <a href={href}>{name}</a>}</th>
              <Cells cells={cells} />
            </tr>
          ))}
        </tbody>
        {twin.foot === undefined ? null : (
          <tfoot>
            <tr>
              <th scope="row">{twin.foot.name}</th>
              <Cells cells={twin.foot.cells} />
            </tr>
          </tfoot>
        )}
      </table>
    </Scroll>
  )
}

function Cells({ cells }: { cells: readonly number[] }) {
  return cells.map((cell, index) => <td key={index}>{formatNumber(cell)}</td>)
}
