import type { Tx } from '@/lib/platform/db'
import type { Prisma } from '@/prisma/generated/client'

const SIGNING_IN = { id: true, passwordHash: true, status: true, roles: true } satisfies Prisma.StaffSelect

/** What a sign-in is judged by. */
export type SigningIn = Prisma.StaffGetPayload<{ select: typeof SIGNING_IN }>

/** The account of a login name in one commune, or null. */
export const findForSignIn = (db: Tx, communeId: number, userName: string): Promise<SigningIn | null> =>
  db.staff.findUnique({ where: { communeId_userName: { communeId, userName } }, select: SIGNING_IN })
