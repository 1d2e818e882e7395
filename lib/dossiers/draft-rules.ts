/**
 * What a draft still lacks, and what it becomes once nothing is missing. Pure: the task list, the check page and the sending ask the
 * same function, so none of them can think a draft complete that another refuses.
 */
import { z } from 'zod'
import { Contact, Email, PersonalNumber, Phone } from '@/lib/people/schema'
import { type Answers, answersSchema } from '@/lib/procedures/answers'
import { fieldsOf, type FormDefinition } from '@/lib/procedures/e-form'
import { addDays, type LocalDate } from '@/lib/platform/local-date'
import { inSentence } from '@/lib/text/typed-date'
import type { Requirement, ReturnMethod } from '@/prisma/generated/enums'
import { type DraftData, TypedContact, TypedPrincipal } from './draft-schema'

export type DraftPart = 'applicant' | 'content' | 'papers' | 'return'
export const DRAFT_PARTS: readonly DraftPart[] = ['applicant', 'content', 'papers', 'return']

/** One thing to do before the draft can be sent: the box to go to and the sentence that stands there. */
export type Missing = { part: DraftPart; field: string; sentence: string }

/** What the rules need to know of a component. */
export type NeededPaper = { position: number; key: string; name: string; question: string | null; requirement: Requirement }

export type DraftFacts = {
  data: DraftData
  /** Whether the account already knows phone and address. */
  hasContact: boolean
  form: FormDefinition
  components: readonly NeededPaper[]
  /** Position of each file that lies with the draft. */
  files: readonly { position: number | null }[]
}

/** Days after its last change a draft is deleted: it holds personal data for a purpose that may never come (Luật 91/2025/QH15). */
export const DRAFT_DAYS = 30

/** The last day on which a draft is kept. */
export const draftKeptUntil = (savedOn: LocalDate): LocalDate => addDays(savedOn, DRAFT_DAYS)

const text = (sentence: string, limit: number) => z.string().trim().min(2, sentence).max(limit, `Dài quá ${limit} chữ. Viết gọn lại`)

/** The authorising side, as the receipt and the dossier keep it. */
export const Principal = z.object({
  fullName: text('Nhập họ và tên người ủy quyền như trên giấy tờ tùy thân', 120),
  personalNumber: PersonalNumber,
  address: text('Nhập địa chỉ của người ủy quyền', 200),
  phone: Phone,
  email: Email,
  document: text('Ghi tên, số và ngày của văn bản ủy quyền', 200),
})
export type FiledPrincipal = z.output<typeof Principal>

export const ReturnAddress = text('Nhập địa chỉ nhận kết quả qua bưu chính', 300)

/** A component that asks who files: what the applicant's page was told answers it, and nobody is asked twice. */
const ASKS_WHO_FILES = /^(van-ban|giay)-uy-quyen/

/** Whether the applicant's page has already answered if this component applies. */
export const followsFromWhoFiles = ({ key, requirement }: NeededPaper): boolean =>
  requirement === 'IF_APPLICABLE' && ASKS_WHO_FILES.test(key)

/** Whether a component has to be filed; null: the applicant has not said yet. What is only presented is never filed. */
export function applies(paper: NeededPaper, { applies: answers, filedBy }: Pick<DraftData, 'applies' | 'filedBy'>): boolean | null {
  if (paper.requirement !== 'IF_APPLICABLE') return paper.requirement === 'ALWAYS'
  if (followsFromWhoFiles(paper)) return filedBy === null ? null : filedBy === 'other'
  return answers[String(paper.position)] ?? null
}

/** The box of a component's files. */
export const fileBox = (position: number): string => `file-${position}`

/** The box of a component's yes/no. */
export const appliesBox = (position: number): string => `applies-${position}`

type Boxes = Readonly<Record<string, string>>

/** First sentence for each box, as zod found it. */
export function faults(schema: z.ZodType, value: unknown, prefix = ''): Fault[] {
  const parsed = schema.safeParse(value)
  if (parsed.success) return []
  const first = new Map<string, string>()
  for (const { path, message } of parsed.error.issues) {
    const field = `${prefix}${path.map(String).join('.')}`
    if (!first.has(field)) first.set(field, message)
  }
  return [...first].map(([field, sentence]) => ({ field, sentence }))
}

const NO_CONTACT = TypedContact.parse({})
const NO_PRINCIPAL = TypedPrincipal.parse({})

/** What a box needs another answer for. */
export type Fault = { field: string; sentence: string }

