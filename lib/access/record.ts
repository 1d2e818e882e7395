import type { AuditDetail, Link } from '@/lib/audit/rules'
import type { Actor } from './policy'

/** The id of the one who acts: of the account, never a name. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === 'staff') return actor.staffId
  if (actor.kind === 'citizen') return actor.citizenId
  return actor.kind === 'system' ? actor.name : null
}

/**
 * Who acts on what is of a commune, as its chain keeps it: an officer is known by commune and id, so the commune is told where it is another one
 * (a counter that receives for the competent commune).
 */
export const actorAt = (actor: Actor, communeId: number) => ({
  actorKind: actor.kind,
  actorId: actorId(actor),
  ...(isFromElsewhere(actor, communeId) ? { actorCommuneId: actor.communeId } : {}),
})

const isFromElsewhere = (actor: Actor, communeId: number): boolean => actor.kind === 'staff' && actor.communeId !== communeId

/** One text for one actor, to tell whose request it was. */
export const actorKey = (actor: Actor): string => `${actor.kind}:${actorId(actor) ?? ''}`

/** What was done, what came of it, and to what. */
type Act = {
  action: string
  outcome: 'done' | 'read'
  about?: { kind: string; id: string; communeId?: number; detail?: AuditDetail } | undefined
}

/** An audit line: who did what to what, in codes and ids only. */
export function auditLine(actor: Actor, at: Date, { action, outcome, about }: Act): Link {
  return {
    kind: 'audit',
    content: {
      at,
      actorKind: actor.kind,
      actorId: actorId(actor),
      action,
      subjectKind: about?.kind ?? null,
      subjectId: about?.id ?? null,
      outcome,
      detail: {
        ...about?.detail,
        ...(about?.communeId !== undefined && isFromElsewhere(actor, about.communeId) ? { actorCommune: actor.communeId } : {}),
      },
    },
  }
}
