/**
 * Prisma's codes for a database that is away or answers too late, a full pool, a transaction that could not start or ran out of time, and a
 * write conflict or deadlock: the caller may try again, nothing was written.
 */
const BUSY_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034'])
/**
 * The same said by PostgreSQL or the socket underneath: admin shutdown, starting up, closed for maintenance, too many connections, disk or
 * memory full, lock not granted in time, cancelled statement; by the driver of a connection that died while it waited in the pool; and by
 * Prisma in words alone where the statement was plain SQL, which has no code of its own.
 */
const BUSY_CAUSES =
  /\b(0800[0146]|25P03|40001|40P01|53[1-4]00|55P03|57014|57P0[1235]|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE)\b|Connection terminated|is not queryable|not currently accepting connections|timeout exceeded when trying to connect|ConnectionClosed|Server has closed the connection|Can't reach database server|Operation has timed out|Too many database connections opened/

/** Whether an error, or what caused it, only means that the database has no time now: the caller may try again. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && BUSY_CODES.has(error.code)) return true
  return BUSY_CAUSES.test(error.message) || isBusy(error.cause)
}
