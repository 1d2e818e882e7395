import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/ui/icon'
import { Ledger, Scroll, type Column } from '@/components/ui/table'

/** How a component was checked. */
export type PaperCheck = { standing: 'ok' | 'none' | 'open' | 'bad'; label: string }

/** One component of the dossier. `kind` in words ("1 bản chính", "tra cứu"); `source` where it comes from when there is no file. */
export type PaperRow = {
  key: string
  name: string
  kind: string
  files: readonly { id: string; href: string; name: string; note: string }[]
  source?: string
  check: ReactNode | PaperCheck
}

const COLUMNS: readonly Column[] = [
  { key: 'name', head: 'Giấy tờ', rowHeader: true, className: 'p-name' },
  { key: 'kind', head: 'Loại', width: '5.75rem', className: 'p-kind' },
  { key: 'files', head: 'Tệp, nguồn', width: '12.5rem', className: 'p-files' },
  { key: 'check', head: 'Kiểm tra', width: '7.5rem', className: 'p-check' },
]

/** The components with what was handed in for each. `check` may be a control, on the page where they are checked. */
export function PapersTable({ rows }: { rows: readonly PaperRow[] }) {
  return (
    <Scroll label="Bảng thành phần hồ sơ">
      <Ledger
        caption="Thành phần hồ sơ"
        look="plain"
        columns={COLUMNS}
        rows={rows.map((row) => ({
          key: row.key,
          cells: {
            name: row.name,
            kind: row.kind,
            files: <PaperFiles row={row} />,
            check: isCheck(row.check) ? <CheckMark check={row.check} /> : row.check,
          },
        }))}
      />
    </Scroll>
  )
}

const isCheck = (check: ReactNode | PaperCheck): check is PaperCheck =>
  typeof check === 'object' && check !== null && 'standing' in check && 'label' in check

function PaperFiles({ row }: { row: PaperRow }) {
  if (row.files.length === 0) return <span className="quiet">{row.source ?? 'chưa có tệp'}</span>
  return (
    <>
      {row.files.map((file) => (
        <span key={file.id} className="paper-file">
          <a href={file.href}>{file.name}</a>
          <span className="quiet">{file.note}</span>
        </span>
      ))}
    </>
  )
}

const MARK: Record<PaperCheck['standing'], { icon: IconName; className: string }> = {
  ok: { icon: 'tick', className: 'mark mark--ok' },
  none: { icon: 'bar', className: 'mark mark--na' },
  open: { icon: 'ring', className: 'mark' },
  bad: { icon: 'warning', className: 'mark mark--bad' },
}

/** The result of a check: shape and word. */
function CheckMark({ check }: { check: PaperCheck }) {
  return (
    <span className={MARK[check.standing].className}>
      <Icon name={MARK[check.standing].icon} />
      {check.label}
    </span>
  )
}
