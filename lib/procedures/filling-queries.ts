import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import { departmentsOf } from '@/lib/staff/store'
import { findFillers } from './filling'
import { unfilledIn } from './filling-rules'
import { inForceOn } from './store'
import { WAY } from './way'

/**
 * The roles that steps of the procedures in force wait for and nobody at work has, each with its department, who is its head, and the steps.
 * Refusals: `not_allowed`.
 */
export const findUnfilledSteps = query({
  name: 'procedure.find_unfilled_steps',
  input: z.object({}),
  allow: (actor) => may(actor, 'staff.manage'),
  run: async ({ db, actor: { communeId }, now }) => {
    const [versions, departments, fillers] = await Promise.all([
      db.procedureVersion.findMany({
        where: inForceOn(localDateOf(now)),
        orderBy: { procedureCode: 'asc' },
        select: { procedureCode: true, shortName: true, departmentCode: true, steps: WAY },
      }),
      departmentsOf(db, communeId),
      findFillers(db, communeId, { now }),
    ])
    return unfilledIn(versions, { departments, fillers }).map(({ departmentCode, ...unfilled }) => ({
      ...unfilled,
      department: departments.find(({ code }) => code === departmentCode)?.name ?? null,
      head:
        fillers.find((filler) => filler.departmentCode === departmentCode && filler.roles.includes('department_head'))?.fullName ?? null,
    }))
  },
})

export type UnfilledSteps = Extract<Awaited<ReturnType<typeof findUnfilledSteps>>, { ok: true }>['value'][number]
