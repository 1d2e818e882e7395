import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, hasRight, maySomewhere, placesOf } from '@/lib/access/policy'
import { loadOf, officersOf, receiversOf } from './receivers'
import { mayMove } from './rules'
import { DossierCode, PASS_ON_STEPS } from './schema'
import { STANDING, visibleTo } from './store'

/**
 * Whom this person can name as the next to hold a dossier, each officer with how many they hold now.
 * Refusals: `step_not_possible`, `not_allowed`, `not_found`.
 */
export const findReceivers = query({
  name: 'dossier.find_receivers',
  input: z.object({ code: DossierCode, step: z.enum(PASS_ON_STEPS) }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: {
        ...STANDING,
        communeId: true,
        departmentCode: true,
        department: { select: { kind: true } },
      },
    }),
  allow: (actor, dossier, { step }) => mayMove(actor, dossier, step),
  run: async ({ db }, { step }, dossier) => {
    const receivers = await receiversOf(db, dossier, step)
    const held = await loadOf(
      db,
      dossier.communeId,
      receivers.flatMap(({ staffId }) => staffId ?? []),
    )
    return receivers.map(({ to, name, staffId }) => ({
      ...{ to, name },
      holds: staffId === null ? null : (held.get(staffId) ?? 0),
    }))
  },
})

/** The agencies that this person can ask about a dossier. Refusals: `step_not_possible`, `not_allowed`, `not_found`. */
export const findAgencies = query({
  name: 'dossier.find_agencies',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: { ...STANDING, departmentCode: true },
    }),
  allow: (actor, dossier) => mayMove(actor, dossier, 'ask_agency'),
  run: ({ db }, _input, { communeId, departmentCode }) =>
    db.department.findMany({
      where: { communeId, kind: 'AGENCY', closedAt: null, code: { not: departmentCode } },
      orderBy: { position: 'asc' },
      select: { code: true, name: true },
    }),
})

/**
 * Whom a head of department can give the dossiers of the department to, each officer with how many they hold now; the department is named
 * where a substitute assigns for more than one. Refusals: `not_allowed`.
 */
export const findAssignees = query({
  name: 'dossier.find_assignees',
  input: z.object({}),
  allow: (actor) => maySomewhere(actor, 'dossier.assign'),
  run: async ({ db, actor }) => {
    const staff = asStaff(actor)
    const codes = placesOf(staff).flatMap((place) => (hasRight(place, 'dossier.assign') ? [place.departmentCode] : []))
    const officers = await officersOf(db, staff.communeId, codes)
    const [held, departments] = await Promise.all([
      loadOf(
        db,
        staff.communeId,
        officers.map(({ id }) => id),
      ),
      db.department.findMany({ where: { communeId: staff.communeId, code: { in: codes } }, select: { code: true, name: true } }),
    ])
    const nameOf = (code: string) =>
      departments.length > 1 ? (departments.find((department) => department.code === code)?.name ?? null) : null
    return officers.map(({ id, fullName, departmentCode }) => ({
      ...{ to: id, name: fullName, department: nameOf(departmentCode) },
      holds: held.get(id) ?? 0,
    }))
  },
})

export type Assignee = Extract<Awaited<ReturnType<typeof findAssignees>>, { ok: true }>['value'][number]
