import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

// The only file that reads the clock and the dice, so that rules stay pure and tests can say what time it is.

/** The current instant. */
export const readClock = (): Date => new Date()

/** A new UUIDv7: ids sort by the time they were made, so fresh rows lie together in every index. */
export const newId = (): string => v7()

/** Unguessable text for secrets and nonces: `bytes` of randomness, base64url. */
export const newSecret = (bytes = 24): string => randomBytes(bytes).toString('base64url')
