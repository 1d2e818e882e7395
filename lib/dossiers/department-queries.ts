import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { closingFaults } from '@/lib/staff/department-rules'
import { departmentsOf } from '@/lib/staff/store'
import { countOfficers, countOpenDossiers, useOf } from './department-use'

/** The departments of the commune in their order, closed ones too, each with who works there and how many open dossiers are under way there. */
export const findDepartments = query({
  name: 'dossier.find_departments',
  input: z.object({}),
  allow: (actor) => may(actor, 'commune.manage'),
  run: async ({ db, actor: { communeId } }) => {
    const [departments, officers, dossiers] = await Promise.all([
      departmentsOf(db, communeId),
      countOfficers(db, communeId),
      countOpenDossiers(db, communeId),
    ])
    return departments.map((department) => ({ ...department, officers: officers(department.code), dossiers: dossiers(department.code) }))
  },
})

/** One department, with what has to be done before it can be closed. Refusals: `not_found`. */
export const readDepartment = query({
  name: 'dossier.read_department',
  input: z.object({ code: z.string().min(1).max(60) }),
  allow: (actor) => may(actor, 'commune.manage'),
  run: async ({ db, actor: { communeId }, now }, { code }) => {
    const all = await departmentsOf(db, communeId)
    const at = all.findIndex((one) => one.code === code)
    const found = all[at]
    if (!found) throw new Refusal('not_found')
    return {
      ...found,
      /** Behind which it stands; null: it is the first. */
      after: all[at - 1]?.code ?? null,
      others: all.filter((one) => one.code !== code).map(({ code: other, name }) => ({ code: other, name })),
      faults: found.closedAt === null ? closingFaults(found.kind, await useOf(db, { communeId, code }, localDateOf(now))) : [],
    }
  },
})
