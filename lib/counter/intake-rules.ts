/**
 * What is still missing before the counter can receive a dossier, ask for what it lacks or refuse it, and what the dossier becomes then. Pure:
 * the page and the commands ask the same functions, so neither can think an intake complete that the other refuses.
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
import type { Step } from '@/lib/dossiers/move-rules'
import { countBox, type Held, isHeld, NOTHING_HELD, NOTHING_THERE, readSheets } from '@/lib/dossiers/sheets'
import { Email, PersonalNumber, Phone } from '@/lib/people/schema'
import type { RefusalCode } from '@/lib/platform/refusal'
import { type Answers, answersSchema } from '@/lib/procedures/answers'
import { fieldsOf, type FormDefinition, KEYS } from '@/lib/procedures/e-form'
import { inSentence } from '@/lib/text/typed-date'
import type { ComponentCheck, ReturnMethod } from '@/prisma/generated/enums'
import { type IntakeData, NO_PAPER, type TypedPaper } from './schema'

/** Name of the box that says which commune decides. */
export const FOR_COMMUNE = 'forCommune'

/** Days after its last change an intake is deleted: whoever stood at the counter has long left, or came again. */
export const INTAKE_DAYS = 2

/** Who receives at the counter: whoever may receive at all, also in the place of an absent colleague. */
export function mayTakeIn(actor: Actor): true | RefusalCode {
  if (actor.kind === 'anonymous') return 'sign_in_needed'
  return actor.kind === 'staff' && placesOf(actor).some((place) => hasRight(place, 'dossier.receive')) ? true : 'not_allowed'
}

export type IntakeFacts = {
  data: IntakeData
  /** Whether the commune that is to decide is one that this counter receives for. */
  isKnownCommune: boolean
  form: FormDefinition
  components: readonly NeededPaper[]
  /** Position of each file that lies with the intake. */
  files: readonly { position: number | null }[]
}

const text = (sentence: string, limit: number) => z.string().trim().min(2, sentence).max(limit, `Dài quá ${limit} chữ. Viết gọn lại`)

const Person = z.object({
  fullName: text('Nhập họ và tên như trên giấy tờ tùy thân', 120),
  personalNumber: PersonalNumber,
  phone: Phone,
  email: Email,
  address: text('Nhập địa chỉ: số nhà, ấp hoặc đường, xã, tỉnh', 300),
})
type CounterPerson = z.output<typeof Person>

/** What was handed over of one component. */
type TakenPaper = Held & { position: number; applies: boolean | null; check: ComponentCheck }

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

/** Boxes that hold no number of sheets. */
function countFaults({ position, name, requirement }: NeededPaper, data: IntakeData): Fault[] {
  const read = readSheets(paperOf(data, position))
  if (requirement === 'PRESENTED' || 'counts' in read) return []
  return read.faults.map(({ kind, sentence }) => ({ field: countBox(kind, position), sentence: `${sentence}: ${inSentence(name)}` }))
}

function paperFaults(paper: NeededPaper, { data, files }: IntakeFacts): Fault[] {
  const { position, name, requirement } = paper
  if (requirement === 'PRESENTED') return []
  const isNeeded = belongs(paper, data)
  if (isNeeded === null) return [{ field: appliesBox(position), sentence: `Chọn Có hoặc Không: ${paper.question ?? name}` }]
  if (!isNeeded) return []
  const wrong = countFaults(paper, data)
  if (wrong.length > 0) return wrong
  const isThere = isHeld(heldOf(paper, data)) || files.some((file) => file.position === position)
  return isThere ? [] : [{ field: countBox('originals', position), sentence: `${NOTHING_THERE}: ${inSentence(name)}` }]
}

/** What comes of an intake: the step that the dossier takes at once, by the table of moves. */
export type Outcome = Extract<Step, 'receive' | 'ask_for_more' | 'refuse'>

/** What the boxes of an intake say, by the part of it. */
const PARTS = {
  commune: ({ isKnownCommune }: IntakeFacts): Fault[] =>
    isKnownCommune ? [] : [{ field: FOR_COMMUNE, sentence: 'Chọn xã, phường giải quyết trong danh sách' }],
  person: ({ data }: IntakeFacts): Fault[] => [
    ...faults(Person, data.person, 'person.'),
    ...(data.forOther ? faults(Principal, data.principal, 'principal.') : []),
  ],
  content: ({ data, form }: IntakeFacts): Fault[] => faults(answersSchema(counterForm(form)), data.typed ?? {}),
  counts: ({ data, components }: IntakeFacts): Fault[] =>
    components.flatMap((paper) => (belongs(paper, data) ? countFaults(paper, data) : [])),
  papers: (facts: IntakeFacts): Fault[] => facts.components.flatMap((paper) => paperFaults(paper, facts)),
  return: ({ data }: IntakeFacts): Fault[] =>
    data.returnMethod === 'POST' ? faults(z.object({ returnAddress: ReturnAddress }), data) : [],
}

