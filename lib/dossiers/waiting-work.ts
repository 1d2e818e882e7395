import type { Writing } from '@/lib/access/gate'
import { pilesForHeads } from './nobody-there'
import { saveStep } from './store'

/**
 * Gives what waits for a role that nobody fills any more to the head of the department, each dossier with its own event. Answers how many. One that
 * somebody moves at this moment is left alone: the move finds its own holder, and the watchdog looks again.
 */
export async function passWaitingToHeads(writing: Writing): Promise<number> {
  const { db, now, actor } = writing
  const { communeId } = actor
  let passed = 0
  for (const { pile, head } of await pilesForHeads(db, communeId, now)) {
    const { stage, holderDepartment, departmentCode } = pile
    const waiting = await db.$queryRaw<{ id: string; version: number }[]>`
      SELECT id, version FROM dossier
      WHERE "communeId" = ${communeId} AND "closedAt" IS NULL AND stage = ${stage}::"Stage" AND "holderKind" = 'department'
        AND "holderDepartment" = ${holderDepartment} AND "departmentCode" = ${departmentCode}
      ORDER BY id FOR UPDATE SKIP LOCKED`
    for (const { id, version } of waiting) await saveStep(writing, { communeId, id }, { step: 'wait_with_head', set: head, version })
    passed += waiting.length
  }
  return passed
}
