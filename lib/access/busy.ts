/**
 * Prisma's codes for a full pool, a transaction that could not start or ran out of time, a write conflict or deadlock, and a
 * database that is away (P1001, P1008, P1017, P2024, P2028, P2034): the caller may try again, nothing was written.
 */
const BUSY_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])
/** The same said by PostgreSQL or the socket underneath: admin shutdown, starting up, too many connections, cancelled statement. */
const BUSY_CAUSES =
  /\b(40001|40P01|53300|57014|57P01|57P02|57P03|ECONNREFUSED|ECONNRESET|ETIMEDOUT)\b|Connection terminated|timeout exceeded when trying to connect|Server has closed the connection/

/** Whether an error, or what caused it, only means that the database has no time now: the caller may try again. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && BUSY_CODES.has(error.code)) return true
  return BUSY_CAUSES.test(error.message) || isBusy(error.cause)
}
