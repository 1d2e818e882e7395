import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { Refusal } from '@/lib/platform/refusal'
import { lockOpenDepartments } from '@/lib/staff/store'
import { resumeLeg } from '../agency-leg'
import { notify } from '../notify'
import { findSuccessor } from '../officer-work'
import { mayMoveFrom, moveFrom } from '../rules'
import { TakeUpAgain } from '../schema'
import { HELD } from '../sheets'
import { circumstancesOf, lockDossier, type LockedDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * Takes up again what the office has stopped, where it stood (status 8 back to the one before: a recall by the leader), while nothing of what the
 * stop gives back has gone out: no payment was returned, and whoever takes it up has looked that the papers are still there. Thông báo dừng and the
 * control sheet that closed it are revoked, and what was to be given back is kept. Whoever has left meanwhile is replaced by their successor. Answers
 * the new version.
 * Refusals: `step_not_possible` also for what was stopped at the applicant's wish or whose person was erased, `not_allowed`, `invalid_input` without a
 * reason or while the papers are not there, `money_returned`, `nobody_goes_on`, `changed_meanwhile`.
 */
export const takeUpAgain = command({
  name: 'dossier.take_up_again',
  input: TakeUpAgain,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'take_up_again', version),
  run: async (writing, { version, reason, papersHere }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    await mustHaveGoneNowhere(writing, dossier, papersHere)
    await mustBeOpen(writing, dossier)
    const processorId = await whoGoesOn(writing, dossier)
    const set = {
      ...transition({ ...dossier, processorId }, moveFrom(dossier.stage, 'take_up_again'), await circumstancesOf(writing, dossier)),
      ...(processorId === dossier.processorId ? {} : { processorId }),
    }
    const saved = await saveStep(writing, dossier, { step: 'take_up_again', set, version, note: reason, content: reason })
    if (set.stage === 'with_agency') await resumeLeg(writing, dossier, set.stepDueAt)
    await revoke(writing, dossier)
    await notify(writing, dossier, 'taken_up_again')
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})

/** The payments are locked first, so that the cashier gives nothing back in the same moment. */
async function mustHaveGoneNowhere({ db }: Writing, { communeId, id: dossierId }: LockedDossier, papersHere: boolean): Promise<void> {
  const payments = await db.$queryRaw<{ returned: boolean }[]>`
    SELECT "refundedAt" IS NOT NULL AS returned FROM payment WHERE "communeId" = ${communeId} AND "dossierId" = ${dossierId}::uuid FOR UPDATE`
  if (payments.some(({ returned }) => returned)) throw new Refusal('money_returned')
  if ((await db.dossierApplicant.count({ where: { communeId, dossierId } })) === 0) throw new Refusal('step_not_possible')
  if (papersHere || (await db.dossierComponent.count({ where: { communeId, dossierId, ...HELD } })) === 0) return
  throw new Refusal('invalid_input', {}, { papersHere: 'Xem lại giấy tờ còn ở quầy rồi đánh dấu; đã trả rồi thì không mở lại được' })
}

/** Where it stood has to be there still: its department, and the agency that had it. */
async function mustBeOpen({ db }: Writing, { communeId, departmentCode, department, withAgency }: LockedDossier): Promise<void> {
  const places = [departmentCode, ...(withAgency === null ? [] : [withAgency])]
  const open = await lockOpenDepartments(db, communeId, places)
  if (places.some((code) => !open.has(code))) throw new Refusal('nobody_goes_on', { department: department.name })
}

/** Whoever worked on it, or their successor where they are not at work in the department any more; null: nobody had taken it. */
async function whoGoesOn(
  { db, now }: Writing,
  { communeId, processorId, departmentCode, department }: LockedDossier,
): Promise<string | null> {
  if (processorId === null) return null
  // Shared, so that a suspension waits for this step and then finds the dossier among what it passes on.
  const [worker] = await db.$queryRaw<{ isHere: boolean }[]>`
    SELECT status = 'ACTIVE' AND "departmentCode" = ${departmentCode} AS "isHere"
    FROM staff WHERE "communeId" = ${communeId} AND id = ${processorId}::uuid FOR SHARE`
  if (worker?.isHere) return processorId
  const { successor } = await findSuccessor(db, { communeId, id: processorId, departmentCode }, now)
  if (!successor) throw new Refusal('nobody_goes_on', { department: department.name })
  return successor.id
}

/** What the stop has issued holds no more, and what it owed is kept. */
async function revoke({ db, now }: Writing, { communeId, id: dossierId }: LockedDossier): Promise<void> {
  await db.paper.updateMany({
    where: { communeId, dossierId, kind: { in: ['STOP', 'CONTROL'] }, revokedAt: null },
    data: { revokedAt: now },
  })
  await db.payment.updateMany({ where: { communeId, dossierId, status: 'PAID', refundDueAt: { not: null } }, data: { refundDueAt: null } })
}
