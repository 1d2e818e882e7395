/**
 * The books from which numbers are taken: one for each kind of paper and one for each field's register, each counting anew every year. How their
 * numbers are written, from which day, and where a book may begin. Pure.
 */
import { PAPER_KINDS, USUAL_FORMATS, type NumberFormat, type PaperKind } from '@/lib/papers/rules'
import type { LocalDate } from '@/lib/platform/local-date'
import { registerKind } from '../register/rules'

/** The papers that carry a number of their own; a register is a book itself. */
export type NumberedKind = Exclude<PaperKind, 'REGISTER'>
const NUMBERED = PAPER_KINDS.filter((kind): kind is NumberedKind => kind !== 'REGISTER')

/** A book, by its kind in `number_book`. `format`: how it is written until the office says otherwise; the sign of a register may be nothing. */
export type Book = { kind: string; format: NumberFormat } & ({ paper: NumberedKind } | { paper: null; field: string; name: string })

/** How a register is written until the office says otherwise: with the mark of its field, if it has one. */
export const registerFormat = (mark: string | null): NumberFormat => ({ sign: mark ?? '', digits: 1 })

/** Every book of the office: the papers in the order of their forms, then the registers in that of the fields. */
export const booksOf = (fields: readonly { code: string; name: string; mark: string | null }[]): Book[] => [
  ...NUMBERED.map((paper) => ({ kind: paper, paper, format: USUAL_FORMATS[paper] })),
  ...fields.map(({ code, name, mark }) => ({
    ...{ kind: registerKind(code), paper: null, field: code, name },
    format: registerFormat(mark),
  })),
]

/** A way of writing and the first day of it. */
export type DatedFormat = NumberFormat & { from: LocalDate }

/** How a book's numbers are written on a day: the newest way that has begun, else the usual one. */
export function formatOn(day: LocalDate, formats: readonly DatedFormat[], usual: NumberFormat): NumberFormat {
  const begun = formats.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))
  return begun[0] ?? usual
}

/**
 * Why numbers cannot be written otherwise from a day on, as a sentence; null when they can. What was issued keeps its number, and no day has two
 * ways of writing. A volume of a register has one name, so its way changes with the year. `taken`: numbers given today, of a register this year.
 */
export function formatFault({ from, today, isRegister, taken }: { from: LocalDate; today: LocalDate; isRegister: boolean; taken: number }) {
  if (isRegister) {
    if (!from.endsWith('-01-01') || from.slice(0, 4) < today.slice(0, 4)) return 'Chọn năm nay hoặc một năm sau'
    return from <= today && taken > 0 ? 'Quyển của năm nay đã có số, tên quyển không đổi giữa năm. Chọn năm sau' : null
  }
  if (from < today) return 'Chọn hôm nay hoặc một ngày sau'
  return from === today && taken > 0 ? 'Hôm nay đã cấp số theo cách ghi cũ. Chọn từ ngày mai' : null
}

/** Why a book cannot go on with a number, as a sentence; null when it can. `given`: the highest number that something carries; 0: nothing does. */
export function nextFault({ next, given }: { next: number; given: number }): string | null {
  return next > given ? null : `Số ${given} đã cấp, nên số tiếp theo phải từ ${given + 1} trở đi`
}
