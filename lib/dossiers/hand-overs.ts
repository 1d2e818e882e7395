/** Who handed a dossier to whom and when, read from its events: what Phiếu kiểm soát and Phiếu bàn giao are made from. Pure. */
import { officeMinutesBetween, type WorkCalendar } from '@/lib/deadlines/working-time'
import { localDateOf } from '@/lib/platform/local-date'
import { applyChanges, type Changes, EMPTY_LIFE_CYCLE } from './life-cycle'
import type { Step } from './move-rules'
import { PLACE_WORDS } from './words'

/**
 * A place that a dossier lies at: a department or agency, those of it who sign results, the registrar wherever that is, or the applicant, who has it
 * also when it is closed.
 */
export type Unit = { as: 'department' | 'signers'; code: string } | { as: 'registrar' | 'applicant' }

/** How an address names a place. */
export const unitKey = (unit: Unit): string => ('code' in unit ? `${unit.as}.${unit.code}` : unit.as)

/** A department or agency of the commune, as places are named by it. */
export type Named = { code: string; name: string; kind: string }

/** What a place is called. `departments`: all of the commune; of one that is gone the code is left. */
export function unitName(unit: Unit, departments: readonly Named[]): string {
  if (!('code' in unit)) return PLACE_WORDS[unit.as]
  const found = departments.find(({ code }) => code === unit.code)
  if (!found) return unit.code
  // Another agency signs its own results; the leadership of the commune does nothing else.
  return unit.as === 'signers' && found.kind !== 'LEADERSHIP' ? `Lãnh đạo ${found.name}` : found.name
}

/** An event in the order of `seq`; `actorId` of a member of staff is their id. */
export type Told = { seq: number; at: Date; step: string; actorKind: string; actorId: string | null; changes: Changes }

type Text = 'stage' | 'holderKind' | 'holderDepartment' | 'holderStaffId' | 'processorId' | 'returnMethod' | 'outcome' | 'resultNumber'
type Instant = 'receivedAt' | 'dueAt' | 'stepDueAt' | 'nextDueAt' | 'pausedAt'

/** The columns of a dossier that hand-overs are read from, as its events had told them at a moment. */
type Columns = Record<Text, string | null> & Record<Instant, Date | null>

/** The columns that say where a dossier lies. */
export type Lying = Pick<Columns, 'stage' | 'holderKind' | 'holderDepartment'>

function columnsIn(told: Readonly<Record<string, unknown>>): Columns {
  const text = (name: Text) => (typeof told[name] === 'string' ? told[name] : null)
  const instant = (name: Instant) => (told[name] instanceof Date ? told[name] : null)
  return {
    stage: text('stage'),
    holderKind: text('holderKind'),
    holderDepartment: text('holderDepartment'),
    holderStaffId: text('holderStaffId'),
    processorId: text('processorId'),
    returnMethod: text('returnMethod'),
    outcome: text('outcome'),
    resultNumber: text('resultNumber'),
    receivedAt: instant('receivedAt'),
    dueAt: instant('dueAt'),
    stepDueAt: instant('stepDueAt'),
    nextDueAt: instant('nextDueAt'),
    pausedAt: instant('pausedAt'),
  }
}

export type HandOver = {
  seq: number
  at: Date
  step: string
  from: Unit
  to: Unit
  /** Whether it was the giving office's own act. */
  isGivers: boolean
  /** The officer who gave it, by id; null: it was taken away, or an applicant gave it. */
  giver: string | null
  /** The officer of the receiving place who has it; `at`: taken up later than given, or first touched, where no officer gave it; null: nobody is told of yet. */
  receiver: { id: string; at: Date | null } | null
  /** By when the giver's part was due; null: nothing is measured of it. */
  dueAt: Date | null
  before: Columns
  after: Columns
}

/** Whose act a step is that takes a dossier from one place to another: the giver's, the receiver's who takes it back, or somebody else's. */
const ACT_OF: Record<Step, 'giver' | 'receiver' | 'other'> = {
  receive: 'giver',
  ask_for_more: 'giver',
  answer: 'other',
  refuse: 'giver',
  withdraw: 'other',
  ask_to_withdraw: 'other',
  keep_going: 'giver',
  confirm_withdrawal: 'giver',
  stop: 'other',
  take_up_again: 'other',
  forward: 'giver',
  recall_forward: 'receiver',
  return_to_desk: 'giver',
  take: 'receiver',
  assign: 'other',
  give_back: 'giver',
  pass_on: 'giver',
  pass_to_department: 'giver',
  // The leader answers for a second request, not the one who works on it.
  ask_again: 'other',
  ask_for_payment: 'giver',
  confirm_payment: 'other',
  recall_payment: 'receiver',
  ask_agency: 'giver',
  agency_answer: 'giver',
  propose: 'giver',
  recall: 'receiver',
  approve: 'giver',
  send_back: 'giver',
  issue: 'giver',
  return_to_signer: 'giver',
  reopen: 'other',
  extend: 'other',
  hand_over: 'giver',
}

const actOf = (step: string): 'giver' | 'receiver' | 'other' => {
  const acts: Readonly<Record<string, 'giver' | 'receiver' | 'other'>> = ACT_OF
  return acts[step] ?? 'other'
}

