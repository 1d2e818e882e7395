import { deadline } from '@/lib/deadlines/rules'
import { loadCalendar } from '@/lib/deadlines/store'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { WAY } from '@/lib/procedures/way'
import type { FeeRule } from '@/lib/procedures/rules'
import { localDateOfColumn } from '@/lib/platform/local-date'
import type { Prisma, PrismaClient } from '@/prisma/generated/client'
import type { Role } from '@/prisma/generated/enums'

const PROCEDURE = {
  id: true,
  procedureCode: true,
  name: true,
  shortName: true,
  limitValue: true,
  limitUnit: true,
  onlineLevel: true,
  departmentCode: true,
  procedure: {
    select: { fieldCode: true, field: { select: { mark: true } }, forms: { orderBy: { number: 'desc' }, take: 1, select: { id: true } } },
  },
  components: {
    orderBy: { position: 'asc' },
    select: { position: true, key: true, name: true, requirement: true, originals: true, copies: true },
  },
  fees: true,
  steps: WAY,
} satisfies Prisma.ProcedureVersionSelect

const COMMUNE = {
  id: true,
  name: true,
  agencyCode: true,
  parentAgency: true,
  centreName: true,
  placeName: true,
  phone: true,
  host: true,
} satisfies Prisma.CommuneSelect

type Row = Prisma.ProcedureVersionGetPayload<{ select: typeof PROCEDURE }>
export type SeedProcedure = Omit<Row, 'fees'> & { fees: FeeRule[]; formId: string }
export type SeedStaff = { id: string; userName: string; fullName: string; position: string; departmentCode: string; roles: Role[] }

/** One commune as the builders see it: its people, procedures and calendar, read once. */
export type World = {
  commune: Prisma.CommuneGetPayload<{ select: typeof COMMUNE }>
  calendar: WorkCalendar
  procedures: readonly SeedProcedure[]
  staff: readonly SeedStaff[]
  deskDepartment: string
  leadership: string
  agencies: readonly string[]
}

/** Reads a commune that is already seeded with reference data and staff. */
export async function loadWorld(db: PrismaClient, communeId: number): Promise<World> {
  const commune = await db.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: COMMUNE,
  })
  const departments = await db.department.findMany({ where: { communeId }, orderBy: { position: 'asc' } })
  const procedures = await db.procedureVersion.findMany({ where: { validTo: null }, orderBy: { procedureCode: 'asc' }, select: PROCEDURE })
  const codeOf = (kind: string) => departments.find((department) => department.kind === kind)?.code ?? ''
  return {
    commune,
    calendar: await loadCalendar(db, communeId),
    procedures: procedures.map(({ fees, ...procedure }) => ({
      ...procedure,
      formId: procedure.procedure.forms[0]?.id ?? '',
      fees: fees.map((rule) => ({
        ...rule,
        validFrom: localDateOfColumn(rule.validFrom),
        validTo: rule.validTo && localDateOfColumn(rule.validTo),
      })),
    })),
    staff: await db.staff.findMany({
      where: { communeId },
      orderBy: { userName: 'asc' },
      select: { id: true, userName: true, fullName: true, position: true, departmentCode: true, roles: true },
    }),
    deskDepartment: codeOf('DESK'),
    leadership: codeOf('LEADERSHIP'),
    agencies: departments.filter((department) => department.kind === 'AGENCY').map((department) => department.code),
  }
}

/**
 * The member of staff who does a step of this dossier: one with the role, in the department where it has to be theirs (null: in any). `turn`
 * spreads the work over those who fit.
 */
export function staffFor(
  world: World,
  { role, departmentCode, turn = 0 }: { role: Role; departmentCode: string | null; turn?: number },
): SeedStaff {
  const fitting = world.staff.filter(
    (person) => person.roles.includes(role) && (departmentCode === null || person.departmentCode === departmentCode),
  )
  const found = fitting[turn % Math.max(1, fitting.length)]
  if (!found) throw new Error(`Nobody in ${departmentCode ?? 'the commune'} is ${role}`)
  return found
}

/** The member of staff with this account. */
export function staffNamed(world: World, userName: string): SeedStaff {
  const found = world.staff.find((person) => person.userName === userName)
  if (!found) throw new Error(`Nobody has the account ${userName}`)
  return found
}

export function procedureOf(world: World, code: string): SeedProcedure {
  const found = world.procedures.find((procedure) => procedure.procedureCode === code)
  if (!found) throw new Error(`No procedure ${code}`)
  return found
}

/** When a dossier of this procedure is due that is received at this moment, without a pause. */
export const dueOf = ({ limitValue: value, limitUnit: unit }: SeedProcedure, receivedAt: Date, calendar: WorkCalendar): Date =>
  deadline({ receivedAt, limit: { value, unit }, calendar }).dueAt
