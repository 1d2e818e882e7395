import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { EmptyState } from '@/components/ui/notice'
import { Pagination } from '@/components/ui/pagination'
import { findRegisters, readRegister } from '@/lib/dossiers/register/queries'
import type { AskedBook, Book } from '@/lib/dossiers/register/schema'
import { requireStaff } from '@/lib/identity/session'
import { currentSite } from '@/lib/places/site'
import { formatNumber } from '@/lib/platform/money'
import { bookHref, bookIn, numberIn, type Params, REGISTER } from './addresses'
import { BookTable } from './book-table'
import { Filters } from './filters'
import { TakeOut } from './take-out'

export const metadata: Metadata = { title: 'Sổ theo dõi hồ sơ' }

type Registers = Extract<Awaited<ReturnType<typeof findRegisters>>, { ok: true }>['value']

/** Sổ theo dõi hồ sơ: one book of a field and a year, 50 lines at a time, to be printed or downloaded. */
export default async function RegisterPage({ searchParams }: { searchParams: Promise<Params> }) {
  const params = await searchParams
  const after = numberIn(params.sau)
  const [actor, site] = await Promise.all([requireStaff(hereOf(bookIn(params), after)), currentSite()])
  const registers = await findRegisters(actor, {}).then(shown)
  const chosen = chosenOf(registers, bookIn(params))
  if (chosen === null)
    return (
      <Frame>
        <QueueHead title="Sổ theo dõi hồ sơ" summary="Mỗi lĩnh vực một quyển, số bắt đầu lại mỗi năm." />
        <EmptyState title="Chưa có sổ nào. Hồ sơ đầu tiên được tiếp nhận sẽ mở sổ của lĩnh vực đó." />
      </Frame>
    )
  const { book, volume, last } = chosen
  const page = await readRegister(actor, { ...book, after }).then(shown)
  return (
    <Frame>
      <QueueHead
        title="Sổ theo dõi hồ sơ"
        summary={`Quyển ${volume}, đã vào ${formatNumber(last)} số.`}
        filters={<Filters book={book} registers={registers} />}
      />
      {last === 0 ? null : <TakeOut book={book} last={last} />}
      {page.lines.length === 0 ? (
        <Nothing book={book} isLaterPage={after !== undefined} />
      ) : (
        <>
          <BookTable caption={`Sổ theo dõi hồ sơ, quyển ${volume}`} lines={page.lines} prefix={site.agencyCode} />
          <Pagination
            summary={page.next === null ? 'Hết sổ.' : `${page.lines.length} hồ sơ, đến số ${page.next}`}
            first={after === undefined ? null : bookHref(book)}
            next={page.next === null ? null : bookHref(book, page.next)}
          />
        </>
      )}
    </Frame>
  )
}

/** The address of this page, to come back to after a sign-in. */
const hereOf = ({ field, year, ...more }: AskedBook, after?: number): string =>
  field === undefined || year === undefined ? REGISTER : bookHref({ field, year, ...more }, after)

function Frame({ children }: { children: ReactNode }) {
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      {children}
    </main>
  )
}

/** The book asked for; where the address leaves something open, the first field's newest. Null: there is no book at all. */
function chosenOf({ fields }: Registers, asked: AskedBook): { book: Book; volume: string; last: number } | null {
  const field = fields.find(({ code }) => code === asked.field) ?? fields[0]
  const newest = field?.years[0]
  if (!field || !newest) return null
  const { year, last, volume } = field.years.find((kept) => kept.year === asked.year) ?? newest
  const isAsked = asked.field === undefined || asked.field === field.code
  return { book: { ...(isAsked ? asked : {}), field: field.code, year }, volume, last }
}

function Nothing({ book, isLaterPage }: { book: Book; isLaterPage: boolean }) {
  const { field, year } = book
  if (isLaterPage)
    return (
      <EmptyState title="Hết sổ.">
        <a href={bookHref(book)}>Về đầu sổ</a>
      </EmptyState>
    )
  return (
    <EmptyState title="Không có hồ sơ nào khớp bộ lọc.">
      <a href={bookHref({ field, year })}>Bỏ lọc, xem cả quyển</a>
    </EmptyState>
  )
}
