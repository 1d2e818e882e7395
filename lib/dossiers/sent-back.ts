/** Which return of the approver still has to be answered. Pure. */
import { STEPS } from './rules'

/** Steps that move a dossier: after one of these what was before is settled. */
export const MOVING: ReadonlySet<string> = new Set(STEPS)

/** The return that a dossier in hand came back by, if nothing has moved it since; `events` newest first. */
export function openReturn<E extends { step: string }>(events: readonly E[]): E | null {
  const last = events.find(({ step }) => MOVING.has(step))
  return last?.step === 'send_back' ? last : null
}
