/** Where on the way of its procedure a dossier stands, and how much office time is allotted to what is done there. Pure. */
import type { WayStep } from '@/lib/procedures/way'
import type { Stage, StepKind } from '@/prisma/generated/enums'
import type { Step } from './move-rules'
import { PAUSED_STAGES, stageBack, type Standing } from './rules'

/** The steps whose time a dossier uses at a stage; none while it waits for its applicant, or when nothing is left to do in time. */
const KINDS_AT: Record<Stage, readonly StepKind[]> = {
  submitted: [],
  received: ['INTAKE'],
  in_department: ['REVIEW', 'DRAFT'],
  in_hand: ['REVIEW', 'DRAFT'],
  with_agency: ['AGENCY'],
  awaiting_approval: ['SIGN'],
  awaiting_issue: ['ISSUE'],
  awaiting_supplement: [],
  awaiting_payment: [],
  withdrawal_asked: [],
  finished: [],
  returned: [],
  refused: [],
  withdrawn: [],
  stopped: [],
}

/** Whether two stages use up the time of the same step: what waits for a department and what is in somebody's hand there. */
export const sharesStep = (one: Stage, other: Stage): boolean => {
  const [kind] = KINDS_AT[one]
  return kind !== undefined && kind === KINDS_AT[other][0]
}

/** The steps of the way that a dossier stands at. */
const stepsAt = (stage: Stage, way: readonly WayStep[]): WayStep[] => way.filter(({ kind }) => KINDS_AT[stage].includes(kind))