const LACKS: Record<DraftPart, (facts: DraftFacts) => Fault[]> = {
  applicant: ({ data, hasContact }) => {
    const contact = data.contact ?? (hasContact ? null : NO_CONTACT)
    const found: Fault[] = [
      ...(contact ? faults(Contact, contact) : []),
      ...(data.filedBy === null ? [{ field: 'filedBy', sentence: 'Chọn Ông/Bà nộp cho mình hay nộp thay người khác' }] : []),
      ...(data.filedBy === 'other' ? faults(Principal, data.principal ?? NO_PRINCIPAL, 'principal.') : []),
    ]
    return found.length > 0 || data.applicantConfirmed ? found : [{ field: 'filedBy', sentence: 'Xem lại phần người nộp rồi bấm Tiếp tục' }]
  },
  content: ({ data, form }) => faults(answersSchema(form), data.typed ?? {}),
  papers: ({ data, components, files }) =>
    components.flatMap((paper): Fault[] => {
      const { position, name } = paper
      switch (applies(paper, data)) {
        case null:
          return followsFromWhoFiles(paper)
            ? []
            : [{ field: appliesBox(position), sentence: `Chọn Có hoặc Không: ${paper.question ?? name}` }]
        case true:
          return files.some((file) => file.position === position)
            ? []
            : [{ field: fileBox(position), sentence: `Tải lên ${inSentence(name)}` }]
        case false:
          return []
      }
    }),
  return: ({ data }) => [
    ...(data.returnMethod === null ? [{ field: 'returnMethod', sentence: 'Chọn cách nhận kết quả' }] : []),
    ...(data.returnMethod === 'POST' ? faults(z.object({ returnAddress: ReturnAddress }), data) : []),
  ],
}

/** Everything that is missing or has to be corrected, in the order of the steps. */
export const missingParts = (facts: DraftFacts): Missing[] =>
  DRAFT_PARTS.flatMap((part) => LACKS[part](facts).map((fault) => ({ part, ...fault })))

/** How many of the parts lack nothing. */
export const partsDone = (facts: DraftFacts): number => DRAFT_PARTS.filter((part) => LACKS[part](facts).length === 0).length

/** The sentences of one part by box, as a form shows them. */
export const faultsOf = (part: DraftPart, facts: DraftFacts): Record<string, string> =>
  Object.fromEntries(LACKS[part](facts).map(({ field, sentence }) => [field, sentence]))

/** What a complete draft says, read into the shapes that a dossier keeps. Null while something is missing. */
export function readComplete(facts: DraftFacts): {
  answers: Answers
  principal: FiledPrincipal | null
  returnMethod: ReturnMethod
  returnAddress: string | null
} | null {
  const { data, form } = facts
  if (missingParts(facts).length > 0 || data.returnMethod === null) return null
  return {
    answers: answersSchema(form).parse(data.typed ?? {}),
    principal: data.filedBy === 'other' ? Principal.parse(data.principal) : null,
    returnMethod: data.returnMethod,
    returnAddress: data.returnMethod === 'POST' ? ReturnAddress.parse(data.returnAddress) : null,
  }
}

/** Phone, mail and address as the account keeps them; null when nothing was typed that it does not know. */
export const readContact = ({ contact }: DraftData): z.output<typeof Contact> | null => (contact ? Contact.parse(contact) : null)

/** The list of wards on the page belonged to another province than the one now chosen: the page has to come again with the right list. */
export const changesProvince = (fields: Boxes): boolean => fields.wardsOf !== undefined && fields.wardsOf !== fields.provinceCode

/** The boxes whose names begin with `prefix`, without it. */
export const under = (prefix: string, fields: Boxes): Boxes =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])),
  )

/** The draft with one page's boxes put in, right or wrong. Boxes that are not of this page or this form are left out. */
export function withFields(
  data: DraftData,
  part: 'applicant' | 'content' | 'return',
  { fields, form }: { fields: Boxes; form: FormDefinition },
): DraftData {
  switch (part) {
    case 'applicant': {
      const filedBy = fields.filedBy === 'self' || fields.filedBy === 'other' ? fields.filedBy : null
      const typed = TypedContact.parse(fields)
      const contact = changesProvince(fields) ? { ...typed, wardCode: '' } : typed
      return {
        ...data,
        filedBy,
        principal: TypedPrincipal.parse(under('principal.', fields)),
        // The boxes of the contact are on the page only while the account does not know it.
        contact: fields.wardsOf === undefined ? data.contact : contact,
        applicantConfirmed: false,
      }
    }
    case 'content': {
      const known = new Set(fieldsOf(form).flatMap(({ key }) => [key, `${key}.day`, `${key}.month`, `${key}.year`]))
      return { ...data, typed: Object.fromEntries(Object.entries(fields).filter(([name]) => known.has(name))) }
    }
    case 'return': {
      const method = fields.returnMethod
      const returnMethod = method === 'COUNTER' || method === 'POST' || method === 'ONLINE' ? method : null
      return { ...data, returnMethod, returnAddress: fields.returnAddress ?? '' }
    }
  }
}
