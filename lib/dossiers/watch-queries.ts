import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, hasRight, placesOf, staffOnly, type StaffActor } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
import { visibleTo } from './store'
import { WARNINGS, WARNS, type WarningKind } from './watch-rules'

/** Rows of a day's list; what is more pressing stands first. */
const SHOWN = 20

const ROW = {
  kind: true,
  dueAt: true,
  dossier: {
    select: {
      code: true,
      dueAt: true,
      stepDueAt: true,
      applicant: { select: { fullName: true } },
      procedureVersion: { select: { shortName: true } },
    },
  },
} satisfies Prisma.WarningSelect

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
 * What the watchdog has to say to this person today, the most pressing first, and the apologies that wait for their signature. A warning about a due
 * time that has moved meanwhile, or about what is done, says nothing any more. Refusals: `not_allowed`.
 */
export const readMyDay = query({
  name: 'dossier.read_my_day',
  input: z.object({}),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor }) => {
    const staff = asStaff(actor)
    const open = { AND: [{ closedAt: null, finishedAt: null, pausedAt: null }, visibleTo(staff)] } satisfies Prisma.DossierWhereInput
    const [warnings, drafts] = await Promise.all([
      db.warning.findMany({
        where: { communeId: staff.communeId, OR: theirs(staff), dossier: open },
        orderBy: [{ dueAt: 'asc' }, { dossierId: 'asc' }, { kind: 'asc' }],
        take: SHOWN,
        select: ROW,
      }),
      hasRight(staff, 'dossier.extend')
        ? db.extension.findMany({
            where: { communeId: staff.communeId, issuedAt: null, dossier: { AND: [{ extendedAt: null }, open] } },
            orderBy: [{ draftedAt: 'asc' }, { dossierId: 'asc' }],
            take: SHOWN,
            select: {
              newDueAt: true,
              dossier: { select: { code: true, appointmentAt: true, procedureVersion: { select: { shortName: true } } } },
            },
          })
        : [],
    ])
    return {
      warnings: warnings.flatMap(({ kind, dueAt, dossier: { applicant, procedureVersion, ...dossier } }) => {
        const known = WARNINGS.find((one) => one === kind)
        const current = [dossier.dueAt, dossier.stepDueAt].some((at) => at?.getTime() === dueAt.getTime())
        return known && current
          ? [{ kind: known, dueAt, code: dossier.code, person: applicant?.fullName ?? null, procedure: procedureVersion.shortName }]
          : []
      }),
      drafts: drafts.map(({ newDueAt, dossier: { code, appointmentAt, procedureVersion } }) => ({
        ...{ code, newDueAt, appointmentAt },
        procedure: procedureVersion.shortName,
      })),
    }
  },
})

export type MyDay = Extract<Awaited<ReturnType<typeof readMyDay>>, { ok: true }>['value']
