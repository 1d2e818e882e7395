import { z } from 'zod'

/** A whole number from 1 as a form or an address carries it, no larger than a column takes: PostgreSQL answers a larger one with a fault of ours. */
export const Int4 = z.coerce.number().int().min(1).max(2_147_483_647)
