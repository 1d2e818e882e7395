import { z } from 'zod'

/** No row of ours is older or younger; PostgreSQL has no year 0000, which ISO 8601 has. */
const YEARS = { first: 1900, last: 2999 }

/** An instant of a row as an address carries it, within the years that PostgreSQL can compare. */
export const RowInstant = z.iso
  .datetime()
  .transform((text) => new Date(text))
  .refine((at) => at.getUTCFullYear() >= YEARS.first && at.getUTCFullYear() <= YEARS.last)

/** The place of the last row of a page, `<time>_<id>`: where the next page begins. */
export const RowPlace = z
  .string()
  .transform((text) => text.split('_'))
  .pipe(z.tuple([RowInstant, z.uuid()]))
  .transform(([at, id]) => ({ at, id }))
export type RowPlace = z.output<typeof RowPlace>
