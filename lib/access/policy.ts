import type { RefusalCode } from '@/lib/platform/refusal'
import type { DepartmentKind, Role } from '@/prisma/generated/enums'

/** Who asks. Made only by `identity/session.ts`, by the worker and by test support. */
export type Actor = AnonymousActor | CitizenActor | StaffActor | SystemActor

/** `communeId` is always the commune whose site is being used (by host name). */
export type AnonymousActor = { kind: 'anonymous'; communeId: number; address: string }
export type CitizenActor = {
  kind: 'citizen'
  communeId: number
  citizenId: string
  sessionId: string
  fullName: string
  personalNumberHash: string
  /** Identity level of NĐ 69/2024/NĐ-CP: 1 or 2. */
  level: number
}
export type StaffActor = {
  kind: 'staff'
  communeId: number
  staffId: string
  sessionId: string
  fullName: string
  position: string
  departmentCode: string
  /** What the department is in the office; left out: not told, and then no place is kept from this officer for it. */
  departmentKind?: DepartmentKind
  roles: readonly Role[]
  /** The absent colleagues whose work this officer does today; left out: nobody's. */
  standsInFor?: readonly Place[]
}
/** The place in the office that somebody works from. */
type Place = Pick<StaffActor, 'staffId' | 'departmentCode' | 'departmentKind' | 'roles'>
type SystemActor = { kind: 'system'; communeId: number; name: string }

/** The officer who acts, in what only staff are let into: anybody else here is a fault in `allow`, not a person to be refused. */
export function asStaff(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw new Error('The gate lets only staff in here')
  return actor
}

/** The citizen who acts, in what only citizens are let into. */
export function asCitizen(actor: Actor): CitizenActor {
  if (actor.kind !== 'citizen') throw new Error('The gate lets only citizens in here')
  return actor
}

/** What a person may do; a move of a dossier names one of these. */
export type Right =
  | 'dossier.receive'
  | 'dossier.forward'
  | 'dossier.process'
  | 'dossier.assign'
  | 'dossier.approve'
  | 'dossier.issue'
  | 'dossier.ask_again'
  | 'dossier.stop'
  | 'dossier.extend'
  | 'dossier.hand_over'
  | 'dossier.give_opinion'
  | 'dossier.read_all'
  | 'dossier.read_department'
  | 'report.read'
  | 'register.read'
  | 'register.import'
  | 'staff.manage'
  | 'calendar.manage'
  | 'commune.manage'
  | 'supplement.manage'
  | 'procedure.manage'
  | 'payment.record'
  | 'payment.return'
  | 'installation.manage'
  | 'person.erase'

/** THE table of rights. A role that is not named here for a right does not have it. */
export const POLICY: Record<Right, readonly Role[]> = {
  'dossier.receive': ['clerk', 'centre_director'],
  'dossier.forward': ['clerk', 'centre_director'],
  'dossier.process': ['specialist', 'department_head'],
  'dossier.assign': ['department_head'],
  'dossier.approve': ['leader', 'department_head'],
  'dossier.issue': ['registrar'],
  'dossier.ask_again': ['leader', 'department_head'],
  'dossier.stop': ['leader', 'department_head'],
  'dossier.extend': ['leader', 'department_head'],
  'dossier.hand_over': ['clerk', 'centre_director'],
  // Who can be asked; whoever works on the dossier asks.
  'dossier.give_opinion': ['clerk', 'centre_director', 'registrar', 'cashier', 'leader', 'specialist', 'department_head'],
  'dossier.read_all': ['clerk', 'centre_director', 'registrar', 'cashier', 'leader'],
  'dossier.read_department': ['specialist', 'department_head'],
  'report.read': ['leader', 'centre_director', 'department_head'],
  'register.read': ['clerk', 'centre_director', 'registrar', 'leader'],
  'register.import': ['admin'],
  'staff.manage': ['admin'],
  'calendar.manage': ['admin'],
  'commune.manage': ['admin'],
  'supplement.manage': ['admin'],
  // Read by the administrator of every commune, written by that of the first one: all communes of the installation work by them.
  'procedure.manage': ['admin'],
  'payment.record': ['cashier', 'clerk', 'centre_director'],
  'payment.return': ['cashier', 'centre_director'],
  'installation.manage': ['admin'],
  'person.erase': ['admin'],
}

/** Whether the actor holds the right by one of their roles. */
export const hasRight = (actor: Actor, right: Right): boolean =>
  actor.kind === 'staff' && actor.roles.some((role) => POLICY[right].includes(role))

/**
 * The officer in their own place, then in the place of each absent colleague they stand in for. Rules about dossiers ask for all of them; nothing
 * else does, so that a substitute gets the colleague's work and not the figures or the administration.
 */
export const placesOf = (actor: StaffActor): readonly StaffActor[] => [
  actor,
  ...(actor.standsInFor ?? []).map((place) => ({ ...actor, ...place, standsInFor: [] })),
]

/** Whether the right belongs to one of the places this officer works from today. */
export const hasRightSomewhere = (actor: StaffActor, right: Right): boolean => placesOf(actor).some((place) => hasRight(place, right))

/**
 * The places from which this officer signs results: those of the leadership, and the head's of another agency, which approves its own. A department
 * of the commune has the right without ever holding anything to sign, so its head is shown no list that stays empty.
 */
export const signingPlaces = (actor: StaffActor): readonly StaffActor[] =>
  placesOf(actor).filter((place) => hasRight(place, 'dossier.approve') && place.departmentKind !== 'DEPARTMENT')

/** True, or the refusal of someone who has the right neither in their own place nor in that of an absent colleague: for lists of dossiers. */
export const maySomewhere = (actor: Actor, right: Right): true | RefusalCode =>
  (actor.kind === 'staff' && hasRightSomewhere(actor, right)) || turnedAway(actor)

/** True, or the refusal of someone without the right. */
export function may(actor: Actor, right: Right): true | RefusalCode {
  return hasRight(actor, right) || turnedAway(actor)
}

/** True, or the refusal of an administrator of another commune than the one that keeps what all of them share. */
export const mayForAll = (actor: Actor, right: Right, keeper: { id: number }): true | RefusalCode =>
  hasRight(actor, right) && actor.communeId !== keeper.id ? 'not_allowed' : may(actor, right)

/** The refusal of someone whose kind or roles are not let in: nobody signed in may still sign in. */
const turnedAway = (actor: Actor): RefusalCode => (actor.kind === 'anonymous' ? 'sign_in_needed' : 'not_allowed')

/** For what everyone may do: said aloud, so that a forgotten check cannot look like a decision. */
export const anyone = (): true => true

/** For what any signed-in citizen may do for themselves. */
export const citizenOnly = (actor: Actor): true | RefusalCode => actor.kind === 'citizen' || turnedAway(actor)

/** Filing needs identity level 2 (NĐ 69/2024/NĐ-CP; NĐ 42/2022/NĐ-CP Điều 11). */
export const filingCitizen = (actor: Actor): true | RefusalCode => {
  if (actor.kind !== 'citizen') return turnedAway(actor)
  return actor.level >= 2 || 'identity_level_too_low'
}

/** For what everyone who is signed in may do with their own account. */
export const signedInOnly = (actor: Actor): true | RefusalCode => actor.kind === 'staff' || actor.kind === 'citizen' || turnedAway(actor)

/** For what every member of staff may do. */
export const staffOnly = (actor: Actor): true | RefusalCode => actor.kind === 'staff' || turnedAway(actor)

/** For what the worker does by itself. */
export const systemOnly = (actor: Actor): true | RefusalCode => actor.kind === 'system' || turnedAway(actor)
