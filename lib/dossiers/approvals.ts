import type { Reading } from '@/lib/access/gate'
import { actorId } from '@/lib/access/record'

/**
 * Which of these documents this person has opened. The gate wrote it down when the file was handed out, so no page is believed; a document that
 * took an earlier one's place has another id and has to be opened anew.
 */
export async function openedOf({ db, actor }: Reading, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (documentIds.length === 0) return new Set()
  const lines = await db.auditLine.findMany({
    where: {
      communeId: actor.communeId,
      subjectKind: 'document',
      subjectId: { in: [...documentIds] },
      action: 'document.open',
      actorId: actorId(actor),
    },
    distinct: ['subjectId'],
    select: { subjectId: true },
  })
  return new Set(lines.flatMap(({ subjectId }) => subjectId ?? []))
}
