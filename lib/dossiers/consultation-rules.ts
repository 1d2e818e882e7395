/** Opinions asked of officers while a dossier stays where it is: no move, so stage, holder and clock are as before. Pure. */
import { type Actor, placesOf } from '@/lib/access/policy'
import { closeAfterDays, type WorkCalendar } from '@/lib/deadlines/working-time'
import type { RefusalCode } from '@/lib/platform/refusal'
import type { Stage } from '@/prisma/generated/enums'
import type { Move } from './move-rules'
import { movesFrom, type Standing } from './rules'

/** What the rules look at of a question. */
export type Question = { askedOf: string; askedBy: string; answeredAt: Date | null; takenBackAt: Date | null }

/** Who asks at which stage: whoever works on the dossier then. At the other stages nobody does. */
const ASKS: Partial<Record<Stage, Pick<Move, 'right' | 'by' | 'desk'>>> = {
  in_hand: { right: 'dossier.process', by: 'person', desk: 'competent' },
  awaiting_approval: { right: 'dossier.approve', by: 'department', desk: 'competent' },
}

/** Whether this actor may ask for opinions on the dossier. Refusals: `step_not_possible`, `not_allowed`. */
export function mayAskOpinion(actor: Actor, dossier: Standing): true | RefusalCode {
  if (actor.kind !== 'staff') return 'not_allowed'
  const asks = ASKS[dossier.stage]
  if (!asks) return 'step_not_possible'
  return placesOf(actor).some((place) => movesFrom(place, dossier, asks)) || 'not_allowed'
}

export const isOpen = ({ answeredAt, takenBackAt }: Pick<Question, 'answeredAt' | 'takenBackAt'>): boolean =>
  answeredAt === null && takenBackAt === null

/** Whether the officer works from this person's place: it is them, or they stand in for them today. */
const isFrom = (actor: Actor, staffId: string): boolean =>
  actor.kind === 'staff' && placesOf(actor).some((place) => place.staffId === staffId)

/**
 * Whether this actor may answer: the one asked or who stands in for them, also when it is late. An answer stands once; who comes second is told
 * whose it is. Refusals: `not_allowed`, `opinion_given`, `question_taken_back`, `step_not_possible` for a dossier that is closed.
 */
export function mayGiveOpinion(actor: Actor, { closedAt }: { closedAt: Date | null }, question: Question): true | RefusalCode {
  if (!isFrom(actor, question.askedOf)) return 'not_allowed'
  return stillOpen(question) ?? (closedAt === null || 'step_not_possible')
}

/**
 * Whether this actor may take the question back: who asked it, or who could ask now, so that no question stays with a dossier whose asker is gone.
 * Refusals: `not_allowed`, `opinion_given`, `question_taken_back`.
 */
export function mayTakeBack(actor: Actor, dossier: Standing, question: Question): true | RefusalCode {
  if (!isFrom(actor, question.askedBy) && mayAskOpinion(actor, dossier) !== true) return 'not_allowed'
  return stillOpen(question) ?? true
}

function stillOpen({ answeredAt, takenBackAt }: Question): RefusalCode | null {
  if (answeredAt !== null) return 'opinion_given'
  return takenBackAt === null ? null : 'question_taken_back'
}

/**
 * By when an opinion or another agency's answer is asked: the close of the `days`-th working day from tomorrow on, never after the dossier's own
 * due time while that still lies ahead.
 */
export function answerBy(
  { dueAt }: { dueAt: Date | null },
  { now, days, calendar }: { now: Date; days: number; calendar: WorkCalendar },
): Date {
  const asked = closeAfterDays(now, days, calendar)
  return dueAt !== null && asked > dueAt && dueAt > now ? dueAt : asked
}

/**
 * How a question stands for whoever asked it. `nobody`: the one asked is suspended and nobody stands in, so that somebody else has to be asked.
 */
export type QuestionStanding = 'answered' | 'taken_back' | 'nobody' | 'late' | 'waiting'

export function questionStanding(
  question: Pick<Question, 'answeredAt' | 'takenBackAt'> & { dueAt: Date },
  { now, isReachable }: { now: Date; isReachable: boolean },
): QuestionStanding {
  if (question.answeredAt !== null) return 'answered'
  if (question.takenBackAt !== null) return 'taken_back'
  if (!isReachable) return 'nobody'
  return now >= question.dueAt ? 'late' : 'waiting'
}
