/** Where on the way of its procedure a dossier stands, and how much office time is allotted to what is done there. Pure. */
import type { WayStep } from '@/lib/procedures/way'
import type { Stage, StepKind } from '@/prisma/generated/enums'

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
