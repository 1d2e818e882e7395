// Who tries their steps on a random walk: an office with everyone it needs, substitutes, the applicant, and those who may do nothing.
import { type Actor, placesOf, type StaffActor } from '@/lib/access/policy'
import type { Role } from '@/prisma/generated/enums'
import type { Trier } from './reference-dossier'

export const DESK = 'TTPVHCC'
export const LEADERSHIP = 'UBND'
export const DEPARTMENTS = ['VAN_PHONG', 'KINH_TE', 'VAN_HOA_XA_HOI']
export const AGENCIES = ['CONG_AN', 'DAT_DAI']

const officer = (staffId: string, departmentCode: string, ...roles: Role[]): StaffActor => ({
  ...{
    kind: 'staff',
    communeId: 1,
    staffId,
    sessionId: 'a-session',
    fullName: `Cán bộ thử ${staffId}`,
    position: 'Cán bộ',
    departmentCode,
    roles,
  },
})
export const OFFICERS: readonly StaffActor[] = [
  officer('clerk', DESK, 'clerk'),
  officer('director', DESK, 'centre_director'),
  officer('cashier', DESK, 'cashier'),
  officer('leader', LEADERSHIP, 'leader'),
  officer('registrar', 'VAN_PHONG', 'registrar'),
  officer('admin', 'VAN_PHONG', 'admin'),
  officer('idle', 'VAN_PHONG'),
  officer('both', 'VAN_PHONG', 'registrar', 'specialist'),
  ...[...DEPARTMENTS, ...AGENCIES].flatMap((code) => [
    officer(`${code}-head`, code, 'department_head'),
    officer(`${code}-one`, code, 'specialist'),
    officer(`${code}-two`, code, 'specialist'),
  ]),
]
/** Who does an absent colleague's work besides their own. */
const SUBSTITUTES: readonly StaffActor[] = [
  { ...officer('KINH_TE-two', 'KINH_TE', 'specialist'), standsInFor: OFFICERS.filter(({ staffId }) => staffId === 'VAN_PHONG-one') },
  { ...officer('clerk', DESK, 'clerk'), standsInFor: OFFICERS.filter(({ staffId }) => /registrar|CONG_AN-one/.test(staffId)) },
]
/** Of the commune whose counter may have received it, and of one that has nothing to do with it. */
const ELSEWHERE: readonly StaffActor[] = [
  { ...officer('there-clerk', DESK, 'clerk'), communeId: 2 },
  { ...officer('there-all', DESK, 'centre_director', 'specialist', 'department_head', 'registrar', 'leader', 'cashier'), communeId: 2 },
  { ...officer('third-clerk', DESK, 'clerk'), communeId: 3 },
]
const CITIZEN: Actor = {
  kind: 'citizen',
  communeId: 1,
  citizenId: 'c',
  sessionId: 's',
  fullName: 'Người nộp',
  personalNumberHash: 'h',
  level: 2,
}
export const EVERYBODY: readonly Actor[] = [
  ...[...OFFICERS, ...SUBSTITUTES, ...ELSEWHERE, CITIZEN, CITIZEN],
  { kind: 'anonymous', communeId: 1, address: '192.0.2.1' },
  { kind: 'system', communeId: 1, name: 'worker' },
]
const TRIERS = new Map(
  EVERYBODY.map((actor): [Actor, Trier] => [
    actor,
    actor.kind === 'staff' ? { kind: 'staff', posts: placesOf(actor) } : { kind: actor.kind },
  ]),
)
export const trierOf = (actor: Actor): Trier => TRIERS.get(actor) ?? { kind: 'anonymous' }
