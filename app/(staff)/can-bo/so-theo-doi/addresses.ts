import { type BookStanding, STANDING_WORDS } from '@/lib/dossiers/register/rules'

/** The registers of the office. */
export const REGISTER = '/can-bo/so-theo-doi'

/** One book and what narrows it. */
export type Book = { field: string; year: number; month?: number; standing?: BookStanding }

export type Params = Readonly<Record<string, string | string[] | undefined>>

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? ''

const isStanding = (name: string): name is BookStanding => Object.hasOwn(STANDING_WORDS, name)

/** The book that an address names, as far as it does: what makes no sense is left out. */
export function bookIn(params: Params): Partial<Book> {
  const [field, standing] = [one(params['linh-vuc']), one(params['tinh-trang'])]
  const [year, month] = [Number(one(params.nam)), Number(one(params.thang))]
  return {
    ...(/^[a-z0-9-]{1,60}$/.test(field) ? { field } : {}),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100 ? { year } : {}),
    ...(Number.isInteger(month) && month >= 1 && month <= 12 ? { month } : {}),
    ...(isStanding(standing) ? { standing } : {}),
  }
}

/** The number after which a page or a part begins, where an address names one. */
export function numberIn(value: string | string[] | undefined): number | undefined {
  const number = Number(one(value))
  return Number.isInteger(number) && number >= 1 && number <= 2_147_483_647 ? number : undefined
}

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
