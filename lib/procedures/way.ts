/** The way of a dossier inside the office, as a procedure's version lays it down: who does what, in how much office time. Pure. */
import type { Prisma } from '@/prisma/generated/client'
import type { LimitUnit, Role, StepKind } from '@/prisma/generated/enums'

/** One step of the way. `minutes`: office time allotted to it. */
export type WayStep = {
  position: number
  kind: StepKind
  name: string
  role: Role | null
  departmentCode: string | null
  minutes: number
}

/** Office minutes of a working day: 8 hours (Bộ luật Lao động 2019 Điều 105). */
export const DAY_MINUTES = 8 * 60

/** Whether the signed result goes by the registrar, who gives it number and seal. */
export const hasIssueStep = (way: readonly Pick<WayStep, 'kind'>[]): boolean => way.some(({ kind }) => kind === 'ISSUE')

/**
 * The office minutes that a time limit leaves for the whole way, at most. Calendar days hold no fixed number of office hours; counted as five
 * working days in seven.
 */
export function limitMinutes({ value, unit }: { value: number; unit: LimitUnit }): number {
  if (unit === 'HOUR') return value * 60
  if (unit === 'SAME_DAY') return DAY_MINUTES
  return unit === 'WORKING_DAY' ? value * DAY_MINUTES : Math.floor((value * 5) / 7) * DAY_MINUTES
}

/** What the steps take together, and whether that fits into the limit. */
export function wayFits(
  way: readonly WayStep[],
  limit: { value: number; unit: LimitUnit },
): { minutes: number; allowed: number; fits: boolean } {
  const minutes = way.reduce((sum, step) => sum + step.minutes, 0)
  const allowed = limitMinutes(limit)
  return { minutes, allowed, fits: minutes <= allowed }
}

/** The way of a version, in order: what `WayStep` needs. */
export const WAY = {
  orderBy: { position: 'asc' },
  select: { position: true, kind: true, name: true, role: true, departmentCode: true, minutes: true },
} satisfies Prisma.ProcedureVersion$stepsArgs
