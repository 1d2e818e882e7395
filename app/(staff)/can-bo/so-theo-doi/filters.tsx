import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { STANDING_WORDS } from '@/lib/dossiers/register/rules'
import type { Book } from '@/lib/dossiers/register/schema'
import { REGISTER } from './addresses'

type Registers = { fields: readonly { code: string; name: string; years: readonly { year: number }[] }[] }

const MONTHS = Array.from({ length: 12 }, (_, index) => ({ value: String(index + 1), label: `Tháng ${index + 1}` }))

/** Chooses the book and narrows it; a plain form, so that what is shown has an address that can be kept. */
export function Filters({ book, registers }: { book: Book; registers: Registers }) {
  const years = [...new Set(registers.fields.flatMap((field) => field.years.map(({ year }) => year)))].sort((a, b) => b - a)
  return (
    <form className="filters" action={REGISTER} method="get">
      <SelectField
        name="linh-vuc"
        label="Lĩnh vực"
        value={book.field}
        options={registers.fields.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="nam"
        label="Năm"
        value={String(book.year)}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <SelectField
        name="thang"
        label="Tháng nhận"
        value={book.month === undefined ? '' : String(book.month)}
        options={[{ value: '', label: 'Cả năm' }, ...MONTHS]}
      />
      <SelectField
        name="tinh-trang"
        label="Tình trạng"
        value={book.standing ?? ''}
        options={[{ value: '', label: 'Tất cả' }, ...Object.entries(STANDING_WORDS).map(([value, label]) => ({ value, label }))]}
      />
      <Button look="plain">Xem</Button>
    </form>
  )
}
