// One dossier on a random walk through every step, once by the rules of `lib/dossiers` and once by the rule book of `reference-dossier.ts`.
import type { Actor, StaffActor } from '@/lib/access/policy'
import { asChanges, EMPTY_LIFE_CYCLE, type LifeCycle, pausesIn, replay } from '@/lib/dossiers/life-cycle'
import type { Step } from '@/lib/dossiers/move-rules'
import { mayMove, moveFrom, NATIONAL, nextStep, permittedSteps, placeToMoveFrom, STEPS } from '@/lib/dossiers/rules'
import { answerDueAt, transition } from '@/lib/dossiers/transition'
import type { LimitUnit } from '@/lib/deadlines/rules'
import type { WayStep } from '@/lib/procedures/way'
import type { StepKind } from '@/prisma/generated/enums'
import { type Dice, dice } from '@/prisma/seed/builders/dice'
import { CALENDAR_ROWS, SEED_CALENDAR } from './calendar'
import { AGENCIES, DEPARTMENTS, DESK, EVERYBODY, LEADERSHIP, OFFICERS, trierOf } from './walk-cast'
import { minuteOf, instantOf, referenceClock } from './reference-clock'
import * as book from './reference-dossier'
import { someEvent } from './some-event'

const HOURS = { days: CALENDAR_ROWS, blocks: [[420, 690] as const, [810, 1020] as const] }
const CLOCK = referenceClock(HOURS, '2025-12-01', '2028-12-01')

/** Mornings around which the calendar is strange, and an ordinary one. */
const MORNINGS = [
  '2026-01-01',
  '2026-02-12',
  '2026-04-28',
  '2026-08-20',
  '2026-08-28',
  '2026-11-20',
  '2026-12-30',
  '2027-02-03',
  '2026-06-08',
]
const GAPS: readonly { weight: number; item: readonly [number, number] }[] = [
  { weight: 4, item: [0, 20] },
  { weight: 4, item: [1, 600] },
  { weight: 3, item: [600, 3_000] },
  { weight: 1, item: [3_000, 20_000] },
]

type Procedure = { department: string; limit: { value: number; unit: LimitUnit }; way: WayStep[]; supplementDays: number }

function someProcedure(by: Dice): Procedure {
  const unit = by.pick(['SAME_DAY', 'WORKING_DAY', 'WORKING_DAY', 'DAY', 'HOUR'] as const)
  const kinds = (['INTAKE', 'REVIEW', 'DRAFT', 'AGENCY', 'SIGN', 'ISSUE'] satisfies StepKind[]).filter(() => by.draw() < 0.7)
  const hasWay = by.draw() < 0.85
  return {
    department: by.pick([...DEPARTMENTS, ...AGENCIES]),
    limit: { value: by.between(1, unit === 'HOUR' ? 40 : 20), unit },
    way: (hasWay ? kinds : []).map((kind, index) => ({
      ...{ position: index + 1, kind, name: kind, role: null, minutes: by.between(10, 1_500) },
      departmentCode: kind === 'ISSUE' && by.draw() < 0.5 ? 'VAN_PHONG' : null,
    })),
    supplementDays: by.pick([5, 30, 60]),
  }
}

const houseOf = ({ limit, way, supplementDays }: Procedure): book.House => ({
  ...{ clock: CLOCK, limit, way, desk: DESK, leadership: LEADERSHIP, agencies: AGENCIES, supplementDays },
})

/** Both pictures of one dossier, and what was done to it. */
type Walk = {
  by: Dice
  procedure: Procedure
  house: book.House
  row: LifeCycle
  events: { at: Date; changes: ReturnType<typeof asChanges> }[]
  folder: book.Folder
  now: number
  told: string[]
}

/** The row as the rules ask for it: the commune is its key, which no event sets. */
const standing = (row: LifeCycle) => ({ ...row, communeId: 1 })

function begin(seed: number): Walk {
  const by = dice(seed)
  const procedure = someProcedure(by)
  const house = houseOf(procedure)
  const now = minuteOf(new Date(`${by.pick(MORNINGS)}T00:00:00+07:00`)) + by.between(0, 2_880)
  const submittedAt = instantOf(now)
  const first: Partial<LifeCycle> = {
    receivingCommuneId: by.draw() < 0.4 ? 2 : null,
    ...{ code: 'H61.123-260101-0001', channel: 'ONLINE', departmentCode: procedure.department, returnMethod: 'COUNTER', submittedAt },
    ...{ stage: 'submitted', holderKind: 'desk', holderDepartment: DESK, nextDueAt: answerDueAt(submittedAt, SEED_CALENDAR) },
  }
  const row = { ...EMPTY_LIFE_CYCLE, ...first } as LifeCycle
  const events = [{ at: submittedAt, changes: asChanges(first) }]
  const sent = { department: procedure.department, now, otherCounter: row.receivingCommuneId }
  return { by, procedure, house, row, events, folder: book.sentFolder(house, sent), now, told: [] }
}

