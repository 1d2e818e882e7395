import { POLICY } from '@/lib/access/policy'
import type { Role } from '@/prisma/generated/enums'

/** Whether one of these roles gives the right. */
const gives = (roles: readonly Role[], right: keyof typeof POLICY): boolean => roles.some((role) => POLICY[right].includes(role))

/**
 * The page on which someone with these roles begins the day: who answers for others sees how things stand, who only administers the accounts,
 * everyone else their own work. The page itself: one that only sends on leaves the browser with a white page in between.
 */
export function homeOf(roles: readonly Role[]): string {
  if (gives(roles, 'report.read')) return '/lanh-dao'
  if (roles.every((role) => role === 'admin')) return '/quan-tri'
  // Whoever only takes money has no queue of dossiers.
  return roles.every((role) => role === 'cashier') ? '/can-bo/thu-phi' : '/can-bo/hang-doi'
}

/** How long a link to set a password works, in hours. */
export const LINK_HOURS = 24

/** Length of a password, in characters. A long one that people can remember is better than a short one with signs in it. */
export const PASSWORD_LENGTH = { least: 12, most: 200 } as const

/** What is wrong with a new password, as the sentence at its field; null when nothing is. `names`: what must not stand in it. */
export function passwordFault(password: string, names: readonly string[]): string | null {
  const { least, most } = PASSWORD_LENGTH
  if (password.length < least) return `Mật khẩu cần ít nhất ${least} ký tự; một câu ngắn dễ nhớ là tốt`
  if (password.length > most) return `Mật khẩu dài quá ${most} ký tự`
  if (new Set(password.toLowerCase()).size < 5) return 'Mật khẩu lặp lại quá ít ký tự khác nhau, dễ đoán'
  const small = password.toLowerCase()
  if (names.some((name) => name.length >= 3 && small.includes(name.toLowerCase()))) return 'Mật khẩu không chứa tên đăng nhập'
  return null
}

/** Who could take over an officer's work. */
export type Successor = { id: string; roles: readonly Role[]; departmentCode: string }

/**
 * Who gets the work in hand of someone who leaves a department: whoever there stands in for them today, else its head, else whoever else there may
 * process dossiers; null when there is nobody, and then nobody may leave. A substitute from elsewhere does not see the dossiers any more once the
 * days are over, so they keep what the head holds then. `others` are the active officers of the department without the one who leaves, in a fixed
 * order; `standsIn` the ids of their substitutes.
 */
export function successorOf<S extends Successor>(others: readonly S[], standsIn: readonly string[] = []): S | null {
  const process = others.filter(({ roles }) => gives(roles, 'dossier.process'))
  return (
    process.find(({ id }) => standsIn.includes(id)) ?? process.find(({ roles }) => roles.includes('department_head')) ?? process[0] ?? null
  )
}

/** Whether an officer with these roles can hold work at all. */
export const mayHoldWork = (roles: readonly Role[]): boolean => gives(roles, 'dossier.process')
