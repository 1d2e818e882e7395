/** Where on the way of its procedure a dossier stands, and how much office time is allotted to what is done there. Pure. */
import type { WayStep } from '@/lib/procedures/way'
import type { Stage, StepKind } from '@/prisma/generated/enums'
import type { Step } from './move-rules'

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

/** The acts that end a step of each kind, the most telling first. */
const ENDS: Record<StepKind, readonly (Step | 'give_opinion')[]> = {
  INTAKE: ['forward', 'receive'],
  REVIEW: ['propose'],
  DRAFT: ['propose'],
  CONSULT: ['give_opinion'],
  AGENCY: ['agency_answer'],
  SIGN: ['approve'],
  ISSUE: ['issue'],
}

/** The steps that are there at once: a dossier just sent waits for its intake, and one at an agency that the way does not name is still reviewed. */
const KINDS_FROM: Partial<Record<Stage, readonly StepKind[]>> = { submitted: ['INTAKE'], with_agency: ['AGENCY', 'REVIEW', 'DRAFT'] }

/** What happened to a dossier, newest first. */
type Act = { step: string; at: Date; by: string | null }

/** A step of the way as a dossier meets it: `done` with who ended it and when, as far as an act tells. */
export type StoodStep = WayStep & { standing: 'done' | 'here' | 'next'; act: Act | null }

/**
 * The whole way with where the dossier stands: the step at hand, those before it done, the others to come. `stage` is where it works on: for one
 * that waits for its applicant the stage that it goes back to. All are done once there is a result; of what was closed without one only those that an
 * act has ended.
 */
export function wayStood(way: readonly WayStep[], { stage, acts }: { stage: Stage; acts: readonly Act[] }): StoodStep[] {
  const kinds = KINDS_FROM[stage] ?? KINDS_AT[stage]
  const here = way.find(({ kind }) => kinds.includes(kind))?.position ?? null
  const isOver = stage === 'finished' || stage === 'returned'
  return way.map((step) => {
    const act = ENDS[step.kind].map((name) => acts.find((one) => one.step === name)).find((found) => found !== undefined) ?? null
    const isDone = here === null ? isOver || act !== null : step.position < here
    return { ...step, standing: step.position === here ? 'here' : isDone ? 'done' : 'next', act: isDone ? act : null }
  })
}
