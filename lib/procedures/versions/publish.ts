import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff, mayForAll } from '@/lib/access/policy'
import { canonicalJson } from '@/lib/platform/digest'
import { columnOfLocalDate, type LocalDate, localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { departmentsOf, lockOpenDepartments } from '@/lib/staff/store'
import { withCopies } from '../e-form'
import { searchTextOf } from '../search'
import { loadForm } from '../store'
import { type Content, contentOf, departmentsIn } from './content'
import { differencesOf } from './differences'
import { markOf } from './marks'
import { type Beside, lastDayBefore, missingOf } from './rules'
import { OfVersion, OfWholeDraft } from './schema'
import { NOTHING_NEW } from './words'
import { contentOfDraft, keepContent, type Kept, loadWritten, lockKept } from './store'

/**
 * Publishes the draft: from its first day on the procedure goes by it, and the version before ends on the day before. Dossiers keep the version
 * that they were filed under, for they carry its id (Nghị định 118/2025/NĐ-CP Điều 17). `seen`: the mark of what the page showed.
 * Refusals: `changed_meanwhile` where the draft is another one or gone, `version_incomplete` with a sentence for each page, `not_found`.
 */
export const publishVersion = command({
  name: 'procedure.publish_version',
  input: OfWholeDraft,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async (writing, { code, seen }, kept) => {
    const { db, actor, now, newId } = writing
    const content = contentOfDraft(kept)
    if (markOf(content, 'whole') !== seen) throw new Refusal('changed_meanwhile')
    const { newest } = kept
    // A department that closes in this moment has to wait, and then finds the version that names it.
    await lockOpenDepartments(db, actor.communeId, departmentsIn(content))
    const departments = await departmentsOf(db, actor.communeId)
    const firstDay = mustBeComplete(content, { newest, today: localDateOf(now), departments })
    const names = new Map(departments.map((department) => [department.code, department.name]))
    const before = contentOf(await loadWritten(db, newest.id))
    const differences = differencesOf(before, content, (department) => names.get(department) ?? department)
    if (differences.length === 0) throw new Refusal('version_incomplete', {}, { names: NOTHING_NEW })
    const versionId = await insertVersion(writing, kept, { ...content, firstDay })
    const formId = await insertForm(writing, code, { ...content, firstDay })
    const validTo = columnOfLocalDate(lastDayBefore(newest, firstDay))
    await db.procedureVersion.update({ where: { id: newest.id }, data: { validTo }, select: { id: true } })
    await db.procedureChange.create({
      data: {
        ...{ id: newId(), at: now, procedureCode: code, act: 'PUBLISHED', versionId, validFrom: columnOfLocalDate(firstDay) },
        ...{ closedBefore: newest.validTo && columnOfLocalDate(newest.validTo), formId, differences },
        ...{ communeId: actor.communeId, byStaffId: asStaff(actor).staffId },
      },
      select: { id: true },
    })
    await db.procedureDraft.delete({ where: { procedureCode: code }, select: { procedureCode: true } })
    return { versionId, firstDay, differences: differences.length }
  },
  about: ({ code }, _kept, { versionId, firstDay, differences }) => ({
    kind: 'procedure',
    id: code,
    detail: { versionId, from: firstDay, differences },
  }),
})

/** The first day of a draft that can be published. Refusals: `version_incomplete`. */
function mustBeComplete(content: Content, beside: Beside): LocalDate {
  const missing = missingOf(content, beside)
  if (missing.length === 0 && content.firstDay !== null) return content.firstDay
  const fields: Record<string, string> = {}
  for (const { part, sentence } of missing) fields[part] ??= sentence
  throw new Refusal('version_incomplete', {}, fields)
}

type Dated = Content & { firstDay: LocalDate }

/** Writes the version with its components, fees and steps. Answers its id. */
async function insertVersion({ db, newId }: Writing, { code, field }: Kept, content: Dated): Promise<string> {
  const { papers, fees, way, firstDay, limit, ...row } = content
  const id = newId()
  const validFrom = columnOfLocalDate(firstDay)
  await db.procedureVersion.create({
    data: {
      ...{ ...row, id, procedureCode: code, validFrom, validTo: null },
      ...{ limitValue: limit.value, limitUnit: limit.unit, searchText: searchTextOf(content, field) },
    },
    select: { id: true },
  })
  await db.procedureComponent.createMany({ data: papers.map((paper, index) => ({ ...paper, versionId: id, position: index + 1 })) })
  await db.procedureStep.createMany({ data: way.map((step, index) => ({ ...step, versionId: id, position: index + 1 })) })
  await db.feeRule.createMany({
    data: fees.map(({ from, to, ...fee }) => ({
      ...{ ...fee, versionId: id },
      ...{ validFrom: columnOfLocalDate(from ?? firstDay), validTo: to && columnOfLocalDate(to) },
    })),
  })
  return id
}

/** The e-form that the version needs where the fees ask something else of people than before. Answers its id; null: the form stays. */
async function insertForm({ db, newId }: Writing, code: string, { fees, firstDay }: Dated): Promise<string | null> {
  const form = await loadForm(db, { code, on: firstDay })
  const definition = withCopies(form.definition, fees)
  if (canonicalJson(definition) === canonicalJson(form.definition)) return null
  const id = newId()
  const last = await db.formVersion.aggregate({ where: { procedureCode: code }, _max: { number: true } })
  const number = (last._max.number ?? 0) + 1
  await db.formVersion.create({
    data: { id, procedureCode: code, number, validFrom: columnOfLocalDate(firstDay), definition },
    select: { id: true },
  })
  return id
}

/**
 * Takes a version back before its first day: the version before holds on, and the content is a draft again. What has begun stays, since people
 * have filed by it. Refusals: `changed_meanwhile` where it is not the newest any more, `version_begun`, `version_drafted`, `not_found`.
 */
export const withdrawVersion = command({
  name: 'procedure.withdraw_version',
  input: OfVersion,
  subject: (reading, { code }) => lockKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async (writing, { code, versionId }, { newest, versions, draft }) => {
    const { db, actor, now, newId } = writing
    const [, before] = versions
    if (newest.id !== versionId || !before) throw new Refusal('changed_meanwhile')
    if (newest.validFrom <= localDateOf(now)) throw new Refusal('version_begun')
    if (draft) throw new Refusal('version_drafted')
    const content = contentOf(await loadWritten(db, versionId))
    const published = await db.procedureChange.findFirst({
      where: { procedureCode: code, versionId, act: 'PUBLISHED' },
      select: { closedBefore: true, formId: true },
    })
    const parts = { where: { versionId } }
    await db.procedureComponent.deleteMany(parts)
    await db.procedureStep.deleteMany(parts)
    await db.feeRule.deleteMany(parts)
    await db.procedureVersion.delete({ where: { id: versionId }, select: { id: true } })
    if (published?.formId) await db.formVersion.delete({ where: { id: published.formId }, select: { id: true } })
    await db.procedureVersion.update({
      where: { id: before.id },
      data: { validTo: published?.closedBefore ?? null },
      select: { id: true },
    })
    await db.procedureChange.create({
      data: {
        ...{ id: newId(), at: now, procedureCode: code, act: 'WITHDRAWN', versionId },
        ...{ validFrom: columnOfLocalDate(newest.validFrom), differences: [] },
        ...{ communeId: actor.communeId, byStaffId: asStaff(actor).staffId },
      },
      select: { id: true },
    })
    await keepContent(writing, { code, baseId: before.id }, content)
    return {}
  },
  about: ({ code, versionId }) => ({ kind: 'procedure', id: code, detail: { versionId } }),
})
