import { deadline } from '@/lib/deadlines/rules'
import { addOfficeMinutes, isOpen, officeMinutesBetween } from '@/lib/deadlines/working-time'
import type { Step } from '@/lib/dossiers/rules'
import { answerDueAt } from '@/lib/dossiers/transition'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import type { Stage } from '@/prisma/generated/enums'
import { dice as castDice, type Dice } from './builders/dice'
import { aDossier, type BuiltDossier } from './builders/dossier'
import { aPerson, type SeedPerson } from './builders/person'
import { procedureOf, type SeedProcedure, type World } from './builders/world'

type Due = 'today' | 'overdue' | 'later' | 'any'
type Wanted = { stage: Exclude<Stage, 'submitted'>; due: Due; count: number }

/** Work for every role, at every stage that can be reached: some due today, two overdue. */
const WANTED: readonly Wanted[] = [
  { stage: 'received', due: 'today', count: 2 },
  { stage: 'received', due: 'later', count: 4 },
  { stage: 'in_department', due: 'today', count: 1 },
  { stage: 'in_department', due: 'later', count: 8 },
  { stage: 'in_hand', due: 'overdue', count: 1 },
  { stage: 'in_hand', due: 'today', count: 2 },
  { stage: 'in_hand', due: 'later', count: 9 },
  { stage: 'awaiting_approval', due: 'overdue', count: 1 },
  { stage: 'awaiting_approval', due: 'today', count: 2 },
  { stage: 'awaiting_approval', due: 'later', count: 6 },
  { stage: 'finished', due: 'today', count: 2 },
  { stage: 'finished', due: 'later', count: 5 },
  { stage: 'returned', due: 'any', count: 8 },
]
const SUBMITTED = 9

/** The step that brings a dossier to each stage. */
const LAST_STEP: Record<Exclude<Stage, 'submitted'>, Step> = {
  received: 'receive',
  in_department: 'forward',
  in_hand: 'take',
  awaiting_approval: 'propose',
  finished: 'approve',
  returned: 'hand_over',
}

/** What people file in these weeks; all of it can be filed online. */
const PROCEDURES = [
  '1.004873',
  '1.001193',
  '2.000635',
  '1.004222',
  '1.001612',
  '1.004194',
  '1.001776',
  '1.013225',
  '1.004859',
  '1.000894',
  '1.010833',
  '1.004884',
  '1.014027',
  '2.000720',
  '1.001731',
  '1.008004',
]

const SEED = 20_261_123
/** Weeks that the search for a fitting day of receipt goes back. */
const BACK_DAYS = 60
const MINUTE = 60_000

export type KnownCitizen = { citizenId: string; person: SeedPerson }

/** Some 60 dossiers of the weeks before `now`. `known` are the citizens who can sign in; the first of them has several. */
export function demoRecent(world: World, now: Date, known: readonly KnownCitizen[]): { dossiers: BuiltDossier[]; dice: Dice } {
  const dice = castDice(SEED)
  let number = 5_000
  const procedures = PROCEDURES.map((code) => procedureOf(world, code))
  const someone = (index: number): { person: SeedPerson; citizenId: string | null } => {
    const own = index % 6 === 0 ? known[0] : index % 11 === 3 ? known[1 + (index % Math.max(1, known.length - 1))] : undefined
    return own ?? { person: aPerson(dice, (number += 1)), citizenId: null }
  }
  const dossiers: BuiltDossier[] = []
  for (const { stage, due, count } of WANTED)
    for (let n = 0; n < count; n++) {
      const index = dossiers.length
      const receipt = receiptFor(dice, world, procedures, due, now)
      if (receipt) dossiers.push(brought(dice, world, { ...receipt, ...someone(index) }, { stage, now, turn: index }))
    }
  for (let n = 0; n < SUBMITTED; n++) {
    const procedure = dice.pick(procedures)
    dossiers.push(
      aDossier(world, { procedure, ...someone(dossiers.length), channel: 'ONLINE', submittedAt: justSent(dice, world, now, n) }, n).built(),
    )
  }
  return { dossiers, dice }
}

