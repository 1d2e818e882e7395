import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { CURRENT_TEMPLATE, type RenderableKind } from '@/lib/papers/rules'
import type { IssuedFacts } from '@/lib/papers/schema'
import type { PaperNumber } from './books/store'
import type { LockedDossier } from './store'

/** Name of the worker's job that renders a paper ahead of its first reading. */
export const RENDER_PAPER = 'render_paper'

/** A paper with the number it has taken and the facts it is filled from. */
type Paper = PaperNumber<RenderableKind> & { facts: IssuedFacts }

/**
 * Keeps a paper as issued, by the member of staff who acts. The PDF is made after the commit from its facts alone, so it says what was true at
 * this moment whenever it is printed. Answers the paper's id.
 */
export async function issuePaper(
  { put, actor, now, newId, enqueue }: Writing,
  { communeId, id: dossierId }: Pick<LockedDossier, 'communeId' | 'id'>,
  { kind, number, year, printed, bookCommuneId, facts }: Paper,
): Promise<string> {
  const id = newId()
  const templateVersion = CURRENT_TEMPLATE[kind]
  put('paper', {
    ...{ communeId, bookCommuneId, id, dossierId, kind, number, year, printed, templateVersion },
    ...{ facts: { ...facts, printed }, issuedAt: now, issuedBy: asStaff(actor).staffId },
  })
  await enqueue(RENDER_PAPER, { communeId, id })
  return id
}
