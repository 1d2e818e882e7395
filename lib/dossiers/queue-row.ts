/** One line of a list of dossiers: what it waits for, and what this person can do. */
import type { StaffActor } from '@/lib/access/policy'
import { type DueStanding, dueStanding } from '@/lib/deadlines/standing'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import type { Prisma } from '@/prisma/generated/client'
import { standingOf } from './follow'
import type { Step } from './move-rules'
import { mayMove, nextStep } from './rules'
import { isSentBack, MOVING } from './sent-back'
import { isAskedOf } from './shelves'
import { STANDING } from './store'
import { NAME_DELETED } from './words'

export const ROW = {
  ...STANDING,
  id: true,
  code: true,
  version: true,
  submittedAt: true,
  nextDueAt: true,
  dueAt: true,
  stepDueAt: true,
  finishedAt: true,
  applicant: { select: { fullName: true } },
  procedureVersion: { select: { shortName: true } },
  commune: { select: { name: true } },
  receivingCommune: { select: { name: true } },
  /** The last step that moved it. */
  events: { where: { step: { in: [...MOVING] } }, orderBy: { seq: 'desc' }, take: 1, select: { step: true } },
} satisfies Prisma.DossierSelect

type Row = Prisma.DossierGetPayload<{ select: typeof ROW }>

export type QueueRow = {
  code: string
  version: number
  applicant: string
  procedure: string
  stage: Row['stage']
  /** By when somebody must act, or had to; null: nobody ever will, because it was closed before its receipt. */
  dueAt: Date | null
  standing: DueStanding | null
  /** What this person can do now; null: it waits for somebody else. */
  step: Step | null
  /** Whether this person can say who works on it. */
  mayAssign: boolean
  /** The other commune that takes part: that decides, or whose counter has received it; null: none. */
  other: { takesPart: 'decides' | 'received'; name: string } | null
  /** Whether the approver sent it back, and it has not moved since. */
  isSentBack: boolean
}

export function queueRow(row: Row, staff: StaffActor, { now, calendar }: { now: Date; calendar: WorkCalendar }): QueueRow {
  // The head's own act on what nobody has taken is to say who does.
  const mayAssign = mayMove(staff, row, 'assign') === true
  const step = row.stage === 'in_department' && mayAssign ? 'assign' : nextStep(row.stage)
  // Another agency that is asked has its own time to answer in.
  const answerBy = isAskedOf(staff, row) ? row.stepDueAt : null
  return {
    code: row.code,
    version: row.version,
    applicant: row.applicant?.fullName ?? NAME_DELETED,
    procedure: row.procedureVersion.shortName,
    stage: row.stage,
    dueAt: answerBy ?? row.nextDueAt ?? row.dueAt,
    standing: answerBy === null ? standingOf(row, calendar, now) : dueStanding(now, answerBy, calendar),
    step: step && mayMove(staff, row, step) === true ? step : null,
    mayAssign,
    other: otherIn(row, staff),
    isSentBack: isSentBack(row.events),
  }
}

function otherIn({ communeId, commune, receivingCommune }: Row, staff: StaffActor): QueueRow['other'] {
  if (communeId !== staff.communeId) return { takesPart: 'decides', name: commune.name }
  return receivingCommune && { takesPart: 'received', name: receivingCommune.name }
}
