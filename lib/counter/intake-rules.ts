/**
 * What is still missing before a dossier can be received at the counter, and what it becomes then. Pure: the page and the receipt ask the same
 * functions, so neither can think an intake complete that the other refuses.
 */
import { z } from 'zod'
import type { Actor } from '@/lib/access/policy'
import { hasRight, placesOf } from '@/lib/access/policy'
import {
  applies,
  appliesBox,
  type Fault,
  faults,
  type FiledPrincipal,
  type NeededPaper,
  Principal,
  ReturnAddress,
} from '@/lib/dossiers/draft-rules'
import { Email, PersonalNumber, Phone } from '@/lib/people/schema'
import type { RefusalCode } from '@/lib/platform/refusal'
import { type Answers, answersSchema } from '@/lib/procedures/answers'
import { fieldsOf, type FormDefinition, KEYS } from '@/lib/procedures/e-form'
import { inSentence } from '@/lib/text/typed-date'
import type { ComponentCheck, ReturnMethod } from '@/prisma/generated/enums'
import { type IntakeData, NO_PAPER, type TypedPaper } from './schema'

/** Days after its last change an intake is deleted: whoever stood at the counter has long left, or came again. */
export const INTAKE_DAYS = 2

/** Who receives at the counter: whoever may receive at all, also in the place of an absent colleague. */
export function mayTakeIn(actor: Actor): true | RefusalCode {
  if (actor.kind === 'anonymous') return 'sign_in_needed'
  return actor.kind === 'staff' && placesOf(actor).some((place) => hasRight(place, 'dossier.receive')) ? true : 'not_allowed'
}

export type IntakeFacts = {
  data: IntakeData
  form: FormDefinition
  components: readonly NeededPaper[]
  /** Position of each file that lies with the intake. */
  files: readonly { position: number | null }[]
}

/** The kinds of sheets that a counter keeps, as the receipt counts them. */
export const SHEETS = ['originals', 'certified', 'copies'] as const
export type SheetKind = (typeof SHEETS)[number]

/** Names of a component's boxes: the sheets kept, and that it was only shown. */
export const countBox = (kind: SheetKind, position: number): string => `${kind}-${position}`
export const shownBox = (position: number): string => `shown-${position}`

const text = (sentence: string, limit: number) => z.string().trim().min(2, sentence).max(limit, `Dài quá ${limit} chữ. Viết gọn lại`)

const Person = z.object({
  fullName: text('Nhập họ và tên như trên giấy tờ tùy thân', 120),
  personalNumber: PersonalNumber,
  phone: Phone,
  email: Email,
  address: text('Nhập địa chỉ: số nhà, ấp hoặc đường, xã, tỉnh', 300),
})
type CounterPerson = z.output<typeof Person>

/** Sheets of one kind; a box left empty is none. */
const Sheets = z
  .string()
  .trim()
  .transform((typed) => (typed === '' ? '0' : typed))
  .pipe(z.string().regex(/^\d{1,2}$/, 'Số bản là số từ 0 đến 99'))
  .transform(Number)

/** What was handed over of one component. */
type TakenPaper = {
  position: number
  applies: boolean | null
  originals: number
  certified: number
  copies: number
  shown: boolean
  check: ComponentCheck
}

/**
 * The questions of an e-form that are asked at the counter: those that papers and fees are made from. The rest stands on the form that the
 * person has filled in and signed on paper, and is not typed off.
 */
export function counterForm({ sections }: FormDefinition): FormDefinition {
  const keys: readonly string[] = Object.values(KEYS)
  const kept = sections.flatMap(({ title, fields }) => {
    const asked = fields.filter(({ key }) => keys.includes(key))
    return asked.length === 0 ? [] : [{ title, fields: asked }]
  })
  return { sections: kept }
}

const filed = ({ forOther, papers }: IntakeData) => ({
  filedBy: forOther ? ('other' as const) : ('self' as const),
  applies: Object.fromEntries(
    Object.entries(papers).flatMap(([position, paper]) => (paper.applies === null ? [] : [[position, paper.applies]])),
  ),
})

