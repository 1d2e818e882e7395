import { STEPS } from '@/lib/dossiers/rules'
import type { Dice } from '@/prisma/seed/builders/dice'
import { awaited, eventsFrom } from './reference-dossier'

const ENDS = ['stop', 'refuse', 'withdraw']
/** What needs one another, and would hardly ever follow by chance. */
const REQUESTS = ['ask_for_more', 'ask_again']

/** What a walk would hardly ever come by: the one way out of a place where most go on, or end. */
const BACK: Readonly<Record<string, string>> = { stopped: 'take_up_again', awaiting_payment: 'recall_payment' }

/** Something that is done at a place: mostly what is waited for there, or a walk would rarely get far; now and then anything at all. */
export function someEvent(by: Dice, place: string): string {
  const next = awaited(place)
  const back = BACK[place]
  if (back !== undefined && by.draw() < 0.4) return back
  if (next === null || by.draw() < 0.1) return by.pick(STEPS)
  if (place === 'in_hand' && by.draw() < 0.25) return by.pick(REQUESTS)
  if (by.draw() < 0.5) return next
  const event = by.pick(eventsFrom(place))
  return ENDS.includes(event) && by.draw() < 0.5 ? next : event
}