/** A procedure and a time of receipt whose due date is what is wanted; null on a day when nothing can be due (the office is shut). */
function receiptFor(
  dice: Dice,
  world: World,
  procedures: readonly SeedProcedure[],
  due: Due,
  now: Date,
): { procedure: SeedProcedure; receivedAt: Date } | null {
  const today = localDateOf(now)
  const fits = (dueAt: Date) =>
    due === 'today'
      ? dueAt >= now && localDateOf(dueAt) === today
      : due === 'overdue'
        ? dueAt < now && localDateOf(dueAt) >= addDays(today, -4)
        : due === 'later'
          ? localDateOf(dueAt) > today
          : true
  const start = dice.between(0, procedures.length - 1)
  for (let back = due === 'later' ? dice.between(0, 6) : due === 'any' ? dice.between(3, 30) : 0; back < BACK_DAYS; back++)
    for (let turn = 0; turn < procedures.length; turn++) {
      const procedure = procedures[(start + turn) % procedures.length]
      if (!procedure) continue
      const receivedAt = instantAt(
        addDays(today, -back),
        dice.pick([7 * 60 + 20, 8 * 60 + 15, 9 * 60 + 5, 10 * 60 + 40, 14 * 60 + 10]) + dice.between(0, 19),
      )
      // Ten minutes are the least that the steps so far have taken.
      if (receivedAt.getTime() > now.getTime() - 10 * MINUTE || !isOpen(receivedAt, world.calendar)) continue
      const { dueAt } = deadline({
        receivedAt,
        limit: { value: procedure.limitValue, unit: procedure.limitUnit },
        pauses: [],
        calendar: world.calendar,
      })
      if (fits(dueAt)) return { procedure, receivedAt }
    }
  return due === 'later' || due === 'any' ? null : receiptFor(dice, world, procedures, 'later', now)
}

type From = { procedure: SeedProcedure; receivedAt: Date; person: SeedPerson; citizenId: string | null }

function brought(
  dice: Dice,
  world: World,
  { procedure, receivedAt, person, citizenId }: From,
  to: { stage: Exclude<Stage, 'submitted'>; now: Date; turn: number },
): BuiltDossier {
  const { dueAt } = deadline({
    receivedAt,
    limit: { value: procedure.limitValue, unit: procedure.limitUnit },
    pauses: [],
    calendar: world.calendar,
  })
  // Steps so far lie in office time between receipt and now, the result before the due time.
  const latest =
    LAST_STEP[to.stage] === 'approve' || LAST_STEP[to.stage] === 'hand_over'
      ? new Date(Math.min(to.now.getTime() - 5 * MINUTE, dueAt.getTime()))
      : new Date(to.now.getTime() - MINUTE)
  const whole = Math.max(6, officeMinutesBetween(receivedAt, latest, world.calendar))
  const share = 0.4 + dice.draw() * 0.5
  const after = (part: number) => addOfficeMinutes(receivedAt, Math.floor(whole * share * part), world.calendar)
  const when: Record<Step, Date> = {
    receive: receivedAt,
    forward: after(0.1),
    take: after(0.25),
    propose: after(0.7),
    approve: after(0.9),
    send_back: after(0.9),
    hand_over: after(1),
  }
  const submittedAt = new Date(receivedAt.getTime() - dice.between(6, 90) * MINUTE)
  return aDossier(
    world,
    {
      procedure,
      person,
      citizenId,
      channel: 'ONLINE',
      submittedAt,
      paid: dice.draw() < 0.7,
      returnMethod: dice.draw() < 0.5 ? 'ONLINE' : 'COUNTER',
    },
    to.turn,
  )
    .upTo(LAST_STEP[to.stage], (step) => when[step])
    .built()
}

/** Sent within the last hours, so that the eight office hours to answer still run. */
function justSent(dice: Dice, world: World, now: Date, n: number): Date {
  for (let minutes = 9 + n * 37; ; minutes = Math.max(1, Math.floor(minutes / 2))) {
    const at = new Date(now.getTime() - (minutes + dice.between(0, 5)) * MINUTE)
    if (minutes === 1 || answerDueAt(at, world.calendar) > now) return at
  }
}
