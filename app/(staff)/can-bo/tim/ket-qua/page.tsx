import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueTable } from '@/components/dossiers/queue-table'
import { Desk, QueueHead } from '@/components/layout/staff-page'
import { EmptyState } from '@/components/ui/notice'
import { countShelves, searchDossiers } from '@/lib/dossiers/queue-queries'
import { requireStaff } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { FOUND } from '../../addresses'
import { queueItem, railOf } from '../../queue-items'
import { readSearch } from '../search-cookie'

export const metadata: Metadata = { title: 'Kết quả tìm' }

/** Dossiers that the search field found, newest first. */
export default async function SearchPage() {
  const actor = await requireStaff(FOUND)
  const words = await readSearch()
  const [found, counts, site] = await Promise.all([
    searchDossiers(actor, { q: words }).then(shown),
    countShelves(actor, {}).then(shown),
    currentSite(),
  ])
  return (
    <Desk groups={railOf(counts.shelves, null)}>
      <QueueHead title="Kết quả tìm" summary={summary(words, found)} />
      {found.rows.length === 0 ? (
        <EmptyState title={words === '' ? 'Nhập mã, họ tên hoặc số điện thoại vào ô tìm ở trên.' : 'Không tìm thấy hồ sơ nào.'}>
          <p>
            Tìm được bằng mã hồ sơ hoặc 4 số cuối của mã, các từ của họ tên không cần dấu, các số cuối của điện thoại, đủ 12 số định danh.
          </p>
        </EmptyState>
      ) : (
        <QueueTable
          caption={`Hồ sơ khớp ${words}, mới nhất lên trước`}
          prefix={site.agencyCode}
          items={found.rows.map((row) => queueItem(row, null, { now: found.now }))}
        />
      )}
    </Desk>
  )
}

function summary(words: string, { rows, isCut }: { rows: readonly unknown[]; isCut: boolean }): string {
  if (words === '') return 'Chưa tìm gì.'
  return isCut ? `${rows.length} hồ sơ mới nhất khớp “${words}”. Gõ thêm để hẹp lại.` : `${rows.length} hồ sơ khớp “${words}”.`
}