/** Office minutes allotted to what is done at a stage; null: the way says nothing of it. */
export function minutesAt(stage: Stage, way: readonly WayStep[]): number | null {
  const steps = stepsAt(stage, way)
  return steps.length === 0 ? null : steps.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Office minutes allotted to the steps that come after the stage; 0 where the way says nothing of it. */
export function minutesAfter(stage: Stage, way: readonly WayStep[]): number {
  const last = Math.max(...stepsAt(stage, way).map(({ position }) => position))
  return way.filter(({ position }) => Number.isFinite(last) && position > last).reduce((sum, { minutes }) => sum + minutes, 0)
}

/** What ends a step of each kind, the most telling first; what is drafted, or asked while it is reviewed, has been reviewed. */
const ENDS: Record<StepKind, readonly (Step | 'give_opinion' | 'ask_opinion' | 'attach_result')[]> = {
  INTAKE: ['forward', 'receive'],
  REVIEW: ['propose', 'attach_result', 'ask_agency', 'ask_opinion'],
  DRAFT: ['propose', 'attach_result'],
  CONSULT: ['give_opinion'],
  AGENCY: ['agency_answer'],
  SIGN: ['approve'],
  ISSUE: ['issue'],
}

/** What happened to a dossier, newest first. */
type Act = { step: string; at: Date; by: string | null }

/**
 * How a step stands: `done`, with who ended it and when, as far as an act tells; `skipped`: the way has gone on without it. The one at hand is worked
 * on (`here`), rests while an agency that the way does not name has the dossier (`away`), goes on once the applicant has done her part (`applicant`)
 * or her wish to withdraw is answered (`withdrawal`), or is where the office has stopped (`stopped`). The others are to come.
 */
type WayStanding = 'done' | 'skipped' | 'here' | 'away' | 'applicant' | 'withdrawal' | 'stopped' | 'next'

/** A step of the way as a dossier meets it. */
export type StoodStep = WayStep & { standing: WayStanding; act: Act | null }

type OnItsWay = Pick<Standing, 'stage' | 'stageBefore' | 'receivedAt'>

/** `isAsking`: an opinion is asked for and not there yet. */
type Happened = { acts: readonly Act[]; isAsking: boolean }

/** The whole way with where the dossier stands on it. Once there is a result every step is over, done or skipped; of what was closed without one, what an act has ended. */
export function wayStood(way: readonly WayStep[], dossier: OnItsWay, happened: Happened): StoodStep[] {
  const ended = endedBy(way, happened.acts)
  const here = standsAt(way, ended, { stage: worksOnAt(dossier), ...happened })
  // What was taken over from the books of before has no acts here.
  const isOver = dossier.stage === 'finished' || dossier.stage === 'returned'
  const isImported = happened.acts.some(({ step }) => step === 'import')
  return way.map((step) => {
    if (step === here) return { ...step, standing: standingHere(step, dossier.stage), act: null }
    const act = ended.get(step) ?? null
    const isBehind = here === null ? isOver || act !== null : step.position < here.position
    if (!isBehind) return { ...step, standing: 'next', act: null }
    return { ...step, standing: act === null && !isImported ? 'skipped' : 'done', act }
  })
}

/** The stage at which a dossier goes on: for one that waits for its applicant where it goes back to, for one that was stopped where it stood. */
function worksOnAt(dossier: OnItsWay): Stage {
  const from = dossier.stage === 'stopped' ? (dossier.stageBefore ?? dossier.stage) : dossier.stage
  return PAUSED_STAGES.includes(from) ? stageBack({ ...dossier, stage: from }) : from
}

function standingHere({ kind }: WayStep, stage: Stage): WayStanding {
  if (stage === 'withdrawal_asked') return 'withdrawal'
  if (PAUSED_STAGES.includes(stage)) return 'applicant'
  if (stage === 'stopped') return 'stopped'
  return stage === 'with_agency' && kind !== 'AGENCY' ? 'away' : 'here'
}

/** The act that ended each step, where one did. Of several opinions or answers each ends a step of its own, in the order in which they came. */
function endedBy(way: readonly WayStep[], acts: readonly Act[]): Map<WayStep, Act> {
  const ended = new Map<WayStep, Act>()
  const used = new Map<StepKind, number>()
  for (const step of way) {
    const all = ENDS[step.kind].map((name) => acts.filter((one) => one.step === name)).find((found) => found.length > 0) ?? []
    const before = used.get(step.kind) ?? 0
    const act = step.kind === 'CONSULT' || step.kind === 'AGENCY' ? all.toReversed()[before] : all[0]
    used.set(step.kind, before + 1)
    if (act) ended.set(step, act)
  }
  return ended
}

/** The step that a dossier stands at; null: none, because it is over or the way does not name it. */
function standsAt(way: readonly WayStep[], ended: ReadonlyMap<WayStep, Act>, at: Happened & { stage: Stage }): WayStep | null {
  const { stage, acts, isAsking } = at
  const open = (kind: StepKind) => way.find((step) => step.kind === kind && !ended.has(step))
  const first = (...kinds: readonly StepKind[]) => way.find(({ kind }) => kinds.includes(kind)) ?? null
  // A dossier just sent waits for its intake.
  if (stage === 'submitted') return first('INTAKE')
  if (stage === 'with_agency' && first('AGENCY')) return open('AGENCY') ?? first('AGENCY')
  if (stage !== 'in_hand' && stage !== 'with_agency') return first(...KINDS_AT[stage])
  const consult = stage === 'in_hand' && isAsking ? open('CONSULT') : undefined
  if (consult) return consult
  // The reviewing is over once something is drafted, or what lies between the two has been heard.
  const draft = first('DRAFT')
  const isHeard = way.some((step) => (step.kind === 'CONSULT' || step.kind === 'AGENCY') && ended.has(step))
  if (draft && (isHeard || acts.some(({ step }) => step === 'attach_result'))) return draft
  return first('REVIEW', 'DRAFT')
}

/** A day of office hours, in which questions and agencies are given their time. */
const OFFICE_DAY = 8 * 60

/** What the way says of asking others at a step of this kind: whom, and the working days that it allots; null: it has no such step. */
export function askedAt(
  kind: 'AGENCY' | 'CONSULT',
  way: readonly Pick<WayStep, 'kind' | 'departmentCode' | 'minutes'>[],
): { departmentCode: string | null; days: number } | null {
  const step = way.find((one) => one.kind === kind)
  return step ? { departmentCode: step.departmentCode, days: Math.max(1, Math.ceil(step.minutes / OFFICE_DAY)) } : null
}
