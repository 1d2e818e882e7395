import type { Metadata } from 'next'
import { Main, Phone } from '@/components/layout/citizen-page'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { CountedRows } from '@/components/ui/rows'
import { requireActor } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { notHere } from '@/lib/procedures/not-here'
import { findProcedures, listFields } from '@/lib/procedures/queries'
import { shown } from '../../shown'
import { Finder, ProcedureRows } from '../finder'
import { fieldAddress, listAddress, postingAddress } from './addresses'
import { NotDoneHere } from './not-done-here'

type Asked = Promise<Record<string, string | string[] | undefined>>

/** What the address asks for. An address typed by hand may say a thing twice; the first one counts. */
async function askedFor(searchParams: Asked) {
  const asked = await searchParams
  const one = (name: string) => [asked[name]].flat()[0]?.trim() || null
  return { q: one('q') ?? '', field: one('linh-vuc'), cursor: one('tiep') }
}

export async function generateMetadata({ searchParams }: { searchParams: Asked }): Promise<Metadata> {
  const { q } = await askedFor(searchParams)
  return { title: q === '' ? 'Danh sách thủ tục' : `Tìm “${echoed(q)}”` }
}

/** A question may be a story; its beginning is enough to know it by. */
const LONGEST_ECHO = 60
const echoed = (q: string): string => (q.length <= LONGEST_ECHO ? q : `${q.slice(0, LONGEST_ECHO).trimEnd()}…`)

/** A field that does not exist is asked for by an old link: the list of those that do helps more than "not found". */
const NO_SUCH_FIELD = { items: [], nextCursor: null, total: 0, near: 0 }

export default async function ProceduresPage({ searchParams }: { searchParams: Asked }) {
  const asked = await askedFor(searchParams)
  const actor = await requireActor()
  const [answer, fields] = await Promise.all([findProcedures(actor, asked), listFields(actor, {}).then(shown)])
  const isUnknownField = !answer.ok && answer.code === 'invalid_input' && 'field' in answer.fields
  const found = isUnknownField ? NO_SUCH_FIELD : await shown(answer)
  const elsewhere = notHere(asked.q)
  // Of what is not done here nothing is near.
  const near = elsewhere === null ? found.near : 0
  const field = asked.field === null ? null : (fields.find(({ code }) => code === asked.field) ?? null)
  const fieldRows = fields.map(({ code, name, procedures }) => ({ href: fieldAddress(code), label: name, count: procedures }))
  const isWhole = asked.q === '' && asked.field === null
  return (
    <>
      <Breadcrumbs path={[{ href: '/', label: 'Thủ tục' }]} />
      <Main>
        <Finder q={asked.q} hint={found.total === 0 || isWhole} heading={<Heading q={asked.q} field={field?.name ?? null} />} />
        {elsewhere === null ? null : <NotDoneHere {...elsewhere} />}
        {found.total === 0 ? <NothingFound q={asked.q} isUnknownField={isUnknownField} /> : null}
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
              <p role="status">{countWords({ ...found, near }, asked.q, field?.name ?? null)}</p>
            )}
            <ProcedureRows procedures={found.items.slice(0, asked.q === '' ? undefined : near)} />
            {field === null || asked.q !== '' ? null : (
              <p>
                <a className="tap" href={postingAddress(field.code)}>
                  In bộ niêm yết của lĩnh vực này
                </a>
              </p>
            )}
            {asked.q !== '' && near < found.items.length ? (
              <details className="more">
                <summary className="tap">Xem {found.total - near} thủ tục liên quan</summary>
                <ProcedureRows procedures={found.items.slice(near)} />
                <Pages found={found} asked={asked} />
              </details>
            ) : (
              <Pages found={found} asked={asked} />
            )}
          </>
        )}
      </Main>
    </>
  )
}

function Heading({ q, field }: { q: string; field: string | null }) {
  return (
    <>
      <h1>{q === '' ? (field ?? 'Tất cả thủ tục') : `Kết quả tìm “${echoed(q)}”`}</h1>
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

function countWords({ total, near }: { total: number; near: number }, q: string, field: string | null): string {
  const where = field === null || q === '' ? '' : ` lĩnh vực ${field}`
  if (q !== '' && near === 0) return `${total} thủ tục của xã${where} có nhắc đến.`
  if (q !== '' && near < total) return `${near} thủ tục${where} sát nhất, trong ${total} thủ tục có liên quan.`
  return `${total} thủ tục${where}${q === '' || total === 1 ? '' : ', sát nhất đứng trước'}.`
}

async function NothingFound({ q, isUnknownField }: { q: string; isUnknownField: boolean }) {
  const { phone } = await currentSite()
  return (
    <EmptyState
      title={
        isUnknownField
          ? 'Lĩnh vực này không có.'
          : q === ''
            ? 'Lĩnh vực này không có thủ tục nào ở xã.'
            : `Chưa tìm thấy thủ tục nào hợp với “${echoed(q)}”.`
      }
    >
      <p>Thử gõ ít chữ hơn, chỉ tên việc hoặc tên giấy cần có, ví dụ: khai sinh, tạm trú, hộ kinh doanh.</p>
      <p>
        Hoặc chọn lĩnh vực ở dưới, hoặc gọi <Phone number={phone} /> trong giờ làm việc.
      </p>
    </EmptyState>
  )
}
