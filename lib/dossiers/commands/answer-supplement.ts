import type { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { actorKey } from '@/lib/access/record'
import { countAgainstDay } from '@/lib/documents/quota'
import { DOSSIER_LIMIT, storageKey } from '@/lib/documents/rules'
import { canonicalJson } from '@/lib/platform/digest'
import { Refusal } from '@/lib/platform/refusal'
import { removeDocuments } from '../drafts'
import { notify } from '../notify'
import { mayMove, mayMoveFrom, moveFrom } from '../rules'
import { AnswerSupplement, KeepSupplementAnswer } from '../schema'
import { circumstancesOf, lockAtEitherDesk, mustBeCurrent, saveStep, type LockedDossier } from '../store'
import { answerBox, openRequest, type OpenRequest, unanswered } from '../supplements'
import { transition } from '../transition'

/**
 * Keeps what has arrived of an answer, so that a file is never sent twice because another one was refused. The files already lie in the
 * storage; answers which of them were taken, so that the others can be removed. The dossier does not move, and the office does not see an
 * answer before it is sent. Refusals: `step_not_possible`, `not_allowed`, `dossier_full`, `day_full`.
 */
export const keepSupplementAnswer = command({
  name: 'dossier.keep_supplement_answer',
  input: KeepSupplementAnswer,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier) => mayMove(actor, dossier, 'answer'),
  run: async (writing, { answers, files, remove }, dossier) => {
    const { db } = writing
    const request = await mustHaveRequest(writing, dossier)
    const { communeId, id: dossierId } = dossier
    const said = Object.entries(answers).map(([position, answer]) => ({ position: Number(position), answer }))
    await db.$executeRaw`
      UPDATE supplement_item i SET answer = said.answer
      FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS said(position int, answer text)
      WHERE i."communeId" = ${communeId} AND i."dossierId" = ${dossierId}::uuid AND i.number = ${request.number} AND i.position = said.position`
    const staged = await stagedFiles(writing, dossier)
    await removeDocuments(
      writing,
      communeId,
      staged.filter(({ id }) => id === remove),
    )
    const taken = await attach(writing, dossier, { request, files, kept: staged.filter(({ id }) => id !== remove) })
    return { taken: taken.map(({ id }) => id) }
  },
  about: (_input, dossier, { taken }) => ({
    kind: 'dossier',
    id: dossier.id,
    communeId: dossier.communeId,
    detail: { files: taken.length },
  }),
})

/**
 * Sends the answer, by the applicant or by the clerk for her: what she gave becomes part of the dossier, older files of the same component stay
 * as superseded, and the dossier goes back to whoever asked; the clock runs on, or the eight hours begin anew. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `answer_incomplete`, `changed_meanwhile`.
 */
export const answerSupplement = command({
  name: 'dossier.answer_supplement',
  input: AnswerSupplement,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'answer', version),
  run: async (writing, { version }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const request = await mustHaveRequest(writing, dossier)
    const staged = await stagedFiles(writing, dossier)
    const lacking = unanswered(request, staged)
    if (lacking.length > 0)
      throw new Refusal('answer_incomplete', {}, Object.fromEntries(lacking.map(({ position }) => [answerBox(position), LACKING])))
    await take(writing, dossier, { request, staged })
    const move = moveFrom(dossier.stage, 'answer')
    const moved = transition(dossier, move, await circumstancesOf(writing, dossier))
    const set = { ...moved, ...(staged.length > 0 ? { hasComponentFile: true } : {}) }
    const content = canonicalJson({ items: request.items, files: staged.map(({ sha256 }) => sha256) })
    const saved = await saveStep(writing, dossier, { step: 'answer', set, version, content })
    await notify(writing, dossier, 'supplement_answered')
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId }),
})

const LACKING = 'Tải tệp lên, hoặc ghi câu trả lời cho giấy tờ này'

async function mustHaveRequest({ db }: Writing, dossier: LockedDossier): Promise<OpenRequest> {
  const request = await openRequest(db, dossier)
  if (!request) throw new Error('A dossier that waits for a supplement has an open request')
  return request
}

type Staged = { id: string; position: number | null; sha256: string; size: number; storageKey: string }

const stagedFiles = ({ db }: Writing, { communeId, id: dossierId }: LockedDossier): Promise<Staged[]> =>
  db.document.findMany({
    where: { communeId, dossierId, purpose: 'SUPPLEMENT' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true, sha256: true, size: true, storageKey: true },
  })

type Files = z.output<typeof KeepSupplementAnswer>['files']

/** Takes the files for components that are asked for, each content once, within what a dossier may hold. */
async function attach(
  writing: Writing,
  { communeId, id: dossierId }: LockedDossier,
  { request, files, kept }: { request: OpenRequest; files: Files; kept: readonly Staged[] },
): Promise<Files> {
  const { db, put, actor, now } = writing
  const here = new Set(kept.map(({ position, sha256 }) => `${position} ${sha256}`))
  const taken = files.filter(({ position, sha256 }) => {
    const content = `${position} ${sha256}`
    if (here.has(content) || !request.items.some((item) => item.position === position)) return false
    here.add(content)
    return true
  })
  if (taken.length === 0) return []
  const { _sum } = await db.document.aggregate({
    where: { communeId, dossierId, purpose: { in: ['COMPONENT', 'SUPPLEMENT'] } },
    _sum: { size: true },
  })
  if (taken.reduce((sum, { size }) => sum + size, _sum.size ?? 0) > DOSSIER_LIMIT) throw new Refusal('dossier_full')
  await countAgainstDay(writing, taken)
  const row = { communeId, dossierId, purpose: 'SUPPLEMENT' as const, createdAt: now, createdBy: actorKey(actor) }
  put('document', ...taken.map((file) => ({ ...row, ...file, storageKey: storageKey(communeId, file.id) })))
  return taken
}

/** The answer becomes part of the dossier; each asked component is to be checked again. */
async function take(
  { db, actor, now }: Writing,
  { communeId, id: dossierId }: LockedDossier,
  { request, staged }: { request: OpenRequest; staged: readonly Staged[] },
): Promise<void> {
  const positions = [...new Set(staged.flatMap(({ position }) => position ?? []))]
  const own = { communeId, dossierId }
  await db.$executeRaw`
    UPDATE document SET purpose = 'COMPONENT', "supersededAt" = CASE purpose WHEN 'COMPONENT' THEN ${now}::timestamptz END
    WHERE "communeId" = ${communeId} AND "dossierId" = ${dossierId}::uuid
      AND (purpose = 'SUPPLEMENT' OR (purpose = 'COMPONENT' AND position = ANY(${positions}::int[]) AND "supersededAt" IS NULL))`
  // Whoever files what she had said does not apply to her means that it does.
  await db.$executeRaw`
    UPDATE dossier_component SET "check" = 'PENDING', note = NULL, applies = (applies OR (applies = FALSE AND position = ANY(${positions}::int[])))
    WHERE "communeId" = ${communeId} AND "dossierId" = ${dossierId}::uuid
      AND position = ANY(${request.items.map(({ position }) => position)}::int[])`
  await db.supplementRequest.update({
    where: { communeId_dossierId_number: { ...own, number: request.number } },
    data: { answeredAt: now, answeredBy: actorKey(actor) },
    select: { number: true },
  })
}
