import type { Metadata } from 'next'
import { shown } from '@/app/shown'
import { QueueHead } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { type Column, Ledger } from '@/components/ui/table'
import { type BookNow, findBooks } from '@/lib/dossiers/books/queries'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { ADMIN, bookHref, BOOKS } from '../addresses'
import { Changes } from '../changes'
import { bookName, comingWords, nextWords } from './words'

export const metadata: Metadata = { title: 'Sổ và số' }

const COLUMNS: readonly Column[] = [
  { key: 'name', head: 'Sổ', className: 'person', rowHeader: true },
  { key: 'next', head: 'Số tiếp theo', className: 'figures', width: '26%' },
  { key: 'coming', head: 'Sắp đổi', width: '26%' },
]

/** The books from which papers and registers take their numbers, each with the number that comes next. */
export default async function BooksPage() {
  const actor = await requireStaff(BOOKS)
  const [{ books, year }, changes] = await Promise.all([
    findBooks(actor, {}).then(shown),
    findChanges(actor, { topic: 'BOOK' }).then(shown),
  ])
  const table = (caption: string, some: readonly BookNow[]) => (
    <section className="officers">
      <h2>{caption}</h2>
      <Ledger
        caption={caption}
        look="risk"
        columns={COLUMNS}
        rows={some.map((book) => ({
          key: book.kind,
          cells: {
            name: <a href={bookHref(book.kind)}>{book.paper === null ? book.name : bookName(book)}</a>,
            next: (
              <>
                <span className="vh-wide">Số tiếp theo: </span>
                {nextWords(book, year)}
              </>
            ),
            coming: comingWords(book, year),
          },
        }))}
      />
    </section>
  )
  return (
    <main className="queue" id="noi-dung" tabIndex={-1}>
      <BackLink href={ADMIN}>Về Quản trị</BackLink>
      <QueueHead
        title="Sổ và số"
        summary={`Năm ${year}. Mỗi sổ đếm riêng, liền số, bắt đầu lại từ 1 mỗi năm. Số đã cấp giữ nguyên như đã in.`}
      />
      {table(
        'Số của giấy tờ',
        books.filter(({ paper }) => paper !== null),
      )}
      {table(
        'Sổ theo dõi hồ sơ theo lĩnh vực',
        books.filter(({ paper }) => paper === null),
      )}
      <Changes topic="BOOK" changes={changes} nameOf={(kind) => books.filter((book) => book.kind === kind).map(bookName)[0] ?? kind} />
    </main>
  )
}
