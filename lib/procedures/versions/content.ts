/**
 * What a version of a procedure says, while it is being written: the same facts as its rows, kept as one value under the procedure's draft.
 * Every part of it was judged when it was saved; what only holds between parts is judged by `rules.ts`.
 */
import { z } from 'zod'
import { DayText } from '@/lib/platform/day-text'
import { FeeChannel, FeeKind, FeePer, LimitUnit, OnlineLevel, Requirement, Role, StepKind } from '@/prisma/generated/enums'
import { LegalBasis } from '../schema'
import type { Procedure } from '../store'

const Day = DayText('Ngày này không có trong lịch')

/** `from` null: from the first day of the version; `to` null: until something newer says otherwise. */
const DraftFee = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(FeeKind),
  amount: z.int(),
  per: z.enum(FeePer),
  channel: z.enum(FeeChannel),
  condition: z.string().nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  source: z.string().nullable(),
  unverified: z.boolean(),
})

const DraftPaper = z.object({
  /** What answers and files of a citizen's draft follow when the law changes; it stays when the paper is renamed. */
  key: z.string(),
  name: z.string(),
  note: z.string().nullable(),
  question: z.string().nullable(),
  requirement: z.enum(Requirement),
  originals: z.int(),
  copies: z.int(),
  formName: z.string().nullable(),
})

const DraftStep = z.object({
  kind: z.enum(StepKind),
  name: z.string(),
  role: z.enum(Role).nullable(),
  departmentCode: z.string().nullable(),
  minutes: z.int(),
})

export const Content = z.object({
  name: z.string(),
  shortName: z.string(),
  lead: z.string(),
  result: z.string(),
  limit: z.object({ value: z.int(), unit: z.enum(LimitUnit) }),
  limitNote: z.string().nullable(),
  onlineLevel: z.enum(OnlineLevel),
  bring: z.string().nullable(),
  departmentCode: z.string(),
  interAgency: z.boolean(),
  feeSentence: z.string(),
  feeShort: z.string(),
  fees: z.array(DraftFee),
  legalBasis: LegalBasis,
  verified: z.boolean(),
  papers: z.array(DraftPaper),
  way: z.array(DraftStep),
  /** The first day on which the version holds; null: not said yet. */
  firstDay: Day.nullable(),
})

export type Content = z.output<typeof Content>
export type DraftFee = Content['fees'][number]
export type DraftPaper = Content['papers'][number]
export type DraftStep = Content['way'][number]

/** The lists of a version whose entries are written one by one. */
export const LISTS = ['fees', 'papers', 'way'] as const
export type List = (typeof LISTS)[number]

/** What a version says, to be gone on from. */
export function contentOf(version: Version): Content {
  const { name, shortName, lead, result, limit, limitNote, onlineLevel, bring, departmentCode, interAgency } = version
  const { feeSentence, feeShort, legalBasis, verified, validFrom } = version
  return {
    ...{ name, shortName, lead, result, limit, limitNote, onlineLevel, bring, departmentCode, interAgency },
    ...{ feeSentence, feeShort, legalBasis, verified, firstDay: validFrom },
    fees: version.fees.map(({ validFrom: from, validTo: to, ...fee }) => ({ ...fee, from: from <= validFrom ? null : from, to })),
    papers: version.components.map(({ position: _place, ...paper }) => paper),
    way: version.steps.map(({ position: _place, ...step }) => step),
  }
}

/** The departments that a version names, each once. */
export const departmentsIn = ({ departmentCode, way }: Pick<Content, 'departmentCode' | 'way'>): string[] => [
  ...new Set([departmentCode, ...way.flatMap((step) => step.departmentCode ?? [])]),
]

/** A version as `contentOf` needs it: with what the office notes of each fee. */
export type Version = Omit<Procedure, 'fees'> & {
  fees: (Procedure['fees'][number] & { source: string | null; unverified: boolean })[]
}
