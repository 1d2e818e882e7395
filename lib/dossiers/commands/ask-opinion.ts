import { command } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { Refusal } from '@/lib/platform/refusal'
import { answerBy, mayAskOpinion, mayTakeBack } from '../consultation-rules'
import { lockQuestion, opinionGivers } from '../consultations'
import { AskOpinion, TakeBackQuestion } from '../schema'
import { lockDossier, saveStep } from '../store'

/**
 * Asks officers of the commune for their opinion, all the same and by the same time: the close of the `days`-th working day, never after the
 * dossier's own due time. The dossier stays where it is. Whoever has not answered an earlier question of this dossier is not asked again.
 * No version is asked for: a question overwrites nothing. Refusals: `step_not_possible`, `not_allowed`, `invalid_input`.
 */
export const askOpinion = command({
  name: 'dossier.ask_opinion',
  input: AskOpinion,
  subject: (reading, { code }) => lockDossier(reading, code),
  allow: (actor, dossier) => mayAskOpinion(actor, dossier),
  run: async (writing, { of, days, question }, dossier) => {
    const { db, actor, now, newId } = writing
    const { communeId, id: dossierId } = dossier
    const { staffId: askedBy } = asStaff(actor)
    const givers = await opinionGivers(db, communeId, askedBy)
    const asked = [...new Set(of)].map((id) => givers.find((giver) => giver.id === id))
    if (asked.includes(undefined))
      throw new Refusal(
        'invalid_input',
        {},
        { of: 'Có người không hỏi được nữa, có thể tài khoản vừa tạm ngừng. Chọn lại trong danh sách' },
      )
    const waiting = await db.consultation.findMany({
      where: { communeId, dossierId, answeredAt: null, takenBackAt: null, askedOf: { in: of } },
      select: { askedOf: true },
    })
    const again = givers.filter(({ id }) => waiting.some(({ askedOf }) => askedOf === id)).map(({ fullName }) => fullName)
    if (again.length > 0)
      throw new Refusal('invalid_input', {}, { of: `${again.join(', ')} đã được hỏi và chưa trả lời. Bỏ chọn, hoặc rút câu hỏi trước` })
    const dueAt = answerBy(dossier, { now, days, calendar: await loadCalendar(db, communeId) })
    await saveStep(writing, dossier, { step: 'ask_opinion', set: {}, version: dossier.version, content: question })
    await db.consultation.createMany({
      data: [...new Set(of)].map((askedOf) => ({ communeId, id: newId(), dossierId, askedOf, askedBy, question, askedAt: now, dueAt })),
    })
    return { asked: asked.length, dueAt: dueAt.toISOString() }
  },
  about: ({ of }, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { officers: of.length } }),
})

/**
 * Takes back a question that nobody has answered: the one asked need not answer any more and opens the dossier no longer.
 * Refusals: `not_found`, `not_allowed`, `opinion_given`, `question_taken_back`.
 */
export const takeBackQuestion = command({
  name: 'dossier.take_back_question',
  input: TakeBackQuestion,
  subject: lockQuestion,
  allow: (actor, { dossier, ...question }) => mayTakeBack(actor, dossier, question),
  run: async (writing, _input, { id, dossier }) => {
    const version = await saveStep(writing, dossier, { step: 'take_back_question', set: {}, version: dossier.version })
    await writing.db.consultation.update({
      where: { communeId_id: { communeId: dossier.communeId, id } },
      data: { takenBackAt: writing.now },
      select: { id: true },
    })
    return { version }
  },
  about: (_input, { dossier }) => ({ kind: 'dossier', id: dossier.id }),
})
