import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { actorId } from '@/lib/access/record'
import { removeDocuments } from '@/lib/dossiers/drafts'
import { lookUpOf } from '@/lib/dossiers/addresses'
import { issuePaper } from '@/lib/dossiers/issue-paper'
import { asChanges, EMPTY_LIFE_CYCLE, type LifeCycle } from '@/lib/dossiers/life-cycle'
import { notify } from '@/lib/dossiers/notify'
import { type Desk, feeRows, type Opened, openDossier } from '@/lib/dossiers/opening'
import { receiptFacts } from '@/lib/dossiers/receipt-facts'
import { moveFrom } from '@/lib/dossiers/rules'
import { takeNumber, yearOf } from '@/lib/dossiers/store'
import { transition } from '@/lib/dossiers/transition'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { columnOfLocalDate, localDateOf, parseLocalDate } from '@/lib/platform/local-date'
import { insertRows, type RowsOf, together } from '@/lib/platform/rows'
import { Refusal } from '@/lib/platform/refusal'
import { copiesAsked, requestSentence } from '@/lib/procedures/answers'
import { type FeeDue, feesDue, isInForce } from '@/lib/procedures/rules'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import { deleteIntakeRow, factsOf, type Intake, lockIntake } from '../intakes'
import { type CompleteIntake, intakeFaults, mayTakeIn, readIntakeData } from '../intake-rules'
import { OfIntake } from '../schema'

type TakingIn = { intake: Intake; complete: CompleteIntake; dossierId: string; fees: FeeDue[]; files: Intake['documents'] }

/**
 * Files and receives at once what a person has brought to the counter (NĐ 118/2025/NĐ-CP Điều 17 khoản 1; national status 2 without a 1 that
 * anybody waits at): code, applicant, answers, papers, fees, register number, clock and receipt in one transaction; then the intake is gone.
 * Answers the code and the receipt's id. However often it is sent, there is one dossier: the same request answers its first outcome, another
 * one waits for the intake's lock and is refused with the code.
 * Refusals: `draft_incomplete` with a sentence for each box, `already_filed`, `changed_meanwhile` when the procedure has a new version, `not_found`.
 */
export const takeInDossier = command({
  name: 'intake.receive',
  input: OfIntake,
  subject: (reading, { intakeId }) => lockIntake(reading, intakeId),
  allow: (actor) => mayTakeIn(actor),
  run: async (writing, _input, intake) => {
    const facts = factsOf(intake)
    if (!isInForce(intake.procedure, localDateOf(writing.now))) throw new Refusal('changed_meanwhile')
    const complete = readIntakeData(facts)
    if (!complete)
      throw new Refusal('draft_incomplete', {}, Object.fromEntries(intakeFaults(facts).map((fault) => [fault.field, fault.sentence])))
    const kept = new Set(complete.papers.flatMap(({ position, check }) => (check === 'NOT_NEEDED' ? [] : [position])))
    const files = intake.documents.filter(({ position }) => position !== null && kept.has(position))
    const taking = { intake, complete, dossierId: writing.newId(), fees: feesOf(writing, intake, complete), files }
    const opened = await openDossier(writing, openingOf(taking))
    const received = await receive(writing, taking, opened)
    // At once and not with `put`: the files are moved to the dossier next.
    await writing.db.$executeRaw(
      together([insertRows('dossier', [{ ...opened.row, ...received, version: 2 }]), ...rowsOf(writing, taking)]),
    )
    await moveFiles(writing, taking)
    const receiptId = await issueReceipt(writing, taking, { ...opened, received })
    if (complete.person.email) await notify(writing, { communeId: intake.communeId, id: taking.dossierId }, 'received')
    await deleteIntakeRow(writing.db, intake)
    return { code: opened.set.code, dossierId: taking.dossierId, receiptId }
  },
  about: (_input, _intake, { dossierId }) => ({ kind: 'dossier', id: dossierId }),
})

const feesOf = ({ now }: Writing, { procedure, data }: Intake, { answers }: CompleteIntake): FeeDue[] =>
  feesDue({ rules: procedure.fees, channel: 'COUNTER', on: localDateOf(now), quantity: copiesAsked(answers), conditions: data.fees })

const openingOf = ({ intake, complete, dossierId, files }: TakingIn) => ({
  communeId: intake.communeId,
  dossierId,
  begunAs: intake.id,
  // Whose it is, the personal number says; nobody has signed in.
  citizenId: null,
  procedure: intake.procedure,
  channel: 'COUNTER' as const,
  returnMethod: complete.returnMethod,
  hasComponentFile: files.length > 0,
  said: { ...complete, files: files.map(({ sha256 }) => sha256) },
})

