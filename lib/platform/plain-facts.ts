import { z } from 'zod'

/** Plain facts by their names, as a column of JSON keeps them. */
export const PlainFacts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
