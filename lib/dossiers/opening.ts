import type { Writing } from '@/lib/access/gate'
import { actorAt } from '@/lib/access/record'
import { loadCalendar } from '@/lib/deadlines/store'
import type { WorkCalendar } from '@/lib/deadlines/working-time'
import { canonicalJson, sha256 } from '@/lib/platform/digest'
import { localDateOf } from '@/lib/platform/local-date'
import type { RowsOf } from '@/lib/platform/rows'
import type { FeeDue } from '@/lib/procedures/rules'
import type { Procedure } from '@/lib/procedures/store'
import type { Prisma } from '@/prisma/generated/client'
import type { Channel, ReturnMethod } from '@/prisma/generated/enums'
import { asChanges, type LifeCycle } from './life-cycle'
import { dossierCode } from './rules'
import { takeNumber } from './store'
import { answerDueAt } from './transition'

/** What a dossier is opened from, whoever files it. */
type Opening = {
  communeId: number
  /** Whose counter takes it in, where that is another commune's; left out: its own, or none. */
  receivingCommuneId?: number | null
  dossierId: string
  /** The draft or the counter's intake that it was: nobody files one twice. */
  begunAs: string
  citizenId: string | null
  procedure: Procedure
  channel: Channel
  returnMethod: ReturnMethod
  hasComponentFile: boolean
  /** All that was said, for the hash in the first event. */
  said: unknown
}

const DESK = {
  code: true,
  commune: { select: { agencyCode: true, name: true, parentAgency: true, centreName: true, placeName: true, phone: true, host: true } },
} satisfies Prisma.DepartmentSelect

export type Desk = Prisma.DepartmentGetPayload<{ select: typeof DESK }>

/** The columns that the first event sets. */
export type Opened = Pick<
  LifeCycle,
  | 'code'
  | 'channel'
  | 'departmentCode'
  | 'returnMethod'
  | 'stage'
  | 'holderKind'
  | 'holderDepartment'
  | 'nextDueAt'
  | 'submittedAt'
  | 'hasComponentFile'
> &
  Partial<Pick<LifeCycle, 'receivingCommuneId'>>

/**
 * Opens a dossier, new at the desk: takes its code and chains the event that says so. Answers its row, to be inserted by the caller, and what it
 * was opened with.
 */
export async function openDossier(
  writing: Writing,
  opening: Opening,
): Promise<{ row: RowsOf['dossier']; set: Opened; desk: Desk; calendar: WorkCalendar }> {
  const { db, actor, now, newId } = writing
  const { communeId, dossierId, procedure } = opening
  const calendar = await loadCalendar(db, communeId)
  const desk = await db.department.findFirstOrThrow({ where: { communeId, kind: 'DESK' }, select: DESK })
  const { agencyCode } = desk.commune
  const day = localDateOf(now)
  const number = await takeNumber(db, communeId, { kind: 'CODE', period: day.slice(2).replaceAll('-', '') })
  const set: Opened = {
    code: dossierCode(agencyCode, day, number),
    ...(opening.receivingCommuneId ? { receivingCommuneId: opening.receivingCommuneId } : {}),
    channel: opening.channel,
    departmentCode: procedure.departmentCode,
    returnMethod: opening.returnMethod,
    stage: 'submitted',
    holderKind: 'desk',
    holderDepartment: desk.code,
    nextDueAt: answerDueAt(now, calendar),
    submittedAt: now,
    hasComponentFile: opening.hasComponentFile,
  }
  const row = {
    communeId,
    id: dossierId,
    draftId: opening.begunAs,
    citizenId: opening.citizenId,
    procedureCode: procedure.code,
    versionId: procedure.versionId,
    fieldCode: procedure.field.code,
    competentAgencyCode: agencyCode,
    version: 1,
    ...set,
  }
  writing.chain(communeId, {
    kind: 'event',
    note: null,
    content: {
      dossierId,
      seq: 1,
      at: now,
      step: 'submit',
      ...actorAt(actor, communeId),
      changes: asChanges(set),
      contentHash: sha256(`${newId()}\n${canonicalJson(opening.said)}`),
    },
  })
  return { row, set, desk, calendar }
}

/** What has to be paid, as the dossier's lines. */
export const feeRows = (
  { now, newId }: Pick<Writing, 'now' | 'newId'>,
  { communeId, dossierId }: { communeId: number; dossierId: string },
  fees: readonly FeeDue[],
): RowsOf['fee_line'][] => fees.map((fee) => ({ communeId, id: newId(), dossierId, ...fee, createdAt: now }))
