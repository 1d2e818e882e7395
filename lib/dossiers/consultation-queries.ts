import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, staffOnly } from '@/lib/access/policy'
import { officerNames } from '@/lib/staff/store'
import { mayAskOpinion } from './consultation-rules'
import { findAsked, findQuestion, namedIn, opinionGivers, shownQuestion } from './consultations'
import { DossierCode } from './schema'
import { STANDING, visibleTo } from './store'

/**
 * Whom this person can ask for an opinion on the dossier, and who was asked already and has not answered.
 * Refusals: `step_not_possible`, `not_allowed`, `not_found`.
 */
export const findOpinionGivers = query({
  name: 'dossier.find_opinion_givers',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: {
        ...STANDING,
        communeId: true,
        consultations: { where: { answeredAt: null, takenBackAt: null }, select: { askedOf: true } },
      },
    }),
  allow: (actor, dossier) => mayAskOpinion(actor, dossier),
  run: async ({ db, actor }, _input, { communeId, consultations }) => {
    const givers = await opinionGivers(db, communeId, asStaff(actor).staffId)
    return givers.map(({ department, ...officer }) => ({
      ...officer,
      department: department.name,
      isAsked: consultations.some(({ askedOf }) => askedOf === officer.id),
    }))
  },
})

export type OpinionGiver = Extract<Awaited<ReturnType<typeof findOpinionGivers>>, { ok: true }>['value'][number]

/** One question, to be answered or taken back; who looked is logged. Refusals: `not_found`. */
export const readQuestion = query({
  name: 'dossier.read_question',
  input: z.object({ code: DossierCode, id: z.uuid() }),
  subject: findQuestion,
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor, now }, _input, { dossier, ...row }) => {
    const { communeId, code, applicant, procedureVersion } = dossier
    const [asked, nameOf] = await Promise.all([findAsked(db, communeId, { rows: [row], now }), officerNames(db, [communeId], namedIn(row))])
    return {
      ...shownQuestion(row, { actor, dossier, asked, nameOf, now }),
      ...{ code, person: applicant?.fullName ?? null, procedure: procedureVersion.name },
    }
  },
  logsRead: (_input, { dossier }) => ({ kind: 'dossier', id: dossier.id }),
})
