import { Socket } from 'node:net'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import type { Prisma } from '@/prisma/generated/client'
import { env } from './env'

// Private to the gate and the worker: whoever else imports this file is caught by tests/architecture.test.ts.

export type Tx = Prisma.TransactionClient

/** A statement that hangs must not hold a lock, and with it a dossier, for ever. */
const STATEMENT_MS = 15_000
/**
 * A living server ends its statement and says so before this. Whoever says nothing for so long is gone without a farewell (a cable, a frozen
 * machine), and nobody else would ever tell: the kernel waits for a quarter of an hour.
 */
const SILENCE_MS = STATEMENT_MS + 3_000

let client: PrismaClient | undefined

/** A connection that ends when the server has fallen silent. Those who only wait in the pool are let go before. */
function mortalSocket(): Socket {
  const socket = new Socket()
  const fault = Object.assign(new Error('ETIMEDOUT: the database has fallen silent'), { code: 'ETIMEDOUT' })
  return socket.setTimeout(SILENCE_MS, () => socket.destroy(fault))
}

/** The one client of this process. */
export function db(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: SILENCE_MS - 5_000,
      statement_timeout: STATEMENT_MS,
      stream: mortalSocket,
      // Compiling the figures' many conditions takes longer than counting a hundred thousand rows by them.
      options: '-c jit=off',
    }),
  })
  return client
}

/** Longest wait for a connection and longest transaction, in milliseconds. Past either the answer is `busy`. */
export const TRANSACTION = { maxWait: 4_000, timeout: 12_000 } as const

/** Closes the pool; for the worker and the tests. */
export async function closeDb(): Promise<void> {
  await client?.$disconnect()
  client = undefined
}
