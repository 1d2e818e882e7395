/** Which steps of the ways nobody in the office fills. Pure. */
import type { DepartmentKind, Role, StepKind } from '@/prisma/generated/enums'
import type { WayStep } from './way'

type Department = { code: string; kind: DepartmentKind }

/** An officer at work, or a place of the suspended that somebody stands in for today. */
export type Filler = { departmentCode: string; roles: readonly Role[] }

/**
 * Where the role of a step has to sit: in the department that the step names, else in the one that resolves the procedure, or that signs. `null`:
 * anywhere in the commune, since the desk and the registrar work for all departments.
 */
const SITS: Record<StepKind, (version: { departmentCode: string }, departments: readonly Department[]) => string | null> = {
  INTAKE: () => null,
  REVIEW: ({ departmentCode }) => departmentCode,
  DRAFT: ({ departmentCode }) => departmentCode,
  CONSULT: ({ departmentCode }) => departmentCode,
  AGENCY: () => null,
  SIGN: ({ departmentCode }, departments) =>
    departments.some(({ code, kind }) => code === departmentCode && kind === 'AGENCY')
      ? departmentCode
      : (departments.find(({ kind }) => kind === 'LEADERSHIP')?.code ?? null),
  ISSUE: () => null,
}

type Published = { procedureCode: string; shortName: string; departmentCode: string; steps: readonly WayStep[] }

/** A role that nobody fills where it has to sit, with the steps that wait for it. `departmentCode` null: nobody in the whole commune. */
export type Unfilled = {
  role: Role
  departmentCode: string | null
  steps: { procedureCode: string; procedure: string; step: string }[]
}

/** What nobody fills of these versions, role by role in the order in which it is met. A step without a role is done by whoever has the dossier. */
export function unfilledIn(
  versions: readonly Published[],
  { departments, fillers }: { departments: readonly Department[]; fillers: readonly Filler[] },
): Unfilled[] {
  const found = new Map<string, Unfilled>()
  for (const version of versions)
    for (const { kind, role, name, departmentCode: named } of version.steps) {
      if (role === null) continue
      const departmentCode = named ?? SITS[kind](version, departments)
      if (isFilled(fillers, { role, departmentCode })) continue
      const key = `${role} ${departmentCode ?? ''}`
      const one = found.get(key) ?? { role, departmentCode, steps: [] }
      one.steps.push({ procedureCode: version.procedureCode, procedure: version.shortName, step: name })
      found.set(key, one)
    }
  return [...found.values()]
}

/** Whether somebody has the role there; `departmentCode` null: anywhere. */
export const isFilled = (fillers: readonly Filler[], { role, departmentCode }: { role: Role; departmentCode: string | null }): boolean =>
  fillers.some((filler) => filler.roles.includes(role) && (departmentCode === null || filler.departmentCode === departmentCode))
