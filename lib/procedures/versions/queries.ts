import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { may, mayForAll } from '@/lib/access/policy'
import { findKeeper } from '@/lib/places/store'
import type { Tx } from '@/lib/platform/db'
import { columnOfLocalDate, type LocalDate, localDateOf, localDateOfColumn } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { departmentsOf, officerNames } from '@/lib/staff/store'
import { inTime, versionOn } from '../rules'
import { pageOf, rank } from '../search'
import { listInForce } from '../store'
import { markOf } from './marks'
import { earliestFirstDay, missingOf, PARTS, sumOfWay } from './rules'
import { FindKept, OfProcedure } from './schema'
import { contentOfDraft, findKept } from './store'

const PAGE = 50
/** Versions and publications of one procedure that a page shows. */
const MOST = 100

/** What is kept of a publication's differences. */
const Differences = z.array(z.object({ what: z.string(), from: z.string().nullable(), to: z.string().nullable() }))

/** The versions that have not begun, the next one first. */
async function comingFrom(db: Tx, today: LocalDate) {
  const coming = await db.procedureVersion.findMany({
    where: { validFrom: { gt: columnOfLocalDate(today) } },
    orderBy: [{ validFrom: 'asc' }, { procedureCode: 'asc' }],
    take: PAGE,
    select: { procedureCode: true, shortName: true, validFrom: true },
  })
  return coming.map(({ validFrom, procedureCode: code, shortName }) => ({ code, shortName, from: localDateOfColumn(validFrom) }))
}

/** The versions of procedures that are announced and have not begun, for the administrators of every commune that will work by them. */
export const findComingVersions = query({
  name: 'procedure.find_coming',
  input: z.object({}),
  allow: (actor) => may(actor, 'procedure.manage'),
  run: ({ db, now }) => comingFrom(db, localDateOf(now)),
})

/**
 * The procedures in force that answer `q`, with the version in force of each, the first day of one to come and whether a draft is being written;
 * whose administrator writes them, and for how many communes. Refusals: `not_allowed`.
 */
export const findKeptProcedures = query({
  name: 'procedure.find_kept',
  input: FindKept,
  allow: (actor) => may(actor, 'procedure.manage'),
  run: async ({ db, actor, now }, { q, cursor }) => {
    const today = localDateOf(now)
    const ranked = rank(q, await listInForce(db, { on: today }))
    const { items, nextCursor } = pageOf(ranked, cursor ?? null, PAGE)
    const [rows, keeper, communes, coming] = await Promise.all([
      db.procedure.findMany({
        where: { code: { in: items.map(({ code }) => code) } },
        select: {
          code: true,
          nextDraft: { select: { updatedAt: true } },
          versions: { orderBy: { validFrom: 'asc' }, select: { validFrom: true, validTo: true, verified: true } },
        },
      }),
      findKeeper(db),
      db.commune.count(),
      comingFrom(db, today),
    ])
    const rowOf = new Map(rows.map((row) => [row.code, row]))
    return {
      procedures: items.map(({ code, shortName, field, limit }) => {
        const row = rowOf.get(code)
        const versions = (row?.versions ?? []).map(({ validFrom, validTo, verified }) => ({
          ...{ validFrom: localDateOfColumn(validFrom), validTo: validTo && localDateOfColumn(validTo), verified },
        }))
        const current = versionOn(versions, today)
        return {
          ...{ code, shortName, field: field.name, limit },
          ...{ from: current?.validFrom ?? null, verified: current?.verified ?? false },
          ...{ next: versions.find(({ validFrom }) => validFrom > today)?.validFrom ?? null, isDrafted: Boolean(row?.nextDraft) },
        }
      }),
      ...{ total: ranked.length, nextCursor, communes },
      ...{ keeper, isKeeper: mayForAll(actor, 'procedure.manage', keeper) === true },
      coming,
    }
  },
})

/**
 * A procedure with all its versions, the newest first, who published or withdrew what and when, and the draft of the next one.
 * Refusals: `not_found`.
 */
export const readVersions = query({
  name: 'procedure.read_versions',
  input: OfProcedure,
  subject: (reading, { code }) => findKept(reading, code),
  allow: (actor) => may(actor, 'procedure.manage'),
  run: async ({ db, actor, now }, { code }, { draft, keeper, newest, versions }) => {
    const today = localDateOf(now)
    const [rows, changes] = await Promise.all([
      db.procedureVersion.findMany({
        where: { id: { in: versions.slice(0, MOST).map(({ id }) => id) } },
        select: { id: true, name: true, shortName: true, limitValue: true, limitUnit: true, feeShort: true, verified: true },
      }),
      db.procedureChange.findMany({ where: { procedureCode: code }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: MOST }),
    ])
    const kept = [...changes, ...(draft ? [draft] : [])]
    const by = await officerNames(
      db,
      kept.map(({ communeId }) => communeId),
      kept.map(({ byStaffId }) => byStaffId),
    )
    const rowOf = new Map(rows.map((row) => [row.id, row]))
    const current = versionOn(versions, today) ?? newest
    return {
      ...{ code, name: rowOf.get(current.id)?.name ?? code, shortName: rowOf.get(current.id)?.shortName ?? code },
      versions: versions.slice(0, MOST).flatMap((version) => {
        const row = rowOf.get(version.id)
        const published = changes.find(({ act, versionId }) => act === 'PUBLISHED' && versionId === version.id)
        return row
          ? [
              {
                ...{ ...version, standing: inTime(version, today), verified: row.verified, feeShort: row.feeShort },
                ...{ limit: { value: row.limitValue, unit: row.limitUnit } },
                published: published ? { at: published.at, by: by(published.byStaffId) } : null,
              },
            ]
          : []
      }),
      changes: changes.map(({ id, at, act, validFrom, differences, byStaffId }) => ({
        ...{ id, at, act, from: localDateOfColumn(validFrom), by: by(byStaffId) },
        differences: Differences.parse(differences),
      })),
      draft: draft && { savedAt: draft.updatedAt, by: by(draft.byStaffId), isReadable: draft.content !== null },
      /** The newest one has not begun, so it can be withdrawn. */
      withdrawable: newest.validFrom > today && versions.length > 1 ? newest : null,
      ...{ keeper, isKeeper: mayForAll(actor, 'procedure.manage', keeper) === true },
    }
  },
})

/** The draft of the next version with a mark for each of its pages and what still has to be corrected. Refusals: `not_found`, `not_allowed`, `draft_unreadable`. */
export const readVersionDraft = query({
  name: 'procedure.read_version_draft',
  input: OfProcedure,
  subject: (reading, { code }) => findKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async ({ db, actor, now }, { code }, kept) => {
    if (!kept.draft) throw new Refusal('not_found')
    const { newest, draft } = kept
    const following = { newest, today: localDateOf(now) }
    const content = contentOfDraft(kept)
    const [names, departments] = await Promise.all([
      officerNames(db, [draft.communeId], [draft.byStaffId]),
      departmentsOf(db, actor.communeId),
    ])
    const missing = missingOf(content, { ...following, departments })
    return {
      ...{ code, content, newest, earliest: earliestFirstDay(following), missing, sum: sumOfWay(content), departments },
      marks: Object.fromEntries([...PARTS, 'whole' as const].map((page) => [page, markOf(content, page)])),
      ...{ savedAt: draft.updatedAt, by: names(draft.byStaffId) },
    }
  },
})
