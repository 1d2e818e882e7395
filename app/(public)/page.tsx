import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Main } from '@/components/layout/citizen-page'
import { CountedRows } from '@/components/ui/rows'
import { openState } from '@/lib/deadlines/opening'
import { readCalendar } from '@/lib/deadlines/queries'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { listFields, listPopular } from '@/lib/procedures/queries'
import { readPublicRecord } from '@/lib/reports/queries'
import { shown } from '../shown'
import { RecordBox } from './cong-khai/record-box'
import { Finder, ProcedureRows } from './finder'
import { OfficeHours } from './office-hours'
import { fieldAddress, listAddress } from './thu-tuc/addresses'

/** A layout's title pattern does not reach the page beside it. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = await currentSite()
  return { title: { absolute: `Tìm thủ tục – Một Cửa ${name}` } }
}

/** Fields on this page; the rest stands on the page of all procedures. */
const FIELDS_SHOWN = 10

type Asked = { searchParams: Promise<{ q?: string | string[] }> }

export default async function HomePage({ searchParams }: Asked) {
  const { q } = await searchParams
  if (typeof q === 'string') redirect(listAddress({ q: q.trim() }))
  const actor = await requireActor()
  const [popular, fields, { calendar, now }, { years }] = await Promise.all([
    listPopular(actor, {}).then(shown),
    listFields(actor, {}).then(shown),
    readCalendar(actor, {}).then(shown),
    readPublicRecord(actor, {}).then(shown),
  ])
  const all = fields.reduce((sum, { procedures }) => sum + procedures, 0)
  const aside = (
    <>
      <section>
        <h2>Giờ làm việc</h2>
        <OfficeHours state={openState(now, calendar)} calendar={calendar} now={now} online />
      </section>
      <RecordBox years={years} />
    </>
  )
  return (
    <Main aside={aside} asideLabel="Thông tin của Trung tâm">
      <Finder
        heading={
          <h1>
            <label htmlFor="q">Ông/Bà cần làm việc gì?</label>
          </h1>
        }
        below={
          <p className="tap">
            <span>
              Đã nộp rồi? <a href="/tra-cuu">Xem hồ sơ đang ở đâu</a>, không cần đăng nhập.
            </span>
          </p>
        }
      />

      <h2>Nhiều người đang tìm</h2>
      <ProcedureRows procedures={popular} />

      <h2>Theo lĩnh vực</h2>
      <CountedRows
        unit="thủ tục"
        rows={fields
          .slice(0, FIELDS_SHOWN)
          .map(({ code, name, procedures }) => ({ href: fieldAddress(code), label: name, count: procedures }))}
      />
      <p>
        <a className="tap" href="/thu-tuc">
          Xem cả {fields.length} lĩnh vực, {all} thủ tục
        </a>
      </p>
    </Main>
  )
}
