import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Icon } from '@/components/ui/icon'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Ledger } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { limitWords } from '@/lib/text/limits'
import { requireStaff } from '@/lib/identity/session'
import { findKeptProcedures } from '@/lib/procedures/versions/queries'
import { dateWords } from '@/lib/text/dates'
import { ADMIN } from '../addresses'
import { VERSIONS, versionsHref } from './addresses'
import { Coming } from './coming'

export const metadata: Metadata = { title: 'Thủ tục và phiên bản' }

const COLUMNS: readonly Column[] = [
  { key: 'name', head: 'Thủ tục', className: 'person', rowHeader: true },
  { key: 'limit', head: 'Thời hạn', width: '20%' },
  { key: 'from', head: 'Đang áp dụng', width: '18%' },
  { key: 'standing', head: 'Ghi chú', width: '26%' },
]

type Address = { searchParams: Promise<Record<string, string | string[] | undefined>> }
type Found = Extract<Awaited<ReturnType<typeof findKeptProcedures>>, { ok: true }>['value']

const address = (q: string, cursor?: string) => {
  const params = new URLSearchParams({ ...(q === '' ? {} : { q }), ...(cursor === undefined ? {} : { sau: cursor }) }).toString()
  return params === '' ? VERSIONS : `${VERSIONS}?${params}`
}

/** Every procedure in force with its version, and which one comes next. */
export default async function ProceduresPage({ searchParams }: Address) {
  const { q, sau } = await searchParams
  const [asked = '', cursor] = [[q].flat()[0]?.trim(), [sau].flat()[0]]
  const found = await findKeptProcedures(await requireStaff(VERSIONS), { q: asked, cursor }).then(shown)
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      <QueueHead title="Thủ tục và phiên bản" summary={`${found.total} thủ tục. ${whoseWords(found)}`} />
      <form className="ask work" role="search" action={VERSIONS} method="get">
        <label className="label" htmlFor="q">
          Tìm thủ tục
        </label>
        <div className="search">
          <input className="input" id="q" name="q" type="search" autoComplete="off" maxLength={200} defaultValue={asked} />
          <button className="btn btn--plain" type="submit">
            <Icon name="search" />
            Tìm
          </button>
        </div>
      </form>
      {found.coming.length === 0 || asked !== '' ? null : <Coming coming={found.coming} />}
      <section className="officers">
        <h2>{asked === '' ? 'Đang áp dụng' : `Thủ tục hợp với “${asked}”`}</h2>
        {found.procedures.length === 0 ? (
          <EmptyState title="Không có thủ tục nào hợp. Thử gõ ít chữ hơn, hoặc mã thủ tục." />
        ) : (
          <Ledger caption="Thủ tục đang áp dụng" look="risk" columns={COLUMNS} rows={found.procedures.map(rowOf)} />
        )}
        {found.nextCursor === null && cursor === undefined ? null : (
          <Pagination
            summary={`${found.procedures.length} thủ tục`}
            first={cursor === undefined ? null : address(asked)}
            next={found.nextCursor === null ? null : address(asked, found.nextCursor)}
          />
        )}
      </section>
    </main>
  )
}

/** Who writes them: all communes of an installation work by the same. */
function whoseWords({ communes, keeper, isKeeper }: Found): string {
  if (communes === 1) return 'Đổi một thủ tục là soạn phiên bản mới rồi công bố; hồ sơ đang giải quyết giữ phiên bản cũ.'
  return isKeeper
    ? `Dùng chung cho ${communes} xã trên bản cài đặt, do quản trị ${keeper.name} giữ: phiên bản công bố ở đây áp dụng cho mọi xã.`
    : `Dùng chung cho ${communes} xã trên bản cài đặt, do quản trị ${keeper.name} giữ. Ở đây chỉ xem; cần sửa thì báo nơi đó.`
}

const rowOf = ({ code, shortName, field, limit, from, verified, next, isDrafted }: Found['procedures'][number]) => ({
  key: code,
  href: versionsHref(code),
  cells: {
    name: (
      <>
        <a href={versionsHref(code)}>{shortName}</a>
        <span className="note">
          {field}, mã {code}
        </span>
      </>
    ),
    limit: limitWords(limit),
    from: from === null ? 'Chưa có' : `từ ${dateWords(from)}`,
    standing: (
      <>
        {next === null ? null : <Tag family="wait">{`Mới từ ${dateWords(next)}`}</Tag>}{' '}
        {isDrafted ? <Tag family="work">Đang soạn</Tag> : null}
        {verified ? null : <span className="note">chưa đối chiếu</span>}
      </>
    ),
  },
})
