import { addOfficeMinutes, isOpen, isWorkingDay, officeMinutesBetween } from '@/lib/deadlines/working-time'
import type { Step } from '@/lib/dossiers/move-rules'
import { answerDueAt } from '@/lib/dossiers/transition'
import { addDays, instantAt, localDateOf } from '@/lib/platform/local-date'
import { feesDue } from '@/lib/procedures/rules'
import { dice as castDice, type Dice } from './builders/dice'
import { aDossier, type BuiltDossier, type DossierBuilder } from './builders/dossier'
import { aPerson, type SeedPerson } from './builders/person'
import { dueOf, procedureOf, type SeedProcedure, type World } from './builders/world'
import { demoAtCounter } from './demo-at-counter'
import { demoPassedOn } from './demo-passed-on'
import { demoPaths } from './demo-paths'

type Due = 'today' | 'overdue' | 'later' | 'any'
/** Stages that the ordinary way leads to; the others have a way of their own below. */
type Ordinary = 'received' | 'in_department' | 'in_hand' | 'awaiting_approval' | 'finished' | 'returned'
type Wanted = { stage: Ordinary; due: Due; count: number }

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
const LAST_STEP: Record<Ordinary, Step> = {
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

export const SEED = 20_261_123
/** Weeks that the search for a fitting day of receipt goes back. */
const BACK_DAYS = 60
const MINUTE = 60_000

export type KnownCitizen = { citizenId: string; person: SeedPerson }

/** Some 60 dossiers of the weeks before `now`. `known` are the citizens who can sign in; the first of them has several. */
export function demoRecent(world: World, now: Date, known: readonly KnownCitizen[]): { dossiers: BuiltDossier[]; dice: Dice } {
  const dice = castDice(SEED)
  const scene = { dice, world, now }
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
      const receipt = receiptFor(scene, procedures, due)
      if (receipt) dossiers.push(brought(scene, { ...receipt, ...someone(index) }, { stage, turn: index }))
    }
  for (let n = 0; n < SUBMITTED; n++) {
    const procedure = dice.pick(procedures)
    dossiers.push(
      aDossier(world, { procedure, ...someone(dossiers.length), channel: 'ONLINE', submittedAt: justSent(scene, n) }, n).built(),
    )
  }
  dossiers.push(...otherwise(world, now, { dice, procedures, someone: (n) => someone(dossiers.length + n) }))
  return { dossiers, dice }
}

const ONE_ONLINE = { channel: 'ONLINE', quantity: 1, conditions: [] } as const

type Casting = {
  dice: Dice
  procedures: readonly SeedProcedure[]
  someone: (n: number) => { person: SeedPerson; citizenId: string | null }
}

/** What did not go the ordinary way, by the moves themselves: asked for a supplement before and after receipt, answered, refused, withdrawn. */
function otherwise(world: World, now: Date, { dice, procedures, someone }: Casting): BuiltDossier[] {
  // What is limited to a day would be late by now.
  const unhurried = procedures.filter(({ limitUnit, limitValue }) => limitUnit !== 'SAME_DAY' && limitUnit !== 'HOUR' && limitValue >= 3)
  const opened = openedBefore(world, now)
  const worked = officeMinutesBetween(opened, now, world.calendar)
  /** The office's time `left` working minutes before now. */
  const at = (left: number) => addOfficeMinutes(opened, Math.max(0, worked - left), world.calendar)
  const wayAmong = (among: readonly SeedProcedure[]) => (n: number, minutes: number, go: (builder: DossierBuilder) => DossierBuilder) => {
    const procedure = dice.pick(among)
    return go(aDossier(world, { procedure, ...someone(n), channel: 'ONLINE', submittedAt: at(minutes), paid: true }, n)).built()
  }
  const way = wayAmong(unhurried)
  // What was paid for these has to be given back, so that the cashier finds work at whatever hour this is seeded.
  const charged = wayAmong(unhurried.filter(({ fees }) => feesDue({ ...ONE_ONLINE, rules: fees, on: localDateOf(now) }).length > 0))
  const inHand = (builder: DossierBuilder) => builder.step('receive', at(130)).step('forward', at(125)).step('take', at(120))
  return [
    way(0, 150, (builder) => builder.step('ask_for_more', at(60))),
    way(6, 160, (builder) => builder.step('ask_for_more', at(55))),
    way(2, 170, (builder) => builder.step('ask_for_more', at(90)).step('answer', at(20))),
    way(12, 155, (builder) => inHand(builder).step('ask_for_more', at(50))),
    way(4, 158, (builder) => inHand(builder).step('ask_for_more', at(45))),
    way(5, 165, (builder) => inHand(builder).step('ask_for_more', at(80)).step('answer', at(10))),
    charged(7, 140, (builder) => builder.step('refuse', at(40))),
    charged(18, 135, (builder) => builder.step('refuse', at(35))),
    way(9, 145, (builder) => builder.step('withdraw', at(30))),
    ...demoPassedOn(world, { procedures: unhurried, someone, at }),
    ...demoAtCounter(world, { procedures: unhurried, someone, at }),
    ...demoPaths(world, { procedures: unhurried, someone, at, daysAgo: (days) => daysBefore(world, now, days) }),
  ]
}

