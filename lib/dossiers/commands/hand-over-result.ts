import type { z } from 'zod'
import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { issueControl } from '../control'
import { notifyHandedOver } from '../notify'
import { mayMoveFrom, moveFrom } from '../rules'
import { HandOverResult } from '../schema'
import { circumstancesOf, lockAtEitherDesk, mustBeCurrent, saveStep, type LockedDossier } from '../store'
import { transition } from '../transition'

type HandingOver = z.output<typeof HandOverResult>

/**
 * Hands the result over and closes the dossier: how, when, and at the counter to whom (NĐ 118/2025/NĐ-CP Điều 22). By post it is sent, not
 * received; online it lies ready to download. Phiếu kiểm soát is whole then and issued. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const handOverResult = command({
  name: 'dossier.hand_over',
  input: HandOverResult,
  subject: (reading, { code }) => lockAtEitherDesk(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'hand_over', version),
  run: async (writing, handing, dossier) => {
    const { version, method } = handing
    await mustBeCurrent(writing, dossier, version)
    const { put, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    const taken = await takenBy(writing, dossier, handing)
    const circumstances = await circumstancesOf(writing, dossier)
    const set = transition(dossier, moveFrom(dossier.stage, 'hand_over'), circumstances)
    const note = handing.note || null
    const saved = await saveStep(writing, dossier, { step: 'hand_over', set, version, note, content: taken.receiverName ?? '' })
    await keepPresented(writing, dossier, handing.presented)
    put('hand_over', {
      communeId,
      dossierId,
      method,
      ...taken,
      note,
      at: now,
      byStaffId: asStaff(actor).staffId,
    })
    const { calendar } = circumstances
    await issueControl(writing, dossier, { step: 'hand_over', seq: saved, set, calendar, receiverName: taken.receiverName })
    await notifyHandedOver(writing, dossier, { method, trackingNumber: taken.trackingNumber })
    return { version: saved }
  },
  about: ({ method }, dossier) => ({ kind: 'dossier', id: dossier.id, communeId: dossier.communeId, detail: { method } }),
})

/** Who took it: only at the counter does anybody. Of a parcel its number, if the post gave one. */
async function takenBy({ db }: Writing, { communeId, id: dossierId }: LockedDossier, handing: HandingOver) {
  const trackingNumber = handing.method === 'POST' ? handing.trackingNumber || null : null
  if (handing.method !== 'COUNTER') return { receiverName: null, isApplicant: null, trackingNumber }
  if (handing.isApplicant === 'no') return { receiverName: handing.receiverName, isApplicant: false, trackingNumber }
  const applicant = await db.dossierApplicant.findUniqueOrThrow({
    where: { communeId_dossierId: { communeId, dossierId } },
    select: { fullName: true },
  })
  return { receiverName: applicant.fullName, isApplicant: true, trackingNumber }
}

/** Papers that had not been shown at receipt and were looked at now. */
async function keepPresented({ db, actor, now }: Writing, { communeId, id: dossierId }: LockedDossier, presented: readonly number[]) {
  if (presented.length === 0) return
  await db.dossierComponent.updateMany({
    where: { communeId, dossierId, position: { in: [...presented] }, check: 'NOT_PRESENTED' },
    data: { check: 'ACCEPTED', checkedBy: asStaff(actor).staffId, checkedAt: now },
  })
}
