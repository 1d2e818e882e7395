import { command } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { Refusal } from '@/lib/platform/refusal'
import { mayGiveOpinion } from '../consultation-rules'
import { lockQuestion } from '../consultations'
import { GiveOpinion } from '../schema'
import { saveStep } from '../store'

/**
 * Gives an opinion to a question, once: by the one asked, or by who stands in for them. What happened to the dossier meanwhile does not matter to it.
 * Refusals: `not_found`, `not_allowed`, `opinion_given` with whose opinion stands, `question_taken_back`, `step_not_possible`. Answers the dossier's new version.
 */
export const giveOpinion = command({
  name: 'dossier.give_opinion',
  input: GiveOpinion,
  subject: lockQuestion,
  // Who answered first is told in `run`, with the name.
  allow: (actor, { dossier, ...question }) => {
    const answer = mayGiveOpinion(actor, dossier, question)
    return answer === 'opinion_given' || answer
  },
  run: async (writing, { answer }, { id, dossier, answeredAt, answeredBy }) => {
    const { db, actor, now } = writing
    const { communeId } = dossier
    if (answeredAt !== null && answeredBy !== null) {
      const by = await db.staff.findUnique({ where: { communeId_id: { communeId, id: answeredBy } }, select: { fullName: true } })
      throw new Refusal('opinion_given', by ? { by: by.fullName } : {})
    }
    const version = await saveStep(writing, dossier, { step: 'give_opinion', set: {}, version: dossier.version, content: answer })
    await db.consultation.update({
      where: { communeId_id: { communeId, id } },
      data: { answer, answeredAt: now, answeredBy: asStaff(actor).staffId },
      select: { id: true },
    })
    return { version }
  },
  about: (_input, { dossier }) => ({ kind: 'dossier', id: dossier.id }),
})