/** What the last weeks are drawn with, and up to when. */
type Scene = { dice: Dice; world: World; now: Date }

/** A procedure and a time of receipt whose due date is what is wanted; null on a day when nothing can be due (the office is shut). */
function receiptFor(scene: Scene, procedures: readonly SeedProcedure[], due: Due): { procedure: SeedProcedure; receivedAt: Date } | null {
  const { dice, world, now } = scene
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
      if (fits(dueOf(procedure, receivedAt, world.calendar))) return { procedure, receivedAt }
    }
  return due === 'later' || due === 'any' ? null : receiptFor(scene, procedures, 'later')
}

type From = { procedure: SeedProcedure; receivedAt: Date; person: SeedPerson; citizenId: string | null }

function brought(
  { dice, world, now }: Scene,
  { procedure, receivedAt, person, citizenId }: From,
  to: { stage: Ordinary; turn: number },
): BuiltDossier {
  const dueAt = dueOf(procedure, receivedAt, world.calendar)
  // Steps so far lie in office time between receipt and now, the result before the due time.
  const latest =
    LAST_STEP[to.stage] === 'approve' || LAST_STEP[to.stage] === 'hand_over'
      ? new Date(Math.min(now.getTime() - 5 * MINUTE, dueAt.getTime()))
      : new Date(now.getTime() - MINUTE)
  const whole = Math.max(6, officeMinutesBetween(receivedAt, latest, world.calendar))
  const share = 0.4 + dice.draw() * 0.5
  const after = (part: number) => addOfficeMinutes(receivedAt, Math.floor(whole * share * part), world.calendar)
  const when: Partial<Record<Step, Date>> = {
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
    .upTo(LAST_STEP[to.stage], (step) => when[step] ?? receivedAt)
    .built()
}

/** Half past nine of the working day so many working days before `now`. */
function daysBefore(world: World, now: Date, days: number): Date {
  let day = localDateOf(now)
  for (let left = days; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day, world.calendar)) left -= 1
  }
  return instantAt(day, 9 * 60 + 30)
}

/** Sent within the last hours, so that the eight office hours to answer still run. */
function justSent({ dice, world, now }: Scene, n: number): Date {
  for (let minutes = 9 + n * 37; ; minutes = Math.max(1, Math.floor(minutes / 2))) {
    const at = new Date(now.getTime() - (minutes + dice.between(0, 5)) * MINUTE)
    if (minutes === 1 || answerDueAt(at, world.calendar) > now) return at
  }
}

/** An opening of the office at least half a working day before `now`. */
function openedBefore(world: World, now: Date): Date {
  for (let back = 0; ; back++) {
    const opened = instantAt(addDays(localDateOf(now), -back), 7 * 60 + 30)
    if (opened < now && isOpen(opened, world.calendar) && officeMinutesBetween(opened, now, world.calendar) >= 240) return opened
  }
}
