import type { z } from 'zod'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { canonicalJson } from '@/lib/platform/digest'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { inForceOn } from '@/lib/procedures/store'
import { notify } from './notify'
import { moveFrom } from './rules'
import type { AskedItems } from './schema'
import { circumstancesOf, saveStep, type LockedDossier } from './store'
import { type Asked, DECLARED, issueSupplement } from './supplements'
import { transition } from './transition'

type Items = z.output<typeof AskedItems>

/**
 * Takes the step that asks, which the caller has allowed, with its slip and its mail. Answers the new version and the paper's id.
 * Refusals: `nothing_asked`, `reason_needed`, `changed_meanwhile`.
 */
export async function ask(
  writing: Writing,
  dossier: LockedDossier,
  { step = 'ask_for_more', items }: { step?: 'ask_for_more' | 'ask_again'; items: Items },
): Promise<{ version: number; paperId: string }> {
  const asked = await readAsked(writing, dossier, items)
  const set = transition(dossier, moveFrom(dossier.stage, step), await circumstancesOf(writing, dossier))
  const content = canonicalJson(asked)
  const version = await saveStep(writing, dossier, { step, set, version: dossier.version, content })
  const paperId = await issueSupplement(writing, dossier, asked)
  await keepRequest(writing, dossier, { asked, paperId })
  await notify(writing, dossier, 'supplement_asked')
  return { version, paperId }
}

/** What is asked for by name, each with its sentence. Refusals: `nothing_asked`, `reason_needed` at the component's box. */
async function readAsked({ db, actor, now }: Writing, { versionId }: LockedDossier, items: Items): Promise<Asked[]> {
  const [components, reasons] = await Promise.all([
    db.procedureComponent.findMany({ where: { versionId }, orderBy: { position: 'asc' }, select: { position: true, name: true } }),
    db.listedReason.findMany({
      // From the list of the office that asks, which the form has offered.
      where: { communeId: actor.communeId, kind: 'SUPPLEMENT', ...inForceOn(localDateOf(now)) },
      select: { code: true, text: true },
    }),
  ])
  const asked = [...components, DECLARED].flatMap(({ position, name }): Asked[] => {
    const item = items.find((one) => one.position === position)
    if (!item) return []
    const listed = reasons.find(({ code }) => code === item.reasonCode)
    return [
      {
        position,
        name,
        reasonCode: listed?.code ?? null,
        reason: [listed?.text ?? '', item.text].filter((part) => part !== '').join('. '),
      },
    ]
  })
  // Said at the first box, so that the summary leads somewhere.
  if (asked.length === 0) {
    const first = `ask-${components[0]?.position ?? DECLARED.position}`
    throw new Refusal('nothing_asked', {}, { [first]: 'Đánh dấu ít nhất một giấy tờ' })
  }
  const silent = asked.filter(({ reason }) => reason === '')
  if (silent.length > 0)
    throw new Refusal(
      'reason_needed',
      {},
      Object.fromEntries(silent.map(({ position }) => [`reason-${position}`, 'Chọn lý do hoặc ghi rõ phải bổ sung gì'])),
    )
  return asked
}

/** The request's own rows, and the components marked as not good enough. */
async function keepRequest(
  { db, put, actor, now }: Writing,
  { communeId, id: dossierId, supplementRequests }: LockedDossier,
  { asked, paperId }: { asked: readonly Asked[]; paperId: string },
): Promise<void> {
  const number = supplementRequests + 1
  const by = asStaff(actor).staffId
  put('supplement_request', { communeId, dossierId, number, askedAt: now, askedBy: by, paperId })
  put(
    'supplement_item',
    ...asked.map(({ position, reasonCode, reason }) => ({ communeId, dossierId, number, position, reasonCode, reason })),
  )
  await db.$executeRaw`
    UPDATE dossier_component c SET "check" = 'INADEQUATE', note = asked.reason, "checkedBy" = ${by}::uuid, "checkedAt" = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) AS asked(position int, reason text)
    WHERE c."communeId" = ${communeId} AND c."dossierId" = ${dossierId}::uuid AND c.position = asked.position`
}
