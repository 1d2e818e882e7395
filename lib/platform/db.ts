import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '@/prisma/generated/client'
import type { Prisma } from '@/prisma/generated/client'
import { env } from './env'

// Private to the gate and the worker: whoever else imports this file is caught by tests/architecture.test.ts.

export type Tx = Prisma.TransactionClient

let client: PrismaClient | undefined

/** The one client of this process. */
export function db(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: env().DATABASE_POOL,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      // A statement that hangs must not hold a lock, and with it a dossier, for ever.
      statement_timeout: 15_000,
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