/** Whether a component belongs into this dossier; null: nobody has said yet. What is only shown is never kept. */
export const belongs = (paper: NeededPaper, data: IntakeData): boolean | null => applies(paper, filed(data))

/** What was typed of one component. */
export const paperOf = (data: IntakeData, position: number): TypedPaper => data.papers[String(position)] ?? NO_PAPER

function paperFaults(paper: NeededPaper, { data, files }: IntakeFacts): Fault[] {
  const { position, name, requirement } = paper
  if (requirement === 'PRESENTED') return []
  const typed = paperOf(data, position)
  const isNeeded = belongs(paper, data)
  if (isNeeded === null) return [{ field: appliesBox(position), sentence: `Chọn Có hoặc Không: ${paper.question ?? name}` }]
  if (!isNeeded) return []
  const wrong = SHEETS.flatMap((kind): Fault[] => {
    const read = Sheets.safeParse(typed[kind])
    return read.success
      ? []
      : [{ field: countBox(kind, position), sentence: `${read.error.issues[0]?.message ?? ''}: ${inSentence(name)}` }]
  })
  if (wrong.length > 0) return wrong
  const isThere = typed.shown || files.some((file) => file.position === position) || SHEETS.some((kind) => Sheets.parse(typed[kind]) > 0)
  return isThere
    ? []
    : [
        {
          field: countBox('originals', position),
          sentence: `Ghi số bản đã nhận, quét tệp, hoặc đánh dấu chỉ xuất trình: ${inSentence(name)}`,
        },
      ]
}

/** Everything that is missing or has to be corrected, in the order of the page. */
export function intakeFaults(facts: IntakeFacts): Fault[] {
  const { data, form, components } = facts
  return [
    ...faults(Person, data.person, 'person.'),
    ...(data.forOther ? faults(Principal, data.principal, 'principal.') : []),
    ...faults(answersSchema(counterForm(form)), data.typed ?? {}),
    ...components.flatMap((paper) => paperFaults(paper, facts)),
    ...(data.returnMethod === 'POST' ? faults(z.object({ returnAddress: ReturnAddress }), data) : []),
  ]
}

/** What a complete intake says, in the shapes that a dossier keeps. */
export type CompleteIntake = {
  person: CounterPerson
  principal: FiledPrincipal | null
  answers: Answers
  papers: TakenPaper[]
  returnMethod: ReturnMethod
  returnAddress: string | null
}

/** Null while something is missing. */
export function readIntakeData(facts: IntakeFacts): CompleteIntake | null {
  if (intakeFaults(facts).length > 0) return null
  const { data, form, components } = facts
  const asked = answersSchema(counterForm(form)).parse(data.typed ?? {})
  return {
    person: Person.parse(data.person),
    principal: data.forOther ? Principal.parse(data.principal) : null,
    // Questions that stand on the signed paper form are kept as not answered here.
    answers: { ...Object.fromEntries(fieldsOf(form).map(({ key }) => [key, null])), ...asked },
    papers: components.map((paper) => takenPaper(paper, data)),
    returnMethod: data.returnMethod,
    returnAddress: data.returnMethod === 'POST' ? ReturnAddress.parse(data.returnAddress) : null,
  }
}

/** A component as it was settled at the counter: the clerk has seen what is there, so it is accepted; what is only shown may come later. */
function takenPaper(paper: NeededPaper, data: IntakeData): TakenPaper {
  const { position, requirement } = paper
  const typed = paperOf(data, position)
  const none = { position, originals: 0, certified: 0, copies: 0 }
  if (requirement === 'PRESENTED') return { ...none, applies: null, shown: typed.shown, check: typed.shown ? 'ACCEPTED' : 'NOT_PRESENTED' }
  const isNeeded = belongs(paper, data) === true
  const said = requirement === 'IF_APPLICABLE' ? isNeeded : null
  if (!isNeeded) return { ...none, applies: said, shown: false, check: 'NOT_NEEDED' }
  const [originals, certified, copies] = [Sheets.parse(typed.originals), Sheets.parse(typed.certified), Sheets.parse(typed.copies)]
  return { position, applies: said, originals, certified, copies, shown: typed.shown, check: 'ACCEPTED' }
}
