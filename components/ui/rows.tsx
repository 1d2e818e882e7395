import type { ReactNode } from 'react'

/** One thing to open, with a line that helps to choose. */
export type Row = { href: string; label: string; note?: ReactNode }

/** A list of things to open, hairlines between. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="rows">
      {rows.map(({ href, label, note }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          {note === undefined ? null : <span className="note">{note}</span>}
        </li>
      ))}
    </ul>
  )
}

/** Things to open in two columns, each with a number. `unit` is what the number counts ("thủ tục"), said to screen readers. */
export function CountedRows({ rows, unit }: { rows: readonly { href: string; label: string; count: number }[]; unit: string }) {
  return (
    <ul className="rows rows--two">
      {rows.map(({ href, label, count }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          <span className="num">
            {count}
            <span className="vh"> {unit}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
