import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { may } from '@/lib/access/policy'
import { keepChange, lockOffice } from '@/lib/places/changes'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { closingFaults, codeFrom, kindFault, orderedAfter } from '@/lib/staff/department-rules'
import { ChangedDepartment, NewDepartment, OfDepartment } from '@/lib/staff/schema'
import { type Department, departmentsOf } from '@/lib/staff/store'
import { countOpenDossiers, useOf } from '../department-use'

/** The departments in their order, while nobody else changes any of them. */
async function lockedDepartments(writing: Writing): Promise<Department[]> {
  await lockOffice(writing)
  return departmentsOf(writing.db, writing.actor.communeId)
}

/**
 * The department that the page showed, locked so that nothing comes to it meanwhile: neither by a foreign key nor by `lockIfOpen`.
 * Refusals: `not_found`, `changed_meanwhile`.
 */
async function lockShown(writing: Writing, { code, version }: { code: string; version: number }) {
  const { db, actor } = writing
  const all = await lockedDepartments(writing)
  await db.$queryRaw`SELECT 1 FROM department WHERE "communeId" = ${actor.communeId} AND code = ${code} FOR UPDATE`
  const department = all.find((one) => one.code === code)
  if (!department) throw new Refusal('not_found')
  if (department.version !== version) throw new Refusal('changed_meanwhile')
  return { department, all }
}

/** Two open departments of one name could not be told apart in any list. */
function mustBeNewName(name: string, others: readonly Department[]): void {
  const same = others.some((other) => other.isOpen && other.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi'))
  if (same) throw new Refusal('invalid_input', {}, { name: 'Đã có phòng mang tên này' })
}

/** Adds a department at the end of the list. Its code is made from the name and never changes. Refusals: `invalid_input` for a name that is taken. */
export const addDepartment = command({
  name: 'dossier.add_department',
  input: NewDepartment,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, { name, kind }) => {
    const { db, actor } = writing
    const all = await lockedDepartments(writing)
    mustBeNewName(name, all)
    const code = codeFrom(
      name,
      all.map((one) => one.code),
    )
    const position = Math.max(0, ...all.map((one) => one.position)) + 1
    await db.department.create({ data: { communeId: actor.communeId, code, name, kind, position }, select: { code: true } })
    await keepChange(writing, { topic: 'DEPARTMENT', subject: code, before: null, after: { name, kind } })
    return { code }
  },
  about: ({ kind }, _subject, { code }) => ({ kind: 'department', id: code, detail: { kind } }),
})

/**
 * Names a department otherwise, changes what it does, or its place in the lists. Papers that were issued keep the name they have.
 * Refusals: `invalid_input` for a name that is taken or a kind that cannot be, `changed_meanwhile`, `not_found`.
 */
export const changeDepartment = command({
  name: 'dossier.change_department',
  input: ChangedDepartment,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, { code, version, name, kind, after }) => {
    const { db, actor } = writing
    const { communeId } = actor
    const { department, all } = await lockShown(writing, { code, version })
    mustBeNewName(
      name,
      all.filter((one) => one.code !== code),
    )
    const fault = kindFault({ from: department.kind, to: kind, dossiers: (await countOpenDossiers(db, communeId))(code) })
    if (fault !== null) throw new Refusal('invalid_input', {}, { kind: fault })
    const ordered = orderedAfter(
      all.map((one) => one.code),
      { code, after },
    )
    await db.$executeRaw`
      UPDATE department d SET position = o.position FROM unnest(${ordered}::text[]) WITH ORDINALITY AS o(code, position)
      WHERE d."communeId" = ${communeId} AND d.code = o.code AND d.position <> o.position`
    await db.department.updateMany({ where: { communeId, code }, data: { name, kind, version: version + 1 } })
    const place = (codes: readonly string[]) => codes.indexOf(code) + 1
    await keepChange(writing, {
      ...{ topic: 'DEPARTMENT', subject: code },
      before: { name: department.name, kind: department.kind, place: place(all.map((one) => one.code)) },
      after: { name, kind, place: place(ordered) },
    })
    return { code }
  },
  about: ({ code, kind }) => ({ kind: 'department', id: code, detail: { kind } }),
})

/**
 * Closes a department: nothing comes to it any more, and what it has done keeps its name. Refused while anything needs it, with what to do first.
 * Refusals: `department_in_use`, `changed_meanwhile`, `not_found`.
 */
export const closeDepartment = command({
  name: 'dossier.close_department',
  input: OfDepartment,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, { code, version }) => {
    const { db, actor, now } = writing
    const { communeId } = actor
    const { department } = await lockShown(writing, { code, version })
    const [first] = closingFaults(department.kind, await useOf(db, { communeId, code }, localDateOf(now)))
    if (first !== undefined) throw new Refusal('department_in_use', { first })
    await setClosed(writing, department, now)
    return { code }
  },
  about: ({ code }) => ({ kind: 'department', id: code }),
})

/** Opens a closed department again. Refusals: `invalid_input` where another one has its name by now, `changed_meanwhile`, `not_found`. */
export const reopenDepartment = command({
  name: 'dossier.reopen_department',
  input: OfDepartment,
  allow: (actor) => may(actor, 'commune.manage'),
  run: async (writing, shown) => {
    const { department, all } = await lockShown(writing, shown)
    mustBeNewName(
      department.name,
      all.filter((one) => one.code !== department.code),
    )
    await setClosed(writing, department, null)
    return { code: department.code }
  },
  about: ({ code }) => ({ kind: 'department', id: code }),
})

type Closing = { code: string; version: number; closedAt: Date | null }

async function setClosed(writing: Writing, { code, version, closedAt: before }: Closing, closedAt: Date | null): Promise<void> {
  const { db, actor } = writing
  await db.department.updateMany({ where: { communeId: actor.communeId, code }, data: { closedAt, version: version + 1 } })
  const change = { before: { closed: before !== null }, after: { closed: closedAt !== null } }
  await keepChange(writing, { topic: 'DEPARTMENT', subject: code, ...change })
}
