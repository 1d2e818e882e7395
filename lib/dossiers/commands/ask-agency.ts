import { command } from '@/lib/access/gate'
import { asStaff, placesOf } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { lockIfOpen } from '@/lib/staff/store'
import { answerBy } from '../consultation-rules'
import { mayMoveFrom, moveFrom } from '../rules'
import { AskAgency, AnswerForAgency } from '../schema'
import { circumstancesOf, lockDossier, mustBeCurrent, saveStep } from '../store'
import { transition } from '../transition'

/**
 * Hands a part of the work to another agency (liên thông), with what is asked of it and its own due time: the close of the `days`-th working day
 * from tomorrow on, never after the dossier's own. The clock runs on; who is late is told by the leg. Answers the new version.
 * Refusals: `step_not_possible`, `not_allowed`, `invalid_input` for what is no agency, `changed_meanwhile`.
 */
export const askAgency = command({
  name: 'dossier.ask_agency',
  input: AskAgency,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'ask_agency', version),
  run: async (writing, { version, to, days, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, actor, now } = writing
    const { communeId, id: dossierId, departmentCode } = dossier
    const agency = await db.department.findFirst({
      where: { communeId, code: to, kind: 'AGENCY', NOT: { code: departmentCode } },
      select: { code: true },
    })
    if (!agency || !(await lockIfOpen(db, communeId, agency.code)))
      throw new Refusal('invalid_input', {}, { to: 'Chọn một cơ quan trong danh sách' })
    const circumstances = { ...(await circumstancesOf(writing, dossier)), named: { departmentCode: agency.code, staffId: null } }
    const dueAt = answerBy(dossier, { now, days, calendar: circumstances.calendar })
    const set = { ...transition(dossier, moveFrom(dossier.stage, 'ask_agency'), circumstances), stepDueAt: dueAt }
    const saved = await saveStep(writing, dossier, { step: 'ask_agency', set, version, note: reason, content: reason })
    const number = (await db.agencyLeg.count({ where: { communeId, dossierId } })) + 1
    const handedBy = asStaff(actor).staffId
    await db.agencyLeg.create({
      data: { communeId, dossierId, number, agencyCode: agency.code, request: reason, handedAt: now, handedBy, dueAt },
    })
    return { version: saved }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})

/**
 * Records what the other agency has answered, by its own officer or by whoever works on the dossier, who holds it again then. Answers the new
 * version, the name of the department it went back to (`to`), and whether the one who answered is of that department (`isTheirs`).
 * Refusals: `step_not_possible`, `not_allowed`, `changed_meanwhile`.
 */
export const answerForAgency = command({
  name: 'dossier.agency_answer',
  input: AnswerForAgency,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier, { version }) => mayMoveFrom(actor, dossier, 'agency_answer', version),
  run: async (writing, { version, reason }, dossier) => {
    await mustBeCurrent(writing, dossier, version)
    const { db, actor, now } = writing
    const { communeId, id: dossierId } = dossier
    const set = transition(dossier, moveFrom(dossier.stage, 'agency_answer'), await circumstancesOf(writing, dossier))
    const saved = await saveStep(writing, dossier, { step: 'agency_answer', set, version, note: reason, content: reason })
    await db.agencyLeg.updateMany({
      where: { communeId, dossierId, returnedAt: null },
      data: { returnedAt: now, returnedBy: asStaff(actor).staffId, answer: reason },
    })
    const isTheirs = placesOf(asStaff(actor)).some((place) => place.departmentCode === dossier.departmentCode)
    return { version: saved, to: dossier.department.name, isTheirs }
  },
  about: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})
