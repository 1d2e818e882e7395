import type { Metadata } from 'next'
import { nowhere, shown } from '@/app/shown'
import { ActionForm } from '@/components/forms/action-form'
import { FormDate, FormSelect, FormText } from '@/components/forms/form-field'
import { RequestId } from '@/components/forms/request-id'
import { SubmitButton } from '@/components/forms/submit-button'
import { StaffMain } from '@/components/layout/staff-page'
import { BackLink } from '@/components/ui/breadcrumbs'
import { Buttons } from '@/components/ui/button'
import { type Fact, Facts } from '@/components/ui/facts'
import { Notice } from '@/components/ui/notice'
import { type BookNow, findBooks } from '@/lib/dossiers/books/queries'
import { requireStaff } from '@/lib/identity/session'
import { findChanges } from '@/lib/staff/change-queries'
import { newId } from '@/lib/platform/clock'
import { EMPTY_FORM } from '@/lib/platform/form'
import { addDays } from '@/lib/platform/local-date'
import { bookHref, BOOKS } from '../../addresses'
import { Changes } from '../../changes'
import { dayBoxes } from '../../typed-day'
import { saveBookFormatAction, setNextNumberAction } from '../actions'
import { bookName, comingWords, nextWords } from '../words'

export const metadata: Metadata = { title: 'Sổ và số' }

const DONE: Readonly<Record<string, string>> = {
  ghi: 'Đã ghi cách viết số. Số đã cấp giữ nguyên như đã in.',
  so: 'Đã ghi số tiếp theo.',
}

type Params = { params: Promise<{ so: string }>; searchParams: Promise<{ xong?: string | string[] }> }

/** One book: how its numbers are written from a day on, and with which number it goes on. */
export default async function BookPage({ params, searchParams }: Params) {
  const [{ so }, { xong }] = await Promise.all([params, searchParams])
  const actor = await requireStaff(`${BOOKS}/${encodeURIComponent(so)}`)
  const { books, year, today } = await findBooks(actor, {}).then(shown)
  const book = books.find(({ kind }) => bookHref(kind) === `${BOOKS}/${so}`) ?? (await nowhere())
  const changes = await findChanges(actor, { topic: 'BOOK', subject: book.kind }).then(shown)
  const done = typeof xong === 'string' ? DONE[xong] : undefined
  const coming = comingWords(book, year)
  const standing: Fact[] = [
    { term: 'Số tiếp theo', value: <span className="figures">{nextWords(book, year)}</span> },
    ...(coming === null ? [] : [{ term: 'Sắp đổi', value: <span className="figures">{coming}</span> }]),
  ]
  const { sign, digits } = book.coming ?? book.now
  const first = book.coming?.from ?? addDays(today, 1)
  return (
    <StaffMain>
      <ActionForm
        action={saveBookFormatAction}
        start={{ ...EMPTY_FORM, values: { sign, digits: String(digits), year: first.slice(0, 4), ...dayBoxes('from', first) } }}
      >
        <BackLink href={BOOKS}>Về Sổ và số</BackLink>
        {done === undefined ? null : <Notice live>{done}</Notice>}
        <h1>{bookName(book)}</h1>
        <Facts facts={standing} />
        <h2>Cách viết số</h2>
        <Shown book={book} />
        <input type="hidden" name="seen" value={book.seen} />
        <Format book={book} year={year} />
        <Buttons>
          <SubmitButton>Lưu cách viết số</SubmitButton>
        </Buttons>
      </ActionForm>
      <ActionForm action={setNextNumberAction} start={{ ...EMPTY_FORM, values: { next: String(book.next) } }}>
        <h2>Tiếp số từ sổ giấy</h2>
        <p>Dùng khi chuyển từ sổ giấy sang giữa năm: nhập số liền sau số cuối cùng đã ghi ở sổ giấy năm {year}.</p>
        <Shown book={book} />
        <input type="hidden" name="seen" value={book.next} />
        <FormText name="next" label="Số tiếp theo" width="half" figures inputMode="numeric" autoComplete="off" />
        <Buttons>
          <SubmitButton look="plain">Lưu số tiếp theo</SubmitButton>
        </Buttons>
      </ActionForm>
      <Changes topic="BOOK" changes={changes} />
    </StaffMain>
  )
}

/** A paper's number may change its look from any day on, a register's volume keeps its name for the year. */
function Format({ book, year }: { book: BookNow; year: number }) {
  const digits = (
    <FormText
      name="digits"
      label="Số chữ số"
      hint="Thiếu thì thêm số 0 ở trước, ví dụ 4 chữ số: 0413."
      width="four"
      figures
      inputMode="numeric"
      autoComplete="off"
    />
  )
  if (book.paper === null)
    return (
      <>
        <FormText
          name="sign"
          label="Ký hiệu quyển (không bắt buộc)"
          hint={`Ghi sau năm, ví dụ 01/${year}-HT.`}
          width="half"
          autoComplete="off"
        />
        {digits}
        <FormSelect name="year" label="Dùng từ năm" options={[year, year + 1].map((one) => ({ value: String(one), label: String(one) }))} />
      </>
    )
  return (
    <>
      <FormText name="sign" label="Ký hiệu" hint="Ghi sau dấu gạch chéo, ví dụ TTPVHCC." width="half" autoComplete="off" />
      {digits}
      <FormDate name="from" label="Viết như thế từ ngày" />
    </>
  )
}

const Shown = ({ book: { kind } }: { book: BookNow }) => (
  <>
    <RequestId id={newId()} />
    <input type="hidden" name="kind" value={kind} />
  </>
)