/** Where the two differ, told with the whole way; null: they agree to the end. `deeds` counts what was done. */
export function walk(seed: number): { difference: string | null; deeds: string[] } {
  const at = begin(seed)
  const tries = at.by.between(5, 25)
  for (let turn = 0; turn <= tries; turn += 1) {
    const difference = differences(at)
    if (difference !== null) return { difference: `Walk ${seed}: ${at.told.join(', ')}\n${difference}`, deeds: at.told }
    if (turn < tries) tryOnce(at)
  }
  return { difference: null, deeds: at.told }
}

/** One try of a step: mostly one that somebody may take, else anything by anybody. Only what both allow is done; `differences` judges the answers. */
function tryOnce(at: Walk): void {
  const { by, folder } = at
  const [least, most] = by.weighted(GAPS)
  at.now += by.between(least, most)
  const event = someEvent(by, folder.place)
  const able = EVERYBODY.filter((actor) => book.mayDo(trierOf(actor), folder, event).answer === 'yes')
  const actor = able.length === 0 || by.draw() < 0.1 ? by.pick(EVERYBODY) : by.pick(able)
  const step = STEPS.find((one) => one === event)
  const { answer, post } = book.mayDo(trierOf(actor), folder, event)
  if (!step || answer !== 'yes' || mayMove(actor, standing(at.row), step) !== true) return
  const named = namedFor(at, event)
  if (named === null) return
  at.told.push(step)
  at.folder = book.afterDeed(folder, { event, now: at.now, post, named }, at.house)
  move(at, step, { actor, named })
}

type Named = { departmentCode: string; staffId: string | null }

/** Whom the step names; null: there is nobody to name. Undefined: it names nobody. */
function namedFor({ by, folder }: Walk, event: string): Named | null | undefined {
  const pick = (found: readonly Named[]) => (found.length === 0 ? null : by.pick(found))
  const codes = (all: readonly string[]) =>
    all.filter((code) => code !== folder.department).map((code) => ({ departmentCode: code, staffId: null }))
  if (event === 'ask_agency') return pick(codes(AGENCIES))
  if (event === 'pass_to_department') return AGENCIES.includes(folder.department) ? null : pick(codes(DEPARTMENTS))
  if (event !== 'assign' && event !== 'pass_on') return undefined
  return pick(
    OFFICERS.filter(
      ({ staffId, departmentCode, roles }) =>
        departmentCode === folder.department && /specialist|department_head/.test(roles.join()) && staffId !== folder.holder.officer,
    ),
  )
}

/** The step as a command takes it. */
function move(at: Walk, step: Step, { actor, named }: { actor: Actor; named: Named | undefined }): void {
  const now = instantOf(at.now)
  const { limit, way, supplementDays } = at.procedure
  const set = transition(at.row, moveFrom(at.row.stage, step), {
    ...{ now, actor: placeToMoveFrom(actor, standing(at.row), step), calendar: SEED_CALENDAR, limit, way, supplementDays },
    ...{ deskDepartment: DESK, pauses: pausesIn(at.events) },
    approverDepartment: AGENCIES.includes(at.row.departmentCode) ? at.row.departmentCode : LEADERSHIP,
    issuerDepartment: way.find(({ kind }) => kind === 'ISSUE')?.departmentCode ?? LEADERSHIP,
    ...(step === 'propose' ? { outcome: 'GRANTED' as const } : {}),
    ...(step === 'extend' ? { newAppointmentAt: newAppointment(at) } : {}),
    ...(named ? { named } : {}),
  })
  at.row = { ...at.row, ...set }
  at.events.push({ at: now, changes: asChanges(set) })
}

/** Some days after what the person was told; both pictures get the same one. */
function newAppointment(at: Walk): Date {
  const told = CLOCK.closeInDays(Math.max(at.folder.told ?? 0, at.now), at.by.between(1, 20))
  at.folder.told = told
  return instantOf(told)
}

const timeOf = (minute: number | null): string => (minute === null ? '–' : instantOf(minute).toISOString())
const shown = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value ?? '–'))

