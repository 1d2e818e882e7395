/** What an address names of a register: its page, its downloads and the doors behind them read it with the same shapes. */
import { z } from 'zod'
import { Int4 } from '@/lib/platform/int4'
import { STANDINGS } from './rules'

const Field = z.string().regex(/^[a-z0-9-]{1,60}$/)
const Year = z.coerce.number().int().min(1990).max(2100)

/** A book with what narrows it; what narrows and makes no sense is left out, since it comes from an address. */
export const Book = z.object({
  field: Field,
  year: Year,
  month: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  standing: z.enum(STANDINGS).optional().catch(undefined),
})
export type Book = z.output<typeof Book>

/** The same as far as an address names it. */
export const AskedBook = Book.extend({ field: Field.optional().catch(undefined), year: Year.optional().catch(undefined) })
export type AskedBook = z.output<typeof AskedBook>

/** A number of a book, after which or up to which lines are asked for. */
export const BookNumber = Int4.optional().catch(undefined)
