import type { ProcessFacts } from '@/lib/papers/desk-sheets'
import type { OfficerNames } from '@/lib/staff/store'
import type { Channel } from '@/prisma/generated/enums'
import { goesOn, type Named, standings, type Stood, type Told, unitName, unitOf } from './hand-overs'
import { eventWords } from './step-words'

type Known = {
  channel: Channel
  names: OfficerNames
  /** The applicant's name, or what stands for it where it was erased. */
  owner: string
  departments: readonly Named[]
}

/** The lines of Phiếu quá trình xử lý: every event of a dossier, oldest first, with whom it went to and the time that was set then. */
export const processRows = (events: readonly Told[], known: Known): ProcessFacts['rows'] =>
  standings(events).map((stood) => {
    const { event } = stood
    const { resultNumber } = event.changes
    return {
      at: event.at,
      by: event.actorKind === 'citizen' ? known.owner : (known.names(event.actorId) ?? 'Hệ thống'),
      act: eventWords(event.step, known.channel, typeof resultNumber === 'string' ? resultNumber : null),
      to: receiverWords(stood, known),
      dueAt: dueIn(stood),
    }
  })

/** "Phạm Văn Thí Điểm, Văn phòng HĐND và UBND": the place it went to, with the officer where one was named; null: it stayed where it was. */
function receiverWords(stood: Stood, { names, departments }: Known): string | null {
  const { before, after } = stood
  const officer = after.holderStaffId === before.holderStaffId && !goesOn(stood) ? null : names(after.holderStaffId)
  if (officer === null && !goesOn(stood)) return null
  const place = unitName(unitOf(after), departments)
  return officer === null ? place : `${officer}, ${place}`
}

/** By when somebody has to act from this event on, where it said anew: the step's own time before the dossier's. */
function dueIn({ before, after }: Stood): Date | null {
  const isSame = after.stepDueAt?.getTime() === before.stepDueAt?.getTime() && after.nextDueAt?.getTime() === before.nextDueAt?.getTime()
  return isSame ? null : (after.stepDueAt ?? after.nextDueAt)
}
