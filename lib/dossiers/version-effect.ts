import { query } from '@/lib/access/gate'
import { mayForAll } from '@/lib/access/policy'
import type { Tx } from '@/lib/platform/db'
import { localDateOf } from '@/lib/platform/local-date'
import { Refusal } from '@/lib/platform/refusal'
import { findFillers } from '@/lib/procedures/filling'
import { unfilledIn } from '@/lib/procedures/filling-rules'
import { contentOf, departmentsIn } from '@/lib/procedures/versions/content'
import { differencesOf } from '@/lib/procedures/versions/differences'
import { markOf } from '@/lib/procedures/versions/marks'
import { lastDayBefore, missingOf } from '@/lib/procedures/versions/rules'
import { OfProcedure } from '@/lib/procedures/versions/schema'
import { contentOfDraft, findKept, loadWritten } from '@/lib/procedures/versions/store'
import { departmentsOf } from '@/lib/staff/store'
import type { Prisma } from '@/prisma/generated/client'

/** Named at most; the number says how many there are. */
const NAMED = 20

/** Dossiers of a procedure that somebody still works on or waits for. */
const openOf = (procedureCode: string): Prisma.DossierWhereInput => ({ procedureCode, closedAt: null, finishedAt: null })

/**
 * What publishing the draft of a procedure's next version touches: which open dossiers keep the version that they were filed under, what becomes of
 * what is begun and not sent, and everything that is different. Nothing is written. Refusals: `not_found`, `not_allowed`, `draft_unreadable`.
 */
export const previewVersion = query({
  name: 'dossier.preview_version',
  input: OfProcedure,
  subject: (reading, { code }) => findKept(reading, code),
  allow: (actor, { keeper }) => mayForAll(actor, 'procedure.manage', keeper),
  run: async ({ db, actor: { communeId }, now }, { code }, kept) => {
    if (!kept.draft) throw new Refusal('not_found')
    const content = contentOfDraft(kept)
    const { newest } = kept
    const today = localDateOf(now)
    const departments = await departmentsOf(db, communeId)
    const nameOf = (department: string) => departments.find((one) => one.code === department)?.name ?? department
    const before = contentOf(await loadWritten(db, newest.id))
    const way = content.way.map((step, index) => ({ ...step, position: index + 1 }))
    const version = { procedureCode: code, shortName: content.shortName, departmentCode: content.departmentCode, steps: way }
    const unfilled = unfilledIn([version], { departments, fillers: await findFillers(db, communeId, { now }) })
    const gone = before.papers.filter(({ key }) => !content.papers.some((paper) => paper.key === key))
    return {
      ...{ shortName: content.shortName, firstDay: content.firstDay, isToday: content.firstDay === today },
      seen: markOf(content, 'whole'),
      missing: missingOf(content, { newest, today, departments }),
      differences: differencesOf(before, content, nameOf),
      before: { from: newest.validFrom, lastDay: content.firstDay && lastDayBefore(newest, content.firstDay) },
      touched: await touchedBy(db, communeId, code),
      ...{ leavesNetwork: before.onlineLevel !== 'COUNTER' && content.onlineLevel === 'COUNTER', gone: gone.map(({ name }) => name) },
      unfilled: unfilled.map(({ role, departmentCode, steps }) => ({
        ...{ role, department: departmentCode && nameOf(departmentCode), steps: steps.map(({ step }) => step) },
      })),
      without: await communesWithout(db, departmentsIn(content)),
    }
  },
})

/** Open dossiers and what is begun, of the own commune by name, of the others by number. */
async function touchedBy(db: Tx, communeId: number, code: string) {
  const open = openOf(code)
  const [received, sent, named, elsewhere, drafts, intakes] = await Promise.all([
    db.dossier.count({ where: { communeId, ...open, receivedAt: { not: null } } }),
    db.dossier.count({ where: { communeId, ...open, receivedAt: null } }),
    db.dossier.findMany({ where: { communeId, ...open }, orderBy: { code: 'asc' }, take: NAMED, select: { code: true } }),
    db.dossier.count({ where: { communeId: { not: communeId }, ...open } }),
    db.draft.count({ where: { procedureCode: code } }),
    db.intake.count({ where: { procedureCode: code } }),
  ])
  return { received, sent, named: named.map((dossier) => dossier.code), elsewhere, drafts, intakes }
}

/** Communes of the installation that lack one of the departments, or have closed it: their dossiers would have nowhere to go. */
async function communesWithout(db: Tx, wanted: string[]): Promise<string[]> {
  const communes = await db.commune.findMany({
    orderBy: { id: 'asc' },
    select: { name: true, departments: { where: { code: { in: wanted }, closedAt: null }, select: { code: true } } },
  })
  return communes.flatMap(({ name, departments }) => (departments.length < wanted.length ? [name] : []))
}
