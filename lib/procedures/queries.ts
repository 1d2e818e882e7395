import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { anyone } from '@/lib/access/policy'
import { localDateOf } from '@/lib/platform/local-date'
import type { Tx } from '@/lib/platform/db'
import { Refusal } from '@/lib/platform/refusal'
import { fold } from '@/lib/text/fold'
import { FindProcedures, NO_SUCH_FIELD, ReadPostingSet, ReadProcedure } from './schema'
import { countNear, pageOf, rank } from './search'
import { inForceOn, listInForce, type ListedProcedure, loadField, loadProcedure } from './store'

const PAGE = 20

/** What a list shows of a procedure: the keys of the ranking stay inside. */
const shown = ({ code, name, shortName, field, onlineLevel, limit, feeShort, feeSentence }: ListedProcedure) => ({
  code,
  name,
  shortName,
  field,
  onlineLevel,
  limit,
  feeShort,
  feeSentence,
})

/** Asked only when no procedure in force names the field. */
const isField = async (db: Tx, asked: string): Promise<boolean> =>
  (await db.field.findMany({ select: { code: true, name: true } })).some(({ code, name }) => code === asked || fold(name) === fold(asked))

/**
 * Procedures in force today that answer the words `q`, best first, 20 a page; without words all of them, by field. `field` (code or name)
 * keeps one field. Answers how many there are in all, how many of the first are near (`countNear`)
 * and the cursor of the next page.
 * Refusals: `invalid_input` for a field that does not exist.
 */
export const findProcedures = query({
  name: 'procedures.find',
  input: FindProcedures,
  allow: anyone,
  run: async ({ db, now }, { q, field, cursor }) => {
    const all = await listInForce(db, { on: localDateOf(now) })
    const wanted = field ? all.filter((one) => one.field.code === field || fold(one.field.name) === fold(field)) : all
    if (field && wanted.length === 0 && !(await isField(db, field))) throw new Refusal('invalid_input', {}, { field: NO_SUCH_FIELD })
    const ranked = rank(q, wanted)
    const { items, nextCursor } = pageOf(ranked, cursor ?? null, PAGE)
    const near = cursor ? items.length : countNear(ranked)
    return { items: items.map(shown), nextCursor, total: ranked.length, near }
  },
})

/** Every procedure in force today by its short name, for a list to choose one from. */
export const listLimits = query({
  name: 'procedures.list_limits',
  input: z.object({}),
  allow: anyone,
  run: async ({ db, now }) => {
    const all = await listInForce(db, { on: localDateOf(now) })
    return all.map(({ code, shortName }) => ({ code, shortName })).toSorted((a, b) => a.shortName.localeCompare(b.shortName, 'vi'))
  },
})

/** The procedures that most people look for, in the order that the office has given them. */
export const listPopular = query({
  name: 'procedures.list_popular',
  input: z.object({}),
  allow: anyone,
  run: async ({ db, now }) => {
    const popular = await listInForce(db, { on: localDateOf(now), where: { popular: { not: null } } })
    return popular.toSorted((a, b) => (a.popular ?? 0) - (b.popular ?? 0)).map(shown)
  },
})

/** The fields in the order of the home page, each with the number of its procedures in force today; fields without any are left out. */
export const listFields = query({
  name: 'procedures.list_fields',
  input: z.object({}),
  allow: anyone,
  run: async ({ db, now }) => {
    const fields = await db.field.findMany({
      orderBy: { position: 'asc' },
      select: {
        code: true,
        name: true,
        _count: { select: { procedures: { where: { versions: { some: inForceOn(localDateOf(now)) } } } } },
      },
    })
    return fields
      .map(({ code, name, _count }) => ({ code, name, procedures: _count.procedures }))
      .filter(({ procedures }) => procedures > 0)
  },
})

/**
 * One procedure as it holds on `on` (today by default), with its components, its fee rules and the department of this commune that works
 * on it. Refusals: `not_found`.
 */
export const readProcedure = query({
  name: 'procedures.read',
  input: ReadProcedure,
  allow: anyone,
  run: async ({ db, actor, now }, { code, on }) => {
    const procedure = await loadProcedure(db, { code, on: on ?? localDateOf(now) })
    if (!procedure) throw new Refusal('not_found')
    const department = await db.department.findUnique({
      where: { communeId_code: { communeId: actor.communeId, code: procedure.departmentCode } },
      select: { name: true, kind: true },
    })
    return { ...procedure, department }
  },
})

/**
 * A field's procedures in force today, whole, in the order of their names: the sheets of the posting board (Nghị định 118/2025/NĐ-CP: every
 * procedure is published at the desk). Refusals: `not_found`.
 */
export const readPostingSet = query({
  name: 'procedures.read_posting_set',
  input: ReadPostingSet,
  allow: anyone,
  run: async ({ db, actor, now }, { field }) => {
    const found = await db.field.findUnique({ where: { code: field }, select: { code: true, name: true } })
    if (!found) throw new Refusal('not_found')
    const procedures = await loadField(db, { field, on: localDateOf(now) })
    const departments = await db.department.findMany({
      where: { communeId: actor.communeId },
      select: { code: true, name: true, kind: true },
    })
    const byCode = new Map(departments.map(({ code, ...department }) => [code, department]))
    const withDepartment = procedures.map((procedure) => ({ ...procedure, department: byCode.get(procedure.departmentCode) ?? null }))
    return { field: found, procedures: withDepartment, now }
  },
})
