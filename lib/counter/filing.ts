import type { Writing } from '@/lib/access/gate'
import { asStaff } from '@/lib/access/policy'
import { removeDocuments } from '@/lib/dossiers/drafts'
import { feeRows } from '@/lib/dossiers/opening'
import { hashPersonalNumber } from '@/lib/platform/crypto'
import { columnOfLocalDate, localDateOf, parseLocalDate } from '@/lib/platform/local-date'
import { insertRows, type RowsOf } from '@/lib/platform/rows'
import { copiesAsked, requestSentence } from '@/lib/procedures/answers'
import { type FeeDue, feesDue } from '@/lib/procedures/rules'
import { fold } from '@/lib/text/fold'
import type { Prisma } from '@/prisma/generated/client'
import type { Intake } from './intakes'
import type { CompleteIntake } from './intake-rules'

/** An intake on its way to becoming a dossier of the commune that decides; `receivingCommuneId`: whose counter it is, where that is another one. */
export type Filing = {
  intake: Intake
  communeId: number
  receivingCommuneId: number | null
  complete: CompleteIntake
  dossierId: string
  fees: FeeDue[]
  files: Intake['documents']
}

/** The intake with the id, the fees and the files of the dossier that it becomes. */
export function filingOf(writing: Writing, intake: Intake, complete: CompleteIntake): Filing {
  const kept = new Set(complete.papers.flatMap(({ position, check }) => (check === 'NOT_NEEDED' ? [] : [position])))
  const files = intake.documents.filter(({ position }) => position !== null && kept.has(position))
  if (!intake.decides) throw new Error('A complete intake names a commune that decides')
  const { id: communeId } = intake.decides
  const receivingCommuneId = communeId === intake.communeId ? null : intake.communeId
  return { intake, communeId, receivingCommuneId, complete, dossierId: writing.newId(), fees: feesOf(writing, intake, complete), files }
}

const feesOf = ({ now }: Writing, { procedure, data }: Intake, { answers }: CompleteIntake): FeeDue[] =>
  feesDue({ rules: procedure.fees, channel: 'COUNTER', on: localDateOf(now), quantity: copiesAsked(answers), conditions: data.fees })

/** What the dossier is opened with. */
export const openingOf = ({ intake, communeId, receivingCommuneId, complete, dossierId, files }: Filing) => ({
  ...{ communeId, receivingCommuneId, dossierId },
  begunAs: intake.id,
  // Whose it is, the personal number says; nobody has signed in.
  citizenId: null,
  procedure: intake.procedure,
  channel: 'COUNTER' as const,
  returnMethod: complete.returnMethod,
  hasComponentFile: files.length > 0,
  said: { ...complete, files: files.map(({ sha256 }) => sha256) },
})

/** Writes of who applies, what for, what was handed over and what it costs. */
export function rowsOf(writing: Writing, { intake, communeId, complete, dossierId, fees }: Filing): Prisma.Sql[] {
  const { actor, now } = writing
  const { data, procedure, form } = intake
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
    ...(paper.check === 'NOT_PRESENTED' || paper.check === 'PENDING' ? { checkedBy: null, checkedAt: null } : by),
  }))
  return [
    insertRows('dossier_applicant', [applicant]),
    insertRows('dossier_answer', [{ communeId, dossierId, formId: form.id, values: answers, request }]),
    ...(components.length > 0 ? [insertRows('dossier_component', components)] : []),
    ...(fees.length > 0 ? [insertRows('fee_line', feeRows(writing, { communeId, dossierId }, fees))] : []),
  ]
}

/** The intake's files become the dossier's; those for a component that turned out not to belong are let go. */
export async function moveFiles(writing: Writing, { intake, communeId, dossierId, files }: Filing): Promise<void> {
  const { communeId: from, id: intakeId, documents } = intake
  await removeDocuments(
    writing,
    from,
    documents.filter((document) => !files.includes(document)),
  )
  if (files.length > 0)
    await writing.db.document.updateMany({ where: { communeId: from, intakeId }, data: { communeId, intakeId: null, dossierId } })
}
