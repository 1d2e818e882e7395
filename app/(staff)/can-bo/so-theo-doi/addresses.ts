import { AskedBook, type Book, BookNumber } from '@/lib/dossiers/register/schema'

/** The registers of the office. */
export const REGISTER = '/can-bo/so-theo-doi'

export type Params = Readonly<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** The book that an address names, as far as it does: what makes no sense is left out. */
export const bookIn = (params: Params): AskedBook =>
  AskedBook.parse({
    ...{ field: one(params['linh-vuc']), year: one(params.nam) },
    ...{ month: one(params.thang), standing: one(params['tinh-trang']) },
  })

/** The number after which a page or a part begins, or up to which it goes, where an address names one. */
export const numberIn = (value: string | string[] | undefined): number | undefined => BookNumber.parse(one(value))

function query({ field, year, month, standing }: Book, more: Readonly<Record<string, number | undefined>> = {}): string {
  const params = new URLSearchParams({ 'linh-vuc': field, nam: String(year) })
  if (month !== undefined) params.set('thang', String(month))
  if (standing !== undefined) params.set('tinh-trang', standing)
  for (const [name, value] of Object.entries(more)) if (value !== undefined) params.set(name, String(value))
  return `?${params}`
}

export const bookHref = (book: Book, after?: number): string => `${REGISTER}${query(book, { sau: after })}`

/** The book as a spreadsheet, narrowed as on the page. */
export const sheetHref = (book: Book, ending: 'xlsx' | 'csv'): string => `/api/exports/so-theo-doi.${ending}${query(book)}`

/** The part of a book to print: the numbers after `after` up to `until`. */
export const printHref = (book: Book, { after, until }: { after: number; until: number }): string =>
  `/api/exports/so-theo-doi.pdf${query(book, { sau: after === 0 ? undefined : after, den: until })}`
