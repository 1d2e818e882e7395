import { PRINTED_AT_ONCE } from '@/lib/dossiers/register/rules'
import type { Book } from '@/lib/dossiers/register/schema'
import { printHref, sheetHref } from './addresses'

/** The book on paper and as a spreadsheet. A long book is printed in parts, each a file that opens at once. */
export function TakeOut({ book, last }: { book: Book; last: number }) {
  const parts = Array.from({ length: Math.ceil(last / PRINTED_AT_ONCE) }, (_, index) => ({
    after: index * PRINTED_AT_ONCE,
    until: Math.min(last, (index + 1) * PRINTED_AT_ONCE),
  }))
  return (
    <ul className="register-out">
      {parts.map((part) => (
        <li key={part.after}>
          <a href={printHref(book, part)} target="_blank" rel="noopener">
            {parts.length === 1 ? 'In sổ (PDF)' : `In số ${part.after + 1} đến ${part.until} (PDF)`}
          </a>
        </li>
      ))}
      <li>
        <a href={sheetHref(book, 'xlsx')}>Tải bảng tính (XLSX)</a>
      </li>
      <li>
        <a href={sheetHref(book, 'csv')}>Tải CSV</a>
      </li>
    </ul>
  )
}
