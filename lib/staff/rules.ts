import { POLICY } from '@/lib/access/policy'
import type { Role } from '@/prisma/generated/enums'

/** The page on which someone with these roles begins the day: who answers for others sees how things stand, everyone else their own work. */
export const homeOf = (roles: readonly Role[]): string =>
  roles.some((role) => POLICY['report.read'].includes(role)) ? '/lanh-dao' : '/can-bo'