/**
 * What each outcome needs, in the order of the page. A slip names the person and how to reach them; papers that lack are why it is handed out.
 * What is asked for and comes back is received without this page, so the rest has to be said by then.
 */
const NEEDED: Record<Outcome, readonly (keyof typeof PARTS)[]> = {
  receive: ['commune', 'person', 'content', 'papers', 'return'],
  ask_for_more: ['commune', 'person', 'content', 'counts', 'return'],
  refuse: ['commune', 'person'],
}

/** Everything that is missing or has to be corrected for this outcome, in the order of the page. */
export const intakeFaults = (facts: IntakeFacts, outcome: Outcome = 'receive'): Fault[] =>
  NEEDED[outcome].flatMap((part) => PARTS[part](facts))

/** Positions of the papers of which the page lacks something: what the slip asks for unless the clerk says otherwise. */
export const lackingPapers = (facts: IntakeFacts): number[] =>
  facts.components.flatMap((paper) => (paperFaults(paper, facts).length > 0 && belongs(paper, facts.data) === true ? [paper.position] : []))

/** What a complete intake says, in the shapes that a dossier keeps. */
export type CompleteIntake = {
  person: CounterPerson
  principal: FiledPrincipal | null
  answers: Answers
  papers: TakenPaper[]
  returnMethod: ReturnMethod
  returnAddress: string | null
}

/** Null while something is missing for this outcome. `asked`: the positions that a slip asks for. */
export function readIntakeData(
  facts: IntakeFacts,
  { outcome, asked = [] }: { outcome: Outcome; asked?: readonly number[] },
): CompleteIntake | null {
  if (intakeFaults(facts, outcome).length > 0) return null
  const { data, form, components } = facts
  const said = answersSchema(counterForm(form)).safeParse(data.typed ?? {})
  const hasAddress = ReturnAddress.safeParse(data.returnAddress).success
  return {
    person: Person.parse(data.person),
    principal: data.forOther ? Principal.parse(data.principal) : null,
    // Questions that stand on the signed paper form are kept as not answered here.
    answers: { ...Object.fromEntries(fieldsOf(form).map(({ key }) => [key, null])), ...said.data },
    papers: components.map((paper) =>
      outcome === 'receive' ? takenPaper(paper, data) : turnedBackPaper(paper, facts, { outcome, asked }),
    ),
    returnMethod: data.returnMethod,
    returnAddress: data.returnMethod === 'POST' && hasAddress ? ReturnAddress.parse(data.returnAddress) : null,
  }
}

/** A component as it was settled at the counter: the clerk has seen what is there, so it is accepted; what is only shown may come later. */
function takenPaper(paper: NeededPaper, data: IntakeData): TakenPaper {
  const { position, requirement } = paper
  const { shown } = paperOf(data, position)
  if (requirement === 'PRESENTED') return { ...NOTHING_HELD, position, applies: null, shown, check: shown ? 'ACCEPTED' : 'NOT_PRESENTED' }
  const isNeeded = belongs(paper, data) === true
  const applies = requirement === 'IF_APPLICABLE' ? isNeeded : null
  if (!isNeeded) return { ...NOTHING_HELD, position, applies, check: 'NOT_NEEDED' }
  return { ...heldOf(paper, data), position, applies, check: 'ACCEPTED' }
}

/** A component of a dossier that is not received: what is asked for, and all of a refused one, goes back into the person's hand. */
function turnedBackPaper(
  paper: NeededPaper,
  { data, files }: IntakeFacts,
  { outcome, asked }: { outcome: Outcome; asked: readonly number[] },
): TakenPaper {
  const { position, requirement } = paper
  const isNeeded = belongs(paper, data)
  const kept = outcome === 'refuse' || asked.includes(position) || isNeeded === false ? NOTHING_HELD : heldOf(paper, data)
  const isThere = isHeld(kept) || files.some((file) => file.position === position)
  const applies = requirement === 'IF_APPLICABLE' ? isNeeded : null
  if (requirement === 'PRESENTED')
    return { ...NOTHING_HELD, position, applies, shown: kept.shown, check: kept.shown ? 'ACCEPTED' : 'NOT_PRESENTED' }
  if (isNeeded === false) return { ...NOTHING_HELD, position, applies, check: 'NOT_NEEDED' }
  return { ...kept, position, applies, check: isThere && outcome !== 'refuse' ? 'ACCEPTED' : 'PENDING' }
}

/** The sheets of one component; none where a box holds no count. */
export function heldOf({ position }: NeededPaper, data: IntakeData): Held {
  const typed = paperOf(data, position)
  const read = readSheets(typed)
  return { ...('counts' in read ? read.counts : NOTHING_HELD), shown: typed.shown }
}
