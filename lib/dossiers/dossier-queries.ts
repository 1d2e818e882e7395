import { z } from 'zod'
import { query } from '@/lib/access/gate'
import { asStaff, hasRight, staffOnly } from '@/lib/access/policy'
import { dueStanding } from '@/lib/deadlines/standing'
import { loadCalendar } from '@/lib/deadlines/store'
import type { Tx } from '@/lib/platform/db'
import { parseAnswers, summary } from '@/lib/procedures/answers'
import { FormDefinition } from '@/lib/procedures/e-form'
import { WAY } from '@/lib/procedures/way'
import type { Prisma } from '@/prisma/generated/client'
import { openedOf } from './approvals'
import { ISSUED_PAPERS } from './paper-queries'
import { isOpen, mayAskOpinion } from './consultation-rules'
import { namesOf } from './control'
import { findAsked, namedIn, QUESTIONS, shownQuestion } from './consultations'
import { explainDue, explainIfReceived, standingOf } from './follow'
import { maskedApplicant } from './masked-applicant'
import { CONDITIONAL_FEES, possibleFees } from './possible-fees'
import { FEES, refundOf } from './refunds'
import type { Step } from './move-rules'
import { deskOf, permittedSteps } from './rules'
import { DECLARED } from './supplements'
import { DossierCode } from './schema'
import { NOTHING_HELD } from './sheets'
import { isAskedOf } from './shelves'
import { codedAtDesk, readableBy, STANDING } from './store'
import { owed } from './unpaid'
import { wayStood } from './way-rules'
import { heldWords, PLACE_WORDS } from './words'

/** Newest acts of a dossier that its page shows; an undisturbed one has eight. */
const SHOWN_EVENTS = 100

const DOSSIER = {
  ...STANDING,
  id: true,
  code: true,
  version: true,
  channel: true,
  returnMethod: true,
  nextDueAt: true,
  submittedAt: true,
  dueAt: true,
  appointmentAt: true,
  stepDueAt: true,
  outcome: true,
  resultNumber: true,
  finishedAt: true,
  closedAt: true,
  hasResultFile: true,
  procedureVersion: {
    select: {
      procedureCode: true,
      name: true,
      shortName: true,
      result: true,
      limitValue: true,
      limitUnit: true,
      onlineLevel: true,
      bring: true,
      components: {
        orderBy: { position: 'asc' },
        select: { position: true, name: true, note: true, requirement: true, originals: true, copies: true },
      },
      fees: CONDITIONAL_FEES,
      steps: WAY,
    },
  },
  department: { select: { name: true } },
  commune: { select: { name: true } },
  receivingCommune: { select: { name: true, centreName: true } },
  applicant: {
    select: {
      fullName: true,
      personalNumber: true,
      birthDate: true,
      phone: true,
      email: true,
      address: true,
      returnAddress: true,
      principal: true,
    },
  },
  answer: { select: { values: true, form: { select: { definition: true } } } },
  components: {
    select: { position: true, applies: true, check: true, note: true, originals: true, certified: true, copies: true, shown: true },
  },
  documents: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, purpose: true, position: true, fileName: true, mediaType: true, size: true, pages: true, supersededAt: true },
  },
  supplements: {
    orderBy: { number: 'desc' },
    take: 20,
    select: {
      number: true,
      askedAt: true,
      answeredAt: true,
      paperId: true,
      items: { orderBy: { position: 'asc' }, select: { position: true, reason: true, answer: true } },
    },
  },
  events: {
    orderBy: { seq: 'desc' },
    take: SHOWN_EVENTS,
    select: { seq: true, at: true, step: true, actorKind: true, actorId: true, changes: true, note: { select: { text: true } } },
  },
  feeLines: { orderBy: FEES.orderBy, select: { ...FEES.select, cancelledAt: true } },
  papers: ISSUED_PAPERS,
  agencyLegs: {
    orderBy: { number: 'asc' },
    select: { number: true, agencyCode: true, request: true, handedAt: true, dueAt: true, returnedAt: true, answer: true },
  },
  extension: { select: { reason: true, newDueAt: true, draftedAt: true, issuedAt: true } },
  consultations: QUESTIONS,
  handOver: { select: { method: true, receiverName: true, trackingNumber: true } },
} satisfies Prisma.DossierSelect

