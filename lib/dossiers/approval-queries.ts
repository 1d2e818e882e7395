import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, maySomewhere, signingPlaces } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { RowPlace } from '@/lib/platform/row-place'
import type { Prisma } from '@/prisma/generated/client'
import { openedOf } from './approvals'
import { standingOf } from './follow'
import { visibleTo } from './store'
import { NAME_DELETED } from './words'

/** As many as are approved in one go. */
const SHOWN = 25

/**
 * What waits for this person's signature, the most pressing first, 25 a page, each result document with whether this person has opened it.
 * Refusals: `not_allowed`.
 */
export const findApprovals = query({
  name: 'dossier.find_approvals',
  input: z.object({ cursor: RowPlace.optional().catch(undefined) }),
  allow: (actor) => maySomewhere(actor, 'dossier.approve'),
  run: async ({ db, actor, now }, { cursor }) => {
    const staff = asStaff(actor)
    const departments = signingPlaces(staff).map((place) => place.departmentCode)
    const waiting: Prisma.DossierWhereInput = {
      AND: [{ communeId: staff.communeId, stage: 'awaiting_approval', holderDepartment: { in: departments } }, visibleTo(staff)],
    }
    const [rows, count, calendar] = await Promise.all([
      db.dossier.findMany({
        where: {
          AND: [
            waiting,
            // The redundant bound lets PostgreSQL start at the cursor instead of walking there.
            cursor ? { nextDueAt: { gte: cursor.at }, OR: [{ nextDueAt: { gt: cursor.at } }, { id: { gt: cursor.id } }] } : {},
          ],
        },
        orderBy: [{ nextDueAt: 'asc' }, { id: 'asc' }],
        take: SHOWN + 1,
        select: {
          id: true,
          code: true,
          version: true,
          stage: true,
          submittedAt: true,
          receivedAt: true,
          nextDueAt: true,
          dueAt: true,
          finishedAt: true,
          outcome: true,
          applicant: { select: { fullName: true } },
          procedureVersion: { select: { shortName: true } },
          // What the specialist wrote when it was proposed last.
          events: { where: { step: 'propose' }, orderBy: { seq: 'desc' }, take: 1, select: { note: { select: { text: true } } } },
          documents: {
            where: { purpose: 'RESULT' },
            orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
            select: { id: true, fileName: true, mediaType: true, size: true, pages: true },
          },
        },
      }),
      db.dossier.count({ where: waiting }),
      loadCalendar(db, staff.communeId),
    ])
    const shown = rows.slice(0, SHOWN)
    const last = rows.length > SHOWN ? shown.at(-1) : undefined
    const opened = await openedOf(
      { db, actor },
      shown.flatMap(({ documents }) => documents.map(({ id }) => id)),
    )
    return {
      rows: shown.map(({ applicant, procedureVersion, documents, events, ...row }) => ({
        ...{ code: row.code, version: row.version },
        applicant: applicant?.fullName ?? NAME_DELETED,
        procedure: procedureVersion.shortName,
        standing: standingOf(row, calendar, now),
        outcome: row.outcome,
        opinion: events[0]?.note?.text ?? null,
        documents: documents.map((document) => ({ ...document, isOpened: opened.has(document.id) })),
        mayTick: documents.length > 0 && documents.every(({ id }) => opened.has(id)),
      })),
      next: last?.nextDueAt ? `${last.nextDueAt.toISOString()}_${last.id}` : null,
      count,
      now,
    }
  },
})

export type Approval = Extract<Awaited<ReturnType<typeof findApprovals>>, { ok: true }>['value']['rows'][number]
