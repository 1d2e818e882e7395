import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, hasRight, placesOf, staffOnly } from '@/lib/access/policy'
import { RowPlace } from '@/lib/platform/row-place'
import type { Prisma } from '@/prisma/generated/client'
import { QUESTIONS } from './consultations'
import { STANDING, visibleTo } from './store'
import { askedFrom, stuckAmong } from './stuck-questions'
import { warningsFor } from './watch-receivers'
import { isToSign, saidNow } from './watch-rules'

/** Dossiers of one page of a day's list; what is more pressing stands first. */
const SHOWN = 30

/** What comes behind the last row of the page before. */
const after = ({ at, id }: RowPlace): Prisma.DossierWhereInput => ({
  nextDueAt: { gte: at },
  OR: [{ nextDueAt: { gt: at } }, { id: { gt: id } }],
})

/** What is still worked on, or waits for the desk's answer to a wish to withdraw: all that can be warned of. */
const RUNNING: Prisma.DossierWhereInput = { finishedAt: null, OR: [{ pausedAt: null }, { stage: 'withdrawal_asked' }] }

/**
 * What the watchdog has to say to this person today, the most pressing first, the apologies that wait for their signature, the opinions that they
 * are asked for, also in place of an absent colleague, and the questions of theirs that nobody can answer any more (`stuck`). A warning about a due
 * time that has moved meanwhile, or about what is done, says nothing any more. At most 30 dossiers at once; `next`: the cursor of the others, null where
 * these are all. Refusals: `not_allowed`.
 */
export const readMyDay = query({
  name: 'dossier.read_my_day',
  input: z.object({ cursor: RowPlace.optional().catch(undefined) }),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor, now }, { cursor }) => {
    const staff = asStaff(actor)
    const mine = placesOf(staff).map(({ staffId }) => staffId)
    // Once the result is signed an opinion can change nothing any more.
    const undecided = { finishedAt: null, stage: { not: 'awaiting_issue' } } satisfies Prisma.DossierWhereInput
    const ofMine = {
      askedOf: { in: mine },
      answeredAt: null,
      takenBackAt: null,
      dossier: undecided,
    } satisfies Prisma.ConsultationWhereInput
    const signs = hasRight(staff, 'dossier.extend')
    const drafted = { extendedAt: null, extension: { issuedAt: null } } satisfies Prisma.DossierWhereInput
    const asking = askedFrom(staff)
    const rows = await db.dossier.findMany({
      where: {
        ...{ communeId: staff.communeId, closedAt: null },
        ...(cursor ? { AND: after(cursor) } : {}),
        OR: [
          {
            AND: [
              RUNNING,
              visibleTo(staff),
              { OR: [{ warnings: { some: { OR: warningsFor(staff) } } }, ...(signs ? [{ ...drafted, pausedAt: null }] : [])] },
            ],
          },
          { AND: [visibleTo(staff), { consultations: { some: asking } }] },
          { consultations: { some: ofMine } },
        ],
      },
      orderBy: [{ nextDueAt: 'asc' }, { id: 'asc' }],
      take: SHOWN + 1,
      select: {
        ...{ ...STANDING, id: true, code: true, nextDueAt: true, dueAt: true, stepDueAt: true, appointmentAt: true },
        applicant: { select: { fullName: true } },
        procedureVersion: { select: { shortName: true } },
        ...{ finishedAt: true, pausedAt: true },
        extension: { select: { newDueAt: true, issuedAt: true } },
        warnings: { where: { OR: warningsFor(staff) }, orderBy: [{ dueAt: 'asc' }, { kind: 'asc' }], select: { kind: true, dueAt: true } },
        consultations: { where: { OR: [ofMine, asking] }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], select: QUESTIONS.select },
      },
    })
    const dossiers = rows.slice(0, SHOWN)
    const last = rows.length > SHOWN ? dossiers.at(-1) : undefined
    const others = dossiers.map((dossier) => ({
      ...dossier,
      consultations: dossier.consultations.filter(({ askedOf }) => !mine.includes(askedOf)),
    }))
    // Of what is done or waits for the applicant, only the questions are left to answer.
    const running = dossiers.filter(
      ({ finishedAt, pausedAt, stage }) => finishedAt === null && (pausedAt === null || stage === 'withdrawal_asked'),
    )
    return {
      warnings: running.flatMap(({ code, applicant, procedureVersion, warnings, ...dossier }) =>
        saidNow(dossier, warnings, now).map((said) => ({
          ...{ ...said, code, person: applicant?.fullName ?? null, procedure: procedureVersion.shortName },
        })),
      ),
      drafts: running.flatMap(({ code, extension, procedureVersion, ...dossier }) =>
        signs && dossier.pausedAt === null && extension !== null && isToSign(extension, dossier, now)
          ? [{ code, newDueAt: extension.newDueAt, appointmentAt: dossier.appointmentAt, procedure: procedureVersion.shortName }]
          : [],
      ),
      questions: dossiers.flatMap(({ code, procedureVersion, consultations }) =>
        consultations.flatMap(({ id, askedOf, question, dueAt }) =>
          mine.includes(askedOf) ? [{ id, question, dueAt, code, procedure: procedureVersion.shortName, isLate: now >= dueAt }] : [],
        ),
      ),
      stuck: await stuckAmong(db, staff, { dossiers: others, now }),
      next: last?.nextDueAt ? `${last.nextDueAt.toISOString()}_${last.id}` : null,
    }
  },
})

export type MyDay = Extract<Awaited<ReturnType<typeof readMyDay>>, { ok: true }>['value']
