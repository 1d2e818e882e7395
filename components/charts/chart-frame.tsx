import { Suspense, type ReactNode } from 'react'
import { formatNumber, percent } from '@/lib/platform/money'
import { Scroll } from '@/components/ui/table'
import type { Swatch } from './swatch'

/** Where the dossiers stand that each number counts, in the order of the numbers; undefined where there is no such list. */
type Lists = readonly (string | undefined)[] | undefined

/** A count, or a share: so many of so many. */
export type Cell = number | { numerator: number; denominator: number }

type TwinRow = { name: string; cells: readonly Cell[]; lists?: Lists }

/** The numbers of a chart as a table: first the row's name, then its cells in the order of `heads`. `foot` is the row of sums. */
export type Twin = { caption: string; heads: readonly string[]; rows: readonly (TwinRow & { key: string })[]; foot?: TwinRow }

/**
 * A chart with its title, its key and its table twin. The twin stands open below: it is what a screen reader reads, what works without a script,
 * and what is copied into a report.
 */
export function ChartFrame(props: {
  title: string
  note?: string | undefined
  series: readonly Swatch[]
  twin: Twin
  children: ReactNode
}) {
  const { title, note, series, twin, children } = props
  return (
    <figure className="chart">
      <figcaption>
        <h3>{title}</h3>
        {note === undefined ? null : <p className="note">{note}</p>}
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
          {twin.rows.map(({ key, ...row }) => (
            <FigureRow key={key} {...row} />
          ))}
        </tbody>
        {twin.foot === undefined ? null : (
          <tfoot>
            <FigureRow {...twin.foot} />
          </tfoot>
        )}
      </table>
    </Scroll>
  )
}

function FigureRow({ name, cells, lists }: TwinRow) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => {
        const isNought = (typeof cell === 'number' ? cell : cell.numerator) === 0
        const list = isNought ? undefined : lists?.[index]
        const words = cellWords(cell)
        return (
          <td key={index}>
            {list === undefined ? words : <a href={list}>{words}</a>}
            {typeof cell === 'number' || cell.denominator === 0 ? null : (
              <span className="pct"> {percent(cell.numerator, cell.denominator)}</span>
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** "1.032", "15/17"; a dash where there is nothing to divide by. */
function cellWords(cell: Cell): string {
  if (typeof cell === 'number') return formatNumber(cell)
  return cell.denominator === 0 ? '–' : `${formatNumber(cell.numerator)}/${formatNumber(cell.denominator)}`
}
