/**
 * The e-form of a procedure, as data (Nghị định 42/2022/NĐ-CP Điều 12): sections of fields. A definition is stored with a number, and
 * answers are kept with the number of the form they were given on. A new type of field does not compile until `answers.ts` can read it,
 * show it and sum it up.
 */
import { z } from 'zod'
import type { FeePer } from '@/prisma/generated/enums'

const base = {
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  hint: z.string().nullable().default(null),
  /** `'if'`: needed in the case that `condition` says in words and `when`, where a machine can tell, in data. */
  required: z.union([z.boolean(), z.literal('if')]),
  condition: z.string().nullable().default(null),
  /** Asked only when the choice `key` was answered with one of `is`. */
  when: z
    .object({ key: z.string(), is: z.array(z.string()).min(1) })
    .nullable()
    .default(null),
  /** What fills it before anything was typed: the account, an earlier dossier, or the procedure's own name. */
  prefill: z.enum(['none', 'account', 'earlier', 'procedure_name']).default('none'),
}

const FieldDefinition = z.discriminatedUnion('type', [
  z.object({ ...base, type: z.literal('text'), limit: z.number().int().default(200) }),
  z.object({ ...base, type: z.literal('longtext'), limit: z.number().int().default(2_000) }),
  z.object({ ...base, type: z.literal('choice'), options: z.array(z.string()).min(2) }),
  z.object({ ...base, type: z.literal('date') }),
  z.object({
    ...base,
    type: z.literal('number'),
    min: z.number().default(0),
    max: z.number().default(1_000_000_000),
    decimals: z.number().int().default(0),
  }),
  z.object({ ...base, type: z.literal('phone') }),
  z.object({ ...base, type: z.literal('personal_number') }),
  z.object({ ...base, type: z.literal('yes_no') }),
])

/** What a stored definition must look like; a type that is not known here is refused when the form is loaded, never while someone fills it. */
export const FormDefinition = z.object({
  sections: z.array(z.object({ title: z.string(), fields: z.array(FieldDefinition).min(1) })).min(1),
})

export type FormDefinition = z.output<typeof FormDefinition>
export type FormField = z.output<typeof FieldDefinition>
export type FieldType = FormField['type']
export type FieldOf<T extends FieldType> = Extract<FormField, { type: T }>

/** All fields in the order of the form. */
export const fieldsOf = ({ sections }: FormDefinition): FormField[] => sections.flatMap(({ fields }) => fields)

/** Keys that the portal itself reads; richer forms keep them for the same questions. */
export const KEYS = { request: 'request', forWhom: 'for_whom', otherName: 'other_full_name', copies: 'copy_count' } as const

const FOR_A_CHILD = 'Làm giấy tờ cho con hoặc người mình giám hộ thì chọn Cho người khác.'

export const FOR_WHOM = { me: 'Cho chính tôi', other: 'Cho người khác' } as const

/** Most copies in one dossier; whoever needs more comes to the counter. */
const MOST_COPIES = 50

/** Whom a procedure is about where that is never the one who files: what the box of the name is called, and how the name is written. */
export type FormSubject = { label: string; hint: string }

/**
 * The form of a procedure that has no form of its own yet: what is asked for, about whom or for whom, and how many copies where copies cost.
 * Where only further copies cost, beside a first one that belongs to the result, none need be asked for.
 */
export function genericForm({ fees, subject = null }: { fees: Costs; subject?: FormSubject | null }): FormDefinition {
  const request = {
    key: KEYS.request,
    label: 'Nội dung yêu cầu',
    type: 'longtext',
    required: true,
    prefill: 'procedure_name',
    hint: 'Ghi rõ việc cần giải quyết. Có thể giữ nguyên dòng gợi ý.',
  }
  const forWhom = {
    key: KEYS.forWhom,
    label: 'Làm cho ai',
    type: 'choice',
    required: true,
    options: Object.values(FOR_WHOM),
    hint: FOR_A_CHILD,
  }
  const otherName = {
    key: KEYS.otherName,
    label: 'Họ và tên người được làm',
    type: 'text',
    required: 'if',
    condition: 'Khi làm cho người khác',
    when: { key: KEYS.forWhom, is: [FOR_WHOM.other] },
    hint: 'Ghi như trên giấy tờ tùy thân của người đó.',
  }
  const about = { key: KEYS.otherName, ...subject, type: 'text', required: true }
  const copies = copiesField(fees)
  return FormDefinition.parse({
    sections: [
      {
        title: 'Nội dung yêu cầu',
        fields: [request, ...(subject ? [about] : [forWhom, otherName]), ...(copies ? [copies] : [])],
      },
    ],
  })
}

type Costs = readonly { per: FeePer; condition?: string | null }[]

/** The question how many copies are wanted; null where no copy costs. */
function copiesField(fees: Costs): FormField | null {
  const byCopy = fees.filter(({ per }) => per === 'COPY')
  if (byCopy.length === 0) return null
  const isFurther = byCopy.every(({ condition = null }) => condition !== null)
  return FieldDefinition.parse({
    key: KEYS.copies,
    type: 'number',
    max: MOST_COPIES,
    ...(isFurther
      ? { label: 'Số bản sao xin thêm', required: false, min: 0, hint: 'Để trống nếu không xin thêm. Bản sao tính phí theo từng bản.' }
      : { label: 'Số bản', required: true, min: 1, hint: 'Tính phí theo từng bản.' }),
  })
}

/** A form for other fees: how many copies are wanted is asked where copies cost, and nowhere else. Everything else stays as it is. */
export function withCopies({ sections }: FormDefinition, fees: Costs): FormDefinition {
  const copies = copiesField(fees)
  const isAsked = sections.some(({ fields }) => fields.some(({ key }) => key === KEYS.copies))
  const changed = sections.map(({ title, fields }, index) => ({
    title,
    fields: [
      ...fields.flatMap((field) => (field.key !== KEYS.copies ? [field] : copies ? [copies] : [])),
      ...(copies && !isAsked && index === sections.length - 1 ? [copies] : []),
    ],
  }))
  return { sections: changed.filter(({ fields }) => fields.length > 0) }
}
