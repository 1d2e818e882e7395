import { readClock } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import { Prisma } from '@/prisma/generated/client'
import { actorKey } from './record'
import type { Actor } from './policy'

type Taking = { actor: Actor; requestId: string; command: string; bodyHash: string }

/**
 * Takes a request id for this transaction, or answers what its first taking came to. A second taking that runs at the same
 * time waits on the row until the first ends. `ON CONFLICT DO NOTHING`, since a caught unique violation would kill the transaction.
 * Refusals: `request_reused` when actor, command or body differ.
 */
export async function takeRequest<T>(tx: Tx, { actor, requestId, command, bodyHash }: Taking): Promise<{ outcome: T } | null> {
  const communeId = actor.communeId
  const taken = await tx.$executeRaw`
    INSERT INTO request ("communeId", "requestId", actor, command, "bodyHash", at)
    VALUES (${communeId}, ${requestId}::uuid, ${actorKey(actor)}, ${command}, ${bodyHash}, ${readClock()})
    ON CONFLICT DO NOTHING`
  if (taken === 1) return null
  const first = await tx.request.findUnique({ where: { communeId_requestId: { communeId, requestId } } })
  if (!first || first.actor !== actorKey(actor) || first.command !== command || first.bodyHash !== bodyHash)
    throw new Refusal('request_reused')
  // The stored outcome is what this same command returned and JSON kept; its type is the command's own.
  return { outcome: (first.outcome as { value: T }).value }
}

/** The write that keeps what the request came to, for its next taking. */
export const outcomeOf = (communeId: number, requestId: string, value: unknown): Prisma.Sql => Prisma.sql`
  UPDATE request SET outcome = ${JSON.stringify({ value: value ?? null })}::jsonb
  WHERE "communeId" = ${communeId} AND "requestId" = ${requestId}::uuid`
