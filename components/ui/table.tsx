import type { ReactNode } from 'react'

/** One column of a dense table. `width` is a CSS length; the column without one takes the rest. `rowHeader` names the row for screen readers. */
export type Column = {
  key: string
  head: ReactNode
  width?: string
  className?: string
  rowHeader?: boolean
  sorted?: 'ascending' | 'descending'
}

/** One row: cells by column key. `at` marks the row that the keyboard stands on. `href` is what Enter opens. */
export type LedgerRow = { key: string; cells: Readonly<Record<string, ReactNode>>; at?: boolean; href?: string }

/** Each turns into blocks on a phone; `plain` scrolls inside its section where it is only a little too wide. */
export type LedgerLook = 'queue' | 'risk' | 'register' | 'plain'

/**
 * A dense table for staff. Roles are written out, because the blocks on a phone change `display`, and browsers then drop the table's own roles.
 * The caption is for screen readers; the heading of the section says the same on the screen.
 */
export function Ledger(props: { caption: string; columns: readonly Column[]; rows: readonly LedgerRow[]; look: LedgerLook }) {
  const { caption, columns, rows, look } = props
  return (
    <table className={`ledger ledger--${look}`} role="table">
      <caption className="vh">{caption}</caption>
      <colgroup>
        {columns.map(({ key, width }) => (
          <col key={key} style={width === undefined ? undefined : { width }} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, head, sorted }) => (
            <th key={key} scope="col" role="columnheader" aria-sort={sorted}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row" className={row.at === true ? 'is-at' : undefined} data-href={row.href}>
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {row.cells[column.key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ column, children }: { column: Column; children: ReactNode }) {
  if (column.rowHeader === true)
    return (
      <th scope="row" role="rowheader" className={column.className}>
        {children}
      </th>
    )
  return (
    <td role="cell" className={column.className}>
      {children}
    </td>
  )
}

/** A wide table in a narrow place: it scrolls by itself, also by keyboard, and the page does not. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}

/** Two columns for citizens: what, and how many or when. */
export function NeedTable(props: {
  caption: string
  heads: readonly [string, string]
  rows: readonly { key: string; what: ReactNode; note?: ReactNode; count: ReactNode }[]
}) {
  return (
    <table className="need">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{props.heads[0]}</th>
          <th scope="col" className="q">
            {props.heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, what, note, count }) => (
          <tr key={key}>
            <th scope="row">
              {what}
              {note === undefined ? null : <span className="note"> {note}</span>}
            </th>
            <td className="q">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A table of finished things for citizens; rows become blocks on a phone, so roles are written out here too. */
export function DoneTable({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly Omit<Column, 'width'>[]
  rows: readonly LedgerRow[]
}) {
  return (
    <table className="done-table" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, head }) => (
            <th key={key} scope="col" role="columnheader">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} role="row">
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {row.cells[column.key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
