import type { Metadata } from 'next'
import { Main, Phone } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { CountedRows } from '@/components/ui/rows'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { findProcedures, listFields } from '@/lib/procedures/queries'
import { shown } from '../../shown'
import { Finder, ProcedureRows } from '../finder'
import { fieldAddress, listAddress, postingAddress } from './addresses'

type Asked = Promise<Record<string, string | string[] | undefined>>

/** What the address asks for. An address typed by hand may say a thing twice; the first one counts. */
async function askedFor(searchParams: Asked) {
  const asked = await searchParams
  const one = (name: string) => [asked[name]].flat()[0]?.trim() || null
  return { q: one('q') ?? '', field: one('linh-vuc'), cursor: one('tiep') }
}

export async function generateMetadata({ searchParams }: { searchParams: Asked }): Promise<Metadata> {
  const { q } = await askedFor(searchParams)
  return { title: q === '' ? 'Danh sách thủ tục' : `Tìm “${q}”` }
}

export default async function ProceduresPage({ searchParams }: { searchParams: Asked }) {
  const asked = await askedFor(searchParams)
  const actor = await requireActor()
  const [found, fields] = await Promise.all([findProcedures(actor, asked).then(shown), listFields(actor, {}).then(shown)])
  const field = asked.field === null ? null : (fields.find(({ code }) => code === asked.field) ?? null)
  const fieldRows = fields.map(({ code, name, procedures }) => ({ href: fieldAddress(code), label: name, count: procedures }))
  const isWhole = asked.q === '' && asked.field === null
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main>
        <Finder q={asked.q} hint={found.total === 0 || isWhole} heading={<Heading q={asked.q} field={field?.name ?? null} />} />
        {found.total === 0 ? <NothingFound q={asked.q} /> : null}
        {(isWhole && asked.cursor === null) || found.total === 0 ? (
          <>
            <h2>Theo lĩnh vực</h2>
            <CountedRows unit="thủ tục" rows={fieldRows} />
          </>
        ) : null}
        {found.total === 0 ? null : (
          <>
            {isWhole ? (
              <h2>Danh sách {found.total} thủ tục</h2>
            ) : (
              <p role="status">{countWords(found.total, asked.q, field?.name ?? null)}</p>
            )}
            <ProcedureRows procedures={found.items} />
            {field === null || asked.q !== '' ? null : (
              <p>
                <a className="tap" href={postingAddress(field.code)}>
                  In bộ niêm yết của lĩnh vực này
                </a>
              </p>
            )}
            <Pages found={found} asked={asked} />
          </>
        )}
      </Main>
    </>
  )
}

function Heading({ q, field }: { q: string; field: string | null }) {
  return (
    <>
      <h1>{q === '' ? (field ?? 'Tất cả thủ tục') : `Kết quả tìm “${q}”`}</h1>
      <label className="label" htmlFor="q">
        {q === '' ? 'Tìm thủ tục' : 'Tìm lại'}
      </label>
    </>
  )
}

type Page = { items: readonly unknown[]; nextCursor: string | null }
type Asking = { q: string; field: string | null; cursor: string | null }

/** Ways to the further pages; none where everything stands on one. */
function Pages({ found: { items, nextCursor }, asked }: { found: Page; asked: Asking }) {
  if (asked.cursor === null && nextCursor === null) return null
  return (
    <Pagination
      summary={asked.cursor === null ? `${items.length} thủ tục đầu` : `${items.length} thủ tục tiếp theo`}
      first={asked.cursor === null ? null : listAddress({ ...asked, cursor: null })}
      next={nextCursor === null ? null : listAddress({ ...asked, cursor: nextCursor })}
    />
  )
}

function countWords(total: number, q: string, field: string | null): string {
  const where = field === null || q === '' ? '' : ` lĩnh vực ${field}`
  return `${total} thủ tục${where}${q === '' || total === 1 ? '' : ', sát nhất đứng trước'}.`
}

async function NothingFound({ q }: { q: string }) {
  const { phone } = await currentSite()
  return (
    <EmptyState title={q === '' ? 'Lĩnh vực này không có thủ tục nào ở xã.' : `Chưa tìm thấy thủ tục nào hợp với “${q}”.`}>
      <p>Thử gõ ít chữ hơn, chỉ tên việc hoặc tên giấy cần có, ví dụ: khai sinh, tạm trú, hộ kinh doanh.</p>
      <p>
        Hoặc chọn lĩnh vực ở dưới, hoặc gọi <Phone number={phone} /> trong giờ làm việc.
      </p>
    </EmptyState>
  )
}
