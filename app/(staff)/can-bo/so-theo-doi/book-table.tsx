import type { ReactNode } from 'react'
import { DossierCode } from '@/components/dossiers/dossier-code'
import { type Column as TableColumn, Ledger } from '@/components/ui/table'
import { type Column, COLUMNS, HEADS, type Line } from '@/lib/dossiers/register/rules'
import { cellText } from '@/lib/dossiers/register/cells'
import { dossierHref } from '../addresses'

/** Widths of a desk's screen; the name of the procedure takes the rest. */
const WIDTHS: Partial<Record<Column, string>> = {
  number: '3.25rem',
  code: '7.25rem',
  applicant: '10rem',
  contact: '13rem',
  department: '8.5rem',
  receivedAt: '6.75rem',
  dueAt: '6.75rem',
  returnedAt: '6.75rem',
  returnMethod: '7rem',
  signature: '7.25rem',
}

const columnOf =
  (prefix: string) =>
  (key: Column): TableColumn => ({
    key,
    head: key === 'code' ? `Mã ${prefix}-…` : HEADS[key],
    ...(WIDTHS[key] === undefined ? {} : { width: WIDTHS[key] }),
    ...(['number', 'receivedAt', 'dueAt', 'returnedAt'].includes(key) ? { className: 'figures' } : {}),
    ...(key === 'applicant' ? { className: 'person', rowHeader: true } : {}),
  })

/** The lines of a book with the columns of the form in their order. */
export function BookTable({ caption, lines, prefix }: { caption: string; lines: readonly Line[]; prefix: string }) {
  return (
    <Ledger
      caption={caption}
      look="register"
      columns={COLUMNS.map(columnOf(prefix))}
      rows={lines.map((line) => ({
        key: line.code,
        href: dossierHref(line.code, null),
        cells: Object.fromEntries(COLUMNS.map((column) => [column, <Cell key={column} column={column} line={line} prefix={prefix} />])),
      }))}
    />
  )
}

/** What stands in a cell; on a phone its head stands before it. */
function Cell({ column, line, prefix }: { column: Column; line: Line; prefix: string }): ReactNode {
  const words = cellText(line, column)
  // On a phone only what is still to come is said to be missing.
  if (words === '' && column !== 'returnedAt') return null
  return (
    <>
      <span className="vh-wide">{HEADS[column]}: </span>
      {column === 'code' ? (
        <a href={dossierHref(line.code, null)}>
          <DossierCode code={line.code} short={line.code.startsWith(`${prefix}-`)} />
        </a>
      ) : words === '' ? (
        <span className="vh-wide">chưa có</span>
      ) : (
        words
      )}
    </>
  )
}