/** The receipt as the table of moves has it, from the state that the first event has set; with its own event. Answers the columns that it sets. */
async function receive(
  writing: Writing,
  { intake, dossierId }: TakingIn,
  { set, calendar }: { set: Opened; calendar: WorkCalendar },
): Promise<Partial<LifeCycle>> {
  const { db, actor, now } = writing
  const { communeId, procedure } = intake
  const year = yearOf(now)
  const registerNumber = await takeNumber(db, communeId, { kind: `REGISTER ${procedure.field.code}`, period: String(year) })
  const before = { ...EMPTY_LIFE_CYCLE, ...set }
  const deskDepartment = set.holderDepartment ?? set.departmentCode
  const received = {
    ...transition(before, moveFrom('submitted', 'receive'), {
      ...{ now, actor, calendar, limit: procedure.limit, deskDepartment, approverDepartment: set.departmentCode, pauses: [] },
      ...{ issuerDepartment: deskDepartment, way: procedure.steps },
    }),
    registerYear: year,
    registerNumber,
  }
  writing.chain(communeId, {
    kind: 'event',
    note: null,
    content: {
      ...{ dossierId, seq: 2, at: now, step: 'receive', actorKind: actor.kind, actorId: actorId(actor) },
      ...{ changes: asChanges(received), contentHash: null },
    },
  })
  return received
}

/** Writes of who applies, what for, what was handed over and what it costs. */
function rowsOf(writing: Writing, { intake, complete, dossierId, fees }: TakingIn): Prisma.Sql[] {
  const { actor, now } = writing
  const { communeId, data, procedure, form } = intake
  const { person, principal, answers, papers, returnAddress } = complete
  const birthDate = data.birthDate === null ? null : parseLocalDate(data.birthDate)
  const applicant = {
    ...{
      communeId,
      dossierId,
      ...person,
      foldedName: fold(person.fullName),
      personalNumberHash: hashPersonalNumber(person.personalNumber),
    },
    ...{ birthDate: birthDate && columnOfLocalDate(birthDate), returnAddress, ...(principal ? { principal } : {}) },
  }
  const request = requestSentence(answers, procedure.name)
  const by = { checkedBy: asStaff(actor).staffId, checkedAt: now }
  const components = papers.map((paper): RowsOf['dossier_component'] => ({
    ...{ communeId, dossierId, ...paper },
    ...(paper.check === 'NOT_PRESENTED' ? { checkedBy: null, checkedAt: null } : by),
  }))
  return [
    insertRows('dossier_applicant', [applicant]),
    insertRows('dossier_answer', [{ communeId, dossierId, formId: form.id, values: answers, request }]),
    ...(components.length > 0 ? [insertRows('dossier_component', components)] : []),
    ...(fees.length > 0 ? [insertRows('fee_line', feeRows(writing, { communeId, dossierId }, fees))] : []),
  ]
}

/** The intake's files become the dossier's; those for a component that turned out not to belong are let go. */
async function moveFiles(writing: Writing, { intake, dossierId, files }: TakingIn): Promise<void> {
  const { communeId, id: intakeId, documents } = intake
  await removeDocuments(
    writing,
    communeId,
    documents.filter((document) => !files.includes(document)),
  )
  if (files.length > 0) await writing.db.document.updateMany({ where: { communeId, intakeId }, data: { intakeId: null, dossierId } })
}

type Received = { set: Opened; desk: Desk; calendar: WorkCalendar; received: Partial<LifeCycle> }

/** Mẫu 01, as every receipt, with the sheets that the counter has kept and what was only shown. Answers its id. */
async function issueReceipt(writing: Writing, taking: TakingIn, { set, desk, calendar, received }: Received): Promise<string> {
  const { db, actor, now } = writing
  const { intake, complete, dossierId, fees, files } = taking
  const { communeId, procedure } = intake
  const { receivedAt, dueAt, registerNumber } = received
  if (!receivedAt || !dueAt || !registerNumber) throw new Error('A receipt is issued once the clock has started')
  const year = yearOf(now)
  const number = await takeNumber(db, communeId, { kind: 'RECEIPT', period: String(year) })
  const named = complete.papers.map((paper) => ({
    ...paper,
    name: procedure.components.find(({ position }) => position === paper.position)?.name ?? '',
    hasFile: files.some(({ position }) => position === paper.position),
  }))
  const facts = receiptFacts({
    commune: desk.commune,
    code: set.code,
    channel: set.channel,
    returnMethod: set.returnMethod,
    procedureCode: procedure.code,
    limit: procedure.limit,
    applicant: { ...complete.person, principal: complete.principal },
    request: requestSentence(complete.answers, procedure.name),
    filed: named
      .filter(({ originals, certified, copies, hasFile }) => originals + certified + copies > 0 || hasFile)
      // A picture of a paper that went back into its owner's hand is an electronic copy and nothing else.
      .map((paper) => ({ ...paper, electronic: paper.originals + paper.certified + paper.copies === 0 })),
    presented: named.filter(({ shown }) => shown).map(({ name }) => name),
    toPresent: named.filter(({ check }) => check === 'NOT_PRESENTED').map(({ name }) => name),
    feeLines: fees,
    paidBy: null,
    calendar,
    receivedAt,
    dueAt,
    number,
    ordinal: registerNumber,
    year,
    receiver: asStaff(actor).fullName,
    lookup: lookUpOf(desk.commune, set.code),
  })
  return issuePaper(writing, { communeId, id: dossierId }, { kind: 'RECEIPT', number, year, facts })
}
