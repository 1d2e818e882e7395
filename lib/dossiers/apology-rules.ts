/** The apology for a dossier that will not make its date: who may say so before the leader signs it, and which new day it may give. Pure. */
import { type Actor, hasRightSomewhere, placesOf } from '@/lib/access/policy'
import { closingTime, isWorkingDay, type WorkCalendar } from '@/lib/deadlines/working-time'
import type { LocalDate } from '@/lib/platform/local-date'
import { Refusal, type RefusalCode } from '@/lib/platform/refusal'
import type { Move } from './move-rules'
import { meets, moveOf, movesFrom, type Standing } from './rules'

/** Who has it in hand and so knows first: the person who holds it, or the head of the department where no person does. */
const KNOWS = {
  person: { right: 'dossier.process', by: 'person', desk: 'competent' },
  department: { right: 'dossier.assign', by: 'department', desk: 'competent' },
} satisfies Record<string, Pick<Move, 'right' | 'by' | 'desk'>>

/**
 * Whether this actor may say that the dossier will not make its date: while an apology for it could be signed, so while it is at work and was not
 * extended yet. Refusals: `step_not_possible`, `not_allowed`, `already_extended`.
 */
export function mayDraftApology(actor: Actor, dossier: Standing): true | RefusalCode {
  if (actor.kind !== 'staff') return 'not_allowed'
  const extend = moveOf(dossier.stage, 'extend')
  if (!extend) return 'step_not_possible'
  const knows = KNOWS[dossier.holderStaffId === null ? 'department' : 'person']
  if (!placesOf(actor).some((place) => movesFrom(place, dossier, knows))) return 'not_allowed'
  return meets(extend, dossier)
}

/** `mayDraftApology` for a page that showed `version`: whoever works on dossiers is told who was first, as `mayMoveFrom` lets them. */
export const mayDraftApologyFrom = (actor: Actor, dossier: Standing & { version: number }, version: number): true | RefusalCode =>
  dossier.version !== version && actor.kind === 'staff' && hasRightSomewhere(actor, KNOWS.person.right)
    ? true
    : mayDraftApology(actor, dossier)

/** The close of the office on the new day. Refuses one that is closed, that has passed, or that is not later than what the person was told. */
export function appointmentOn(
  day: LocalDate,
  { appointmentAt }: { appointmentAt: Date | null },
  { now, calendar }: { now: Date; calendar: WorkCalendar },
): Date {
  const refuse = (sentence: string) => new Refusal('invalid_input', {}, { newDay: sentence })
  if (!isWorkingDay(day, calendar)) throw refuse('Ngày này cơ quan không làm việc. Chọn ngày làm việc')
  const at = closingTime(day, calendar)
  if (at <= now) throw refuse('Ngày hẹn mới phải sau hôm nay')
  if (appointmentAt !== null && at <= appointmentAt) throw refuse('Ngày hẹn mới phải sau ngày đã hẹn')
  return at
}
