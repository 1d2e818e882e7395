/** A line of a register of before as the rows of an ordinary dossier, with the one event that says so. Pure. */
import type { EventContent } from '@/lib/audit/rules'
import { effectiveReceiptOf } from '@/lib/deadlines/rules'
import { blocksOn, type WorkCalendar } from '@/lib/deadlines/working-time'
import type { LocalDate } from '@/lib/platform/local-date'
import type { RowsOf } from '@/lib/platform/rows'
import { fold } from '@/lib/text/fold'
import { asChanges, EMPTY_LIFE_CYCLE, type LifeCycle } from '../life-cycle'
import type { PlacedLine } from './import-check'
import type { WrittenMoment } from './import-cells'
import { instantOf } from './import-lines'

/** What all lines of a file share. `noNumberHash`: the keyed hash of no personal number, which is nobody's. */
export type ImportTerms = {
  communeId: number
  agencyCode: string
  deskDepartment: string
  calendar: WorkCalendar
  noNumberHash: string
  /** Who had the register taken in, and when. */
  by: string
  now: Date
  newId: () => string
}

export type NumberedLine = PlacedLine & { code: string }

type ImportRows = {
  dossier: RowsOf['dossier']
  applicant: RowsOf['dossier_applicant']
  handOver: RowsOf['hand_over'] | null
  feeLine: RowsOf['fee_line'] | null
  payment: RowsOf['payment'] | null
  event: EventContent
}

/** Office hours of a day whose own are not known. */
const [OPENS, CLOSES] = [7 * 60, 17 * 60]
const opensOn = (day: LocalDate, calendar: WorkCalendar): number => blocksOn(day, calendar)[0]?.opens ?? OPENS
const closesOn = (day: LocalDate, calendar: WorkCalendar): number => blocksOn(day, calendar).at(-1)?.closes ?? CLOSES

const later = (one: Date, other: Date): Date => (one > other ? one : other)
const earlier = (one: Date, other: Date | null): Date => (other !== null && other < one ? other : one)

/**
 * When what happened, where the register names days alone: received as the office opened, everything else as it closed, so that a result of the due
 * day is in time. What is known to come after something is never before it.
 */
function momentsOf(line: PlacedLine, calendar: WorkCalendar) {
  const closing = (moment: WrittenMoment): Date => instantOf(moment, closesOn(moment.day, calendar))
  const receivedAt = instantOf(line.receivedAt, opensOn(line.receivedAt.day, calendar))
  const returnedAt = line.returnedAt && later(closing(line.returnedAt), receivedAt)
  return {
    receivedAt,
    dueAt: later(closing(line.dueAt), receivedAt),
    finishedAt: line.finishedAt && earlier(later(closing(line.finishedAt), receivedAt), returnedAt),
    returnedAt,
  }
}

/** The columns of its life: handed over, waiting for its owner, or still with the department that works on it. */
function lifeOf(line: NumberedLine, { calendar, deskDepartment }: ImportTerms): LifeCycle {
  const { receivedAt, dueAt, finishedAt, returnedAt } = momentsOf(line, calendar)
  const common = {
    ...EMPTY_LIFE_CYCLE,
    code: line.code,
    channel: line.channel,
    departmentCode: line.departmentCode,
    returnMethod: line.returnMethod,
    submittedAt: receivedAt,
    receivedAt,
    effectiveReceiptAt: effectiveReceiptOf(receivedAt, calendar),
    ...{ firstDueAt: dueAt, dueAt, appointmentAt: dueAt, finishedAt, returnedAt },
    registerYear: line.year,
    registerNumber: line.number,
    hasComponentFile: line.digitised,
    hasResultFile: line.digitised && finishedAt !== null,
  }
  if (returnedAt) return { ...common, stage: 'returned', holderKind: 'nobody', closedAt: returnedAt }
  const nextDueAt = dueAt
  if (finishedAt) return { ...common, stage: 'finished', holderKind: 'desk', holderDepartment: deskDepartment, nextDueAt }
  return { ...common, stage: 'in_department', holderKind: 'department', holderDepartment: line.departmentCode, nextDueAt }
}

/** All rows of a line. */
export function importRows(line: NumberedLine, terms: ImportTerms): ImportRows {
  const { communeId, newId, now, by } = terms
  const dossierId = newId()
  const key = { communeId, dossierId }
  const life = lifeOf(line, terms)
  const { version, fee, receiver, returnMethod, fullName } = line
  const payment =
    fee === 0 ? null : { ...key, id: newId(), method: 'CASH' as const, amount: fee, status: 'PAID' as const, paidAt: life.receivedAt }
  const createdAt = life.submittedAt
  const taker = returnMethod === 'COUNTER' ? receiver : null
  return {
    dossier: {
      ...life,
      ...{ communeId, id: dossierId, version: 1, versionId: version.id, procedureCode: version.procedureCode, fieldCode: version.field },
      competentAgencyCode: terms.agencyCode,
    },
    applicant: {
      ...key,
      ...{ fullName, foldedName: fold(fullName), address: line.address, phone: line.phone },
      ...{ personalNumber: '', personalNumberHash: terms.noNumberHash },
    },
    handOver: life.returnedAt && {
      ...key,
      ...{ method: returnMethod, receiverName: taker, at: life.returnedAt },
      isApplicant: taker === null ? null : fold(taker) === fold(fullName),
    },
    payment: payment && { ...payment, reference: `SO-${line.code}`, createdAt },
    feeLine: payment && {
      ...key,
      ...{ id: newId(), code: 'REGISTER', name: 'Phí, lệ phí ghi trong sổ', kind: 'CHARGE', amount: fee, quantity: 1, createdAt },
      paymentId: payment.id,
    },
    event: {
      ...{ dossierId, seq: 1, at: now, step: 'import', actorKind: 'staff', actorId: by, contentHash: null },
      changes: asChanges(life),
    },
  }
}
