import { type Actor, may } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'

/** The files of registers that an actor may see: those of the own commune, or nobody's. */
export const importsOf = (actor: Actor): Prisma.RegisterImportWhereInput =>
  may(actor, 'register.import') === true ? { communeId: actor.communeId } : { communeId: -1 }
