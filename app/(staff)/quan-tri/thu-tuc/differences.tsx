import { type Column, Ledger } from '@/components/ui/table'
import type { Difference } from '@/lib/procedures/versions/differences'

const COLUMNS: readonly Column[] = [
  { key: 'what', head: 'Mục', width: '24%', className: 'person', rowHeader: true },
  { key: 'from', head: 'Phiên bản trước', width: '38%' },
  { key: 'to', head: 'Phiên bản mới' },
]

/** Field by field what was and what is, side by side; below each other on a phone, where each says which it is. */
export function Differences({ differences, caption }: { differences: readonly Difference[]; caption: string }) {
  return (
    <Ledger
      caption={caption}
      look="risk"
      columns={COLUMNS}
      rows={differences.map(({ what, from, to }, index) => ({
        key: String(index),
        cells: {
          what,
          from: (
            <>
              <span className="narrow-head">Trước: </span>
              {from ?? 'không có'}
            </>
          ),
          to: (
            <>
              <span className="narrow-head">Mới: </span>
              {to ?? 'bỏ'}
            </>
          ),
        },
      }))}
    />
  )
}
