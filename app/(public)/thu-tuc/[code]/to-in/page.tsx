import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { Main } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PrintButton } from '@/components/ui/print-button'
import { readCalendar } from '@/lib/deadlines/queries'
import { requireActor } from '@/lib/identity/session'
import { currentSite, siteOrigin } from '@/lib/places/site'
import { localDateOf } from '@/lib/platform/local-date'
import { readProcedure } from '@/lib/procedures/queries'
import { Sheet } from '../../sheet'

export const metadata: Metadata = { title: 'Bản in thủ tục' }

/** One procedure as a clean A4 sheet. */
export default async function SheetPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const actor = await requireActor()
  const procedure = await shown(await readProcedure(actor, { code }))
  const { now } = await shown(await readCalendar(actor, {}))
  const page = `/thu-tuc/${procedure.code}`
  return (
    <>
      <Breadcrumbs
        path={[
          { href: '/', label: 'Thủ tục' },
          { href: page, label: 'Trang của thủ tục' },
        ]}
      />
      <Main>
        <div className="no-print">
          <PrintButton label="In tờ này" />
        </div>
        <Sheet
          procedure={procedure}
          site={await currentSite()}
          address={`${await siteOrigin()}${page}`}
          today={localDateOf(now)}
          level={1}
        />
      </Main>
    </>
  )
}
