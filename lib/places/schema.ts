import { z } from 'zod'

/** A commune's id as an address carries it; the column is an int4, and PostgreSQL answers a larger number with a fault of ours. */
export const CommuneId = z.coerce.number().int().min(1).max(2_147_483_647)