type Row = Prisma.DossierGetPayload<{ select: typeof DOSSIER }>

/**
 * Everything a member of staff works with on one dossier, the personal number masked, with the steps that they may take now.
 * Who looked is logged. Refusals: `not_found` also where it is not theirs to see.
 */
export const readDossier = query({
  name: 'dossier.read',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({ where: { AND: [codedAtDesk(actor, code), readableBy(actor)] }, select: DOSSIER }),
  allow: (actor) => staffOnly(actor),
  run: async ({ db, actor, now }, _input, row) => {
    const [calendar, names, asked] = await Promise.all([
      loadCalendar(db, row.communeId),
      namesIn(db, row),
      findAsked(db, row.communeId, { rows: row.consultations, now }),
    ])
    const { procedureVersion, components, documents, events, supplements, consultations, ...rest } = row
    const { applicant, answer, holderStaffId, holderDepartment, ...dossier } = rest
    const { components: listed, fees, steps: way, ...procedure } = procedureVersion
    const feeLines = row.feeLines.filter(({ cancelledAt }) => cancelledAt === null)
    const answers = parseAnswers(answer?.values ?? {})
    const isOwn = row.communeId === actor.communeId
    const current = documents.filter(({ supersededAt }) => supersededAt === null)
    const acts = events.map(({ step, at, actorId }) => ({ step, at, by: names.staff(actorId) }))
    const steps = permittedSteps(actor, row)
    const answerBy = isAskedOf(asStaff(actor), row) ? row.stepDueAt : null
    // Only who signs is asked whether they have looked.
    const mayApprove = steps.some(({ step }) => step === 'approve')
    const toSee = mayApprove ? current.flatMap(({ id, purpose }) => (purpose === 'RESULT' ? [id] : [])) : []
    const opened = await openedOf({ db, actor }, toSee)
    const ofPurpose = (purpose: (typeof documents)[number]['purpose']) => current.filter((document) => document.purpose === purpose)
    return {
      ...dossier,
      procedure,
      applicant: applicant && maskedApplicant(applicant),
      said: answer ? summary(FormDefinition.parse(answer.form.definition), answers) : [],
      components: listed.map((component) => ({
        ...component,
        ...standingIn(components, component.position),
        need: component.note,
        files: ofPurpose('COMPONENT').filter(({ position }) => position === component.position),
      })),
      feeLines,
      cancelledFees: row.feeLines.filter(({ cancelledAt }) => cancelledAt !== null),
      refund: refundOf(feeLines),
      owed: owed({ ...row, feeLines }),
      /** Whether it is this officer's own commune that decides; else their counter has only received it. */
      isOwn,
      mayRecordPayment: hasRight(actor, 'payment.record'),
      results: ofPurpose('RESULT').map((document) => ({ ...document, isOpened: opened.has(document.id) })),
      superseded: documents.filter(({ supersededAt }) => supersededAt !== null),
      supplements: supplements.map(({ items, ...request }) => ({
        ...request,
        items: items.map(({ position, reason, answer }) => ({
          name: listed.find((component) => component.position === position)?.name ?? DECLARED.name,
          ...{ position, reason },
          // What is being written is the applicant's until she sends it.
          answer: request.answeredAt === null ? null : answer,
        })),
      })),
      way: wayStood(way, row, { acts, isAsking: consultations.some(isOpen) }).map(({ departmentCode, ...step }) => ({
        ...step,
        department: names.department(departmentCode),
      })),
      events: events.map(({ actorKind, actorId, note, changes, ...event }) => ({
        ...event,
        note: note?.text ?? null,
        to: GIVES.has(event.step)
          ? (names.staff(columnIn(changes, 'holderStaffId')) ?? names.department(columnIn(changes, 'holderDepartment')))
          : null,
        by: actorKind === 'citizen' ? (applicant?.fullName ?? 'Người nộp') : (names.staff(actorId) ?? 'Hệ thống'),
      })),
      agencyLegs: row.agencyLegs.map(({ agencyCode, ...leg }) => ({
        ...leg,
        agency: names.department(agencyCode) ?? agencyCode,
        standing: dueStanding(leg.returnedAt ?? now, leg.dueAt, calendar),
      })),
      questions: consultations.map((question) => shownQuestion(question, { actor, dossier: row, asked, nameOf: names.staff, now })),
      mayAskOpinion: mayAskOpinion(actor, row) === true,
      holder: inOffice(placeless(row) ?? names.staff(holderStaffId) ?? names.department(holderDepartment), row, { isOwn }),
      steps,
      /** By when this person's own agency has to answer, whenever the whole dossier is due; null: it is not asked. */
      answerBy,
      standing: answerBy === null ? standingOf(row, calendar, now) : dueStanding(now, answerBy, calendar),
      due: explainDue({ ...row, events: events.toReversed() }, calendar, now),
      ifReceived: row.receivedAt ? null : explainIfReceived(procedure, calendar, now),
      feesToDecide: possibleFees({ ...row, answers: answer?.values }, fees, now),
      calendar,
      now,
    }
  },
  logsRead: (_input, { id, communeId }) => ({ kind: 'dossier', id, communeId }),
})

