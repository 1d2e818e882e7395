import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PrintButton } from '@/components/ui/print-button'
import { requireActor } from '@/lib/identity/session'
import { currentSite, siteOrigin } from '@/lib/places/site'
import { localDateOf } from '@/lib/platform/local-date'
import { readPostingSet } from '@/lib/procedures/queries'
import { fieldAddress } from '../../thu-tuc/addresses'
import { Sheet } from '../../thu-tuc/sheet'

export const metadata: Metadata = { title: 'Bộ niêm yết thủ tục' }

/** The posting board of a field: each procedure on a sheet of its own. */
export default async function PostingSetPage({ params }: { params: Promise<{ field: string }> }) {
  const { field: code } = await params
  const { field, procedures, now } = await shown(await readPostingSet(await requireActor(), { field: code }))
  const site = await currentSite()
  const origin = await siteOrigin()
  return (
    <>
      <Breadcrumbs
        path={[
          { href: '/', label: 'Thủ tục' },
          { href: fieldAddress(field.code), label: field.name },
        ]}
      />
      <Main>
        <div className="no-print stack">
          <h1>Bộ niêm yết lĩnh vực {field.name}</h1>
          <p className="lead">{procedures.length} thủ tục, mỗi thủ tục bắt đầu ở một trang A4 mới.</p>
          <PrintButton label={`In ${procedures.length} thủ tục`} />
        </div>
        {procedures.map((procedure) => (
          <Sheet
            key={procedure.code}
            procedure={procedure}
            site={site}
            address={`${origin}/thu-tuc/${procedure.code}`}
            today={localDateOf(now)}
            level={2}
          />
        ))}
      </Main>
    </>
  )
}