/** The folder in the words of the row. */
const FACTS: readonly (readonly [keyof LifeCycle, (folder: book.Folder) => string])[] = [
  ['stage', ({ place }) => place],
  ['departmentCode', ({ department }) => department],
  ['processorId', ({ worker }) => worker ?? '–'],
  ['holderKind', ({ holder }) => holder.kind],
  ['holderDepartment', ({ holder }) => holder.department ?? '–'],
  ['holderStaffId', ({ holder }) => holder.officer ?? '–'],
  ['nextDueAt', (folder) => timeOf(folder.actBy)],
  ['stepDueAt', (folder) => timeOf(folder.workBy)],
  ['receivedAt', (folder) => timeOf(folder.received)],
  ['effectiveReceiptAt', ({ received }) => timeOf(received === null ? null : CLOCK.begins(received))],
  ['firstDueAt', (folder) => timeOf(folder.first)],
  ['dueAt', (folder) => timeOf(folder.due)],
  ['appointmentAt', (folder) => timeOf(folder.told)],
  ['pausedAt', (folder) => timeOf(folder.standsSince)],
  ['askedInWorkAt', (folder) => timeOf(folder.askedAtWork)],
  ['supplementRequests', ({ asked }) => String(asked)],
  ['extendedAt', (folder) => timeOf(folder.apologised)],
  ['stageBefore', ({ cameFrom }) => cameFrom ?? '–'],
  ['withAgency', ({ agency }) => agency ?? '–'],
  ['finishedAt', (folder) => timeOf(folder.done)],
  ['returnedAt', (folder) => timeOf(folder.givenOut)],
  ['closedAt', (folder) => timeOf(folder.closed)],
]

/** What is wrong with the dossier as it stands: a fact in which the two differ, an answer in which they do, or something that hangs. */
function differences(at: Walk): string | null {
  const { row, folder } = at
  const facts = FACTS.flatMap(([column, of]) =>
    shown(row[column]) === of(folder) ? [] : [`${column}: ${shown(row[column])}, by the book ${of(folder)}`],
  )
  if (facts.length > 0) return facts.join('\n')
  return wrongAnswer(at) ?? hanging(row) ?? (at.by.draw() < 0.1 ? unreplayed(at) : null)
}

/** Who may do what: the whole choice of anybody, and of somebody who may do something here. */
function wrongAnswer({ by, row, folder }: Walk): string | null {
  if (NATIONAL[row.stage] !== book.stateOf(folder.place)) return `state ${NATIONAL[row.stage]}, by the book ${book.stateOf(folder.place)}`
  if (nextStep(row.stage) !== book.awaited(folder.place))
    return `waits for ${nextStep(row.stage)}, by the book ${book.awaited(folder.place)}`
  const event = by.pick([...book.eventsFrom(folder.place), 'receive'])
  const able = EVERYBODY.filter((one) => book.mayDo(trierOf(one), folder, event).answer === 'yes')
  for (const actor of [by.pick(EVERYBODY), ...(able.length === 0 ? [] : [by.pick(able)])]) {
    const choice = permittedSteps(actor, standing(row)).map(({ step }) => step)
    for (const step of STEPS) {
      const { answer } = book.mayDo(trierOf(actor), folder, step)
      const said = mayMove(actor, standing(row), step)
      const wrong = (said === true ? 'yes' : said) !== answer || choice.includes(step) !== (answer === 'yes')
      if (wrong) return `${step} by ${actor.kind === 'staff' ? actor.staffId : actor.kind}: ${said}, by the book ${answer}`
    }
  }
  return null
}

/** What an open dossier lacks of one holder, one next step that somebody there can take, and one time, or what a closed one keeps; null: nothing. */
function hanging(row: LifeCycle): string | null {
  const { holderKind: kind, holderDepartment: department, holderStaffId: person, nextDueAt, closedAt, stage } = row
  const step = nextStep(stage)
  if (closedAt !== null)
    return kind === 'nobody' && step === null && nextDueAt === null && row.stepDueAt === null ? null : 'closed, and not let go'
  if (nextDueAt === null || step === null || kind === 'nobody') return 'open, and nobody has to do anything by any time'
  if ((person !== null) !== (kind === 'person') || (department === null) !== (kind === 'applicant'))
    return `held by ${kind} ${department} ${person}`
  if (kind === 'applicant') return row.receivedAt !== null && row.pausedAt === null ? 'waits for the applicant while the clock runs' : null
  // The registrar, who works for the whole commune, is wherever the number is given.
  const isTheirs = (actor: StaffActor) =>
    person === null ? actor.departmentCode === department || step === 'issue' : actor.staffId === person
  return OFFICERS.some((actor) => isTheirs(actor) && mayMove(actor, standing(row), step) === true)
    ? null
    : `nobody at ${department} ${person} can ${step}`
}

/** The row is the fold of its events. */
function unreplayed({ row, events }: Walk): string | null {
  const replayed: Readonly<Record<string, unknown>> = replay(events)
  const wrong = Object.entries(row).filter(([column, value]) => shown(replayed[column]) !== shown(value))
  return wrong.length === 0 ? null : `not what the events tell: ${wrong.map(([column]) => column).join()}`
}