/** Where it lies, in words, when that is no department: with the registrar wherever that is, or with the applicant, who has something to do. */
function placeless({ stage, holderKind }: Pick<Row, 'stage' | 'holderKind'>): string | null {
  if (stage === 'awaiting_issue') return PLACE_WORDS.registrar
  return holderKind === 'applicant' ? PLACE_WORDS.applicant : null
}

/** Who holds it, with the commune where that is not plain: two of them have a counter, and an office is read from the other one. */
function inOffice(holder: string | null, row: Row, { isOwn }: { isOwn: boolean }): string | null {
  const { communeId, commune, receivingCommune } = row
  const desk = deskOf(row)
  if (receivingCommune && desk !== null && desk !== communeId) return `${receivingCommune.centreName}, ${receivingCommune.name}`
  return holder === null || isOwn || row.holderKind === 'applicant' ? holder : `${holder}, ${commune.name}`
}

/** A dossier as its page shows it. */
export type StaffDossier = Extract<Awaited<ReturnType<typeof readDossier>>, { ok: true }>['value']

/** How a component stands: checked or not, and what of it the counter has on paper. */
function standingIn(rows: Row['components'], position: number) {
  const row = rows.find((component) => component.position === position)
  const { applies, check, note } = row ?? { applies: null, check: 'PENDING' as const, note: null }
  const { originals, certified, copies, shown } = row ?? NOTHING_HELD
  return { applies, check, note, held: row ? heldWords(row) : null, sheets: { originals, certified, copies, shown } }
}

/** Steps of which the history says to whom the dossier went. */
const GIVES: ReadonlySet<string> = new Set<Step>(['forward', 'assign', 'pass_on', 'pass_to_department', 'give_back', 'ask_agency'])

/** What an event set of who holds the dossier. */
function columnIn(changes: Prisma.JsonValue, column: 'holderDepartment' | 'holderStaffId'): string | null {
  const value = changes !== null && typeof changes === 'object' && !Array.isArray(changes) ? changes[column] : null
  return typeof value === 'string' ? value : null
}

/** The names behind the ids of a dossier, for the commune's own staff. */
async function namesIn(db: Tx, row: Row) {
  const { communeId, events, consultations, holderStaffId } = row
  const moved = events.flatMap(({ actorId, changes }) => [actorId, columnIn(changes, 'holderStaffId')])
  const [staff, departments] = await Promise.all([
    namesOf(db, row, [...moved, ...consultations.flatMap(namedIn), holderStaffId]),
    db.department.findMany({ where: { communeId }, select: { code: true, name: true } }),
  ])
  return {
    staff,
    department: (code: string | null) => departments.find((department) => department.code === code)?.name ?? null,
  }
}

/** The applicant's whole personal number, for the one who needs it at the counter; each look is logged. */
export const revealPersonalNumber = query({
  name: 'dossier.reveal_personal_number',
  input: z.object({ code: DossierCode }),
  subject: ({ db, actor }, { code }) =>
    db.dossier.findFirst({
      where: { AND: [codedAtDesk(actor, code), readableBy(actor)] },
      select: { communeId: true, id: true, applicant: { select: { personalNumber: true } } },
    }),
  allow: (actor) => staffOnly(actor),
  run: async (_reading, _input, { applicant }) => ({ personalNumber: applicant?.personalNumber ?? null }),
  logsRead: (_input, { communeId, id }) => ({ kind: 'dossier', id, communeId, detail: { field: 'personalNumber' } }),
})
