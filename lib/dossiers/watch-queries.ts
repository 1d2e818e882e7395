import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, hasRight, placesOf, staffOnly, type StaffActor } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
import { visibleTo } from './store'
import { WARNINGS, WARNS, type WarningKind } from './watch-rules'

/** Dossiers of a day's list; what is more pressing stands first. */
const SHOWN = 30

/** Which warnings stand on this person's day: what they hold, what their department lets lie, what the commune lets lie. */
function theirs(actor: StaffActor): Prisma.WarningWhereInput[] {
  return placesOf(actor).flatMap((place): Prisma.WarningWhereInput[] => [
    { staffId: place.staffId },
    ...(hasRight(place, 'dossier.process') ? [{ staffId: null, department: place.departmentCode, kind: { in: kindsFor('holder') } }] : []),
    ...(hasRight(place, 'dossier.assign') ? [{ department: place.departmentCode, kind: { in: kindsFor('head') } }] : []),
    ...(place.roles.includes('leader') ? [{ kind: { in: kindsFor('leader') } }] : []),
  ])
}

const kindsFor = (to: (typeof WARNS)[WarningKind]): WarningKind[] => WARNINGS.filter((kind) => WARNS[kind] === to)

/**
 * What the watchdog has to say to this person today, the most pressing first, the apologies that wait for their signature, and the
 * opinions that they are asked for, also in place of an absent colleague. A warning about a due
 * time that has moved meanwhile, or about what is done, says nothing any more. Refusals: `not_allowed`.
 */
export const readMyDay = query({
  name: 'dossier.read_my_day',
  input: z.object({}),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor, now }) => {
    const staff = asStaff(actor)
    const mine = placesOf(staff).map(({ staffId }) => staffId)
    const ofMine = { askedOf: { in: mine }, answeredAt: null, takenBackAt: null } satisfies Prisma.ConsultationWhereInput
    const signs = hasRight(staff, 'dossier.extend')
    const drafted = { extendedAt: null, extension: { issuedAt: null } } satisfies Prisma.DossierWhereInput
    const dossiers = await db.dossier.findMany({
      where: {
        ...{ communeId: staff.communeId, closedAt: null },
        OR: [
          {
            AND: [
              { finishedAt: null, pausedAt: null },
              visibleTo(staff),
              { OR: [{ warnings: { some: { OR: theirs(staff) } } }, ...(signs ? [drafted] : [])] },
            ],
          },
          { consultations: { some: ofMine } },
        ],
      },
      orderBy: [{ nextDueAt: 'asc' }, { id: 'asc' }],
      take: SHOWN,
      select: {
        ...{ code: true, dueAt: true, stepDueAt: true, appointmentAt: true, extendedAt: true },
        applicant: { select: { fullName: true } },
        procedureVersion: { select: { shortName: true } },
        ...{ finishedAt: true, pausedAt: true },
        extension: { select: { newDueAt: true, issuedAt: true } },
        warnings: { where: { OR: theirs(staff) }, orderBy: [{ dueAt: 'asc' }, { kind: 'asc' }], select: { kind: true, dueAt: true } },
        consultations: { where: ofMine, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], select: { id: true, dueAt: true, question: true } },
      },
    })
    // Of what is done or waits for the applicant, only the questions are left to answer.
    const running = dossiers.filter(({ finishedAt, pausedAt }) => finishedAt === null && pausedAt === null)
    return {
      warnings: running.flatMap(({ code, dueAt, stepDueAt, applicant, procedureVersion, warnings }) =>
        warnings.flatMap((warning) => {
          const kind = WARNINGS.find((one) => one === warning.kind)
          const isCurrent = [dueAt, stepDueAt].some((at) => at?.getTime() === warning.dueAt.getTime())
          return kind && isCurrent
            ? [{ kind, dueAt: warning.dueAt, code, person: applicant?.fullName ?? null, procedure: procedureVersion.shortName }]
            : []
        }),
      ),
      drafts: running.flatMap(({ code, appointmentAt, extendedAt, extension, procedureVersion }) =>
        signs && extension !== null && extension.issuedAt === null && extendedAt === null
          ? [{ code, newDueAt: extension.newDueAt, appointmentAt, procedure: procedureVersion.shortName }]
          : [],
      ),
      questions: dossiers.flatMap(({ code, procedureVersion, consultations }) =>
        consultations.map((question) => ({ ...question, code, procedure: procedureVersion.shortName, isLate: now >= question.dueAt })),
      ),
    }
  },
})

export type MyDay = Extract<Awaited<ReturnType<typeof readMyDay>>, { ok: true }>['value']