/** An event with the columns before and after it. */
export type Stood = { event: Told; before: Columns; after: Columns }

/** Every hand-over from one place to another after the receipt, oldest first. `events`: all of the dossier's, in order. */
export function handOversOf(events: readonly Told[]): HandOver[] {
  const stood = standings(events)
  const moved = stood.flatMap((one, index) =>
    one.before.receivedAt && goesOn(one) ? [{ ...one, from: unitOf(one.before), to: unitOf(one.after), index }] : [],
  )
  return moved.map(({ event, before, after, from, to, index }, place) => {
    const { seq, at, step } = event
    const until = moved[place + 1]?.index ?? stood.length - 1
    const held = stood.slice(index + 1, until + 1)
    return {
      ...{ seq, at, step, from, to, before, after },
      isGivers: isGivers(event),
      giver: from.as === 'applicant' ? null : giverOf(event, before),
      receiver: to.as === 'applicant' ? null : receiverOf(event, after, held),
      dueAt: dueOf(before),
    }
  })
}

/** Each event with the columns before and after it. `events`: all of the dossier's, in order. */
export function standings(events: readonly Told[]): Stood[] {
  let told: Record<string, unknown> = EMPTY_LIFE_CYCLE
  return events.map((event) => {
    const before = columnsIn(told)
    told = applyChanges(told, event.changes)
    return { event, before, after: columnsIn(told) }
  })
}

/** Whether an event brings a dossier to another place. */
export const goesOn = ({ before, after }: { before: Lying; after: Lying }): boolean => unitKey(unitOf(before)) !== unitKey(unitOf(after))

/** Where a dossier lies. */
export function unitOf({ stage, holderKind, holderDepartment }: Lying): Unit {
  if (stage === 'awaiting_issue') return { as: 'registrar' }
  if (holderKind === 'applicant' || holderKind === 'nobody' || !holderDepartment) return { as: 'applicant' }
  return { as: stage === 'awaiting_approval' ? 'signers' : 'department', code: holderDepartment }
}

const isGivers = ({ step, actorKind }: Told): boolean => actorKind === 'staff' && actOf(step) === 'giver'

/** The member of staff whose own act it was to give it; what an agency answered on paper is recorded by the one who waited for it. */
const giverOf = (event: Told, { processorId }: Columns): string | null =>
  !isGivers(event) || (event.step === 'agency_answer' && event.actorId === processorId) ? null : event.actorId

/** Who of the receiving place has it: whoever it was given to, took it back or took it up, else the one whose act then gave it on. */
function receiverOf(event: Told, after: Columns, held: readonly Stood[]): HandOver['receiver'] {
  if (actOf(event.step) === 'receiver' && event.actorId) return { id: event.actorId, at: null }
  if (after.holderStaffId) return { id: after.holderStaffId, at: null }
  for (const one of held) {
    const { holderStaffId } = one.after
    if (!goesOn(one) && holderStaffId) return { id: holderStaffId, at: one.event.at }
    const giver = goesOn(one) ? giverOf(one.event, one.before) : null
    // What an officer gives is received with it; what came from the applicant, or was taken away, by whoever acts on it first.
    if (giver !== null) return { id: giver, at: isGivers(event) ? null : one.event.at }
  }
  return null
}

/** The part that the giver had: the step of the way, else the dossier itself while the office works on it; a wish to withdraw has a time of its own. */
function dueOf({ stage, stepDueAt, dueAt, nextDueAt }: Columns): Date | null {
  if (stage === 'awaiting_supplement' || stage === 'awaiting_payment' || stage === 'finished') return null
  return stage === 'withdrawal_asked' ? nextDueAt : (stepDueAt ?? dueAt)
}

export type Judged = { result: 'early' | 'on_time' | 'late' | null; lateMinutes: number }

/**
 * A hand-over against the giver's due time: on an earlier day, on the day, or after it, which the office time since then measures. What was taken
 * from the giver before it was due is neither early nor on time, since nothing was finished.
 */
export function judged({ at, dueAt, isGivers: isOwn }: Pick<HandOver, 'at' | 'dueAt' | 'isGivers'>, calendar: WorkCalendar): Judged {
  if (dueAt === null) return { result: null, lateMinutes: 0 }
  if (at > dueAt) return { result: 'late', lateMinutes: Math.floor(officeMinutesBetween(dueAt, at, calendar)) }
  if (!isOwn) return { result: null, lateMinutes: 0 }
  return { result: localDateOf(at) === localDateOf(dueAt) ? 'on_time' : 'early', lateMinutes: 0 }
}

/** What a hand-over did to the legal clock, and the due time from then on where it moved. */
export function clockOf({ before, after }: Pick<HandOver, 'before' | 'after'>): {
  clock: 'stops' | 'goes_on' | null
  newDueAt: Date | null
} {
  if (before.pausedAt === null) return { clock: after.pausedAt === null ? null : 'stops', newDueAt: null }
  if (after.pausedAt !== null) return { clock: null, newDueAt: null }
  return { clock: 'goes_on', newDueAt: after.dueAt?.getTime() === before.dueAt?.getTime() ? null : after.dueAt }
}
