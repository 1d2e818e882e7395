import { hasRight, placesOf, type Right, type StaffActor } from '@/lib/access/policy'
import type { Prisma } from '@/prisma/generated/client'
import type { Role, Stage } from '@/prisma/generated/enums'
import { STAGES } from './rules'
import { WARNINGS, WARNS, type WarningKind } from './watch-rules'

/**
 * Whose next step it is where no person holds the dossier: who has this right, in the department that holds it or anywhere in the commune. A stage that
 * is not here waits for its applicant, is always in somebody's hand, or is over.
 */
const ACTS_AT: Partial<Record<Stage, { right: Right; anywhere: boolean }>> = {
  submitted: { right: 'dossier.receive', anywhere: false },
  withdrawal_asked: { right: 'dossier.receive', anywhere: false },
  received: { right: 'dossier.forward', anywhere: false },
  in_department: { right: 'dossier.process', anywhere: false },
  with_agency: { right: 'dossier.process', anywhere: false },
  awaiting_approval: { right: 'dossier.approve', anywhere: false },
  // The registrar works for the whole commune.
  awaiting_issue: { right: 'dossier.issue', anywhere: true },
}

/** Who answers for a department: its head, the director of the desk, the leaders for the leadership. */
const HEADS: readonly Role[] = ['department_head', 'centre_director', 'leader']

const kindsFor = (to: (typeof WARNS)[WarningKind]): WarningKind[] => WARNINGS.filter((kind) => WARNS[kind] === to)

/**
 * Which warnings stand on this person's day, also in place of an absent colleague: of what they hold or have to take, of what the department that
 * they answer for lets lie, of what the commune lets lie, and of whom they have asked in vain. Who has the dossier now is asked, not who had it when it was written: work that has
 * passed into other hands is warned of there.
 */
export function warningsFor(actor: StaffActor): Prisma.WarningWhereInput[] {
  return placesOf(actor).flatMap((place): Prisma.WarningWhereInput[] => {
    const { staffId, departmentCode, roles } = place
    const acts = STAGES.flatMap((stage): Prisma.DossierWhereInput[] => {
      const at = ACTS_AT[stage]
      return at && hasRight(place, at.right)
        ? [{ stage, holderStaffId: null, ...(at.anywhere ? {} : { holderDepartment: departmentCode }) }]
        : []
    })
    const held = [{ holderStaffId: staffId }, ...acts]
    // What waits for a signature is missed first by the department whose work it is: its head hears it too, for perhaps nobody is there who signs.
    const toSign = { stage: 'awaiting_approval', departmentCode } as const
    return [
      { kind: { notIn: kindsFor('asker') }, dossier: { OR: held } },
      // Before receipt the desk has asked; after it whoever works on the dossier, and the head may stop it.
      { kind: { in: kindsFor('asker') }, dossier: { processorId: staffId } },
      ...(hasRight(place, 'dossier.receive') ? [{ kind: { in: kindsFor('asker') }, dossier: { receivedAt: null } }] : []),
      ...(roles.some((role) => HEADS.includes(role))
        ? [
            { kind: { in: kindsFor('head') }, dossier: { OR: [{ holderDepartment: departmentCode }, toSign] } },
            { kind: { in: kindsFor('leader') }, dossier: toSign },
            { kind: { in: kindsFor('asker') }, dossier: { departmentCode, receivedAt: { not: null } } },
          ]
        : []),
      ...(roles.includes('leader') ? [{ kind: { in: kindsFor('leader') } }] : []),
    ]
  })
}
