import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { staffOnly } from '@/lib/access/policy'
import { loadCalendar } from '@/lib/deadlines/store'
import { maskPersonalNumber } from '@/lib/people/rules'
import type { Prisma } from '@/prisma/generated/client'
import { explainDue, standingOf } from './follow'
import { permittedSteps } from './rules'
import { DossierCode } from './schema'
import { visibleTo } from './store'

const DOSSIER = {
  id: true,
  communeId: true,
  code: true,
  version: true,
  stage: true,
  channel: true,
  returnMethod: true,
  holderKind: true,
  holderDepartment: true,
  holderStaffId: true,
  processorId: true,
  departmentCode: true,
  nextDueAt: true,
  submittedAt: true,
  receivedAt: true,
  dueAt: true,
  appointmentAt: true,
  finishedAt: true,
  returnedAt: true,
  registerYear: true,
  registerNumber: true,
  hasResultFile: true,
  department: { select: { name: true } },
  procedureVersion: {
    select: {
      procedureCode: true,
      name: true,
      shortName: true,
      result: true,
      limitValue: true,
      limitUnit: true,
      components: { orderBy: { position: 'asc' }, select: { position: true, name: true, note: true, requirement: true, originals: true, copies: true } },
      fees: { where: { condition: { not: null } }, select: { code: true, name: true, amount: true, per: true, condition: true, channel: true } },
    },
  },
  applicant: true,
  answer: { select: { values: true, request: true, form: { select: { definition: true } } } },
  components: { orderBy: { position: 'asc' }, select: { position: true, applies: true, check: true, note: true } },
  documents: {
    orderBy: { createdAt: 'asc' },
    select: { id: true, purpose: true, position: true, fileName: true, mediaType: true, size: true, pages: true },
  },
  events: {
    orderBy: { seq: 'desc' },
    take: 100,
    select: { seq: true, at: true, step: true, actorKind: true, actorId: true, changes: true, note: { select: { text: true } } },
  },
  feeLines: { select: { code: true, name: true, amount: true, quantity: true, paymentId: true } },
  payments: { where: { status: 'PAID' }, select: { method: true, amount: true, paidAt: true } },
  papers: { orderBy: { issuedAt: 'asc' }, select: { id: true, kind: true, number: true, issuedAt: true } },
  handOver: { select: { method: true, receiverName: true, isApplicant: true, note: true, at: true } },
} satisfies Prisma.DossierSelect

/**
 * Everything a member of staff works with on one dossier, the personal number masked, with the steps that they may take now.
 * Who looked is logged. Refusals: `not_found` also where it is not theirs to see.
 */
export const readDossier = query({
  name: 'dossier.read',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({ where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] }, select: DOSSIER }),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor, now }, _input, dossier) => {
    const { communeId } = dossier
    const staffIds = [...new Set([...dossier.events.map((event) => event.actorId), dossier.holderStaffId].filter((id) => id !== null))]
    const [calendar, staff, departments] = await Promise.all([
      loadCalendar(db, communeId),
      db.staff.findMany({ where: { communeId, id: { in: staffIds } }, select: { id: true, fullName: true, position: true } }),
      db.department.findMany({ where: { communeId }, select: { code: true, name: true } }),
    ])
    const nameOf = (id: string | null) => staff.find((person) => person.id === id)?.fullName ?? null
    const departmentName = (code: string | null) => departments.find((department) => department.code === code)?.name ?? null
    const { applicant, events, ...rest } = dossier
    return {
      ...rest,
      applicant: applicant && {
        fullName: applicant.fullName,
        maskedNumber: maskPersonalNumber(applicant.personalNumber),
        birthDate: applicant.birthDate,
        phone: applicant.phone,
        email: applicant.email,
        address: applicant.address,
        returnAddress: applicant.returnAddress,
        principal: applicant.principal,
      },
      events: events.map(({ actorId, actorKind, ...event }) => ({
        ...event,
        by: actorKind === 'staff' ? nameOf(actorId) : actorKind === 'citizen' ? (applicant?.fullName ?? 'Người nộp') : 'Hệ thống',
      })),
      holder: nameOf(dossier.holderStaffId) ?? departmentName(dossier.holderDepartment),
      steps: permittedSteps(actor, dossier),
      due: explainDue(dossier, calendar, now),
      standing: standingOf(dossier, calendar, now),
      departments,
      now,
    }
  },
  logsRead: (_input, dossier) => ({ kind: 'dossier', id: dossier.id }),
})

/** The applicant's whole personal number, for the one who needs it at the counter; each look is logged. */
export const revealPersonalNumber = query({
  name: 'dossier.reveal_personal_number',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [{ communeId: actor.communeId, code }, visibleTo(actor)] },
      select: { id: true, applicant: { select: { personalNumber: true } } },
    }),
  allow: (actor) => staffOnly(actor),
  run: async (_reading, _input, dossier) => ({ personalNumber: dossier.applicant?.personalNumber ?? null }),
  logsRead: (_input, dossier) => ({ kind: 'dossier', id: dossier.id, detail: { field: 'personalNumber' } }),
})
