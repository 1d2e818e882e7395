import { command } from '@/lib/access/gate'
import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { actorAt } from '@/lib/access/record'
import { lookUpOf } from '@/lib/dossiers/addresses'
import { type RegisterNumber, takePaperNumber, takeRegisterNumber } from '@/lib/dossiers/books/store'
import { issuePaper } from '@/lib/dossiers/issue-paper'
import { receivedElsewhere } from '@/lib/dossiers/letterhead'
import { asChanges, EMPTY_LIFE_CYCLE, type LifeCycle } from '@/lib/dossiers/life-cycle'
import { notify } from '@/lib/dossiers/notify'
import { type Desk, type Opened, openDossier } from '@/lib/dossiers/opening'
import { papersOnReceipt } from '@/lib/dossiers/receipt'
import { bookOnReceipt, receiptFacts } from '@/lib/dossiers/receipt-facts'
import { moveFrom } from '@/lib/dossiers/rules'
import { transition } from '@/lib/dossiers/transition'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { insertRows, together } from '@/lib/platform/rows'
import { requestSentence } from '@/lib/procedures/answers'
import { type Filing, filingOf, moveFiles, openingOf, rowsOf } from '../filing'
import { deleteIntakeRow, lockIntake, readFor } from '../intakes'
import { mayTakeIn } from '../intake-rules'
import { OfIntake } from '../schema'

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
    const complete = readFor(writing, intake, { outcome: 'receive' })
    const taking = filingOf(writing, intake, complete)
    const opened = await openDossier(writing, openingOf(taking))
    const { communeId } = taking
    const entry = await takeRegisterNumber(writing, { communeId, field: intake.procedure.field.code })
    const received = receive(writing, taking, { ...opened, entry })
    // At once and not with `put`: the files are moved to the dossier next.
    await writing.db.$executeRaw(
      together([insertRows('dossier', [{ ...opened.row, ...received, version: 2 }]), ...rowsOf(writing, taking)]),
    )
    await moveFiles(writing, taking)
    const receiptId = await issueReceipt(writing, taking, { ...opened, received, entry })
    if (complete.person.email) await notify(writing, { communeId, id: taking.dossierId }, 'received')
    await deleteIntakeRow(writing.db, intake)
    return { code: opened.set.code, communeId, dossierId: taking.dossierId, receiptId }
  },
  about: (_input, _intake, { communeId, dossierId }) => ({ kind: 'dossier', id: dossierId, communeId }),
})

/** The receipt as the table of moves has it, from the state that the first event has set; with its own event. Answers the columns that it sets. */
function receive(
  writing: Writing,
  { intake, communeId, dossierId }: Filing,
  { set, calendar, entry }: { set: Opened; calendar: WorkCalendar; entry: RegisterNumber },
): Partial<LifeCycle> {
  const { actor, now } = writing
  const { procedure } = intake
  const before = { ...EMPTY_LIFE_CYCLE, ...set }
  const deskDepartment = set.holderDepartment ?? set.departmentCode
  const received = {
    ...transition(before, moveFrom('submitted', 'receive'), {
      ...{ now, actor, calendar, limit: procedure.limit, deskDepartment, approverDepartment: set.departmentCode, pauses: [] },
      ...{ issuerDepartment: deskDepartment, way: procedure.steps },
    }),
    registerYear: entry.year,
    registerNumber: entry.ordinal,
  }
  writing.chain(communeId, {
    kind: 'event',
    note: null,
    content: {
      ...{ dossierId, seq: 2, at: now, step: 'receive', ...actorAt(actor, communeId) },
      ...{ changes: asChanges(received), contentHash: null },
    },
  })
  return received
}

type Received = { set: Opened; desk: Desk; calendar: WorkCalendar; received: Partial<LifeCycle>; entry: RegisterNumber }

/** Mẫu 01, as every receipt, with the sheets that the counter has kept and what was only shown. Answers its id. */
async function issueReceipt(writing: Writing, taking: Filing, { set, desk, calendar, received, entry }: Received): Promise<string> {
  const { actor } = writing
  const { intake, communeId, complete, dossierId, fees, files } = taking
  const { procedure, decides } = intake
  const { receivedAt, dueAt } = received
  if (!receivedAt || !dueAt) throw new Error('A receipt is issued once the clock has started')
  const taken = await takePaperNumber(writing, { communeId: actor.communeId, kind: 'RECEIPT' })
  const named = complete.papers.map((paper) => ({
    ...paper,
    name: procedure.components.find(({ position }) => position === paper.position)?.name ?? '',
  }))
  const facts = receiptFacts({
    commune: desk.commune,
    ...(decides?.department ? receivedElsewhere(intake.commune, { ...decides, department: decides.department }) : {}),
    code: set.code,
    channel: set.channel,
    returnMethod: set.returnMethod,
    returnAddress: complete.returnAddress,
    procedureCode: procedure.code,
    limit: procedure.limit,
    applicant: { ...complete.person, principal: complete.principal },
    request: requestSentence(complete.answers, procedure.name),
    ...papersOnReceipt(named, new Set(files.map(({ position }) => position))),
    feeLines: fees,
    paidBy: null,
    calendar,
    receivedAt,
    dueAt,
    number: taken.number,
    book: bookOnReceipt(entry, procedure.field.mark, communeId === actor.communeId ? null : decides?.name),
    receiver: asStaff(actor).fullName,
    lookup: lookUpOf(desk.commune, set.code),
  })
  return issuePaper(writing, { communeId, id: dossierId }, { ...taken, facts })
}
